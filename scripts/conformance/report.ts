import type { Observation } from './observation.ts';

/** A text for people: `same`, or what was expected and what was seen. */
export function renderObservation({ rules, what, outcome, expected, seen }: Observation): string {
  const line = ` ${outcome.padEnd(8)}  ${rules.join(', ')}: ${what}`;
  if (outcome === 'same') return line;
  return `${line}\n           expected  ${written(expected)}\n           seen      ${written(seen)}`;
}

/** One line at the end. */
export function renderSummary(observations: readonly Observation[]): string {
  const count = (outcome: Observation['outcome']) =>
    observations.filter((one) => one.outcome === outcome).length;
  return ` ${count('same')} same, ${count('differs')} different, ${count('not-seen')} not seen`;
}

/** The report as data: patterns as text. */
export function reportOf(
  where: { readonly region: string; readonly run: string; readonly at: string },
  observations: readonly Observation[],
): object {
  return {
    schema: 1,
    ...where,
    observations: observations.map((one) => ({ ...one, expected: plain(one.expected) })),
  };
}

function plain(expected: unknown): unknown {
  if (expected instanceof RegExp) return String(expected);
  if (Array.isArray(expected)) return expected.map((each: unknown) => plain(each));
  if (typeof expected !== 'object' || expected === null) return expected;
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, plain(value)]));
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(plain(value));
}
