import { subjectPrefix, type Repository } from '../bootstrap/repository.ts';
import { ok, unknown, warning, wrong, type Check, type CheckId, type Subject } from './check.ts';
import { read } from './reading.ts';
import type { RepositoryReader } from './repository-reader.ts';

/** What the bootstrap of one account trusts. */
export interface DeployedTrust {
  /** 12 digits. */
  readonly account: string;
  /** Parameters of the stack in the home region. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The command of the account's bootstrap, without numbers. */
  readonly bootstrap: string;
}

export interface SubjectOptions {
  readonly repository: Repository;
  readonly reader: RepositoryReader;
  readonly trusts: readonly DeployedTrust[];
  readonly subject: (id: CheckId, where: string, wanted: string) => Subject;
  readonly numbers: { readonly id: number; readonly ownerId: number };
}

/**
 * Whether the subjects that GitHub writes into the repository's tokens are those that the roles trust: with names alone, or
 * with both numbers (GitHub, "OpenID Connect reference", immutable subject claims), and never of a form of its own.
 */
export async function checkSubjects(options: SubjectOptions): Promise<readonly Check[]> {
  const { reader, subject, trusts, repository } = options;
  const place = `${repository.owner}/${repository.name}`;
  const about = subject(
    'subject',
    'identity tokens',
    'their subjects have GitHub’s own form, which the roles trust',
  );
  const reading = await read(() => reader.getSubjectForm());
  const byNumber = trusts.map((trust) => repositoryNumber(trust, options));
  if (reading.kind !== 'read') {
    const { reason, next } =
      reading.kind === 'absent' ? { reason: 'GitHub does not say', next: null } : reading;
    return [unknown(about, reason, next), ...byNumber];
  }
  const { isDefault, claims, prefix } = reading.value;
  if (!isDefault) {
    // without claims of its own the repository takes the organization's form, if that has one (REST reference, "OIDC")
    const found =
      claims.length > 0 ? `a form of their own, of ${claims.join(', ')}` : 'the organization’s form';
    const next = `gh api -X PUT repos/${place}/actions/oidc/customization/sub -F use_default=true`;
    return [wrong(about, `they have ${found}`, next), ...byNumber];
  }
  const form = trusts.map((trust) => matched(trust, prefix === null ? null : trimmed(prefix), options));
  return [...form, ...byNumber];
}

/** `repo:owner/name`, whether or not the server writes the colon behind it. */
function trimmed(prefix: string): string {
  return prefix.replace(/:+$/, '');
}

function matched(
  { account, parameters, bootstrap }: DeployedTrust,
  prefix: string | null,
  { repository, numbers, subject }: SubjectOptions,
): Check {
  const trusted = parameters['RepositorySubject'] ?? '';
  const names = subjectPrefix({ ...repository, repositoryId: null, ownerId: null });
  const numbered = subjectPrefix({
    ...repository,
    repositoryId: String(numbers.id),
    ownerId: String(numbers.ownerId),
  });
  const withNumbers = `${bootstrap} --repository-id ${numbers.id} --owner-id ${numbers.ownerId}`;
  const about = subject(
    'subject',
    `identity tokens, account ${account}`,
    `the roles trust ${prefix ?? `${names} or ${numbered}`}`,
  );
  if (prefix !== null) {
    if (trusted === prefix) return ok(about, trusted);
    return wrong(about, `they trust ${trusted}`, prefix === numbered ? withNumbers : bootstrap);
  }
  if (trusted !== names && trusted !== numbered) return wrong(about, `they trust ${trusted}`, bootstrap);
  return unknown(
    about,
    `they trust ${trusted}; GitHub does not say which of the two forms it writes`,
    `gh api repos/${repository.owner}/${repository.name} --jq .created_at (since 2026-07-15, or renamed since: ${withNumbers})`,
  );
}

/** A name can come to belong to somebody else; the number can't. */
function repositoryNumber(
  { account, parameters, bootstrap }: DeployedTrust,
  { subject, numbers }: Pick<SubjectOptions, 'subject' | 'numbers'>,
): Check {
  const about = subject(
    'repository-number',
    `account ${account}`,
    `the roles check the number ${numbers.id}`,
  );
  const checked = parameters['RepositoryId'] ?? '';
  if (checked === String(numbers.id)) return ok(about, checked);
  const next = `${bootstrap} --repository-id ${numbers.id}`;
  if (checked !== '')
    return wrong(about, `they check ${checked}: no token is taken that tells its own`, next);
  return warning(about, 'they check the name alone, which another owner could take one day', next);
}
