import { UserError } from '../errors/slipway-error.ts';
import type { GateVerdict } from './plan.ts';

/** What the label of an override begins with. */
const labelStart = 'slipway:allow';

/**
 * Reads one override as a person gives it: its 16 hex digits, or the label that holds them, in either case.
 *
 * @returns the 16 digits in lower case
 * @throws UserError `OVERRIDE_MALFORMED` for anything else
 */
export function readOverride(text: string): string {
  const word = /^(?:slipway:allow\s+)?([0-9a-f]{16})$/i.exec(text.trim())?.[1];
  if (word === undefined) throw malformed(text);
  return word.toLowerCase();
}

/**
 * The overrides among the labels of a pull request: `slipway:allow 4be1c02d77a9f310`, exactly as the comment prints it.
 *
 * @throws UserError `OVERRIDE_MALFORMED` for a label that is meant as one (it begins with `slipway:allow`) and is none:
 *   whoever set it believes that it lets something through
 */
export function overridesOfLabels(labels: readonly string[]): readonly string[] {
  const words = labels
    .filter((label) => label.trim().toLowerCase().startsWith(labelStart))
    .map((label) => {
      const word = /^slipway:allow ([0-9a-f]{16})$/.exec(label)?.[1];
      if (word === undefined) throw malformed(label);
      return word;
    });
  return [...new Set(words)];
}

/** The words that name no stop of any of these verdicts: given for another release or environment, or mistyped. */
export function unmatchedOverrides(
  words: Iterable<string>,
  verdicts: readonly GateVerdict[],
): readonly string[] {
  const asked = new Set(verdicts.flatMap(({ stops }) => stops.map(({ override }) => override)));
  return [...new Set(words)].filter((word) => !asked.has(word));
}

/**
 * Refuses words that match nothing: each was worked out from one release, system, environment, path and action, and falls
 * with the next release.
 *
 * @throws UserError `OVERRIDE_UNMATCHED`, with the words that these plans do ask for
 */
export function requireMatched(words: Iterable<string>, verdicts: readonly GateVerdict[]): void {
  const unmatched = unmatchedOverrides(words, verdicts);
  if (unmatched.length === 0) return;
  const asked = verdicts.flatMap(({ stops }) => stops);
  const choices = asked.map(
    ({ stack, path, action, override }) => `   ${override}  ${action}  ${stack}/${path}`,
  );
  throw new UserError(
    'OVERRIDE_UNMATCHED',
    [
      `the gate asks for no ${unmatched.join(', ')}: a word is good for one release, environment, resource and action`,
      ...(choices.length === 0 ? ['nothing stops here'] : ['it asks for', ...choices]),
    ].join('\n'),
    { next: choices.length === 0 ? 'leave the words out' : 'give a word of the list above' },
  );
}

function malformed(text: string): UserError {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return new UserError(
    'OVERRIDE_MALFORMED',
    `${shown} is no override of the gate: it is the label "slipway:allow" with one blank and 16 hex digits (0-9, a-f), or the digits alone`,
    { next: 'copy the label from the plan: it stands below what the gate stops' },
  );
}
