import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Agent } from 'undici';
import { chatAuthorizer } from '../../lambda/chat-authorizer/handler.ts';
import { tokenVerifier } from '../../lambda/shared-token/verify-token.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { parseSmokeProfile } from '../../src/smoke/parse-profile.ts';
import type { SmokeReport } from '../../src/smoke/report.ts';
import { runSmoke, type SmokeOptions } from '../../src/smoke/run-smoke.ts';
import { makeSocketOpener, type SocketOpener } from '../../src/smoke/web-socket.ts';
import { startFakeSocket, type ChatMistake, type FakeSocket } from '../fakes/chat-socket/fake-socket.ts';
import { failures, resultOf } from './run.ts';
import { virtualClock } from './virtual-clock.ts';

const issuer = 'https://smoke-issuer.dev.specwizard.com';
const profileText = `title: t
socket:
  url: \${app.ChatUrl}
  action: sendMessage
  subprotocol: spec-wizard.chat
  tokens:
    testIssuer: { secret: slipway/spec-wizard/smoke-issuer, environments: [dev, sit] }
    scope: spec-wizard/chat
`;

let privateKeyJwk: JWK;
let socket: FakeSocket;
const http = new Agent();

/** As the checks open them, but nothing is waited for longer than half a second: here all are near. */
const impatient: SocketOpener = async (handshake, signal) => {
  const answer = await makeSocketOpener(http)(handshake, signal);
  if (answer.kind === 'refused') return answer;
  const { socket } = answer;
  return { kind: 'open', socket: { ...socket, next: (isWanted) => socket.next(isWanted, 500) } };
};

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const pair = await generateKeyPair('RS256', { extractable: true });
  privateKeyJwk = await exportJWK(pair.privateKey);
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
  const keys = new TextEncoder().encode(JSON.stringify({ keys: [jwk] })).buffer;
  const verify = tokenVerifier(
    { issuers: [issuer], jwksPath: '/.well-known/jwks.json', audience: 'spec-wizard', tokenUse: 'access' },
    new SimpleJwksCache({ fetcher: { fetch: () => Promise.resolve(keys) } }),
  );
  socket = await startFakeSocket(chatAuthorizer({ verify, scope: 'spec-wizard/chat' }));
});
beforeEach(() => {
  socket.break();
});
afterAll(async () => {
  await socket.stop();
  await http.close();
});

function check(environment: 'dev' | 'prod' = 'dev'): Promise<SmokeReport> {
  const secret = { issuer, kid: 'key-1', privateKeyJwk, audience: 'spec-wizard', clientId: 'smoke' };
  return runSmoke({
    profile: parseSmokeProfile(profileText, 'params/spec-wizard/smoke.yml'),
    outputs: { app: { ChatUrl: socket.url } },
    environment: {
      system: 'spec-wizard',
      environment,
      regions: { home: 'us-east-1', edge: 'us-east-1' },
    },
    release: null,
    http,
    tls: null,
    aws: {
      secretsManager: () =>
        Promise.resolve({
          getSecretValue: () => Promise.resolve({ $metadata: {}, SecretString: JSON.stringify(secret) }),
        }),
    } as unknown as SmokeOptions['aws'],
    clock: virtualClock(),
    openSocket: impatient,
    logger: silentLogger,
    signal: new AbortController().signal,
    groups: ['websocket'],
  });
}

describe('a sound socket', () => {
  test('passes every check, and no connection stays open', async () => {
    const report = await check();
    expect(report.results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'websocket/connects passed',
      'websocket/connects-by-query passed',
      'websocket/connects-by-subprotocol passed',
      'websocket/echo passed',
      'websocket/no-token passed',
      'websocket/malformed-token passed',
      'websocket/forged-token passed',
      'websocket/expired passed',
      'websocket/wrong-issuer passed',
      'websocket/wrong-audience passed',
      'websocket/wrong-token-use passed',
      'websocket/missing-scope passed',
    ]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(socket.open).toBe(0);
  });

  test('is reported with statuses, and without a token or a query', async () => {
    const report = await check();
    expect(JSON.stringify(report)).not.toMatch(/eyJ|token=|bearer\./);
    expect(resultOf(report, 'websocket/connects').evidence).toEqual([
      {
        method: 'GET',
        url: socket.url.replace('ws:', 'http:'),
        requestHeaders: { authorization: 'Bearer •••' },
        status: 101,
        responseHeaders: {},
      },
    ]);
    expect(resultOf(report, 'websocket/expired').evidence[0]).toMatchObject({ status: 403 });
  });
});

const everyNegative = [
  'websocket/no-token',
  'websocket/malformed-token',
  'websocket/forged-token',
  'websocket/expired',
  'websocket/wrong-issuer',
  'websocket/wrong-audience',
  'websocket/wrong-token-use',
  'websocket/missing-scope',
];

describe('a mistake is found by the check that is for it', () => {
  test.each<[ChatMistake, readonly string[]]>([
    ['no-authorizer', everyNegative],
    ['refuses-with-500', everyNegative],
    ['header-only', ['websocket/connects-by-query', 'websocket/connects-by-subprotocol']],
    ['no-subprotocol', ['websocket/connects-by-subprotocol']],
    ['silent', ['websocket/echo']],
    ['echoes-to-sender-only', ['websocket/echo']],
  ])(
    '%s',
    async (mistake, found) => {
      socket.break(mistake);
      expect(failures(await check())).toEqual(found);
    },
    30_000,
  );

  test('a socket that refuses everybody is dead, and no refusal counts', async () => {
    socket.break('dead');
    const report = await check();
    expect(report.passed).toBe(0);
    expect(resultOf(report, 'websocket/no-token').got).toBe(
      'not meaningful: websocket/connects did not pass',
    );
  });
});

test('prod names a client of its own, or the checks say that there is no token', async () => {
  const report = await check('prod');
  expect(resultOf(report, 'websocket/connects').got).toContain('names no source of tokens for prod');
});
