import { afterEach, describe, expect, test } from '@jest/globals';
import { credentialSource } from '../../lambda/edge-viewer-request/credential-source.ts';
import { hashOf, makeJudge } from '../../lambda/edge-viewer-request/credential.ts';
import { viewerRequest } from '../../lambda/edge-viewer-request/handler.ts';
import { siteHeaders } from '../../src/deployment/site-headers.ts';
import type { Session } from '../../src/deployment/target.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { parseSmokeProfile } from '../../src/smoke/parse-profile.ts';
import { runSmoke } from '../../src/smoke/run-smoke.ts';
import type { SmokeReport } from '../../src/smoke/report.ts';
import { serve, type FakeRequest, type FakeResponse, type FakeServer } from '../fakes/photo-api/server.ts';
import { basic, isAnswer, viewerRequestEvent } from '../lambda/edge-viewer-request/event.ts';
import { failures, soundTls } from './run.ts';
import { virtualClock } from './virtual-clock.ts';

const password = 'correct-horse-battery';
const secret = JSON.stringify({ user: 'smoke', password });
const release = 'a'.repeat(64);
const profile = parseSmokeProfile(
  `title: t
site:
  url: https://dev.kimmyai.io
  deepLink: /buy
  basicAuth: { secret: slipway/buy-page/basic-auth, environments: [dev, sit] }
`,
  'params/buy-page/smoke.yml',
);

const html = '<!doctype html><script type="module" src="/assets/app-0123456789abcdef0123.js"></script>';
const files: Readonly<Record<string, FakeResponse>> = {
  '/index.html': {
    status: 200,
    headers: { 'content-type': 'text/html', 'cache-control': 'no-cache' },
    body: html,
  },
  '/assets/app-0123456789abcdef0123.js': {
    status: 200,
    headers: { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' },
    body: 'console.log(1)',
  },
  '/release.json': {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ release }),
  },
};
/** CloudFront Developer Guide, "Understanding response headers policies". */
const policy = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** Who is asked before the files: the function of the repository, or one with a mistake. */
type Guard = (request: FakeRequest) => Promise<FakeResponse | string>;

let server: FakeServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** A distribution as the templates make it: plain HTTP is redirected, POST refused, then the guard, then the files. */
async function distribution(guard: Guard): Promise<FakeServer> {
  server = await serve(async (request) => {
    if (request.scheme === 'http') {
      return { status: 301, headers: { location: `https://${request.host}${request.path}` } };
    }
    if (request.method === 'POST') return { status: 403 };
    const decided = await guard(request);
    if (typeof decided !== 'string') return decided;
    const file = files[decided] ?? { status: 404, headers: { 'content-type': 'application/xml' } };
    return { ...file, headers: { ...policy, ...file.headers } };
  });
  return server;
}

async function guard(): Promise<Guard> {
  const salt = Buffer.alloc(16, 1);
  const hashes = [(await hashOf(`smoke:${password}`, salt)).toString('base64')];
  const handler = viewerRequest({
    credential: credentialSource({
      read: () => Promise.resolve(JSON.stringify({ salt: salt.toString('base64'), hashes })),
      now: () => 0,
      onFailure: () => undefined,
    }),
    judge: makeJudge(),
  });
  return async ({ method, path, headers }) => {
    const { authorization } = headers;
    const event = viewerRequestEvent(
      path,
      authorization === undefined ? {} : { Authorization: [authorization] },
      method,
    );
    const result = await handler(event, { functionName: 'buy-page-edge-dev' });
    if (!isAnswer(result)) return result?.uri ?? path;
    return {
      status: Number(result.status),
      headers: Object.fromEntries(
        Object.entries(result.headers ?? {}).map(([name, [first]]) => [name, first?.value ?? '']),
      ),
      body: result.body ?? '',
    };
  };
}

const secrets = { getSecretValue: () => Promise.resolve({ $metadata: {}, SecretString: secret }) };

async function check(by: Guard, environment: 'dev' | 'prod' = 'dev'): Promise<SmokeReport> {
  const { dispatcher } = await distribution(by);
  return runSmoke({
    profile,
    outputs: {},
    environment: { system: 'buy-page', environment, regions: { home: 'eu-west-1', edge: 'us-east-1' } },
    release,
    http: dispatcher,
    tls: soundTls,
    aws: {
      s3: () => Promise.reject(new Error('nothing is written')),
      secretsManager: () => Promise.resolve(secrets),
      lambda: () => Promise.reject(new Error('no function is called')),
      credentials: () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'x' }),
    },
    clock: virtualClock(),
    logger: silentLogger,
    signal: new AbortController().signal,
  });
}

test('a site that asks for a credential passes all checks, and no report holds the credential', async () => {
  const report = await check(await guard());
  expect(failures(report)).toEqual([]);
  expect(report.results.filter(({ group }) => group === 'basic-auth').map(({ id }) => id)).toEqual([
    'basic-auth/right',
    'basic-auth/right-head',
    'basic-auth/none',
    'basic-auth/wrong',
    'basic-auth/head',
    'basic-auth/post',
    'basic-auth/odd-headers',
  ]);
  const text = JSON.stringify(report);
  expect(text).not.toContain(password);
  expect(text).not.toContain(basic(`smoke:${password}`).slice(6));
});

test('where the site is open to all, nobody is asked and no credential is sent', async () => {
  const seen: string[] = [];
  const report = await check(({ path, headers }) => {
    if (headers['authorization'] !== undefined) seen.push(path);
    return Promise.resolve(path === '/' || path === '/buy' ? '/index.html' : path);
  }, 'prod');
  expect(failures(report)).toEqual([]);
  expect(report.results.some(({ group }) => group === 'basic-auth')).toBe(false);
  expect(seen).toEqual([]);
});

describe('a mistake is caught:', () => {
  const pass = (path: string): string => (path === '/' || path === '/buy' ? '/index.html' : path);
  const decoded = (header: string): string =>
    Buffer.from(header.replace(/^basic */i, ''), 'base64').toString();
  const refuse: FakeResponse = { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } };
  const right = `smoke:${password}`;
  const mistakes: readonly (readonly [
    string,
    (request: FakeRequest, sound: Guard) => Promise<FakeResponse | string> | FakeResponse | string,
    readonly string[],
  ])[] = [
    ['nobody is asked', ({ path }) => pass(path), ['none', 'wrong', 'head', 'odd-headers']],
    [
      'assets are not guarded',
      (request, sound) => (request.path.startsWith('/assets/') ? request.path : sound(request)),
      ['none'],
    ],
    [
      'HEAD is not guarded',
      (request, sound) => (request.method === 'HEAD' ? pass(request.path) : sound(request)),
      ['head'],
    ],
    [
      'only the user is compared',
      ({ path, headers }) =>
        decoded(headers['authorization'] ?? '').startsWith('smoke:') ? pass(path) : refuse,
      ['wrong', 'head', 'odd-headers'],
    ],
    [
      'any scheme will do',
      ({ path, headers }) =>
        Buffer.from((headers['authorization'] ?? '').split(' ').at(-1) ?? '', 'base64').toString() === right
          ? pass(path)
          : refuse,
      ['odd-headers'],
    ],
    [
      'no challenge is given',
      async (request, sound) => {
        const decided = await sound(request);
        return typeof decided === 'string' ? decided : { ...decided, headers: {} };
      },
      ['none', 'wrong', 'head', 'odd-headers'],
    ],
  ];
  test.each(mistakes)('%s', async (_, wrong, expected) => {
    const sound = await guard();
    const report = await check((request) => Promise.resolve(wrong(request, sound)));
    expect(failures(report)).toEqual(expected.map((id) => `basic-auth/${id}`));
  });

  test('nobody is let in, and then no refusal counts as proven', async () => {
    const report = await check(() => Promise.resolve(refuse));
    expect(failures(report)).toEqual(
      expect.arrayContaining(['basic-auth/right', 'basic-auth/none', 'site/root']),
    );
  });
});

describe('the proof at the edge', () => {
  const environment = { environment: 'dev', regions: { home: 'eu-west-1', edge: 'us-east-1' } } as const;
  const session = (read: () => Promise<unknown>): Session =>
    ({
      clients: () => ({ secretsManager: () => Promise.resolve({ getSecretValue: read }) }),
    }) as unknown as Session;
  const target = { smoke: profile, environment: environment as never };

  test('carries the credential of the checks where the site asks for one', async () => {
    expect(await siteHeaders(target, session(secrets.getSecretValue))).toEqual({
      authorization: basic(`smoke:${password}`),
    });
    const prod = { ...target, environment: { ...environment, environment: 'prod' } as never };
    expect(await siteHeaders(prod, session(secrets.getSecretValue))).toEqual({});
    expect(await siteHeaders({ ...target, smoke: null }, session(secrets.getSecretValue))).toEqual({});
  });

  test('names the secret that is missing, and nothing of what it holds', async () => {
    await expect(
      siteHeaders(
        target,
        session(() => Promise.resolve({ SecretString: `{"user":"","password":"${password}"}` })),
      ),
    ).rejects.toMatchObject({
      code: 'SITE_CREDENTIAL',
      message: expect.stringMatching(/slipway\/buy-page\/basic-auth.*\(user/) as unknown,
    });
  });
});
