import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLogger } from '../../src/runtime/logger.ts';
import { parseSmokeProfile } from '../../src/smoke/parse-profile.ts';
import type { SmokeReport } from '../../src/smoke/report.ts';
import { runSmoke, type SmokeOptions } from '../../src/smoke/run-smoke.ts';
import type { SmokeS3 } from '../../src/smoke/target.ts';
import { serve, type FakeRequest, type FakeResponse, type FakeServer } from '../fakes/photo-api/server.ts';
import { failures } from './run.ts';
import { virtualClock } from './virtual-clock.ts';

const bucketHost = 'exports.s3.us-east-1.amazonaws.com';
const cdnHost = 'd111111abcdef8.cloudfront.net';
/** CloudFront Developer Guide, "Understanding response headers policies". */
const policy: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

type Mistake =
  | 'denied'
  | 'another-type'
  | 'another-object'
  | 'page-for-errors'
  | 'allows-http'
  | 'never-caches'
  | 'no-headers-on-errors'
  | 'no-hsts';

let mistake: Mistake | undefined;
let server: FakeServer;
const objects = new Map<string, { readonly type: string; readonly body: Buffer }>();
const cached = new Set<string>();

beforeAll(async () => {
  server = await serve((request) =>
    Promise.resolve(request.host === bucketHost ? store(request) : edge(request)),
  );
});
beforeEach(() => {
  mistake = undefined;
  cached.clear();
});
afterAll(() => server.stop());

function store({ method, path, headers, body }: FakeRequest): FakeResponse {
  if (method !== 'PUT') return { status: 405 };
  objects.set(path, { type: headers['content-type'] ?? '', body });
  return { status: 200 };
}

function edge({ scheme, host, path }: FakeRequest): FakeResponse {
  if (scheme === 'http' && mistake !== 'allows-http')
    return { status: 301, headers: { location: `https://${host}${path}` } };
  const found = mistake === 'denied' ? undefined : objects.get(path);
  if (found === undefined) {
    if (mistake === 'page-for-errors')
      return { status: 200, headers: { ...policy, 'content-type': 'text/html' } };
    return { status: 403, headers: mistake === 'no-headers-on-errors' ? {} : policy };
  }
  const isHit = cached.has(path) && mistake !== 'never-caches';
  cached.add(path);
  const { 'strict-transport-security': hsts, ...others } = policy;
  return {
    status: 200,
    headers: {
      ...(mistake === 'no-hsts' || hsts === undefined ? others : policy),
      'content-type': mistake === 'another-type' ? 'binary/octet-stream' : found.type,
      'x-cache': `${isHit ? 'Hit' : 'Miss'} from cloudfront`,
    },
    body: mistake === 'another-object' ? 'something else' : found.body,
  };
}

/** Lists and deletes what the checks have written (API_ListObjectVersions, API_DeleteObjects). */
const s3: Pick<SmokeS3, 'listObjectVersions' | 'deleteObjects'> = {
  listObjectVersions: ({ Prefix = '' }) =>
    Promise.resolve({
      $metadata: {},
      Versions: [...objects.keys()]
        .map((path) => path.slice(1))
        .filter((key) => key.startsWith(Prefix))
        .map((Key) => ({ Key, VersionId: 'null' })),
    }),
  deleteObjects: ({ Delete }) => {
    for (const { Key } of Delete?.Objects ?? []) objects.delete(`/${Key ?? ''}`);
    return Promise.resolve({ $metadata: {} });
  },
};

function check(url = `https://${cdnHost}`): Promise<SmokeReport> {
  return runSmoke({
    profile: parseSmokeProfile(
      `title: t
bucket: { name: exports, prefix: slipway-smoke/, encryption: aws:kms }
cdn:
  url: \${exports.CdnUrl}
`,
      'params/spec-wizard/smoke.yml',
    ),
    outputs: { exports: { CdnUrl: url } },
    environment: {
      system: 'spec-wizard',
      environment: 'dev',
      regions: { home: 'us-east-1', edge: 'us-east-1' },
    },
    release: null,
    http: server.dispatcher,
    tls: null,
    aws: {
      s3: () => Promise.resolve(s3),
      credentials: () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'test' }),
    } as unknown as SmokeOptions['aws'],
    clock: virtualClock(),
    logger: silentLogger,
    signal: new AbortController().signal,
    groups: ['cdn', 'headers'],
  });
}

test('a sound CDN passes every check, and nothing is left in the bucket', async () => {
  const report = await check();
  expect(report.results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'cdn/serves passed',
    'cdn/missing passed',
    'cdn/redirects-to-https passed',
    'cdn/caches passed',
    'headers/cdn-hsts passed',
    'headers/cdn-csp passed',
    'headers/cdn-content-type-options passed',
    'headers/cdn-frame-protection passed',
    'headers/cdn-referrer-policy passed',
    'cleanup/nothing-left passed',
  ]);
  expect(objects.size).toBe(0);
});

test('a CDN that is switched off is not looked for', async () => {
  const report = await check('none');
  expect(report.results).toEqual([]);
});

describe('a mistake is found by the check that is for it', () => {
  test.each<[Mistake, readonly string[]]>([
    ['another-type', ['cdn/serves']],
    ['another-object', ['cdn/serves']],
    ['page-for-errors', ['cdn/missing']],
    ['allows-http', ['cdn/redirects-to-https']],
    ['never-caches', ['cdn/caches']],
    ['no-hsts', ['headers/cdn-hsts']],
    ['no-headers-on-errors', ['headers/cdn-hsts', 'headers/cdn-csp', 'headers/cdn-referrer-policy']],
  ])('%s', async (named, found) => {
    mistake = named;
    const wrong = failures(await check());
    expect(wrong).toEqual(expect.arrayContaining([...found]));
    // What else fails only follows from it.
    if (!found.includes('cdn/serves') && named !== 'no-headers-on-errors') expect(wrong).toEqual(found);
  });

  test('a CDN that may not read the bucket is dead, and no refusal counts', async () => {
    mistake = 'denied';
    const { results } = await check();
    expect(results.find(({ id }) => id === 'cdn/missing')?.got).toBe(
      'not meaningful: cdn/serves did not pass',
    );
  });
});
