import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { FetchError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { createHmac, type webcrypto } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { authorizer } from '../../../lambda/authorizer/handler.ts';
import { readSettings } from '../../../lambda/authorizer/settings.ts';
import { tokenVerifier } from '../../../lambda/shared-token/verify-token.ts';

const login = 'https://login.dev.companycam.com';
const smoke = 'https://smoke-issuer.dev.companycam.com';
const environment = {
  TOKEN_ISSUERS: `${login},${smoke}`,
  JWKS_PATH: '/.well-known/jwks.json',
  TOKEN_AUDIENCE: 'companycam',
  TOKEN_USE: 'access',
  READ_SCOPE: 'photos/read',
  WRITE_SCOPE: 'photos/write',
};
const settings = readSettings(environment);
const api = 'arn:aws:execute-api:eu-west-1:111111111111:a1b2c3/v1';

interface Issuer {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
  readonly jwk: JWK;
}
const issuers = new Map<string, Issuer>();
/** Addresses whose answer is an error. */
const outOfReach = new Set<string>();
let authorize: (event: APIGatewayTokenAuthorizerEvent) => Promise<APIGatewayAuthorizerResult>;

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const [index, issuer] of [login, smoke].entries()) {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: `key-${index}`, alg: 'RS256', use: 'sig' };
    issuers.set(issuer, { ...pair, jwk });
  }
  authorize = fresh();
});

/** An authorizer without keys in memory; keys come from the issuers above. */
function fresh(): typeof authorize {
  const fetcher = {
    fetch: (uri: string): Promise<ArrayBuffer> => {
      const issuer = uri.replace('/.well-known/jwks.json', '');
      if (outOfReach.has(issuer)) return Promise.reject(new FetchError(uri, 'connect ECONNREFUSED'));
      const keys = { keys: [issuers.get(issuer)?.jwk] };
      const bytes = new TextEncoder().encode(JSON.stringify(keys));
      return Promise.resolve(new Uint8Array(bytes).buffer);
    },
  };
  return authorizer(settings, tokenVerifier(settings, new SimpleJwksCache({ fetcher })));
}

function issuerOf(name: string): Issuer {
  const issuer = issuers.get(name);
  if (issuer === undefined) throw new Error(`no issuer ${name}`);
  return issuer;
}

interface Change {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly issuer?: string;
}

/** A token that is good but for the change. */
async function token({ header = {}, claims = {}, issuer = login }: Change = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { privateKey, jwk } = issuerOf(issuer);
  const payload = {
    iss: issuer,
    sub: 'alice',
    aud: 'companycam',
    token_use: 'access',
    scope: 'photos/read photos/write',
    iat: now,
    nbf: now,
    exp: now + 600,
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({
      alg: 'RS256',
      ...(jwk.kid === undefined ? {} : { kid: jwk.kid }),
      typ: 'JWT',
      ...header,
    })
    .sign(privateKey);
}

function ask(authorizationToken: string, by = authorize): Promise<APIGatewayAuthorizerResult> {
  return by({ type: 'TOKEN', methodArn: `${api}/GET/photos`, authorizationToken });
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a good token', () => {
  test('opens the routes of its scopes, for the whole API, because the policy is cached', async () => {
    expect(await ask(`Bearer ${await token()}`)).toEqual({
      principalId: 'alice',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: [
              `${api}/GET/photos`,
              `${api}/GET/photos/*`,
              `${api}/POST/photos/uploads`,
              `${api}/POST/detections`,
            ],
          },
        ],
      },
      context: { scope: 'photos/read photos/write' },
    });
  });

  test('with one scope opens just its routes', async () => {
    const result = await ask(`Bearer ${await token({ claims: { scope: 'photos/read' } })}`);
    expect(result.policyDocument.Statement).toMatchObject([
      { Effect: 'Allow', Resource: [`${api}/GET/photos`, `${api}/GET/photos/*`] },
    ]);
  });

  test.each([
    ['no scope at all', { scope: undefined }],
    ['a scope of another system', { scope: 'openid profile' }],
    ['a scope that only begins like ours', { scope: 'photos/reader' }],
  ])('with %s is denied everything, which is a 403 and not a 401', async (_, claims) => {
    const result = await ask(`Bearer ${await token({ claims })}`);
    expect(result.policyDocument.Statement).toMatchObject([{ Effect: 'Deny', Resource: [`${api}/*/*`] }]);
  });

  test('may come from each trusted issuer, and name its audience as client_id', async () => {
    await expect(ask(`Bearer ${await token({ issuer: smoke })}`)).resolves.toMatchObject({
      principalId: 'alice',
    });
    const cognito = await token({ claims: { aud: undefined, client_id: 'companycam' } });
    await expect(ask(`bearer ${cognito}`)).resolves.toMatchObject({ principalId: 'alice' });
  });

  test('carries the key by which its subject is metered, where callers are metered', async () => {
    const bearer = `Bearer ${await token()}`;
    expect(await ask(bearer)).not.toHaveProperty('usageIdentifierKey');
    const cache = new SimpleJwksCache();
    cache.addJwks(`${login}/.well-known/jwks.json`, { keys: [issuerOf(login).jwk as never] });
    const metered = authorizer(settings, tokenVerifier(settings, cache), (subject) =>
      Promise.resolve(`key-of-${subject}`),
    );
    expect(await ask(bearer, metered)).toMatchObject({ usageIdentifierKey: 'key-of-alice' });
  });
});

describe('a bad token is 401', () => {
  const now = Math.floor(Date.now() / 1000);
  const changes: readonly (readonly [string, Change])[] = [
    ['expired', { claims: { exp: now - 5 } }],
    ['without expiry', { claims: { exp: undefined } }],
    ['not yet valid', { claims: { nbf: now + 300 } }],
    ['issued in the future', { claims: { iat: now + 300 } }],
    ['of an unknown issuer', { claims: { iss: 'https://login.dev.companycam.com.evil.example' } }],
    ['of the other issuer, signed by this one', { claims: { iss: smoke } }],
    ['for another audience', { claims: { aud: 'other' } }],
    [
      'for another audience, with our client_id beside it',
      { claims: { aud: 'other', client_id: 'companycam' } },
    ],
    ['for another use', { claims: { token_use: 'id' } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['with an unknown key', { header: { kid: 'unknown' } }],
    ['without a key id', { header: { kid: undefined } }],
    ['whose key id is a path', { header: { kid: '../../../../dev/null' } }],
    ['whose key id is SQL', { header: { kid: "x' UNION SELECT 'secret" } }],
  ];
  test.each(changes)('%s', async (_, change) => {
    await expect(ask(`Bearer ${await token(change)}`)).rejects.toThrow(/^Unauthorized$/);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Bearer abc', 'Bearer a.b', 'Basic YTpi', 'Bearer a.b.c d', 'null'])(
    'the header %j',
    async (value) => {
      await expect(ask(value)).rejects.toThrow(/^Unauthorized$/);
    },
  );

  test.each(['none', 'None', 'NONE', 'nOnE'])('unsigned, alg %s', async (alg) => {
    const [, payload = ''] = (await token()).split('.');
    const header = encode({ alg, kid: 'key-0', typ: 'JWT' });
    await expect(ask(`Bearer ${header}.${payload}.`)).rejects.toThrow(/^Unauthorized$/);
    await expect(ask(`Bearer ${header}.${payload}.AA`)).rejects.toThrow(/^Unauthorized$/);
  });

  test('with its signature taken away or its payload changed', async () => {
    const [header = '', payload = '', signature = ''] = (await token()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const forged = encode({ ...claims, sub: 'mallory' });
    await expect(ask(`Bearer ${header}.${payload}.`)).rejects.toThrow(/^Unauthorized$/);
    await expect(ask(`Bearer ${header}.${forged}.${signature}`)).rejects.toThrow(/^Unauthorized$/);
  });

  test('signed with HMAC, keyed with nothing or with the public key', async () => {
    const [, payload = ''] = (await token()).split('.');
    const header = encode({ alg: 'HS256', kid: 'key-0', typ: 'JWT' });
    for (const key of ['', await exportSPKI(issuerOf(login).publicKey)]) {
      const signature = createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url');
      await expect(ask(`Bearer ${header}.${payload}.${signature}`)).rejects.toThrow(/^Unauthorized$/);
    }
  });

  test.each(['RS384', 'PS256'])('signed by the right key with %s', async (alg) => {
    // An issuer need not say which algorithm its key is for (RFC 7517, 4.4).
    const { privateKey, jwk } = issuerOf(login);
    const { kid = '', kty, n, e } = jwk;
    const cache = new SimpleJwksCache();
    cache.addJwks(`${login}/.well-known/jwks.json`, { keys: [{ kid, kty, n, e } as never] });
    const open = authorizer(settings, tokenVerifier(settings, cache));
    const key = await importJWK({ ...(await exportJWK(privateKey)), alg }, alg);
    const claims = { iss: login, sub: 'alice', aud: 'companycam', token_use: 'access' };
    const signed = await new SignJWT(claims)
      .setProtectedHeader({ alg, kid })
      .setExpirationTime('10m')
      .sign(key);
    await expect(ask(`Bearer ${await token()}`, open)).resolves.toMatchObject({ principalId: 'alice' });
    await expect(ask(`Bearer ${signed}`, open)).rejects.toThrow(/^Unauthorized$/);
  });

  test('that brings its own key', async () => {
    const own = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    for (const header of [{ jwk }, { jku: 'https://evil.example/jwks.json' }]) {
      const forged = await new SignJWT({ iss: login, sub: 'mallory', aud: 'companycam', token_use: 'access' })
        .setProtectedHeader({ alg: 'RS256', kid: 'key-0', ...header })
        .setExpirationTime('10m')
        .sign(own.privateKey);
      await expect(ask(`Bearer ${forged}`)).rejects.toThrow(/^Unauthorized$/);
    }
  });

  test.each([
    ['another audience', { aud: 'other' }],
    ['JwtExpiredError', { exp: 1 }],
  ])('is logged by its reason, %s, and never itself', async (reason, claims) => {
    const info = jest.spyOn(console, 'info').mockClear();
    const bad = await token({ claims });
    await expect(ask(`Bearer ${bad}`)).rejects.toThrow();
    expect(info.mock.calls).toEqual([[{ message: 'token refused', reason }]]);
  });
});

describe('an issuer out of reach', () => {
  test('is no 401: nobody is told that a good token is bad, and the next request tries again', async () => {
    const cold = fresh();
    const good = `Bearer ${await token()}`;
    outOfReach.add(login);
    await expect(ask(good, cold)).rejects.not.toThrow(/^Unauthorized$/);
    outOfReach.delete(login);
    await expect(ask(good, cold)).resolves.toMatchObject({ principalId: 'alice' });
  });

  test('does not matter while its keys are in memory', async () => {
    await ask(`Bearer ${await token()}`);
    outOfReach.add(login);
    await expect(ask(`Bearer ${await token()}`)).resolves.toMatchObject({ principalId: 'alice' });
    outOfReach.delete(login);
  });

  test('unknown keys before do not lock out the good ones', async () => {
    const cold = fresh();
    await expect(ask(`Bearer ${await token({ header: { kid: 'x' } })}`, cold)).rejects.toThrow(
      /^Unauthorized$/,
    );
    await expect(ask(`Bearer ${await token()}`, cold)).resolves.toMatchObject({ principalId: 'alice' });
  });
});

test('settings that are not whole let nobody in', () => {
  const whole = { ...environment, USER_KEYS_TABLE: 'user-keys' };
  expect(() => readSettings(whole)).toThrow('SHARED_USAGE_KEY is not set');
  expect(readSettings({ ...whole, SHARED_USAGE_KEY: 'shared' }).userKeys).toEqual({
    table: 'user-keys',
    sharedKey: 'shared',
    sharedSubjects: '',
  });
  expect(() => readSettings({})).toThrow('TOKEN_ISSUERS is not set');
  expect(() => readSettings({ TOKEN_ISSUERS: ' , ' })).toThrow('TOKEN_ISSUERS names no issuer');
  expect(() => readSettings({ TOKEN_ISSUERS: login })).toThrow('JWKS_PATH is not set');
});
