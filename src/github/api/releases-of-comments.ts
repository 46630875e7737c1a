import { readMarker } from './comment-marker.ts';
import type { GitHubApi } from './github-api.ts';

/**
 * The releases that Slipway's comments on pull requests name, by their ids or the first eight digits. Any word of so many hex
 * digits counts, whoever wrote the comment: one too many keeps an artifact for longer, one too few would lose it.
 * @throws UserError the codes of github-error.ts
 */
export async function releasesOfComments(
  api: Pick<GitHubApi, 'listComments'>,
  pullRequests: readonly number[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  // one after the other: GitHub asks for that of who asks much (Docs, "Best practices for using the REST API")
  for (const number of pullRequests) {
    for (const { body } of await api.listComments(number)) {
      if (readMarker(body) === null) continue;
      for (const [word] of body.matchAll(/(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{8})(?![0-9a-z])/g))
        found.add(word);
    }
  }
  return found;
}
