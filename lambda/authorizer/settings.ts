/** What the authorizer trusts; read once from the function's environment. */
export interface AuthorizerSettings {
  /** Issuers exactly as tokens name them in `iss`. */
  readonly issuers: readonly string[];
  /** Where an issuer's keys lie, appended to the issuer. */
  readonly jwksPath: string;
  /** Must stand in `aud`, or be the `client_id` of a token without `aud` (Cognito's access tokens). */
  readonly audience: string;
  readonly tokenUse: string;
  readonly readScope: string;
  readonly writeScope: string;
  /** Where users' API keys are looked up; undefined where nobody is metered. */
  readonly userKeys: UserKeySettings | undefined;
}

export interface UserKeySettings {
  readonly table: string;
  readonly sharedKey: string;
  readonly sharedSubjects: string;
}

/**
 * Reads `TOKEN_ISSUERS` (comma-separated), `JWKS_PATH`, `TOKEN_AUDIENCE`, `TOKEN_USE`, `READ_SCOPE`, `WRITE_SCOPE`, and
 * where callers are metered `USER_KEYS_TABLE`, `SHARED_USAGE_KEY` and `SHARED_SUBJECTS`. Throws when a needed one is missing: an authorizer without settings lets nobody in.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): AuthorizerSettings {
  const required = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  const issuers = required('TOKEN_ISSUERS')
    .split(',')
    .map((issuer) => issuer.trim())
    .filter((issuer) => issuer !== '');
  if (issuers.length === 0) throw new Error('TOKEN_ISSUERS names no issuer');
  return {
    issuers,
    jwksPath: required('JWKS_PATH'),
    audience: required('TOKEN_AUDIENCE'),
    tokenUse: required('TOKEN_USE'),
    readScope: required('READ_SCOPE'),
    writeScope: required('WRITE_SCOPE'),
    userKeys:
      (env['USER_KEYS_TABLE'] ?? '') === ''
        ? undefined
        : {
            table: required('USER_KEYS_TABLE'),
            sharedKey: required('SHARED_USAGE_KEY'),
            sharedSubjects: env['SHARED_SUBJECTS'] ?? '',
          },
  };
}
