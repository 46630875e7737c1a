import {
  ArchiveError,
  readAccessToken,
  readCredentials,
  retrying,
  writeAccessToken,
  writeCredentials,
  type AccessToken,
  type CloudProvider,
  type OAuthCredentials,
  type SecretsOptions,
  type TokenGrant,
  type Waiting,
} from '../archive-layer/index.ts';

export interface AuthenticatorOptions {
  readonly provider: CloudProvider;
  readonly secrets: SecretsOptions;
  /** Ids of the two secrets. */
  readonly credentials: string;
  readonly accessToken: string;
  readonly waiting: Waiting;
}

interface Credentials {
  readonly value: OAuthCredentials;
  readonly versionId: string | null;
}

interface Granted {
  readonly grant: TokenGrant;
  readonly credentials: Credentials;
}

export interface Authentication {
  readonly provider: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly refreshed: boolean;
}

/** Milliseconds that a token must still be good for: what a download may take. */
const reserve = 20 * 60_000;
/** Milliseconds within which a token counts as just renewed, whoever asked for it. */
const fresh = 60_000;
/** Milliseconds between looks at what a winner of a race writes. */
const raceWaits = [0, 1000, 3000];

/** Whether the token is renewed: it runs out soon, or the provider rejected it and it was not renewed since. */
export function needsRefresh(token: AccessToken, now: number, force: boolean): boolean {
  if (token.expiresAt <= now) return true;
  return (force || token.expiresAt - now < reserve) && now - token.issuedAt >= fresh;
}

/**
 * Sees to it that the secret of the access token holds one that is good. The token is in no answer, since an execution's
 * history would keep it. A refresh token that the provider gives in place of the old one is written first: without it, nobody
 * gets in again.
 *
 * @throws ArchiveError `CredentialsInvalid`, `CredentialsNotSaved`, and what asking the provider throws
 */
export function authenticator(options: AuthenticatorOptions): (force: boolean) => Promise<Authentication> {
  const { provider, secrets, waiting } = options;
  const answer = ({ expiresAt }: AccessToken, refreshed: boolean): Authentication => ({
    provider: provider.name,
    expiresAt: new Date(expiresAt).toISOString(),
    refreshed,
  });

  /** A grant, with the credentials that it was given for; or the token that somebody else has just been granted. */
  async function ask(credentials: Credentials): Promise<Granted | AccessToken> {
    try {
      return { grant: await provider.refresh(credentials.value), credentials };
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.name !== 'CredentialsInvalid') throw error;
      // Somebody else may have used the refresh token a moment before, and is writing what came of it.
      let later = credentials;
      for (const pause of raceWaits) {
        await waiting.sleep(pause);
        const { value } = await readAccessToken(options.accessToken, secrets);
        if (value !== null && waiting.now() - value.issuedAt < fresh) return value;
        later = await readCredentials(options.credentials, secrets);
      }
      // Or somebody has set new credentials.
      if (later.versionId === credentials.versionId) throw error;
      return { grant: await provider.refresh(later.value), credentials: later };
    }
  }

  return async (force) => {
    const known = await readAccessToken(options.accessToken, secrets);
    if (known.value !== null && !needsRefresh(known.value, waiting.now(), force)) {
      return answer(known.value, false);
    }
    const granted = await ask(await readCredentials(options.credentials, secrets));
    if ('token' in granted) return answer(granted, false);
    const { grant, credentials } = granted;
    secrets.redaction.hide(grant.accessToken, grant.refreshToken);
    if (grant.refreshToken !== null && grant.refreshToken !== credentials.value.refreshToken) {
      await keep(grant.refreshToken, credentials);
    }
    const issuedAt = waiting.now();
    const token = { token: grant.accessToken, issuedAt, expiresAt: issuedAt + grant.expiresIn * 1000 };
    await retrying(() => writeAccessToken(options.accessToken, token, known.versionId, secrets), waiting);
    return answer(token, true);
  };

  /** Writes the new refresh token, unless somebody has set other credentials since. */
  async function keep(refreshToken: string, { value, versionId }: Credentials): Promise<void> {
    try {
      await retrying(async () => {
        const now = await readCredentials(options.credentials, secrets);
        if (now.versionId !== versionId) return;
        await writeCredentials(options.credentials, { ...value, refreshToken }, versionId, secrets);
      }, waiting);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      throw new ArchiveError('CredentialsNotSaved', `the new refresh token can't be written: ${name}`);
    }
  }
}
