import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { SlipwayError } from '../../src/errors/slipway-error.ts';
import type { Release } from '../../src/release/release.ts';
import { silentLogger as logger } from '../../src/runtime/logger.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { deploySite, type SiteDeployment } from '../../src/site/deploy-site.ts';
import { edgeFetch, type EdgeFetch } from '../../src/site/edge-fetch.ts';
import { proveAtEdge } from '../../src/site/prove.ts';
import { FakeCloudFront } from '../fakes/cloudfront/fake-cloudfront.ts';
import { FakeEdge } from '../fakes/cloudfront/fake-edge.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { sampleBuild, sampleRelease, SteppingClock } from './sample-site.ts';

const bucket = 'site';

/** A site with bucket, distribution and one point of presence that caches even pages for an hour. */
class Site {
  readonly clock = new SteppingClock();
  readonly s3 = new FakeS3({ buckets: { [bucket]: {} } });
  readonly cloudFront = new FakeCloudFront({ clock: this.clock, distributions: ['E1'] });
  readonly edge = new FakeEdge({
    s3: this.s3,
    cloudFront: this.cloudFront,
    clock: this.clock,
    bucket,
    minTtl: 3_600_000,
  });

  deploy(release: Release, attempt: string, given: { fetch?: EdgeFetch } = {}): Promise<SiteDeployment> {
    return deploySite({
      s3: this.s3,
      cloudFront: this.cloudFront,
      clock: this.clock,
      release,
      bucket,
      distributionId: 'E1',
      url: 'https://site.example',
      config: { apiUrl: 'https://api.example/v1' },
      attempt,
      fetch: this.edge.fetch,
      logger,
      ...given,
    });
  }
}

const failure = async (act: Promise<unknown>): Promise<SlipwayError> =>
  act.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: unknown) => error as SlipwayError,
  );

describe('a site from release to edge', () => {
  test('a second release: only what changed is written and invalidated, and visitors see it', async () => {
    const site = new Site();
    const first = await site.deploy(sampleRelease(sampleBuild()), '1');
    expect(first).toMatchObject({ kind: 'published', invalidation: { kind: 'none' }, files: 7 });
    expect(first.requests).toEqual({ get: 1, list: 1, head: 3, put: 8, delete: 0, copy: 0 });
    expect((await site.edge.visit('/photos')).text).toContain('app-one.js');
    expect((await site.edge.visit('/')).hit).toBe(true);

    const second = await site.deploy(sampleRelease(sampleBuild({ script: 'two' })), '2');
    expect(second.written).toEqual(['index.html', 'assets/app-two.js', 'release.json']);
    expect(site.cloudFront.invalidations.map(({ paths }) => paths)).toEqual([
      ['/', '/index.html', '/release.json'],
    ]);
    expect(second.requests).toEqual({ get: 1, list: 0, head: 3, put: 5, delete: 0, copy: 0 });
    expect(second.proof.paths).toEqual(['/', '/assets/app-two.js', '/release.json']);
    for (const path of ['/', '/photos', '/index.html']) {
      expect((await site.edge.visit(path)).text).toContain('app-two.js');
    }
    expect((await site.edge.visit('/assets/app-one.js')).status).toBe(200);
  });

  test('the same release again: one request to the bucket, one to the edge', async () => {
    const site = new Site();
    const release = sampleRelease(sampleBuild());
    await site.deploy(release, '1');
    site.edge.fetched.length = 0;
    const again = await site.deploy(release, '2');
    expect(again).toMatchObject({ kind: 'unchanged', written: [], bytes: 0, invalidation: { kind: 'none' } });
    expect(again.requests).toEqual({ get: 1, list: 0, head: 0, put: 0, delete: 0, copy: 0 });
    expect(site.edge.fetched).toEqual(['/release.json']);
  });

  test('back to the release before: visitors see it again', async () => {
    const site = new Site();
    const first = sampleRelease(sampleBuild());
    await site.deploy(first, '1');
    await site.deploy(sampleRelease(sampleBuild({ script: 'two' })), '2');
    const back = await site.deploy(first, '3');
    expect(back.written).toEqual(['index.html', 'release.json']);
    expect((await site.edge.visit('/')).text).toContain('app-one.js');
  });

  test('killed while it waits for the invalidation: the next run makes up for it', async () => {
    const site = new Site();
    await site.deploy(sampleRelease(sampleBuild()), '1');
    await site.edge.visit('/robots.txt');
    const second = sampleRelease({ ...sampleBuild({ script: 'two' }), 'robots.txt': 'Disallow: /' });
    site.cloudFront.failNext('createInvalidation', 'ExpiredToken', 403);
    await failure(site.deploy(second, '2'));
    expect((await site.edge.visit('/robots.txt')).text).toBe('User-agent: *');

    const resumed = await site.deploy(second, '2');
    expect(resumed.written).toEqual([]);
    expect(resumed.invalidation).toMatchObject({
      paths: ['/', '/index.html', '/release.json', '/robots.txt'],
    });
    expect((await site.edge.visit('/robots.txt')).text).toBe('Disallow: /');
    expect((await site.deploy(second, '2')).invalidation).toEqual({ kind: 'none' });
  });

  test('a missing file that the edge remembers is waited for', async () => {
    const site = new Site();
    expect((await site.edge.visit('/release.json')).status).toBe(404);
    const { proof } = await site.deploy(sampleRelease(sampleBuild()), '1');
    expect(proof.took).toBeGreaterThan(5000);
    expect((await site.edge.visit('/release.json')).status).toBe(200);
  });
});

describe('the proof at the edge', () => {
  const expected = [{ path: '/a.txt', sha256: sha256('new'), contentType: 'text/plain; charset=utf-8' }];
  const answering =
    (status: number, body: string, type: string): EdgeFetch =>
    () =>
      Promise.resolve({
        status,
        headers: { get: (name) => (name === 'content-type' ? type : 'Hit from cloudfront') },
        arrayBuffer: () => Promise.resolve(new TextEncoder().encode(body).buffer),
      });
  const prove = (fetch: EdgeFetch): Promise<unknown> =>
    proveAtEdge({ url: 'https://site.example', expected, fetch, clock: new SteppingClock(), logger });

  test.each([
    ['old content', answering(200, 'old!', 'text/plain'), 'other content, 4 bytes (Hit from cloudfront)'],
    ['an error', answering(403, 'new', 'text/plain'), 'status 403 (Hit from cloudfront)'],
    [
      'a page instead',
      answering(200, 'new', 'text/html'),
      'type text/html instead of text/plain; charset=utf-8 (Hit from cloudfront)',
    ],
    [
      'nothing',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ENOTFOUND site.example') })),
      'no answer: ENOTFOUND site.example',
    ],
  ] as const)('%s until the deadline is an error that says so', async (_what, fetch, got) => {
    const error = await failure(prove(fetch));
    expect(error.code).toBe('EDGE_STALE');
    expect(error.message).toBe(`https://site.example/a.txt does not serve this release: ${got}`);
  });

  test('the right answer is enough, whatever the type’s parameters', async () => {
    await expect(prove(answering(200, 'new', 'Text/Plain'))).resolves.toMatchObject({ requests: 1 });
  });

  test('over real HTTP: compressed bodies are undone, redirects are not followed', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/moved') return void response.writeHead(301, { location: '/a.txt' }).end();
      response
        .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
        .end(gzipSync('new'));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const options = { url, fetch: edgeFetch(), clock: new SteppingClock(), logger };
    try {
      expect(await proveAtEdge({ ...options, expected })).toMatchObject({ paths: ['/a.txt'], requests: 1 });
      const moved = expected.map((each) => ({ ...each, path: '/moved' }));
      expect((await failure(proveAtEdge({ ...options, expected: moved }))).message).toContain('status 301');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
