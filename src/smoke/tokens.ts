import type { JsonWebKey } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../runtime/clock.ts';
import { FixtureError } from './check.ts';
import type { Probe } from './probe.ts';
import type { ApiProfile } from './profile.ts';
import { parseJson, readSecret } from './read-secret.ts';
import type { SmokeSecrets } from './target.ts';

/** Replaces header fields or claims of a sound token; `undefined` leaves one out. */
export interface TokenChange {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Where the run's tokens come from. Tokens never leave the process but as an Authorization header. */
export interface TokenSource {
  /** A token that the API must accept. */
  valid(probe: Probe): Promise<string>;
  /** The issuer's public keys, for forgeries that misuse them. */
  publicKeys(probe: Probe): Promise<readonly JsonWebKey[]>;
  /** Signs with a key that the API trusts; `null` where nothing but an OAuth client is at hand. */
  readonly sign: ((change: TokenChange) => Promise<string>) | null;
}

const testIssuerSecret = v.object({
  issuer: v.pipe(v.string(), v.url()),
  kid: v.pipe(v.string(), v.nonEmpty()),
  privateKeyJwk: v.looseObject({ kty: v.literal('RSA'), n: v.string(), e: v.string(), d: v.string() }),
  audience: v.pipe(v.string(), v.nonEmpty()),
  clientId: v.pipe(v.string(), v.nonEmpty()),
});

const clientSecret = v.object({
  tokenUrl: v.pipe(v.string(), v.url()),
  clientId: v.pipe(v.string(), v.nonEmpty()),
  clientSecret: v.pipe(v.string(), v.nonEmpty()),
  scope: v.optional(v.string()),
});

export interface TokenOptions {
  readonly profile: ApiProfile['tokens'];
  readonly environment: string;
  /** Subject of the tokens signed here: what the run writes can be told apart. */
  readonly subject: string;
  readonly secrets: () => Promise<SmokeSecrets>;
  readonly clock: Clock;
}

/** Seconds that a token signed here lives. */
const lifetime = 600;

/** The test issuer where the environment trusts one, else the OAuth client, else `null`. */
export function makeTokenSource(options: TokenOptions): TokenSource | null {
  const { testIssuer, client } = options.profile;
  const trusted: readonly string[] = testIssuer?.environments ?? [];
  if (testIssuer && trusted.includes(options.environment)) return fromTestIssuer(testIssuer.secret, options);
  const offered: readonly string[] = client?.environments ?? [];
  if (client && offered.includes(options.environment)) return fromClient(client.secret, options);
  return null;
}

function fromTestIssuer(secret: string, options: TokenOptions): TokenSource {
  let read: Promise<v.InferOutput<typeof testIssuerSecret>> | undefined;
  const issuer = () => (read ??= readSecret(secret, testIssuerSecret, options.secrets));
  const sign = async (change: TokenChange): Promise<string> => {
    const [{ SignJWT, importJWK }, { issuer: iss, kid, privateKeyJwk, audience, clientId }] =
      await Promise.all([import('jose'), issuer()]);
    const now = Math.floor(options.clock.now() / 1000);
    const claims = present({
      iss,
      sub: options.subject,
      aud: audience,
      client_id: clientId,
      token_use: 'access',
      scope: options.profile.scope,
      iat: now,
      nbf: now,
      exp: now + lifetime,
      jti: randomUUID(),
      ...change.claims,
    });
    const header = present({ alg: 'RS256', kid, typ: 'JWT', ...change.header });
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(await importJWK(privateKeyJwk, 'RS256'));
  };
  let token: Promise<string> | undefined;
  return {
    sign,
    valid: () => (token ??= sign({})),
    publicKeys: async () => {
      const { kid, privateKeyJwk } = await issuer();
      return [{ kty: 'RSA', n: privateKeyJwk.n, e: privateKeyJwk.e, kid, alg: 'RS256', use: 'sig' }];
    },
  };
}

const tokenAnswer = v.object({ access_token: v.pipe(v.string(), v.nonEmpty()) });
const keySet = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });

function fromClient(secret: string, options: TokenOptions): TokenSource {
  let token: Promise<string> | undefined;
  const valid = (probe: Probe) => (token ??= askForToken(probe, secret, options));
  return {
    sign: null,
    valid,
    publicKeys: async (probe) => {
      const issuer = claimsOf(await valid(probe))['iss'];
      if (typeof issuer !== 'string') throw new FixtureError('the token names no issuer');
      const answer = await probe.send({ url: `${issuer}/.well-known/jwks.json` });
      const keys = v.safeParse(keySet, parseJson(answer.text()));
      if (!keys.success)
        throw new FixtureError(`the issuer's key set could not be read: HTTP ${answer.status}`);
      return keys.output.keys;
    },
  };
}

/** Client credentials grant (RFC 6749, 4.4) with HTTP Basic (2.3.1). */
async function askForToken(probe: Probe, secret: string, options: TokenOptions): Promise<string> {
  const client = await readSecret(secret, clientSecret, options.secrets);
  const credentials = `${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.clientSecret)}`;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: client.scope ?? options.profile.scope,
  });
  const answer = await probe.send({
    method: 'POST',
    url: client.tokenUrl,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    },
    body: Buffer.from(form.toString()),
  });
  const parsed = v.safeParse(tokenAnswer, parseJson(answer.text()));
  if (answer.status !== 200 || !parsed.success) {
    throw new FixtureError(`the smoke client got no token: HTTP ${answer.status}`);
  }
  return parsed.output.access_token;
}

/** A token's claims, unchecked. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return decodePart(token.split('.')[1]);
}

/** A token's header, unchecked. */
export function headerOf(token: string): Readonly<Record<string, unknown>> {
  return decodePart(token.split('.')[0]);
}

function decodePart(part: string | undefined): Readonly<Record<string, unknown>> {
  const value = parseJson(Buffer.from(part ?? '', 'base64url').toString());
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new FixtureError('the valid token is no JSON Web Token, so nothing can be forged from it');
  }
  return { ...value };
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
