/** Whose tokens are trusted, and for what they must be made. */
export interface TokenSettings {
  /** Issuers exactly as tokens name them in `iss`. */
  readonly issuers: readonly string[];
  /** Where an issuer's keys lie, appended to the issuer. */
  readonly jwksPath: string;
  /** Must stand in `aud`, or be the `client_id` of a token without `aud` (Cognito's access tokens). */
  readonly audience: string;
  readonly tokenUse: string;
}

export type FunctionEnvironment = Readonly<Record<string, string | undefined>>;

/** A variable that the function cannot do without. Throws when it is missing or empty. */
export function required(env: FunctionEnvironment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

/**
 * Reads `TOKEN_ISSUERS` (comma-separated), `JWKS_PATH`, `TOKEN_AUDIENCE` and `TOKEN_USE`. Throws when one is missing: an
 * authorizer without settings lets nobody in.
 */
export function readTokenSettings(env: FunctionEnvironment): TokenSettings {
  const issuers = required(env, 'TOKEN_ISSUERS')
    .split(',')
    .map((issuer) => issuer.trim())
    .filter((issuer) => issuer !== '');
  if (issuers.length === 0) throw new Error('TOKEN_ISSUERS names no issuer');
  return {
    issuers,
    jwksPath: required(env, 'JWKS_PATH'),
    audience: required(env, 'TOKEN_AUDIENCE'),
    tokenUse: required(env, 'TOKEN_USE'),
  };
}
