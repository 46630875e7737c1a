import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { ArchiveError, asArchiveError } from './errors.ts';
import type { OAuthCredentials } from './provider.ts';
import type { Redaction } from './redaction.ts';

/** What is called of AWS Secrets Manager (`SecretsManager` of the SDK has it). */
export interface SecretsApi {
  getSecretValue(input: { SecretId: string }): Promise<{
    SecretString?: string | undefined;
    VersionId?: string | undefined;
  }>;
  putSecretValue(input: {
    SecretId: string;
    SecretString: string;
    ClientRequestToken: string;
  }): Promise<unknown>;
}

/** A secret's value and which version it is; both `null` where it was never given one. */
export interface SecretVersion<T> {
  readonly value: T | null;
  readonly versionId: string | null;
}

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((value) => Date.parse(value)),
);
const credentialsSchema = v.object({
  client_id: text,
  client_secret: v.nullish(v.string(), null),
  refresh_token: text,
});
const accessTokenSchema = v.object({ access_token: text, issued_at: time, expires_at: time });

export interface SecretsOptions {
  readonly api: SecretsApi;
  /** Is told of every secret text, so that none gets into a log. */
  readonly redaction: Redaction;
}

/** @throws ArchiveError `CredentialsInvalid` (names the field), `StorageUnavailable` */
export async function readCredentials(
  id: string,
  { api, redaction }: SecretsOptions,
): Promise<{ readonly value: OAuthCredentials; readonly versionId: string | null }> {
  const { json, versionId } = await readSecret(id, api);
  const result = v.safeParse(credentialsSchema, json ?? {});
  if (!result.success) {
    const field = v.getDotPath(result.issues[0]) ?? 'its form';
    throw new ArchiveError('CredentialsInvalid', `the secret of the credentials lacks ${field}`);
  }
  const { client_id: clientId, client_secret: secret, refresh_token: refreshToken } = result.output;
  const clientSecret = secret === '' ? null : secret;
  redaction.hide(refreshToken, clientSecret);
  return { value: { clientId, clientSecret, refreshToken }, versionId };
}

/** The access token as it was last written; no value where there is none yet. @throws ArchiveError `StorageUnavailable` */
export async function readAccessToken(
  id: string,
  { api, redaction }: SecretsOptions,
): Promise<SecretVersion<AccessToken>> {
  const { json, versionId } = await readSecret(id, api);
  const result = v.safeParse(accessTokenSchema, json);
  if (!result.success) return { value: null, versionId };
  const { access_token: token, issued_at: issuedAt, expires_at: expiresAt } = result.output;
  redaction.hide(token);
  return { value: { token, issuedAt, expiresAt }, versionId };
}

/** @param over the version that was read; with the same one, writing the same twice is writing it once */
export async function writeCredentials(
  id: string,
  { clientId, clientSecret, refreshToken }: OAuthCredentials,
  over: string | null,
  options: SecretsOptions,
): Promise<void> {
  options.redaction.hide(refreshToken, clientSecret);
  await write(id, over, options.api, {
    client_id: clientId,
    ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    refresh_token: refreshToken,
  });
}

export async function writeAccessToken(
  id: string,
  { token, issuedAt, expiresAt }: AccessToken,
  over: string | null,
  options: SecretsOptions,
): Promise<void> {
  options.redaction.hide(token);
  await write(id, over, options.api, {
    access_token: token,
    issued_at: new Date(issuedAt).toISOString(),
    expires_at: new Date(expiresAt).toISOString(),
  });
}

/**
 * The request token follows from the content and the version that it follows on, so that a repetition makes no further
 * version, and a content that comes back makes one (API Reference, PutSecretValue: a token that a version has is a repetition).
 */
async function write(id: string, over: string | null, api: SecretsApi, value: object): Promise<void> {
  const SecretString = JSON.stringify(value);
  const ClientRequestToken = createHash('sha256')
    .update(`${over ?? ''}\n${SecretString}`)
    .digest('hex');
  try {
    await api.putSecretValue({ SecretId: id, SecretString, ClientRequestToken });
  } catch (error) {
    throw asArchiveError(error);
  }
}

async function readSecret(
  id: string,
  api: SecretsApi,
): Promise<{ readonly json: unknown; readonly versionId: string | null }> {
  try {
    const { SecretString, VersionId } = await api.getSecretValue({ SecretId: id });
    return { json: parse(SecretString ?? ''), versionId: VersionId ?? null };
  } catch (error) {
    // A secret that was made without a value has no version (API Reference, GetSecretValue).
    if (error instanceof Error && error.name === 'ResourceNotFoundException') {
      return { json: null, versionId: null };
    }
    throw asArchiveError(error);
  }
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
