import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors/slipway-error.ts';
import { silentLogger, type Logger } from '../../src/runtime/logger.ts';
import { planSite, type PlannedSite } from '../../src/site/plan-site.ts';
import { publishSite, settleSite } from '../../src/site/publish.ts';
import { MANIFEST_KEY } from '../../src/site/manifest.ts';
import type { Release } from '../../src/release/release.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { sampleBuild, sampleRelease } from './sample-site.ts';

const bucket = 'site';
const config = { apiUrl: 'https://api.example/v1' };
const logger = silentLogger;
const empty = (): FakeS3 => new FakeS3({ buckets: { [bucket]: {} } });
const plan = (
  s3: FakeS3,
  release: Release,
  given: Partial<Parameters<typeof planSite>[0]> = {},
): Promise<PlannedSite> => planSite({ release, s3, bucket, config, logger, ...given });

async function publish(s3: FakeS3, release: Release): Promise<void> {
  const published = await publishSite({ planned: await plan(s3, release), s3, logger });
  if (published.kind === 'published') await settleSite({ published, s3, bucket });
}

describe('a plan of the site', () => {
  test('a new site: everything is added, nothing is cached yet, nothing is written', async () => {
    const s3 = empty();
    const { changes, requests, hasWork } = await plan(s3, sampleRelease(sampleBuild()));
    expect(changes).toMatchObject({
      added: [
        'assets/app-one.js',
        'assets/logo-one.svg',
        'assets/style-one.css',
        'config.json',
        'index.html',
        'robots.txt',
      ],
      changed: [],
      removed: [],
      unchanged: 0,
      invalidate: [],
    });
    expect(changes.bytes).toBeGreaterThan(200);
    expect(hasWork).toBe(true);
    expect(requests).toEqual({ get: 1, list: 1, head: 0, put: 0, delete: 0, copy: 0 });
    expect(s3.keys(bucket)).toEqual([]);
  });

  test('before its bucket exists it asks nobody', async () => {
    const planned = await plan(empty(), sampleRelease(sampleBuild()), { bucket: null, config: null });
    expect(planned.changes.added).toHaveLength(5);
    expect(planned.requests).toEqual({ get: 0, list: 0, head: 0, put: 0, delete: 0, copy: 0 });
  });

  test('the same release again: one request, no work', async () => {
    const s3 = empty();
    const release = sampleRelease(sampleBuild());
    await publish(s3, release);
    const planned = await plan(s3, release);
    expect(planned.hasWork).toBe(false);
    expect(planned.changes).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: 7,
      bytes: 0,
      invalidate: [],
    });
    expect(planned.requests).toEqual({ get: 1, list: 0, head: 0, put: 0, delete: 0, copy: 0 });
  });

  test('another release with the same site shows no changes, though its marker is due', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const planned = await plan(s3, sampleRelease(sampleBuild(), 'a template changed'));
    expect(planned.changes).toMatchObject({ added: [], changed: [], removed: [], bytes: 0, invalidate: [] });
    expect(planned.work.write.map(({ key }) => key)).toEqual(['release.json']);
    expect(planned.work.invalidate).toEqual(['/release.json']);
  });

  test('one asset changed: it and the page that names it, and only the page’s paths', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const { changes } = await plan(s3, sampleRelease(sampleBuild({ logo: 'two' })));
    expect(changes).toMatchObject({
      added: ['assets/logo-two.svg'],
      changed: ['index.html'],
      removed: [],
      unchanged: 4,
      invalidate: ['/', '/index.html'],
    });
  });

  test('a header alone is a change', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const release = sampleRelease({
      ...sampleBuild(),
      'robots.txt': { text: 'User-agent: *', cache: 'no-cache' },
    });
    expect((await plan(s3, release)).changes).toMatchObject({
      changed: ['robots.txt'],
      invalidate: ['/robots.txt'],
    });
  });

  test('a changed output changes config.json alone; unknown outputs leave it', async () => {
    const s3 = empty();
    const release = sampleRelease(sampleBuild());
    await publish(s3, release);
    const moved = await plan(s3, release, { config: { apiUrl: 'https://other.example/v1' } });
    expect(moved.changes).toMatchObject({
      added: [],
      changed: ['config.json'],
      invalidate: ['/config.json'],
    });
    const unknown = await plan(s3, release, { config: null });
    expect(unknown.changes).toMatchObject({ added: [], changed: [], removed: [] });
    const dropped = await plan(s3, release, { config: {} });
    expect(dropped.changes).toMatchObject({ removed: ['config.json'], invalidate: ['/config.json'] });
  });

  test('a file that is gone is removed and forgotten; a new one beside a site may have been missed before', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const rest = Object.entries(sampleBuild()).filter(([key]) => key !== 'robots.txt');
    const release = sampleRelease({ ...Object.fromEntries(rest), 'security.txt': 'Contact' });
    const { changes } = await plan(s3, release);
    expect(changes).toMatchObject({
      added: ['security.txt'],
      removed: ['robots.txt'],
      invalidate: ['/robots.txt', '/security.txt'],
    });
  });
});

test('an asset with other content under its old name is written, invalidated and warned of', async () => {
  const s3 = empty();
  await publish(s3, sampleRelease(sampleBuild()));
  const warnings: string[] = [];
  const release = sampleRelease({ ...sampleBuild(), 'assets/style-one.css': 'body{color:red}' });
  const heard: Logger = { ...silentLogger, warn: (line) => warnings.push(line) };
  const { changes } = await plan(s3, release, { logger: heard });
  expect(changes).toMatchObject({
    changed: ['assets/style-one.css'],
    invalidate: ['/assets/style-one.css'],
  });
  expect(warnings).toEqual([expect.stringContaining('assets/style-one.css has other content')]);
});

describe('without a usable manifest', () => {
  test.each([
    ['not JSON', 'oops'],
    ['another schema', '{"schema":2}'],
    [
      'a digest that is none',
      '{"schema":1,"release":"x","files":{},"builds":[],"pending":{"invalidate":[],"delete":[]}}',
    ],
  ])(
    'damaged (%s): the objects are compared by checksum and headers, and it is mended',
    async (_what, text) => {
      const s3 = empty();
      const release = sampleRelease(sampleBuild());
      await publish(s3, release);
      s3.plant(bucket, MANIFEST_KEY, text);
      s3.plant(bucket, 'robots.txt', 'User-agent: x', { ContentType: 'text/plain; charset=utf-8' });
      s3.plant(bucket, 'foreign.bin', 'somebody else’s');
      const warnings: string[] = [];
      const heard: Logger = { ...silentLogger, warn: (line) => warnings.push(line) };
      const planned = await plan(s3, release, { logger: heard });
      expect(planned.changes).toMatchObject({
        added: [],
        changed: ['robots.txt'],
        removed: [],
        unchanged: 6,
      });
      expect(planned.requests).toMatchObject({ get: 1, list: 1, head: 7 });
      expect(warnings.join('\n')).toMatch(/site\.json is damaged[\s\S]*1 objects/);

      await publishSite({ planned, s3, logger });
      expect((await plan(s3, release)).changes.changed).toEqual([]);
      expect(s3.textOf(bucket, 'foreign.bin')).toBe('somebody else’s');
    },
  );

  test('an object of another size costs no HEAD', async () => {
    const s3 = empty();
    s3.plant(bucket, 'index.html', 'short');
    const planned = await plan(s3, sampleRelease(sampleBuild()));
    expect(planned.changes.changed).toEqual(['index.html']);
    expect(planned.requests.head).toBe(0);
  });

  test('a listing of several pages is read to its end', async () => {
    const s3 = new FakeS3({ buckets: { [bucket]: {} }, pageSize: 2 });
    const release = sampleRelease(sampleBuild());
    await publish(s3, release);
    await s3.deleteObjects({ Bucket: bucket, Delete: { Objects: [{ Key: MANIFEST_KEY }] } });
    expect((await plan(s3, release)).changes).toMatchObject({ added: [], changed: [] });
  });
});

describe('refused before anything is written', () => {
  const refusal = async (act: Promise<unknown>): Promise<UserError> => {
    const error = await act.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`);
    return error;
  };

  test('a page that names an asset which the build lacks, at its tag', async () => {
    const release = sampleRelease({ 'index.html': '<p>\n  <script src="/assets/gone.js"></script>' });
    const error = await refusal(plan(empty(), release));
    expect(error.code).toBe('SITE_ASSET_MISSING');
    expect(error.message).toBe("index.html loads /assets/gone.js, which the site's build does not hold");
    expect(error.at).toEqual({ file: 'index.html', line: 2, column: 3 });
  });

  test('an asset whose type the browser would refuse', async () => {
    const release = sampleRelease({
      'index.html': '<script src="/assets/app.js"></script>',
      'assets/app.js': { text: '1', type: 'text/plain' },
    });
    const error = await refusal(plan(empty(), release));
    expect(error.code).toBe('SITE_ASSET_TYPE');
    expect(error.message).toBe('index.html loads /assets/app.js as a script, but its type is text/plain');
  });

  test.each(['release.json', 'config.json', '.slipway/site.json'])('a build that holds %s', async (key) => {
    const error = await refusal(plan(empty(), sampleRelease({ ...sampleBuild(), [key]: '{}' })));
    expect(error.code).toBe('SITE_RESERVED_NAME');
  });

  test('a config.json of the build’s own, where Slipway writes none, is fine', async () => {
    const release = sampleRelease({ ...sampleBuild(), 'config.json': '{"own":true}' });
    expect((await plan(empty(), release, { config: {} })).changes.added).toContain('config.json');
  });

  test('a release without a site', async () => {
    expect((await refusal(plan(empty(), sampleRelease(null)))).code).toBe('SITE_MISSING');
  });

  test('a bucket that is not there, and one that denies', async () => {
    const release = sampleRelease(sampleBuild());
    expect((await refusal(plan(empty(), release, { bucket: 'other' }))).code).toBe('SITE_BUCKET_MISSING');
    const s3 = empty();
    s3.failNext('getObject', 'AccessDenied', 403);
    expect((await refusal(plan(s3, release))).code).toBe('SITE_BUCKET_DENIED');
  });
});
