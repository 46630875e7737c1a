import type { Probe, Seen } from './probe.ts';
import type { SmokeGroup, SmokeSeverity } from './report.ts';

/** What a check found. */
export type Verdict =
  | { readonly outcome: 'passed'; readonly note: string | null }
  | { readonly outcome: 'failed'; readonly got: string }
  | { readonly outcome: 'not-enforceable'; readonly reason: string };

/** One expectation. It holds no state: what several checks share is a fixture of their group. */
export interface Check {
  /** `<group>/<what is expected or forbidden>`. */
  readonly id: string;
  readonly group: SmokeGroup;
  readonly severity: SmokeSeverity;
  /**
   * Of a negative check: the id of the positive without which it says nothing, since a dead endpoint refuses everything.
   * `null` for a positive.
   */
  readonly pairedWith: string | null;
  /** A check of the same group that fails for the same cause, if it fails: this one's failure then only follows from it. */
  readonly impliedBy?: string;
  readonly want: string;
  readonly hint: string | null;
  run(probe: Probe): Promise<Verdict>;
}

/** A fixture (a stored object, a token, a form) could not be had; the checks that need it fail with this message. */
export class FixtureError extends Error {
  override readonly name = 'FixtureError';
}

export const passed = (note: string | null = null): Verdict => ({ outcome: 'passed', note });
export const failed = (got: string): Verdict => ({ outcome: 'failed', got });
export const notEnforceable = (reason: string): Verdict => ({ outcome: 'not-enforceable', reason });

/** A response in a few words: `HTTP 403 AccessDenied`. The code is S3's, from its XML body. */
export function describe(seen: Seen): string {
  const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(seen.text())?.[1];
  return `HTTP ${seen.status}${code === undefined ? '' : ` ${code}`}`;
}

/** Passed when the status is one of those wanted. */
export function expectStatus(seen: Seen, ...wanted: readonly number[]): Verdict {
  return wanted.includes(seen.status) ? passed() : failed(describe(seen));
}

/** The first verdict that is not `passed`; else passed, with the notes put together. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  const notes: string[] = [];
  for (const verdict of verdicts) {
    if (verdict.outcome !== 'passed') return verdict;
    if (verdict.note !== null) notes.push(verdict.note);
  }
  return passed(notes.length === 0 ? null : notes.join('; '));
}

/**
 * Judges all cases beside each other. The verdict is that of the first case, in their order, that did not pass, under its
 * name; the probe then keeps the evidence of that case alone.
 */
export async function each<T>(
  probe: Probe,
  cases: readonly T[],
  name: (entry: T) => string,
  judge: (entry: T, probe: Probe) => Verdict | Promise<Verdict>,
): Promise<Verdict> {
  const judged = await Promise.all(
    cases.map(async (entry) => {
      const part = probe.fork();
      try {
        return { entry, part, verdict: await judge(entry, part) };
      } catch (error) {
        probe.attach(part.evidence);
        throw error;
      }
    }),
  );
  const bad = judged.find(({ verdict }) => verdict.outcome !== 'passed');
  if (bad === undefined) {
    for (const { part } of judged) probe.attach(part.evidence);
    return allOf(judged.map(({ verdict }) => verdict));
  }
  probe.attach(bad.part.evidence);
  return bad.verdict.outcome === 'failed' && cases.length > 1
    ? failed(`${name(bad.entry)}: ${bad.verdict.got}`)
    : bad.verdict;
}
