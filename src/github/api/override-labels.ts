import { SlipwayError } from '../../errors/slipway-error.ts';
import { overridesOfLabels } from '../../plan/gate-override.ts';
import type { GitHubApi } from './github-api.ts';

/** Where the words come from: a pull request while it is open, or the one that was merged as a commit of main. */
export type LabelSource =
  | { readonly kind: 'pull-request'; readonly number: number }
  | { readonly kind: 'commit'; readonly sha: string };

/** An override of the gate that somebody gave by a label. */
export interface GivenOverride {
  /** 16 lower-case hex digits. */
  readonly override: string;
  /** Who set the label; `null` where GitHub does not say. */
  readonly by: string | null;
  readonly pullRequest: number;
}

/**
 * The overrides that labels give, and who gave them. On main these are the labels of the pull requests that were merged
 * as the commit (GET /repos/{owner}/{repo}/commits/{sha}/pulls).
 * @throws UserError OVERRIDE_MALFORMED, the codes of github-error.ts
 */
export async function overrideLabels(
  api: Pick<GitHubApi, 'getPullRequest' | 'listPullRequestsOfCommit' | 'listLabelings'>,
  source: LabelSource,
): Promise<readonly GivenOverride[]> {
  const pullRequests =
    source.kind === 'pull-request'
      ? [await api.getPullRequest(source.number)]
      : (await api.listPullRequestsOfCommit(source.sha)).filter(
          ({ isMerged, baseRef }) => isMerged && baseRef === 'main',
        );
  const given: GivenOverride[] = [];
  for (const { number, labels } of pullRequests) {
    const overrides = overridesOfLabels(labels).filter((word) =>
      given.every(({ override }) => override !== word),
    );
    if (overrides.length === 0) continue;
    const setters = await labelSetters(api, number);
    given.push(
      ...overrides.map((override) => ({
        override,
        by: setters.get(`slipway:allow ${override}`) ?? null,
        pullRequest: number,
      })),
    );
  }
  return given;
}

/** Who set each label last; a token that may not read it loses the name, not the override. */
async function labelSetters(
  api: Pick<GitHubApi, 'listLabelings'>,
  number: number,
): Promise<ReadonlyMap<string, string | null>> {
  try {
    return new Map((await api.listLabelings(number)).map(({ label, by }) => [label, by]));
  } catch (error) {
    if (error instanceof SlipwayError && error.code === 'GITHUB_PERMISSION') return new Map();
    throw error;
  }
}
