import { JwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwtBaseError, JwkValidationError, JwksValidationError } from 'aws-jwt-verify/error';
import { type JwksCache, SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { JwtHeader, JwtPayload } from 'aws-jwt-verify/jwt-model';
import type { TokenSettings } from './settings.ts';

/** What a verified token says of its bearer. */
export interface Caller {
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** The session at the issuer (`sid`, OpenID Connect Back-Channel Logout 1.0, 2.1); undefined where the token names none. */
  readonly session: string | undefined;
  /** When the token ends, in seconds since 1970. */
  readonly expiresAt: number;
}

/** The token is not acceptable; the message is for the log and never holds the token. */
export class InvalidToken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidToken';
  }
}

/** Seconds by which the issuer's clock may be ahead. */
const clockSkew = 30;

/**
 * Makes a function that verifies an `Authorization` header's bearer token: RS256 only, signed by a key of the issuer
 * it names, in its time, for this audience and use (RFC 7519; RFC 8725, 3.1, 3.8 and 3.9). Throws `InvalidToken`;
 * any other error means that the issuer's keys could not be had, which is no fault of the token.
 */
export function tokenVerifier(
  settings: TokenSettings,
  jwksCache: JwksCache = new SimpleJwksCache(),
): (authorization: string | undefined) => Promise<Caller> {
  const verifier = JwtVerifier.create(
    settings.issuers.map((issuer) => ({
      issuer,
      jwksUri: `${issuer}${settings.jwksPath}`,
      // The audience is checked below, because a token may carry `client_id` in place of `aud`.
      audience: null,
      customJwtCheck: ({ header, payload }: { header: JwtHeader; payload: JwtPayload }): void => {
        checkClaims(settings, header, payload);
      },
    })),
    { jwksCache },
  );
  return async (authorization) => {
    const token = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new InvalidToken('no bearer token');
    try {
      return callerOf(await verifier.verify(token));
    } catch (error) {
      throw isOfToken(error) ? new InvalidToken(error.constructor.name) : error;
    }
  };
}

/** Errors of the library blame the token, except those that say the keys could not be fetched or read. */
function isOfToken(error: unknown): error is Error {
  if (error instanceof FetchError || error instanceof JwksValidationError) return false;
  return error instanceof JwtBaseError && !(error instanceof JwkValidationError);
}

function checkClaims(settings: TokenSettings, header: JwtHeader, payload: JwtPayload): void {
  if (header.alg !== 'RS256') throw new InvalidToken('algorithm is not RS256');
  if (payload.exp === undefined) throw new InvalidToken('token never expires');
  if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + clockSkew) {
    throw new InvalidToken('issued in the future');
  }
  const audiences =
    payload.aud === undefined
      ? [payload['client_id']]
      : Array.isArray(payload.aud)
        ? payload.aud
        : [payload.aud];
  if (!audiences.includes(settings.audience)) throw new InvalidToken('another audience');
  if (payload['token_use'] !== settings.tokenUse) throw new InvalidToken('another token use');
  if (typeof payload.sub !== 'string' || payload.sub === '') throw new InvalidToken('no subject');
}

function callerOf(payload: JwtPayload): Caller {
  const scope: unknown = payload.scope;
  const session: unknown = payload['sid'];
  return {
    subject: payload.sub ?? '',
    session: typeof session === 'string' && session !== '' ? session : undefined,
    expiresAt: payload.exp ?? 0,
    scopes: new Set(typeof scope === 'string' ? scope.split(' ').filter((part) => part !== '') : []),
  };
}
