import { expect, test } from '@jest/globals';
import { buildRelease } from '../../src/release/build-release.ts';
import { copyRelease } from '../../src/release/copy-release.ts';
import { openRelease, verifyRelease } from '../../src/release/open-release.ts';
import type { Release } from '../../src/release/release.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { bucket, memoryStore } from './memory-store.ts';
import { sampleRepository, system } from './sample-repository.ts';

const logger = silentLogger;
async function built(): Promise<Release> {
  await using repository = await sampleRepository();
  return await buildRelease({ root: repository.root, system, store: memoryStore().store, logger });
}

test('a release is copied to each region, and only what each one needs', async () => {
  const release = await built();
  const home = memoryStore();
  const edge = memoryStore();
  const results = await copyRelease(
    release,
    [
      { store: home.store, contents: 'everything' },
      { store: edge.store, contents: 'stacks' },
    ],
    { logger },
  );
  expect(results.map(({ written, present }) => [written, present])).toEqual([
    [14, 0],
    [6, 0],
  ]);
  expect((await openRelease(release.id, home.store)).manifest).toEqual(release.manifest);
  await verifyRelease(release.manifest, home.store);
  await verifyRelease(release.manifest, edge.store, 'stacks');
  await expect(verifyRelease(release.manifest, edge.store)).rejects.toMatchObject({
    code: 'ARTIFACT_MISSING',
  });
});

test('a second copy sends nothing', async () => {
  const release = await built();
  const { store, s3 } = memoryStore();
  const targets = [{ store, contents: 'everything' }] as const;
  await copyRelease(release, targets, { logger });
  const before = s3.requests.putObject;
  const [result] = await copyRelease(release, targets, { logger });
  expect([result?.written, result?.present, result?.bytes]).toEqual([0, 14, 0]);
  expect(s3.requests.putObject).toBe(before);
});

test('a copy that was cut off cannot be opened, and is completed by the next one', async () => {
  const release = await built();
  const { store, s3 } = memoryStore();
  let puts = 0;
  const remove = s3.before('putObject', () => {
    if (++puts > 5) throw new Error('cut off');
  });
  const targets = [{ store, contents: 'everything' }] as const;
  await expect(copyRelease(release, targets, { logger, concurrency: 1 })).rejects.toThrow('cut off');
  await expect(openRelease(release.id, store)).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
  remove();
  const [result] = await copyRelease(release, targets, { logger });
  expect([result?.written, result?.present]).toEqual([9, 5]);
  expect((await openRelease(release.id, store)).id).toBe(release.id);
});

test('planted bytes stop a copy before anything is written, and are found before a plan', async () => {
  const release = await built();
  const { store, s3 } = memoryStore();
  const key = release.manifest.functions[0]?.sha256 ?? '';
  s3.plant(bucket, key, 'evil');
  const targets = [{ store, contents: 'everything' }] as const;
  await expect(copyRelease(release, targets, { logger })).rejects.toMatchObject({ code: 'ARTIFACT_DIGEST' });
  expect(s3.keys(bucket)).toEqual([key]);
  await expect(verifyRelease(release.manifest, store)).rejects.toMatchObject({ code: 'ARTIFACT_DIGEST' });
});

test('a manifest of another form is refused', async () => {
  const { store, s3 } = memoryStore();
  const { sha256 } = await import('../../src/runtime/sha256.ts');
  for (const [text, message] of [
    ['{"schema":2}', 'schema'],
    ['no json', 'is not JSON'],
  ] as const) {
    s3.plant(bucket, sha256(text), text);
    await expect(openRelease(sha256(text), store)).rejects.toMatchObject({
      code: 'RELEASE_MANIFEST',
      message: expect.stringContaining(message) as unknown,
    });
  }
});
