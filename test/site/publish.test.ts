import { describe, expect, test } from '@jest/globals';
import type { Release } from '../../src/release/release.ts';
import { MANIFEST_KEY } from '../../src/site/manifest.ts';
import type { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { sampleBuild, sampleRelease } from './sample-site.ts';
import { bucket, empty, failure, missingOfPages, publish, recordWrites } from './site-bucket.ts';

describe('a publication', () => {
  test('writes assets, then files, then pages, then the marker and the manifest, with their headers', async () => {
    const s3 = empty();
    const writes = recordWrites(s3);
    const result = await publish(s3, sampleRelease(sampleBuild()));
    expect(writes.slice(0, 3).every((key) => key.startsWith('assets/'))).toBe(true);
    expect(writes.slice(3, 5).sort()).toEqual(['config.json', 'robots.txt']);
    expect(writes.slice(5)).toEqual(['index.html', 'release.json', MANIFEST_KEY]);
    expect(result).toMatchObject({ kind: 'published', deleted: [], present: [], invalidate: [] });
    expect(result.requests).toEqual({ get: 0, list: 0, head: 3, put: 8, delete: 0, copy: 0 });

    const header = async (Key: string): Promise<unknown> => {
      const { ContentType, CacheControl } = await s3.headObject({ Bucket: bucket, Key });
      return { ContentType, CacheControl };
    };
    expect(await header('assets/app-one.js')).toEqual({
      ContentType: 'text/javascript; charset=utf-8',
      CacheControl: 'public, max-age=31536000, immutable',
    });
    expect(await header('index.html')).toEqual({
      ContentType: 'text/html; charset=utf-8',
      CacheControl: 'no-cache',
    });
    expect(await header('config.json')).toEqual({
      ContentType: 'application/json',
      CacheControl: 'no-cache',
    });
    expect(s3.textOf(bucket, 'config.json')).toBe('{\n  "apiUrl": "https://api.example/v1"\n}\n');
  });

  test('says which release the site is', async () => {
    const s3 = empty();
    const release = sampleRelease(sampleBuild());
    await publish(s3, release);
    expect(JSON.parse(s3.textOf(bucket, 'release.json') ?? '')).toEqual({ release: release.id });
  });

  test('the same release again asks nothing and writes nothing', async () => {
    const s3 = empty();
    const release = sampleRelease(sampleBuild());
    await publish(s3, release);
    const writes = recordWrites(s3);
    const again = await publish(s3, release);
    expect(again).toEqual({
      kind: 'unchanged',
      requests: { get: 0, list: 0, head: 0, put: 0, delete: 0, copy: 0 },
    });
    expect(writes).toEqual([]);
  });

  test('one changed asset writes it, the page, the marker and the manifest, and nothing else', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const writes = recordWrites(s3);
    const result = await publish(s3, sampleRelease(sampleBuild({ logo: 'two' })));
    expect(writes).toEqual(['assets/logo-two.svg', 'index.html', 'release.json', MANIFEST_KEY, MANIFEST_KEY]);
    expect(result).toMatchObject({
      written: ['index.html', 'assets/logo-two.svg', 'release.json'],
      invalidate: ['/', '/index.html', '/release.json'],
    });
    expect(s3.keys(bucket)).toContain('assets/logo-one.svg');
  });

  test('going back to an earlier release writes just what differs, from that release', async () => {
    const s3 = empty();
    const first = sampleRelease(sampleBuild());
    await publish(s3, first);
    await publish(s3, sampleRelease(sampleBuild({ script: 'two' })));
    const writes = recordWrites(s3);
    await publish(s3, first);
    expect(writes).toEqual(['index.html', 'release.json', MANIFEST_KEY, MANIFEST_KEY]);
    expect(s3.textOf(bucket, 'index.html')).toContain('app-one.js');
    expect(missingOfPages(s3)).toEqual([]);
  });
});

describe('assets of earlier builds', () => {
  const build = (script: string): Release => sampleRelease(sampleBuild({ script }));
  const scripts = (s3: FakeS3): string[] => s3.keys(bucket).filter((key) => key.startsWith('assets/app-'));

  test('those of three builds stay, older ones are swept after the pages', async () => {
    const s3 = empty();
    for (const script of ['one', 'two', 'three']) await publish(s3, build(script));
    expect(scripts(s3)).toEqual(['assets/app-one.js', 'assets/app-three.js', 'assets/app-two.js']);
    const writes = recordWrites(s3);
    const result = await publish(s3, build('four'));
    expect(scripts(s3)).toEqual(['assets/app-four.js', 'assets/app-three.js', 'assets/app-two.js']);
    expect(result).toMatchObject({ deleted: ['assets/app-one.js'] });
    expect(writes.indexOf('delete')).toBeGreaterThan(writes.indexOf('index.html'));
    expect(writes.indexOf('delete')).toBeGreaterThan(writes.indexOf(MANIFEST_KEY));
  });

  test('an asset that a kept build shares is never swept', async () => {
    const s3 = empty();
    for (const script of ['one', 'two', 'three', 'four']) await publish(s3, build(script));
    expect(s3.keys(bucket)).toContain('assets/style-one.css');
    expect(missingOfPages(s3)).toEqual([]);
  });

  test('releases that leave the site alone push nothing out', async () => {
    const s3 = empty();
    for (const script of ['one', 'two', 'three']) await publish(s3, build(script));
    for (const salt of ['a', 'b', 'c'])
      await publish(s3, sampleRelease(sampleBuild({ script: 'three' }), salt));
    expect(scripts(s3)).toHaveLength(3);
  });

  test('a build that comes back counts as new', async () => {
    const s3 = empty();
    for (const script of ['one', 'two', 'three', 'one', 'four']) await publish(s3, build(script));
    expect(scripts(s3)).toEqual(['assets/app-four.js', 'assets/app-one.js', 'assets/app-three.js']);
  });

  test('going back to a build that was swept brings its assets back', async () => {
    const s3 = empty();
    for (const script of ['one', 'two', 'three', 'four', 'one']) await publish(s3, build(script));
    expect(scripts(s3)).toContain('assets/app-one.js');
    expect(missingOfPages(s3)).toEqual([]);
  });

  test('names that stay go at once when the release no longer has them', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease({ ...sampleBuild(), 'old.html': '<p>old</p>' }));
    await publish(s3, sampleRelease(sampleBuild()));
    expect(s3.keys(bucket)).not.toContain('old.html');
  });
});

describe('the barrier', () => {
  test('an asset that vanished from the bucket is written again before the page', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    await s3.deleteObjects({ Bucket: bucket, Delete: { Objects: [{ Key: 'assets/style-one.css' }] } });
    const writes = recordWrites(s3);
    await publish(s3, sampleRelease(sampleBuild({ logo: 'two' })));
    expect(writes.indexOf('assets/style-one.css')).toBeLessThan(writes.indexOf('index.html'));
    expect(missingOfPages(s3)).toEqual([]);
  });

  test('an asset whose type somebody changed is mended', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    s3.plant(bucket, 'assets/style-one.css', 'body{}', { ContentType: 'text/plain' });
    await publish(s3, sampleRelease(sampleBuild({ logo: 'two' })));
    const head = await s3.headObject({ Bucket: bucket, Key: 'assets/style-one.css' });
    expect(head.ContentType).toBe('text/css; charset=utf-8');
  });

  test('an asset that does not stay stops it, and no page, marker or manifest is touched', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const before = s3.textOf(bucket, 'index.html');
    const writes = recordWrites(s3);
    s3.before('headObject', async () => {
      await s3.deleteObjects({ Bucket: bucket, Delete: { Objects: [{ Key: 'assets/logo-two.svg' }] } });
    });
    const error = await failure(publish(s3, sampleRelease(sampleBuild({ logo: 'two' }))));
    expect(error.code).toBe('SITE_BARRIER');
    expect(error.message).toContain('site/assets/logo-two.svg');
    expect(s3.textOf(bucket, 'index.html')).toBe(before);
    expect(writes.filter((key) => !key.startsWith('assets/') && key !== 'delete')).toEqual([]);
  });
});
