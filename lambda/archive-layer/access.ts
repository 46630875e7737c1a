import { ArchiveError, isPassing } from './errors.ts';
import { readAccessToken, type SecretsOptions } from './secrets.ts';

/** Does something with the access token that the authenticator wrote. */
export type WithAccessToken = <T>(use: (accessToken: string) => Promise<T>) => Promise<T>;

/**
 * Reads the token once and keeps it; where the provider rejects it, reads it once more, since it may have been renewed
 * meanwhile, and tries again with another one.
 *
 * @throws ArchiveError `AccessTokenMissing` where there is none or it has run out, `AccessTokenRejected`, and what is thrown
 *   by the use
 */
export function accessTokens(
  id: string,
  options: SecretsOptions & { readonly now: () => number },
): WithAccessToken {
  let kept: string | null = null;

  async function read(): Promise<string> {
    const { value } = await readAccessToken(id, options);
    if (value === null || value.expiresAt <= options.now()) {
      throw new ArchiveError('AccessTokenMissing', 'there is no access token that is still good');
    }
    return value.token;
  }

  return async (use) => {
    const first = (kept ??= await read());
    try {
      return await use(first);
    } catch (error) {
      if (isPassing(error) || !(error instanceof ArchiveError) || error.name !== 'AccessTokenRejected')
        throw error;
      kept = null;
      const second = await read();
      if (second === first) throw error;
      kept = second;
      return await use(second);
    }
  };
}
