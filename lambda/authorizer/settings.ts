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
  /** The claim whose value is the caller's API key; empty where there is no usage plan. */
  readonly usageKeyClaim: string;
}

/**
 * Reads `TOKEN_ISSUERS` (comma-separated), `JWKS_PATH`, `TOKEN_AUDIENCE`, `TOKEN_USE`, `READ_SCOPE`, `WRITE_SCOPE` and
 * `USAGE_KEY_CLAIM`. Throws when a needed one is missing: an authorizer without settings lets nobody in.
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
    usageKeyClaim: env['USAGE_KEY_CLAIM'] ?? '',
  };
}
