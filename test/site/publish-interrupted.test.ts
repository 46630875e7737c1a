import { describe, expect, test } from '@jest/globals';
import type { Release } from '../../src/release/release.ts';
import { silentLogger as logger } from '../../src/runtime/logger.ts';
import { MANIFEST_KEY, parseManifest } from '../../src/site/manifest.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { publishSite } from '../../src/site/publish.ts';
import type { S3Operation } from '../fakes/s3/fake-s3.ts';
import { sampleBuild, sampleRelease } from './sample-site.ts';
import { bucket, config, empty, failure, missingOfPages, publish } from './site-bucket.ts';

describe('killed and run again', () => {
  const first = sampleRelease({ ...sampleBuild(), 'old.html': '<p>old</p>' });
  const second = sampleRelease({ ...sampleBuild({ script: 'two', logo: 'two' }), 'new.txt': 'new' });
  /** Writes of the whole second publication, settling included. */
  const steps: readonly S3Operation[] = [
    ...Array.from({ length: 6 }, () => 'putObject' as const),
    'deleteObjects',
    'putObject',
  ];

  test.each(steps.map((operation, step) => [step, operation] as const))(
    'before write %i (%s): no visitor meets a missing asset, and the next run ends as if nothing had happened',
    async (step, operation) => {
      const s3 = empty();
      await publish(s3, first);
      let writes = 0;
      let killed: S3Operation | null = null;
      const kill = (at: S3Operation) => (): void => {
        expect(missingOfPages(s3)).toEqual([]);
        if (writes++ !== step) return;
        killed = at;
        throw Object.assign(new Error('killed'), { name: 'Killed' });
      };
      const awake = (['putObject', 'deleteObjects'] as const).map((each) => s3.before(each, kill(each)));
      expect((await failure(publish(s3, second))).message).toContain('killed');
      expect(killed).toBe(operation);
      for (const wake of awake) wake();
      expect(missingOfPages(s3)).toEqual([]);

      const resumed = await publish(s3, second);
      const invalidated = resumed.kind === 'published' ? resumed.invalidate : [];
      expect(invalidated).toEqual(['/', '/index.html', '/new.txt', '/old.html', '/release.json']);

      const straight = empty();
      await publish(straight, first);
      await publish(straight, second);
      expect(s3.keys(bucket)).toEqual(straight.keys(bucket));
      for (const key of s3.keys(bucket)) expect(s3.textOf(bucket, key)).toBe(straight.textOf(bucket, key));
    },
  );

  test('assets that were there already are not replaced', async () => {
    const s3 = empty();
    await publish(s3, first);
    const unhook = s3.before('putObject', ({ Key }) => {
      if (Key === 'index.html') throw new Error('killed');
    });
    await failure(publish(s3, second));
    unhook();
    expect(await publish(s3, second)).toMatchObject({
      present: ['assets/app-two.js', 'assets/logo-two.svg'],
    });
  });

  test('what nobody settled stays owed, also to another release', async () => {
    const s3 = empty();
    await publish(s3, first);
    await publish(s3, second, false);
    const third = await publish(s3, sampleRelease(sampleBuild({ script: 'two', logo: 'two' }), 'third'));
    expect(third).toMatchObject({
      invalidate: ['/', '/index.html', '/new.txt', '/old.html', '/release.json'],
    });
    expect(
      await publish(s3, sampleRelease(sampleBuild({ script: 'two', logo: 'two' }), 'third')),
    ).toMatchObject({
      kind: 'unchanged',
    });
  });
});

describe('what goes wrong', () => {
  test('another publication since the plan: it stops and says so, and keeps the other’s manifest', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease(sampleBuild()));
    const planned = await planSite({
      release: sampleRelease(sampleBuild({ script: 'two' })),
      s3,
      bucket,
      config,
      logger,
    });
    const other = sampleRelease(sampleBuild({ script: 'three' }));
    await publish(s3, other);
    expect((await failure(publishSite({ planned, s3, logger }))).code).toBe('SITE_CHANGED_MEANWHILE');
    expect(parseManifest(s3.textOf(bucket, MANIFEST_KEY) ?? '')?.release).toBe(other.id);
  });

  test('an upload that fails starts no others, waits for those under way and touches no page', async () => {
    const s3 = empty();
    const assets = Object.fromEntries(
      Array.from({ length: 40 }, (_each, index) => [`assets/${index}.js`, `${index}`]),
    );
    s3.failNext('putObject', 'SlowDown', 503);
    const planned = await planSite({
      release: sampleRelease({ ...sampleBuild(), ...assets }),
      s3,
      bucket,
      config,
      logger,
    });
    const error = await failure(publishSite({ planned, s3, logger, concurrency: 4 }));
    expect(error.message).toContain('SlowDown');
    expect(s3.requests.putObject).toBeLessThanOrEqual(4);
    expect(s3.keys(bucket)).not.toContain('index.html');
  });

  test('bytes that are not the release’s are refused by S3', async () => {
    const s3 = empty();
    const release = sampleRelease(sampleBuild());
    const damaged: Release = {
      ...release,
      read: async (digest) => {
        const bytes = await release.read(digest);
        return new TextDecoder().decode(bytes) === 'body{}'
          ? new TextEncoder().encode('body{color:red}')
          : bytes;
      },
    };
    expect((await failure(publish(s3, damaged))).message).toContain('BadDigest');
    expect(s3.keys(bucket)).not.toContain('index.html');
  });

  test('a deletion that is refused is named, and repeated by the next run', async () => {
    const s3 = empty();
    await publish(s3, sampleRelease({ ...sampleBuild(), 'old.html': '<p>old</p>' }));
    s3.failNext('deleteObjects', 'AccessDenied', 403);
    const next = sampleRelease(sampleBuild());
    expect((await failure(publish(s3, next))).code).toBe('SITE_BUCKET_DENIED');
    expect(await publish(s3, next)).toMatchObject({ deleted: ['old.html'] });
    expect(s3.keys(bucket)).not.toContain('old.html');
  });
});
