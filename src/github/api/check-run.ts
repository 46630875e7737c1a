import { SlipwayError } from '../../errors/slipway-error.ts';
import { isNewer, type RunNumber } from './comment-marker.ts';
import type { CheckConclusion, GitHubApi, NewCheckRun } from './github-api.ts';

/** GitHub takes so many characters of a check's summary; counted in bytes, no character set has more. */
export const checkSummaryLimit = 65_535;

export interface SystemCheck {
  readonly system: string;
  /** The head of the pull request: the commit that its page shows the checks of. */
  readonly sha: string;
  readonly conclusion: CheckConclusion;
  /** The worst news first. */
  readonly title: string;
  /** Markdown of at most `checkSummaryLimit` bytes. */
  readonly summary: string;
  readonly detailsUrl: string | null;
  readonly run: RunNumber;
}

export type CheckOutcome =
  | { readonly kind: 'created' | 'updated'; readonly url: string }
  | { readonly kind: 'superseded'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Sets the check `slipway / <system>` of a commit: one check, updated in place by newer runs.
 * @throws UserError the codes of github-error.ts, except GITHUB_PERMISSION
 */
export async function writeCheck(
  api: Pick<GitHubApi, 'listCheckRuns' | 'createCheckRun' | 'updateCheckRun'>,
  check: SystemCheck,
): Promise<CheckOutcome> {
  const name = `slipway / ${check.system}`;
  const next: NewCheckRun = {
    name,
    sha: check.sha,
    conclusion: check.conclusion,
    title: check.title,
    summary: check.summary,
    detailsUrl: check.detailsUrl,
    externalId: `slipway ${check.run.id}.${check.run.attempt}`,
  };
  try {
    const own = (await api.listCheckRuns({ sha: check.sha, name }))
      .flatMap((found) => {
        const run = runOf(found.externalId);
        return run === null ? [] : [{ ...found, run }];
      })
      .sort((left, right) => right.id - left.id)[0];
    if (!own) return { kind: 'created', url: (await api.createCheckRun(next)).url };
    if (isNewer(own.run, check.run)) return { kind: 'superseded', url: own.url };
    return { kind: 'updated', url: (await api.updateCheckRun(own.id, next)).url };
  } catch (error) {
    if (error instanceof SlipwayError && error.code === 'GITHUB_PERMISSION') {
      return { kind: 'refused', reason: error.message };
    }
    throw error;
  }
}

function runOf(externalId: string): RunNumber | null {
  const groups = /^slipway (?<id>\d{1,15})\.(?<attempt>\d{1,6})$/.exec(externalId)?.groups;
  return groups ? { id: Number(groups['id']), attempt: Number(groups['attempt']) } : null;
}
