import { SlipwayError } from '../../errors/slipway-error.ts';
import type { Action } from '../action.ts';
import { overrideLabels, overridesIn } from '../api/override-labels.ts';
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
 */
export async function overrideWords(
  action: Action,
  run: WorkflowRun,
  { allow, githubToken }: { readonly allow: readonly string[]; readonly githubToken: string },
): Promise<OverrideWords> {
  const givenBy = new Map<string, string>();
  const words = new Set(allow);
  const { pullRequest } = run;
  for (const word of overridesIn(pullRequest?.labels ?? [])) words.add(word);
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
    if (!(error instanceof SlipwayError)) throw error;
    action.log.warn(`labels give no word of the gate: ${error.message} [${error.code}]`);
  }
  return { words: [...words], givenBy };
}
