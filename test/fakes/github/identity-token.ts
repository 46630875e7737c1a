import type { GitHubState } from './state.ts';

/** What a job's token says; `iss`, `iat`, `exp` and `jti` are the signer's. */
export type Claims = Readonly<Record<string, string>> & { readonly sub: string; readonly aud: string };

/** Facts of a job, which the runner knows and the stand-in is told in the address. */
const facts = [
  'actor',
  'environment',
  'event_name',
  'head_ref',
  'base_ref',
  'job_workflow_ref',
  'ref',
  'run_attempt',
  'run_id',
  'sha',
  'workflow_ref',
] as const;

/** How the subjects of a repository's tokens begin: the names, with the numbers where it has that form. */
export function subjectPrefix({ subject, id, ownerId }: GitHubState['repository'], fullName: string): string {
  const [owner = '', name = ''] = fullName.split('/');
  return subject.withIds ? `repo:${owner}@${ownerId}/${name}@${id}` : `repo:${fullName}`;
}

/**
 * The claims of a job's identity token (GitHub Docs, "OpenID Connect reference"). The subject names the environment if the
 * job has one, else `pull_request` for that event, else the ref.
 */
export function claimsOf({ repository }: GitHubState, query: URLSearchParams): Claims {
  const fullName = query.get('repository') ?? repository.fullName;
  const [owner = ''] = fullName.split('/');
  const given = Object.fromEntries(
    facts.flatMap((fact) => {
      const value = query.get(fact) ?? '';
      return value === '' ? [] : [[fact, value]];
    }),
  );
  const prefix = subjectPrefix(repository, fullName);
  const context =
    given['environment'] !== undefined
      ? `environment:${given['environment'].replaceAll(':', '%3A')}`
      : given['event_name'] === 'pull_request'
        ? 'pull_request'
        : `ref:${given['ref'] ?? ''}`;
  return {
    ...given,
    sub: `${prefix}:${context}`,
    aud: query.get('audience') ?? `https://github.com/${owner}`,
    repository: fullName,
    repository_id: String(repository.id),
    repository_owner: owner,
    repository_owner_id: String(repository.ownerId),
    repository_visibility: repository.isPrivate ? 'private' : 'public',
    ref_type: given['ref']?.startsWith('refs/tags/') === true ? 'tag' : 'branch',
    runner_environment: 'github-hosted',
  };
}
