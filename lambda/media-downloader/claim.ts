import { described, type MediaItem, type TrackedMedia } from '../archive-layer/index.ts';

export type Entry = Omit<TrackedMedia, 'revision'>;

export interface Claimant {
  readonly execution: string;
  readonly provider: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Until when the medium is held; then whoever holds it has been ended. */
  readonly leaseUntil: number;
}

export type Claim =
  | { readonly kind: 'stored'; readonly known: TrackedMedia }
  | { readonly kind: 'held' }
  | { readonly kind: 'claimed'; readonly entry: Entry };

/** What becomes of a medium that is to be fetched: the same medium is never fetched twice at once, nor again once stored. */
export function claim(item: MediaItem, known: TrackedMedia | null, claimant: Claimant): Claim {
  const { execution, provider, now, leaseUntil } = claimant;
  if (known?.status === 'STORED') return { kind: 'stored', known };
  const isMine = known?.execution === execution;
  if (known?.status === 'DOWNLOADING' && !isMine && (known.lease_until ?? 0) > now) return { kind: 'held' };
  return {
    kind: 'claimed',
    entry: {
      ...known,
      media_id: item.mediaId,
      provider,
      ...described(item),
      status: 'DOWNLOADING',
      sync_timestamp: new Date(now).toISOString(),
      execution,
      attempts: (known?.attempts ?? 0) + (isMine ? 0 : 1),
      lease_until: leaseUntil,
      error: undefined,
      error_message: undefined,
      retryable: undefined,
    },
  };
}

/** Held no more, so that the next try goes on where this one ended. */
export const paused = (entry: Entry, now: number): Entry => ({ ...entry, lease_until: now });

export function failed(
  entry: Entry,
  failure: { readonly name: string; readonly message: string | null; readonly retryable: boolean },
  now: number,
): Entry {
  return {
    ...entry,
    status: 'FAILED',
    lease_until: undefined,
    sync_timestamp: new Date(now).toISOString(),
    error: failure.name,
    error_message: failure.message ?? undefined,
    retryable: failure.retryable,
  };
}

export interface StoredObject {
  readonly key: string;
  readonly versionId: string | null;
  readonly bytes: number;
}

export function stored(entry: Entry, object: StoredObject, now: number): Entry {
  return {
    ...entry,
    status: 'STORED',
    lease_until: undefined,
    upload_id: undefined,
    part_size: undefined,
    sync_timestamp: new Date(now).toISOString(),
    s3_key: object.key,
    s3_version_id: object.versionId ?? undefined,
    bytes: object.bytes,
  };
}

/** `media/gopro/2026/11/<id>/<name>`: spread by date, so that a month can be found and restored. */
export function objectKey(prefix: string, provider: string, item: MediaItem): string {
  const [year = 'undated', month] = item.capturedAt?.split('-') ?? [];
  const date = month === undefined ? 'undated' : `${year}/${month}`;
  return `${prefix}${provider}/${date}/${item.mediaId}/${item.filename}`;
}

/** Tags as a query string. Values hold what S3 allows: letters, digits and `+ - = . _ : / @` (User Guide, "Object tagging"). */
export function objectTags(provider: string, item: MediaItem): string {
  return new URLSearchParams({
    media_id: item.mediaId,
    provider,
    ...(item.capturedAt === null ? {} : { captured_at: item.capturedAt }),
  }).toString();
}
