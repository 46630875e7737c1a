import { describe, expect, test } from '@jest/globals';
import { closedAfterEach } from '../../fakes/media-provider/close-after-each.ts';
import { digestOf } from '../../fakes/media-provider/library.ts';
import { awsError } from '../../fakes/media-storage/aws-error.ts';
import { archive, part } from './archive.ts';

import { all, exact, large, small } from './media.ts';

const closing = closedAfterEach();
const addressOf = (input: Parameters<typeof fetch>[0]): string =>
  input instanceof Request ? input.url : input.toString();

describe('a medium', () => {
  test.each(all)(
    'of $size bytes is stored byte for byte, with its tags, and the table says so',
    async (medium) => {
      const world = closing(await archive(all));
      const key = world.key(medium.id);
      await expect(world.fetch(medium.id)).resolves.toEqual({
        mediaId: medium.id,
        outcome: 'STORED',
        key,
        bytes: medium.size,
      });
      expect(world.digest(medium.id)).toBe(digestOf(medium));
      expect(Object.fromEntries(new URLSearchParams(world.s3.object(key)?.tags))).toEqual({
        media_id: medium.id,
        provider: 'gopro',
        captured_at: '2026-11-01T10:00:00.000Z',
      });
      expect(world.table.item(medium.id)).toEqual({
        media_id: medium.id,
        status: 'STORED',
        sync_timestamp: '2026-11-21T12:00:00.000Z',
        revision: expect.any(Number),
        provider: 'gopro',
        filename: `${medium.id}.MP4`,
        size: medium.size,
        captured_at: '2026-11-01T10:00:00.000Z',
        attempts: 1,
        execution: 'run-1',
        s3_key: key,
        s3_version_id: world.s3.object(key)?.versionId,
        bytes: medium.size,
        ...(medium.size > part && medium.id !== 'small' ? { source_etag: `"${medium.id}-1"` } : {}),
      });
      expect(world.s3.openUploads()).toEqual([]);
    },
  );

  test('without a date and a size stands among the undated, whatever its length', async () => {
    const media = [
      { id: 'large', size: large.size, listedSize: null, capturedAt: null },
      { id: 'exact', size: exact.size, listedSize: null, capturedAt: null },
    ];
    const world = closing(await archive(media));
    await expect(world.fetch('large')).resolves.toMatchObject({
      key: 'media/gopro/undated/large/large.MP4',
      bytes: large.size,
    });
    await expect(world.fetch('exact')).resolves.toMatchObject({ bytes: exact.size });
  });

  test('is fetched once: a second call does nothing', async () => {
    const world = closing(await archive(all));
    await world.fetch('large');
    const { calls } = world.s3;
    const before = [calls.length, world.server.requests.length, world.table.history.length];
    await expect(world.fetch('large', { execution: 'run-2' })).resolves.toEqual({
      mediaId: 'large',
      outcome: 'ALREADY_STORED',
      key: world.key('large'),
      bytes: large.size,
    });
    expect([calls.length, world.server.requests.length, world.table.history.length]).toEqual(before);
  });

  test('that another execution holds is left to it until its lease is over', async () => {
    const world = closing(await archive(all));
    world.server.mistakes.plan('bytes', { kind: 'status', status: 500 }, { times: 4 });
    const deadline = world.waiting.time;
    await world.fetch('large', { deadline }).catch(() => undefined);
    world.table.plant({
      ...world.table.item('large'),
      status: 'DOWNLOADING',
      lease_until: world.waiting.time + 1,
    });
    await expect(world.fetch('large', { execution: 'run-2' })).resolves.toEqual({
      mediaId: 'large',
      outcome: 'IN_PROGRESS',
    });
    world.waiting.time += 1;
    await expect(world.fetch('large', { execution: 'run-2' })).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.table.item('large')).toMatchObject({ attempts: 2, execution: 'run-2' });
  });

  test('that two claim at once is fetched by one', async () => {
    const world = closing(await archive(all));
    const outcomes = await Promise.all(
      ['run-1', 'run-2'].map((execution) => world.fetch('large', { execution })),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['IN_PROGRESS', 'STORED']);
    expect(world.s3.versions(world.key('large'))).toBe(1);
  });
});

describe('memory', () => {
  test('holds no more than the parts that may be under way: the provider has to wait', async () => {
    const huge = { id: 'huge', size: 120 * part };
    let received = 0;
    const counting: typeof fetch = async (...given) => {
      const answer = await fetch(...given);
      if (!addressOf(given[0]).includes('/bytes/') || answer.body === null) return answer;
      const counter = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          received += chunk.length;
          controller.enqueue(chunk);
        },
      });
      return new Response(answer.body.pipeThrough(counter), answer);
    };
    const world = closing(await archive([huge], { partsInFlight: 2, fetch: counting }));
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let waitingParts = 0;
    world.s3.gate = async () => {
      waitingParts += 1;
      await opened;
    };
    const done = world.fetch('huge');
    while (waitingParts < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    // What comes now is what the connection's own buffers let in; then nothing more does.
    let seen = -1;
    while (seen !== received) {
      seen = received;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(received).toBeLessThan(6 * part);
    open();
    await expect(done).resolves.toMatchObject({ outcome: 'STORED', bytes: huge.size });
    expect(world.s3.mostUnderWay).toBe(2);
    expect(world.digest('huge')).toBe(digestOf(huge));
  });
});

describe('the provider', () => {
  test('whose addresses run out is asked for others', async () => {
    const world = closing(await archive(all, { addressUses: 1 }));
    world.server.mistakes.plan('bytes', { kind: 'torn', after: 2 * part });
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED' });
    const locates = world.server.requests.filter(({ path }) => path.includes('/download'));
    expect(locates).toHaveLength(2);
    expect(world.digest('large')).toBe(digestOf(large));
  });

  test('whose addresses never work is unavailable', async () => {
    const world = closing(await archive(all, { addressUses: 0 }));
    await expect(world.fetch('large')).rejects.toMatchObject({ name: 'ProviderUnavailable' });
    expect(world.s3.calls).toEqual([]);
  });

  test('that rejects a token gets the one that was written since', async () => {
    const world = closing(await archive(all));
    world.server.revokeAll();
    const token = world.secrets.read('token');
    const rejected = world.server.requests;
    await expect(world.fetch('small')).rejects.toMatchObject({ name: 'AccessTokenRejected' });
    expect(rejected).toHaveLength(1);
    expect(world.table.item('small')).toMatchObject({
      status: 'DOWNLOADING',
      lease_until: world.waiting.time,
    });
    world.secrets.set('token', { ...token, access_token: world.server.grant() });
    await expect(world.fetch('small')).resolves.toMatchObject({ outcome: 'STORED' });
  });

  test('is not asked with a token that has run out', async () => {
    const world = closing(await archive(all));
    world.waiting.time += 7_200_000;
    await expect(world.fetch('small')).rejects.toMatchObject({ name: 'AccessTokenMissing' });
    expect(world.server.requests).toEqual([]);
  });

  test('that has no such medium ends it for good', async () => {
    const world = closing(await archive([small]));
    await expect(world.fetch('gone')).rejects.toMatchObject({ name: 'MediaNotFound' });
    expect(world.table.item('gone')).toMatchObject({
      status: 'FAILED',
      error: 'MediaNotFound',
      retryable: false,
    });
  });

  test.each([2 * part, 100])('that listed %d bytes and gives others stores nothing', async (listedSize) => {
    const world = closing(await archive([{ ...large, listedSize }]));
    await expect(world.fetch('large')).rejects.toMatchObject({ name: 'SizeMismatch' });
    expect(world.s3.keys()).toEqual([]);
    expect(world.s3.openUploads()).toEqual([]);
    expect(world.table.item('large')).toMatchObject({ status: 'FAILED', retryable: true });
  });

  test('that stalls is given up after a while and asked again', async () => {
    const silent: typeof fetch = (input, init) => {
      if (!addressOf(input).includes('/bytes/') || stalls === 0) return fetch(input, init);
      stalls -= 1;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(init.signal?.reason as Error);
        });
      });
    };
    let stalls = 1;
    const world = closing(await archive(all, { fetch: silent, patience: 20 }));
    await expect(world.fetch('small')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(stalls).toBe(0);
  });
});

describe('the bucket', () => {
  test('that refuses a part ends the try; the parts before it are kept', async () => {
    const world = closing(await archive(all, { partsInFlight: 1 }));
    world.s3.failNext('uploadPart', awsError('SlowDown', 503));
    await expect(world.fetch('large')).rejects.toMatchObject({ name: 'StorageUnavailable' });
    expect(world.table.item('large')).toMatchObject({ status: 'FAILED', retryable: true });
    await expect(world.fetch('large')).resolves.toMatchObject({ outcome: 'STORED' });
    expect(world.digest('large')).toBe(digestOf(large));
  });

  test('that lets nobody in is named as it names it', async () => {
    const world = closing(await archive(all));
    world.s3.failNext('putObject', awsError('AccessDenied', 403));
    await expect(world.fetch('small')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(world.table.item('small')).toMatchObject({
      status: 'FAILED',
      error: 'AccessDenied',
      retryable: true,
    });
  });
});

describe('a failure that the function could not write itself', () => {
  test('is written by its name', async () => {
    const world = closing(await archive(all));
    await expect(world.fail('small', 'Lambda.Unknown')).resolves.toEqual({
      mediaId: 'small',
      outcome: 'FAILED',
      error: 'Lambda.Unknown',
      retryable: true,
    });
    expect(world.table.item('small')).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.Unknown',
      attempts: 1,
    });
  });

  test('leaves what the function wrote, what is stored and what another execution holds', async () => {
    const world = closing(await archive([small, large]));
    await world.fetch('gone').catch(() => undefined);
    await expect(world.fail('gone', 'MediaNotFound')).resolves.toMatchObject({
      outcome: 'FAILED',
      retryable: false,
    });
    expect(world.table.history).toEqual(['gone DOWNLOADING', 'gone FAILED']);
    await world.fetch('small');
    await expect(world.fail('small', 'Lambda.Unknown')).resolves.toMatchObject({ outcome: 'ALREADY_STORED' });
    world.table.plant({
      media_id: 'large',
      status: 'DOWNLOADING',
      execution: 'run-9',
      lease_until: world.waiting.time + 1,
    });
    await expect(world.fail('large', 'States.Timeout')).resolves.toMatchObject({ outcome: 'IN_PROGRESS' });
  });
});

test('no secret is in an answer, an error or the table', async () => {
  const world = closing(await archive(all));
  world.server.mistakes.plan('bytes', { kind: 'status', status: 500 }, { id: 'exact', times: 9 });
  const seen: unknown[] = [await world.fetch('large')];
  seen.push(await world.fetch('exact').catch((error: unknown) => [String(error), (error as Error).stack]));
  seen.push(world.table.item('large'), world.table.item('exact'));
  const text = JSON.stringify(seen);
  expect(world.server.secrets.length).toBeGreaterThan(3);
  expect(world.server.secrets.filter((secret) => text.includes(secret))).toEqual([]);
});
