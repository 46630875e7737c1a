import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { environmentNames } from '../../config/environment-name.ts';
import { SlipwayError } from '../../errors/slipway-error.ts';
import { counted, listed } from '../../report/units.ts';
import { systemClock, type Clock } from '../../runtime/clock.ts';
import type { Action } from '../action.ts';
import type { GitHubApi } from '../api/github-api.ts';
import type { Deployed } from '../api/stale-marks.ts';
import { readRun, type WorkflowRun } from '../run.ts';
import { deployedBy, type ResultFile } from './deployed.ts';
import { markStale, type Marked } from './mark-stale.ts';

export interface DeploymentsInputs {
  readonly system: string;
  /** The folder of the results that `deploy` and `rollback` left, absolute; it may be missing. */
  readonly deployments: string;
  readonly githubToken: string;
}

/**
 * After deployments of one run: marks the comments of other pull requests whose plans they have overtaken. What was
 * deployed earlier in the run is looked at again, for comments that were written meanwhile.
 *
 * @returns how many comments were marked; a token that may not write gives a warning
 * @throws UserError GITHUB_EVENT, DEPLOYMENT_RESULT_INVALID
 */
export async function reportDeployments(
  action: Action,
  { system, deployments, githubToken }: DeploymentsInputs,
  clock: Pick<Clock, 'sleep'> = systemClock,
): Promise<number> {
  const run = readRun(action.io.env);
  const results = await resultsIn(action, deployments, system);
  const isUseful = results.some((result) => deployedBy(result, null) !== null);
  if (!isUseful) {
    action.log.info(
      `nothing was deployed that changed an environment of ${system}, so every plan is as good as before`,
    );
    return 0;
  }
  const api = await action.openGitHub(githubToken);
  const pull = await mergedPull(api, run);
  const deployed = results.flatMap((result): readonly Deployed[] => {
    const one = deployedBy(result, pull);
    return one === null ? [] : [one];
  });
  const outcome = await markStale({ api, clock, signal: action.io.signal, system, deployed });
  tell(action, system, deployed, outcome);
  return outcome.marked.length;
}

async function resultsIn(action: Action, folder: string, system: string): Promise<readonly ResultFile[]> {
  const found: ResultFile[] = [];
  for (const environment of environmentNames) {
    const path = join(folder, `${system}-${environment}.json`);
    try {
      const text = await readFile(path, 'utf8');
      found.push({ system, environment, file: relative(action.workspace, path), text });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return found;
}

/** The pull request whose merge the run is of; `null` for another event, or where GitHub does not say. */
async function mergedPull(api: GitHubApi, run: WorkflowRun): Promise<number | null> {
  if (run.event !== 'push') return null;
  try {
    const pulls = await api.listPullRequestsOfCommit(run.sha);
    return pulls.find(({ isMerged, baseRef }) => isMerged && baseRef === 'main')?.number ?? null;
  } catch (error) {
    if (error instanceof SlipwayError && error.code.startsWith('GITHUB_')) return null;
    throw error;
  }
}

function tell(
  action: Action,
  system: string,
  deployed: readonly Deployed[],
  { marked, known, problems }: Marked,
): void {
  for (const { pull, url } of marked) action.log.info(`pull request ${pull} is marked stale: ${url}`);
  if (known > 0) action.log.info(`${counted(known, 'comment says', 'comments say')} so already`);
  if (marked.length === 0 && known === 0 && problems.length === 0) {
    action.log.info(`no open pull request shows a plan of ${system} that this has overtaken`);
  }
  if (problems.length > 0) {
    action.log.warn(
      `comments of pull requests whose plans of ${system} are stale may not say so: ${problems.join('; ')}`,
    );
  }
  if (marked.length === 0) return;
  const environments = listed(deployed.map(({ environment }) => environment));
  const links = listed(marked.map(({ pull, url }) => `[pull request ${pull}](<${encodeURI(url)}>)`));
  action.summarize(
    `${counted(marked.length, 'plan')} of ${system} ${marked.length === 1 ? 'is' : 'are'} stale since ${environments} ${deployed.length === 1 ? 'was' : 'were'} deployed: ${links}.`,
  );
}
