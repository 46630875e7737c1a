import { UserError } from '../errors/slipway-error.ts';

/** The GitHub repository whose workflows may take the roles. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** Digits; `null` where it is not checked. */
  readonly repositoryId: string | null;
  /** Digits; given together with `repositoryId` where the subject of the repository's tokens holds both numbers. */
  readonly ownerId: string | null;
}

/**
 * Reads `owner/name` and the numbers of a repository as a person gives them.
 * @throws UserError BOOTSTRAP_REPOSITORY
 */
export function parseRepository(given: {
  readonly repository: string;
  readonly repositoryId?: string | undefined;
  readonly ownerId?: string | undefined;
}): Repository {
  const { repository, repositoryId = null, ownerId = null } = given;
  const match = /^(?<owner>[A-Za-z0-9-]+)\/(?<name>[A-Za-z0-9._-]+)$/.exec(repository);
  if (!match?.groups) {
    throw new UserError('BOOTSTRAP_REPOSITORY', `--repository ${repository} is not of the form owner/name`);
  }
  for (const [option, value] of Object.entries({ '--repository-id': repositoryId, '--owner-id': ownerId })) {
    if (value === null || /^[0-9]+$/.test(value)) continue;
    throw new UserError('BOOTSTRAP_REPOSITORY', `${option} ${value} is not a number`, {
      next: `gh api repos/${repository} --jq '.id, .owner.id'`,
    });
  }
  if (ownerId !== null && repositoryId === null) {
    throw new UserError(
      'BOOTSTRAP_REPOSITORY',
      '--owner-id stands alone; a subject holds both numbers or none',
      {
        next: `give --repository-id, too: gh api repos/${repository} --jq .id`,
      },
    );
  }
  return { owner: match.groups['owner'] ?? '', name: match.groups['name'] ?? '', repositoryId, ownerId };
}

/**
 * How the subjects of the repository's identity tokens begin: `repo:owner/name`, or with both numbers
 * `repo:owner@id/name@id` (GitHub, "OpenID Connect reference", the form of repositories made since 2026-07-15).
 */
export function subjectPrefix({ owner, name, repositoryId, ownerId }: Repository): string {
  return ownerId === null || repositoryId === null
    ? `repo:${owner}/${name}`
    : `repo:${owner}@${ownerId}/${name}@${repositoryId}`;
}

/**
 * The same repository with the numbers that a deployed bootstrap already checks, where none are given: what was bound once
 * is not loosened by leaving an option out.
 */
export function withDeployedNumbers(
  repository: Repository,
  deployed: Readonly<Record<string, string>>,
): Repository {
  if (repository.repositoryId !== null) return repository;
  const subject = /^repo:(?<owner>[^@/]+)(?:@(?<ownerId>\d+))?\/(?<name>[^@]+)(?:@(?<id>\d+))?$/.exec(
    deployed['RepositorySubject'] ?? '',
  )?.groups;
  if (subject?.['owner'] !== repository.owner || subject['name'] !== repository.name) return repository;
  const checked = deployed['RepositoryId'] ?? '';
  const repositoryId = subject['id'] ?? (checked === '' ? null : checked);
  return { ...repository, repositoryId, ownerId: subject['ownerId'] ?? null };
}
