import { describe, expect, test } from '@jest/globals';
import { closedAfterEach } from '../../fakes/media-provider/close-after-each.ts';
import { digestOf } from '../../fakes/media-provider/library.ts';
import { awsError } from '../../fakes/media-storage/aws-error.ts';
import { archive, part } from './archive.ts';

import { all, exact, large } from './media.ts';

const closing = closedAfterEach();
describe('a download that is interrupted', () => {
  test('at the end of its time keeps its parts, and the next call goes on from them', async () => {
    const world = closing(await archive(all));
    const after = 2 * part + 10;
    world.server.mistakes.plan('bytes', { kind: 'torn', after });
    const { sleep } = world.waiting;
    // The time is over while it waits after the break.
    Object.assign(world.waiting, { sleep: (ms: number) => sleep(ms + 60_000) });
    const deadline = world.waiting.time + 30_000;
    await expect(world.fetch('large', { deadline })).rejects.toMatchObject({ name: 'DownloadInterrupted' });
    expect(world.s3.openUploads()).toMatchObject([{ parts: [1, 2] }]);
    expect(world.table.item('large')).toMatchObject({
      status: 'DOWNLOADING',
      upload_id: world.s3.openUploads()[0]?.id,
      part_size: part,
    });
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('large')).toBe(digestOf(large));
    expect(world.server.requests.at(-1)?.range).toBe(`bytes=${2 * part}-`);
    expect(world.table.item('large')).toMatchObject({ attempts: 1 });
  });

  test('by a torn connection goes on at that byte', async () => {
    const world = closing(await archive(all));
    const after = part + 17;
    world.server.mistakes.plan('bytes', { kind: 'torn', after });
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('large')).toBe(digestOf(large));
    const ranges = world.server.requests.flatMap(({ range }) => (range === null ? [] : [range]));
    expect(ranges).toHaveLength(1);
    expect(Number(/\d+/.exec(ranges[0] ?? '')?.[0])).toBeGreaterThan(0);
    expect(Number(/\d+/.exec(ranges[0] ?? '')?.[0])).toBeLessThanOrEqual(after);
  });

  test('again and again ends with a failure that leaves hope, and what was sent is kept for the next execution', async () => {
    const world = closing(await archive(all));
    world.server.mistakes.plan('bytes', { kind: 'torn', after: part + 17 });
    world.server.mistakes.plan('bytes', { kind: 'status', status: 503 }, { times: 3 });
    await expect(world.fetch('large')).rejects.toMatchObject({ name: 'ProviderUnavailable' });
    expect(world.table.item('large')).toMatchObject({
      status: 'FAILED',
      error: 'ProviderUnavailable',
      error_message: 'the provider answered 503',
      retryable: true,
      upload_id: 'upload-1',
    });
    expect(world.table.item('large')).not.toHaveProperty('lease_until');
    await expect(world.fetch('large', { execution: 'run-2' })).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('large')).toBe(digestOf(large));
    const item = world.table.item('large');
    expect(item).toMatchObject({ attempts: 2, status: 'STORED' });
    expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['error']));
    expect(item).not.toHaveProperty('upload_id');
    expect(world.s3.calls.filter((call) => call === 'createMultipartUpload')).toHaveLength(1);
  });

  test('whose provider knows no ranges reads again what is there, and stores the same', async () => {
    const world = closing(await archive(all, { ranges: false }));
    world.server.mistakes.plan('bytes', { kind: 'torn', after: 2 * part + 5 });
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('large')).toBe(digestOf(large));
  });

  test('and whose bytes have changed since starts over', async () => {
    const world = closing(await archive([{ ...large, listedSize: null }]));
    world.server.mistakes.plan('bytes', { kind: 'torn', after: 2 * part + 5 });
    world.server.mistakes.plan('bytes', { kind: 'status', status: 500 }, { times: 3 });
    await world.fetch('large').catch(() => undefined);
    expect(world.s3.openUploads()).toHaveLength(1);
    world.server.change('large', 3 * part + 1);
    await expect(world.fetch('large', { execution: 'run-2' })).resolves.toMatchObject({
      bytes: 3 * part + 1,
    });
    expect(world.digest('large')).toBe(digestOf({ id: 'large2', size: 3 * part + 1 }));
    expect(world.s3.openUploads()).toEqual([]);
  });

  test('and whose upload was cleaned up begins another', async () => {
    const world = closing(await archive(all));
    world.server.mistakes.plan('bytes', { kind: 'torn', after: 2 * part + 5 });
    world.server.mistakes.plan('bytes', { kind: 'status', status: 500 }, { times: 3 });
    await world.fetch('large').catch(() => undefined);
    world.s3.expireUploads();
    // As S3 answers where the role may not list the bucket.
    world.s3.failNext('headObject', awsError('Forbidden', 403));
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('large')).toBe(digestOf(large));
  });

  test('between the object and the note of it is found done, and read no more', async () => {
    const world = closing(await archive(all));
    world.s3.failNext('completeMultipartUpload', awsError('InternalError', 500), { after: true });
    await expect(world.fetch('large')).rejects.toMatchObject({ name: 'StorageUnavailable' });
    const reads = world.server.requests.length;
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED', bytes: large.size });
    expect(world.server.requests).toHaveLength(reads);
    expect(world.s3.versions(world.key('large'))).toBe(1);
  });

  test('before the last step only takes that', async () => {
    const world = closing(await archive(all));
    world.s3.failNext('completeMultipartUpload', awsError('InternalError', 500));
    await expect(world.fetch('exact')).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await expect(world.fetch('exact')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('exact')).toBe(digestOf(exact));
  });
});
