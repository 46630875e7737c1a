import { SlipwayError } from '../../errors/slipway-error.ts';
import type { Action } from '../action.ts';
import { overridesOfLabels, unmatchedOverrides } from '../../plan/gate-override.ts';
import type { Plan } from '../../plan/plan.ts';
import { short } from '../../runtime/sha256.ts';
import { overrideLabels } from '../api/override-labels.ts';
import type { WorkflowRun } from '../run.ts';

/** The words of the gate that were given, and by whom where a label says so. */
export interface OverrideWords {
  readonly words: readonly string[];
  readonly givenBy: ReadonlyMap<string, string>;
}

/**
 * The words that an input gives, and those of labels: of the pull request that the run is about, or of the one that was
 * merged as its commit. Labels that can't be read give nothing, which is said; the gate then stops what they would let
 * through.
 *
 * @throws UserError OVERRIDE_MALFORMED for a label that is meant as a word and is none
 */
export async function overrideWords(
  action: Action,
  run: WorkflowRun,
  { allow, githubToken }: { readonly allow: readonly string[]; readonly githubToken: string },
): Promise<OverrideWords> {
  const givenBy = new Map<string, string>();
  const words = new Set(allow);
  const { pullRequest } = run;
  for (const word of overridesOfLabels(pullRequest?.labels ?? [])) words.add(word);
  if (githubToken === '') return { words: [...words], givenBy };
  try {
    const source =
      pullRequest === null
        ? ({ kind: 'commit', sha: run.sha } as const)
        : ({ kind: 'pull-request', number: pullRequest.number } as const);
    for (const { override, by } of await overrideLabels(await action.openGitHub(githubToken), source)) {
      words.add(override);
      if (by !== null) givenBy.set(override, by);
    }
  } catch (error) {
    if (!(error instanceof SlipwayError) || error.code === 'OVERRIDE_MALFORMED') throw error;
    action.log.warn(`labels give no word of the gate: ${error.message} [${error.code}]`);
  }
  return { words: [...words], givenBy };
}

/**
 * Says which words let nothing through here. That is no error: labels stay when a new release makes them void, and one run
 * hands the words of all its environments to each of them.
 */
export function noteUnmatched(action: Action, { words }: OverrideWords, plan: Plan): void {
  for (const word of unmatchedOverrides(words, [plan.gate])) {
    action.log.warn(
      `the word ${word} matches nothing in ${plan.system} ${plan.environment} with release ${short(plan.release)}: it was given for another release, environment, resource or action`,
    );
  }
}
