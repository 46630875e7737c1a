import { createHash } from 'node:crypto';
import { accessTokens } from '../../../lambda/archive-layer/access.ts';
import { openProvider, type MediaItem } from '../../../lambda/archive-layer/provider.ts';
import { Redaction } from '../../../lambda/archive-layer/redaction.ts';
import { openTracker } from '../../../lambda/archive-layer/tracker.ts';
import {
  downloader,
  failureRecorder,
  type Downloaded,
  type DownloaderOptions,
} from '../../../lambda/media-downloader/download.ts';
import { startMediaProvider, type MediaProvider } from '../../fakes/media-provider/server.ts';
import type { MediumDescription } from '../../fakes/media-provider/library.ts';
import { FakeSecrets } from '../../fakes/media-storage/fake-secrets.ts';
import { FakeTable } from '../../fakes/media-storage/fake-table.ts';
import { FakeUploads } from '../../fakes/media-storage/fake-uploads.ts';
import { fakeWaiting, type FakeWaiting } from '../archive-layer/fake-waiting.ts';

/** Bytes of a part in the tests; 5 MiB at least on AWS. */
export const part = 64 * 1024;

export interface Archive extends AsyncDisposable {
  readonly server: MediaProvider;
  readonly secrets: FakeSecrets;
  readonly table: FakeTable;
  readonly s3: FakeUploads;
  readonly waiting: FakeWaiting;
  readonly redaction: Redaction;
  /** Fetches a medium in an execution. */
  fetch(id: string, options?: { execution?: string; deadline?: number }): Promise<Downloaded>;
  fail(id: string, error: string, execution?: string): Promise<Downloaded>;
  item(id: string): MediaItem;
  /** SHA-256 in hex of what is stored of a medium; `null` where nothing is. */
  digest(id: string): string | null;
  key(id: string): string;
}

/** The downloader in front of a provider, a table and a bucket. */
export async function archive(
  items: readonly MediumDescription[],
  options: Partial<Parameters<typeof startMediaProvider>[0]> & Partial<DownloaderOptions> = {},
): Promise<Archive> {
  const server = await startMediaProvider({ items, ...options });
  const waiting = fakeWaiting();
  const token = (accessToken: string) => ({
    access_token: accessToken,
    issued_at: new Date(waiting.time).toISOString(),
    expires_at: new Date(waiting.time + 7_200_000).toISOString(),
  });
  const secrets = new FakeSecrets({ token: token(server.grant()) });
  const table = new FakeTable('tracker');
  const s3 = new FakeUploads({ bucket: 'archive', leastPart: part });
  const redaction = new Redaction();
  const open = (): DownloaderOptions => ({
    provider: openProvider('gopro', { baseUrl: new URL(server.url), fetch, ...waiting }),
    withToken: accessTokens('token', { api: secrets, redaction, now: waiting.now }),
    tracker: openTracker('tracker', table, waiting),
    s3,
    bucket: 'archive',
    keyPrefix: 'media/',
    partSize: part,
    partsInFlight: 3,
    fetch,
    waiting,
    patience: 2000,
    ...options,
  });
  const item = (id: string): MediaItem => {
    const found = items.find((each) => each.id === id);
    const size = found?.listedSize === undefined ? (found?.size ?? null) : found.listedSize;
    const capturedAt = found?.capturedAt === undefined ? '2026-11-01T10:00:00.000Z' : found.capturedAt;
    return { mediaId: id, filename: `${id}.MP4`, size, capturedAt };
  };
  const key = (id: string): string => `media/gopro/2026/11/${id}/${id}.MP4`;
  return {
    server,
    secrets,
    table,
    s3,
    waiting,
    redaction,
    item,
    key,
    // A function that has just started, as far as tokens go.
    fetch: (id, { execution = 'run-1', deadline = Number.POSITIVE_INFINITY } = {}) =>
      downloader(open())({ execution, item: item(id), deadline, leaseUntil: waiting.time + 900_000 }),
    fail: (id, error, execution = 'run-1') => failureRecorder(open())({ execution, item: item(id), error }),
    digest: (id) => {
      const bytes = s3.object(key(id))?.bytes;
      return bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex');
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
