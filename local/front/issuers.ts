import { randomUUID, type webcrypto } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';
import {
  headerOf,
  jsonResponse,
  pathOf,
  type FrontRequest,
  type FrontResponse,
  type HeaderPairs,
} from './message.ts';

/** What a token says beyond what the issuer itself puts in (`iss`, `iat`, `exp`, `jti`). */
export interface TokenClaims {
  readonly [claim: string]: unknown;
  readonly sub: string;
  readonly aud?: string | readonly string[];
}

/** An OAuth client that may ask the login issuer for tokens by client credentials (RFC 6749 section 4.4). */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly audience: string;
  /** Scopes it may ask for, separated by blanks. */
  readonly scope: string;
}

export interface IssuerKey {
  readonly issuer: string;
  readonly kid: string;
  readonly privateKeyJwk: JWK;
}

/** Token issuers by their real addresses, each with its own RS256 key, made when first needed. */
export interface Issuers {
  sign(issuer: string, claims: TokenClaims, lifetimeSeconds: number): Promise<string>;
  keyOf(issuer: string): Promise<IssuerKey>;
  registerClient(issuer: string, client: OAuthClient): void;
  /** The claims of a token of that issuer whose signature and times hold; rejects otherwise. */
  verify(issuer: string, token: string): Promise<JWTPayload>;
  answer(issuer: string, request: FrontRequest): Promise<FrontResponse>;
}

export const githubIssuer = 'https://token.actions.githubusercontent.com';

/** The audience of tokens that people get by signing in at the login issuer. */
const userAudience = 'companycam';

/** What people may do who sign in. */
const userScope = 'photos/read photos/write';

interface Key extends IssuerKey {
  readonly publicJwk: JWK;
  readonly privateKey: webcrypto.CryptoKey;
}

export function createIssuers(now: () => number): Issuers {
  const keys = new Map<string, Promise<Key>>();
  const clients = new Map<string, OAuthClient>();

  function key(issuer: string): Promise<Key> {
    const known = keys.get(issuer);
    if (known !== undefined) return known;
    const made = makeKey(issuer);
    keys.set(issuer, made);
    return made;
  }

  async function sign(issuer: string, claims: TokenClaims, lifetimeSeconds: number): Promise<string> {
    const { kid, privateKey } = await key(issuer);
    const issued = Math.floor(now() / 1000);
    return new SignJWT({ jti: randomUUID(), ...claims } as JWTPayload)
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setIssuedAt(issued)
      .setNotBefore(issued)
      .setExpirationTime(issued + lifetimeSeconds)
      .sign(privateKey);
  }

  async function token(issuer: string, request: FrontRequest): Promise<FrontResponse> {
    const form = new URLSearchParams(request.body.toString());
    const lifetime = 3600;
    const grant = form.get('grant_type');
    let claims: TokenClaims;
    if (grant === 'client_credentials') {
      const [id, secret] = clientCredentials(request, form);
      const client = clients.get(`${issuer} ${id}`);
      if (client?.clientSecret !== secret) return oauthError(401, 'invalid_client');
      const scope = form.get('scope') ?? client.scope;
      const allowed = client.scope.split(' ');
      if (!scope.split(' ').every((one) => allowed.includes(one))) return oauthError(400, 'invalid_scope');
      claims = { sub: id, aud: client.audience, client_id: id, scope, token_use: 'access' };
    } else if (grant === 'password') {
      const user = form.get('username') ?? '';
      const password = form.get('password') ?? '';
      if (user === '' || password === '') return oauthError(400, 'invalid_grant');
      const scope = form.get('scope') ?? userScope;
      claims = {
        sub: user,
        aud: userAudience,
        client_id: form.get('client_id') ?? 'site',
        scope,
        token_use: 'access',
      };
    } else return oauthError(400, 'unsupported_grant_type');
    const accessToken = await sign(issuer, claims, lifetime);
    return jsonResponse(200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: lifetime,
      scope: claims['scope'],
    });
  }

  return {
    sign,
    keyOf: async (issuer) => {
      const { kid, privateKeyJwk } = await key(issuer);
      return { issuer, kid, privateKeyJwk };
    },
    registerClient: (issuer, client) => void clients.set(`${issuer} ${client.clientId}`, client),
    verify: async (issuer, text) => {
      const { publicJwk } = await key(issuer);
      const { payload } = await jwtVerify(text, createLocalJWKSet({ keys: [publicJwk] }), {
        issuer,
        currentDate: new Date(now()),
      });
      return payload;
    },
    answer: async (issuer, request) => {
      const route = `${request.method} ${pathOf(request)}`;
      let response: FrontResponse;
      if (request.method === 'OPTIONS') response = { status: 204, headers: [], body: Buffer.alloc(0) };
      else if (route === 'GET /.well-known/openid-configuration')
        response = jsonResponse(200, configurationOf(issuer));
      else if (route === 'GET /.well-known/jwks.json')
        response = jsonResponse(200, { keys: [(await key(issuer)).publicJwk] });
      else if (route === 'POST /oauth2/token' && issuer.startsWith('https://login.'))
        response = await token(issuer, request);
      else response = jsonResponse(404, { error: 'not_found' });
      return { ...response, headers: [...response.headers, ...crossOrigin] };
    },
  };
}

/** The sign-in page of the sample application calls the issuer from the site's origin. */
const crossOrigin: HeaderPairs = [
  ['access-control-allow-origin', '*'],
  ['access-control-allow-methods', 'GET, POST, OPTIONS'],
  ['access-control-allow-headers', 'authorization, content-type'],
  ['cache-control', 'no-store'],
];

async function makeKey(issuer: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const privateKeyJwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
  return { issuer, kid, publicJwk, privateKeyJwk, privateKey };
}

/** OpenID Connect Discovery 1.0, section 3: the required fields. */
function configurationOf(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    token_endpoint: `${issuer}/oauth2/token`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** RFC 6749 section 2.3.1: HTTP Basic, or both values in the form. */
function clientCredentials(request: FrontRequest, form: URLSearchParams): [id: string, secret: string] {
  const basic = /^Basic (.+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (basic === undefined) return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const text = Buffer.from(basic, 'base64').toString();
  const colon = text.indexOf(':');
  return [decodeURIComponent(text.slice(0, colon)), decodeURIComponent(text.slice(colon + 1))];
}

function oauthError(status: number, error: string): FrontResponse {
  return jsonResponse(status, { error });
}
