import type { GitHubApi } from './github-api.ts';

/**
 * The numbers of the pull requests that are open, ascending.
 * @throws UserError the codes of github-error.ts
 */
export async function openPullRequests(api: Pick<GitHubApi, 'listPullRequests'>): Promise<readonly number[]> {
  const pullRequests = await api.listPullRequests({ state: 'open' });
  return pullRequests.map(({ number }) => number).sort((left, right) => left - right);
}
