import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FetchError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { webcrypto } from 'node:crypto';
import { chatAuthorizer, type ConnectRequest } from '../../../lambda/chat-authorizer/handler.ts';
import { tokenVerifier } from '../../../lambda/shared-token/verify-token.ts';
import { handshake } from './socket-events.ts';

const issuer = 'https://login.dev.spec-wizard.com';
const arn = 'arn:aws:execute-api:us-east-1:111111111111:a1b2c3d4e5/dev/$connect';
let privateKey: webcrypto.CryptoKey;
let jwk: JWK;
let isReachable = true;
let authorize: ReturnType<typeof chatAuthorizer>;
let lines: unknown[];

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  privateKey = pair.privateKey;
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
});

beforeEach(() => {
  lines = [];
  for (const level of ['info', 'error'] as const)
    jest.spyOn(console, level).mockImplementation((line: unknown) => void lines.push(line));
  isReachable = true;
  const fetcher = {
    fetch: (uri: string): Promise<ArrayBuffer> =>
      isReachable
        ? Promise.resolve(new TextEncoder().encode(JSON.stringify({ keys: [jwk] })).buffer)
        : Promise.reject(new FetchError(uri, 'connect ECONNREFUSED')),
  };
  authorize = chatAuthorizer({
    scope: 'spec-wizard/chat',
    verify: tokenVerifier(
      { issuers: [issuer], jwksPath: '/.well-known/jwks.json', audience: 'spec-wizard', tokenUse: 'access' },
      new SimpleJwksCache({ fetcher }),
    ),
  });
});

const expiresAt = () => Math.floor(Date.now() / 1000) + 600;

function token(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: issuer,
    sub: 'alice',
    aud: 'spec-wizard',
    token_use: 'access',
    scope: 'openid spec-wizard/chat',
    iat: now,
    nbf: now,
    exp: expiresAt(),
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
    .sign(privateKey);
}

const effectOf = async (request: ConnectRequest) =>
  (await authorize(request)).policyDocument.Statement.map(({ Effect }) => Effect).join();

describe('a valid token', () => {
  test.each([
    ['in the header', (text: string) => handshake({ Authorization: `Bearer ${text}` })],
    ['in the header in small letters', (text: string) => handshake({ authorization: `bearer ${text}` })],
    [
      'beside the subprotocol',
      (text: string) => handshake({ 'Sec-WebSocket-Protocol': `spec-wizard.chat, bearer.${text}` }),
    ],
    ['in the query', (text: string) => handshake({}, { token: text })],
  ])('%s opens this API alone and tells the session', async (_name, request) => {
    const text = await token({ sid: 'wizard-1' });
    expect(await authorize(request(text))).toEqual({
      principalId: 'alice',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: arn }],
      },
      context: { subject: 'alice', session: 'wizard-1', expiresAt: expect.any(Number) },
    });
    expect(JSON.stringify(lines)).not.toContain(text.slice(0, 20));
  });

  test('without a session of its own speaks in that of its subject, whatever the query says', async () => {
    const request = handshake({ Authorization: `Bearer ${await token()}` }, { session: 'of-somebody-else' });
    expect((await authorize(request)).context).toMatchObject({ session: 'alice' });
  });
});

describe('refused, by a policy that denies', () => {
  test.each([
    ['no token at all', () => handshake()],
    ['an empty query', () => handshake({}, { token: '' })],
    ['another scheme', async () => handshake({ Authorization: `Basic ${await token()}` })],
    [
      'a token that was tampered with',
      async () => handshake({ Authorization: `Bearer ${(await token()).slice(0, -3)}AAA` }),
    ],
    [
      'two tokens',
      async () => handshake({ Authorization: `Bearer ${await token()}` }, { token: await token() }),
    ],
    [
      'two subprotocols that hold one',
      async () => handshake({ 'Sec-WebSocket-Protocol': `bearer.${await token()}, bearer.${await token()}` }),
    ],
    ['a missing scope', async () => handshake({}, { token: await token({ scope: 'openid' }) })],
    ['another audience', async () => handshake({}, { token: await token({ aud: 'companycam' }) })],
    ['another use', async () => handshake({}, { token: await token({ token_use: 'id' }) })],
    ['a token that is over', async () => handshake({}, { token: await token({ exp: 1_700_000_000 }) })],
    ['an unknown issuer', async () => handshake({}, { token: await token({ iss: 'https://evil.example' }) })],
  ])('%s', async (_name, request) => {
    expect(await effectOf(await request())).toBe('Deny');
    expect(lines).toEqual([expect.objectContaining({ message: 'token refused' })]);
    expect(JSON.stringify(lines)).not.toContain('eyJ');
  });
});

test('an issuer out of reach is an error that the alarm counts, and no refusal', async () => {
  isReachable = false;
  await expect(authorize(handshake({}, { token: await token() }))).rejects.toThrow('ECONNREFUSED');
  expect(lines).toEqual([expect.objectContaining({ message: 'keys of the issuer are out of reach' })]);
});
