import { describe, expect, test } from '@jest/globals';
import { openProvider } from '../../../lambda/archive-layer/provider.ts';
import { openTracker } from '../../../lambda/archive-layer/tracker.ts';
import {
  mediaLister,
  type ListerOptions,
  type Listing,
  type ListRequest,
} from '../../../lambda/media-lister/list-media.ts';
import { closedAfterEach } from '../../fakes/media-provider/close-after-each.ts';
import { startMediaProvider } from '../../fakes/media-provider/server.ts';
import { FakeTable } from '../../fakes/media-storage/fake-table.ts';
import { fakeWaiting } from '../archive-layer/fake-waiting.ts';

const closing = closedAfterEach();
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `m${String(index + 1).padStart(2, '0')}`, size: 10 }));

async function world(count: number, options: Partial<ListerOptions> = {}) {
  const server = closing(await startMediaProvider({ items: numbered(count) }));
  const waiting = fakeWaiting();
  const table = new FakeTable('tracker');
  const token = server.grant();
  let repeated = 0;
  const lister = mediaLister({
    provider: openProvider('gopro', { baseUrl: new URL(server.url), fetch, ...waiting }),
    tracker: openTracker('tracker', table, waiting),
    withToken: (use) => use(token),
    now: waiting.now,
    pageSize: 10,
    mostItems: 100,
    mostItemsPerRun: 1000,
    mostAttempts: 3,
    onRepeatedPage: () => {
      repeated += 1;
    },
    ...options,
  });
  const list = (request: Partial<ListRequest> = {}): Promise<Listing> =>
    lister({ cursor: null, dryRun: false, deadline: Number.POSITIVE_INFINITY, ...request });
  /** All answers of one execution. */
  const run = async (): Promise<readonly Listing[]> => {
    const answers = [await list()];
    for (let last = answers[0]; last?.more === true && answers.length < 50; last = answers.at(-1)) {
      answers.push(await list({ cursor: last.cursor }));
    }
    return answers;
  };
  return { server, waiting, table, list, run, repeated: () => repeated };
}

const ids = ({ items }: Pick<Listing, 'items'>): readonly string[] => items.map(({ mediaId }) => mediaId);
const all = (count: number): readonly string[] => numbered(count).map(({ id }) => id);

describe('the lister', () => {
  test('lists all that the table does not know', async () => {
    const { list } = await world(25);
    const listing = await list();
    expect(ids(listing)).toEqual(all(25));
    expect(listing).toMatchObject({ cursor: null, more: false, listed: 25, wanted: 25 });
    expect(listing.items[0]).toEqual({
      mediaId: 'm01',
      filename: 'm01.MP4',
      size: 10,
      capturedAt: '2026-11-01T10:00:00.000Z',
    });
  });

  test('of an empty cloud is empty', async () => {
    const { list } = await world(0);
    await expect(list()).resolves.toEqual({ items: [], cursor: null, more: false, listed: 0, wanted: 0 });
  });

  test('leaves out what is stored, what is held, and what failed for good or too often', async () => {
    const { list, table, waiting } = await world(8);
    const { time } = waiting;
    const base = { revision: 1, attempts: 1 };
    table.plant({ ...base, media_id: 'm01', status: 'STORED' });
    table.plant({ ...base, media_id: 'm02', status: 'DOWNLOADING', lease_until: time + 1 });
    table.plant({ ...base, media_id: 'm03', status: 'DOWNLOADING', lease_until: time });
    table.plant({ ...base, media_id: 'm04', status: 'FAILED', retryable: true });
    table.plant({ ...base, media_id: 'm05', status: 'FAILED', retryable: false });
    table.plant({ ...base, media_id: 'm06', status: 'FAILED', retryable: true, attempts: 3 });
    table.plant({ ...base, media_id: 'm07', status: 'DOWNLOADING', lease_until: 0, attempts: 3 });
    const listing = await list();
    expect(ids(listing)).toEqual(['m03', 'm04', 'm08']);
    expect(listing).toMatchObject({ listed: 8, wanted: 3 });
  });

  test('goes on where the last answer ended, in the middle of a page too', async () => {
    const { run } = await world(25, { mostItems: 7 });
    const answers = await run();
    expect(answers.map(({ items }) => items.length)).toEqual([7, 7, 7, 4]);
    expect(answers.flatMap(ids)).toEqual(all(25));
    expect(answers.map(({ more }) => more)).toEqual([true, true, true, false]);
  });

  test('ends a run after so many, and the next run goes on', async () => {
    const { run, table } = await world(25, { mostItems: 6, mostItemsPerRun: 15 });
    const first = (await run()).flatMap(ids);
    expect(first).toEqual(all(25).slice(0, 15));
    for (const id of first) table.plant({ media_id: id, status: 'STORED', attempts: 1 });
    expect((await run()).flatMap(ids)).toEqual(all(25).slice(15));
  });

  test('asks for no further page once the time is over, and says where to go on', async () => {
    const { list, waiting } = await world(25);
    const first = await list({ deadline: waiting.time });
    expect(ids(first)).toEqual(all(25).slice(0, 10));
    expect(first.more).toBe(true);
    expect(ids(await list({ cursor: first.cursor }))).toEqual(all(25).slice(10));
  });

  test('ends where the provider gives the same page again', async () => {
    const stuck = await world(25, { provider: stuckProvider() });
    const listing = await stuck.list();
    expect(ids(listing)).toEqual(['x']);
    expect(listing.more).toBe(false);
    expect(stuck.repeated()).toBe(1);
  });

  test('asks again for keys that the table leaves unprocessed', async () => {
    const { list, table } = await world(8);
    table.batchSize = 3;
    table.plant({ media_id: 'm08', status: 'STORED', attempts: 1 });
    expect(ids(await list())).toEqual(all(7));
  });

  test('in a dry run looks at one page and gives nothing to fetch', async () => {
    const { list, server } = await world(25);
    await expect(list({ dryRun: true })).resolves.toEqual({
      items: [],
      cursor: null,
      more: false,
      listed: 10,
      wanted: 10,
    });
    expect(server.requests).toHaveLength(1);
  });

  test.each(['nonsense', 'eyJwYWdlIjpudWxsfQ', ''])('refuses the cursor %p', async (cursor) => {
    const { list } = await world(1);
    await expect(list({ cursor })).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test('stays far below what an execution may carry', async () => {
    const name = `${'x'.repeat(96)}.MP4`;
    const items = Array.from({ length: 100 }, (_, index) => ({
      mediaId: `${'i'.repeat(120)}${index}`,
      filename: name,
      size: Number.MAX_SAFE_INTEGER,
      capturedAt: '2026-11-01T10:00:00.000Z',
    }));
    const provider = { ...stuckProvider(), list: () => Promise.resolve({ items, next: null }) };
    const { list } = await world(0, { provider, pageSize: 100 });
    const listing = await list();
    expect(listing.items).toHaveLength(100);
    expect(JSON.stringify(listing).length).toBeLessThan(64 * 1024);
  });
});

/** A provider whose pages repeat for ever. */
function stuckProvider(): ListerOptions['provider'] {
  const item = { mediaId: 'x', filename: 'x', size: 1, capturedAt: null };
  return {
    name: 'stuck',
    refresh: () => Promise.reject(new Error('not asked')),
    locate: () => Promise.reject(new Error('not asked')),
    list: (_token, page) => Promise.resolve({ items: [item], next: String(Number(page ?? '1') + 1) }),
  };
}
