import type { SecretStoreApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { PlacedSecret } from './find-secret.ts';

/** A secret as it stands, without its value. */
export interface SecretState {
  /** The version that readers get; `null` where it holds nothing yet. */
  readonly current: string | null;
  /** The one before it, which can come back. */
  readonly previous: string | null;
  /** Milliseconds since the epoch. */
  readonly changedAt: number | null;
  /** It is about to go (API_DeleteSecret): nobody can read or set it, and its name is not free yet. */
  readonly isToBeDeleted: boolean;
}

/** Describes a secret; `null` where there is none. */
export async function readState(
  api: Pick<SecretStoreApi, 'describeSecret'>,
  id: string,
): Promise<SecretState | null> {
  const found = await unlessAbsent(() => api.describeSecret({ SecretId: id }));
  if (found === null) return null;
  const versions = Object.entries(found.VersionIdsToStages ?? {});
  const at = (stage: string): string | null =>
    versions.find(([, stages]) => stages.includes(stage))?.[0] ?? null;
  return {
    current: at('AWSCURRENT'),
    previous: at('AWSPREVIOUS'),
    changedAt: found.LastChangedDate?.getTime() ?? null,
    isToBeDeleted: found.DeletedDate !== undefined,
  };
}

/**
 * Describes a secret that is to be read or set.
 * @returns `null` where there is none yet, and a person makes it
 * @throws UserError SECRET_ABSENT where a stack has to make it, SECRET_DELETED
 */
export async function readUsable(
  api: Pick<SecretStoreApi, 'describeSecret'>,
  { id, region, definition }: PlacedSecret,
): Promise<SecretState | null> {
  const state = await readState(api, id);
  if (state === null && definition.madeBy === 'template') throw absent(id);
  if (state?.isToBeDeleted !== true) return state;
  throw new UserError('SECRET_DELETED', `${id} is about to be deleted, so it can neither be read nor set`, {
    next: `aws secretsmanager restore-secret --secret-id ${id} --region ${region}`,
  });
}

/** The value that readers get; `null` where it holds none. */
export async function readValue(
  api: Pick<SecretStoreApi, 'getSecretValue'>,
  id: string,
  version: string | null = null,
): Promise<string | null> {
  const found = await unlessAbsent(() =>
    api.getSecretValue({ SecretId: id, ...(version === null ? {} : { VersionId: version }) }),
  );
  return found?.SecretString ?? null;
}

export interface Writing {
  readonly id: string;
  readonly description: string;
  readonly value: string;
  /** Makes it where it is not there; otherwise a stack has to. */
  readonly create: boolean;
}

/**
 * Writes a new version and reads it back. Secrets Manager keeps the one before as AWSPREVIOUS (API_PutSecretValue).
 * @throws UserError SECRET_ABSENT where there is none and it is not to be made; SECRET_NOT_KEPT where something else is read back
 */
export async function writeValue(
  api: Pick<SecretStoreApi, 'createSecret' | 'putSecretValue' | 'getSecretValue'>,
  { id, description, value, create }: Writing,
): Promise<void> {
  const put = await unlessAbsent(() => api.putSecretValue({ SecretId: id, SecretString: value }));
  if (put === null) {
    if (!create) throw absent(id);
    await api.createSecret({ Name: id, Description: description, SecretString: value });
  }
  if ((await readValue(api, id)) !== value) {
    throw new UserError(
      'SECRET_NOT_KEPT',
      `${id} was written, and reads otherwise: somebody else has set it meanwhile`,
      {
        next: 'the same command again',
      },
    );
  }
}

/**
 * Makes the version before the current one again; the one that was current becomes the one before (API_UpdateSecretVersionStage).
 * @throws UserError SECRET_ABSENT, SECRET_DELETED, SECRET_NO_PREVIOUS
 */
export async function restorePrevious(
  api: Pick<SecretStoreApi, 'describeSecret' | 'updateSecretVersionStage'>,
  secret: PlacedSecret,
): Promise<void> {
  const { id } = secret;
  const { current = null, previous = null } = (await readUsable(api, secret)) ?? {};
  if (current === null || previous === null || previous === current)
    throw new UserError('SECRET_NO_PREVIOUS', `${id} has no version before the current one`, {
      next: 'slipway secret set with the value that should stand there',
    });
  await api.updateSecretVersionStage({
    SecretId: id,
    VersionStage: 'AWSCURRENT',
    MoveToVersionId: previous,
    RemoveFromVersionId: current,
  });
}

/** The error for a secret that a stack makes and has not made. */
function absent(id: string): UserError {
  return new UserError('SECRET_ABSENT', `there is no secret ${id}; the system's stacks make it`, {
    next: 'deploy the environment first',
  });
}

async function unlessAbsent<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return null;
    throw error;
  }
}
