import {
  ArchiveError,
  asArchiveError,
  mayRecover,
  type CloudProvider,
  type MediaItem,
  type TrackedMedia,
  type Tracker,
  type Waiting,
  type WithAccessToken,
} from '../archive-layer/index.ts';
import { claim, failed, objectKey, objectTags, paused, stored, type Entry } from './claim.ts';
import { openSource } from './source.ts';
import { transfer, type ResumableUpload } from './transfer.ts';
import type { UploadApi } from './upload.ts';

export interface DownloaderOptions {
  readonly provider: CloudProvider;
  readonly withToken: WithAccessToken;
  readonly tracker: Pick<Tracker, 'find' | 'write'>;
  readonly s3: UploadApi;
  readonly bucket: string;
  readonly keyPrefix: string;
  /** Bytes. */
  readonly partSize: number;
  readonly partsInFlight: number;
  readonly fetch: typeof fetch;
  readonly waiting: Waiting;
  /** Milliseconds that the next bytes may take. */
  readonly patience: number;
}

export interface DownloadRequest {
  readonly execution: string;
  readonly item: MediaItem;
  /** Milliseconds since the epoch: when to stop, and when this try is surely over. */
  readonly deadline: number;
  readonly leaseUntil: number;
}

export type Downloaded =
  | {
      readonly mediaId: string;
      readonly outcome: 'STORED' | 'ALREADY_STORED';
      readonly key: string;
      readonly bytes: number;
    }
  | { readonly mediaId: string; readonly outcome: 'IN_PROGRESS' }
  | {
      readonly mediaId: string;
      readonly outcome: 'FAILED';
      readonly error: string;
      readonly retryable: boolean;
    };

/** After these a try goes on in the same execution: the medium stays as it is, and its parts. */
const pauses = ['DownloadInterrupted', 'AccessTokenRejected', 'AccessTokenMissing'];

/**
 * Fetches a medium into the bucket, once: a second call for what is stored, or for what another execution is fetching, does
 * nothing. The table says at each moment how far it is, so that whoever comes next can go on from there.
 *
 * @throws what `transfer` throws; the medium is FAILED in the table then, unless the error is one after which it goes on
 */
export function downloader(options: DownloaderOptions): (request: DownloadRequest) => Promise<Downloaded> {
  const { provider, tracker, withToken, waiting } = options;

  return async ({ execution, item, deadline, leaseUntil }) => {
    const { mediaId } = item;
    const known = await tracker.find(mediaId);
    const now = waiting.now();
    const claimed = claim(item, known, { execution, provider: provider.name, now, leaseUntil });
    if (claimed.kind === 'held') return { mediaId, outcome: 'IN_PROGRESS' };
    if (claimed.kind === 'stored') return alreadyStored(claimed.known);
    const key = claimed.entry.s3_key ?? objectKey(options.keyPrefix, provider.name, item);
    const held = await tracker.write({ ...claimed.entry, s3_key: key }, known);
    if (held === null) return { mediaId, outcome: 'IN_PROGRESS' };

    const journal = new Journal(tracker, held);
    try {
      const object = await transfer({
        target: {
          s3: options.s3,
          bucket: options.bucket,
          key,
          tags: objectTags(provider.name, item),
          mediaId,
          partsInFlight: options.partsInFlight,
        },
        size: item.size,
        begun: begunIn(held),
        locate: () => withToken((token) => provider.locate(token, mediaId)),
        open: (url, offset, etag) =>
          openSource({
            url,
            offset,
            etag,
            fetch: options.fetch,
            now: waiting.now,
            patience: options.patience,
          }),
        remember: (upload) => journal.keep((entry) => withUpload(entry, upload)),
        partSize: options.partSize,
        deadline,
        waiting,
      });
      await journal.keep((entry) => stored(entry, object, waiting.now()));
      return { mediaId, outcome: 'STORED', key, bytes: object.bytes };
    } catch (error) {
      const named = asArchiveError(error);
      const name = named instanceof Error ? named.name : 'Error';
      const message = named instanceof ArchiveError ? named.message : null;
      await journal.keep((entry) =>
        pauses.includes(name)
          ? paused(entry, waiting.now())
          : failed(entry, { name, message, retryable: mayRecover(name) }, waiting.now()),
      );
      throw named;
    }
  };
}

/**
 * Writes down that a medium failed where the function itself could not: it crashed, or ran out of time. What it wrote itself
 * is left as it is.
 */
export function failureRecorder({
  provider,
  tracker,
  waiting,
}: Pick<DownloaderOptions, 'provider' | 'tracker' | 'waiting'>): (request: {
  readonly execution: string;
  readonly item: MediaItem;
  readonly error: string;
}) => Promise<Downloaded> {
  return async ({ execution, item, error }) => {
    const { mediaId } = item;
    const known = await tracker.find(mediaId);
    const now = waiting.now();
    const claimed = claim(item, known, { execution, provider: provider.name, now, leaseUntil: now });
    if (claimed.kind === 'held') return { mediaId, outcome: 'IN_PROGRESS' };
    if (claimed.kind === 'stored') return alreadyStored(claimed.known);
    if (known?.status === 'FAILED' && known.execution === execution) {
      return {
        mediaId,
        outcome: 'FAILED',
        error: known.error ?? error,
        retryable: known.retryable !== false,
      };
    }
    const retryable = mayRecover(error);
    await tracker.write(failed(claimed.entry, { name: error, message: null, retryable }, now), known);
    return { mediaId, outcome: 'FAILED', error, retryable };
  };
}

function alreadyStored({ media_id: mediaId, s3_key: key = '', bytes = 0 }: TrackedMedia): Downloaded {
  return { mediaId, outcome: 'ALREADY_STORED', key, bytes };
}

/** What is written of one medium while it is fetched. */
class Journal {
  readonly #tracker: Pick<Tracker, 'write'>;
  #entry: TrackedMedia;

  constructor(tracker: Pick<Tracker, 'write'>, entry: TrackedMedia) {
    this.#tracker = tracker;
    this.#entry = entry;
  }

  /** @throws ArchiveError `DownloadInterrupted` where another execution has taken the medium over */
  async keep(change: (entry: Entry) => Entry): Promise<void> {
    const { revision, ...entry } = this.#entry;
    const written = await this.#tracker.write(change(entry), { ...entry, revision });
    if (written === null) {
      throw new ArchiveError('DownloadInterrupted', 'another execution has taken the medium over');
    }
    this.#entry = written;
  }
}

function begunIn({
  upload_id: uploadId,
  part_size: partSize,
  source_etag: etag,
}: Entry): ResumableUpload | null {
  return uploadId === undefined || partSize === undefined ? null : { uploadId, partSize, etag: etag ?? null };
}

function withUpload(entry: Entry, upload: ResumableUpload | null): Entry {
  return {
    ...entry,
    upload_id: upload?.uploadId,
    part_size: upload?.partSize,
    source_etag: upload?.etag ?? undefined,
  };
}
