import { ArchiveError, asArchiveError } from './errors.ts';
import type { MediaItem } from './provider.ts';
import { retrying, type Waiting } from './retry.ts';

/** What is known of a medium: one item of the table. */
export interface TrackedMedia {
  readonly media_id: string;
  readonly status: 'DOWNLOADING' | 'STORED' | 'FAILED';
  /** ISO 8601: when the status became what it is. */
  readonly sync_timestamp: string;
  /** Grows with every write; what a write is conditional on. */
  readonly revision: number;
  readonly provider: string;
  readonly filename: string;
  /** Bytes, as the provider lists them. */
  readonly size?: number | undefined;
  readonly captured_at?: string | undefined;
  /** Executions that tried it. */
  readonly attempts: number;
  /** The execution that holds it, or held it last. */
  readonly execution: string;
  /** Until when it is held, in milliseconds since the epoch; only while DOWNLOADING. */
  readonly lease_until?: number | undefined;
  readonly s3_key?: string | undefined;
  readonly s3_version_id?: string | undefined;
  /** An upload that can be resumed. */
  readonly upload_id?: string | undefined;
  readonly part_size?: number | undefined;
  readonly source_etag?: string | undefined;
  /** Bytes stored. */
  readonly bytes?: number | undefined;
  /** Of the last failure: its name, what it said, and whether a later execution may do better. */
  readonly error?: string | undefined;
  readonly error_message?: string | undefined;
  readonly retryable?: boolean | undefined;
}

type Item = Record<string, unknown>;

/** What is called of Amazon DynamoDB (`DynamoDBDocument` of the SDK has it). */
export interface TableApi {
  get(input: { TableName: string; Key: Item; ConsistentRead: boolean }): Promise<{ Item?: Item | undefined }>;
  put(input: {
    TableName: string;
    Item: Item;
    ConditionExpression: string;
    ExpressionAttributeValues?: Item;
  }): Promise<unknown>;
  batchGet(input: { RequestItems: Record<string, { Keys: Item[]; ConsistentRead?: boolean }> }): Promise<{
    Responses?: Record<string, Item[]> | undefined;
    UnprocessedKeys?: Record<string, { Keys?: Item[] | undefined }> | undefined;
  }>;
}

export interface Tracker {
  find(mediaId: string): Promise<TrackedMedia | null>;
  findAll(mediaIds: readonly string[]): Promise<ReadonlyMap<string, TrackedMedia>>;
  /**
   * Writes an item over the one that was read.
   *
   * @param over what was read; `null` where there was none
   * @returns what is written now; `null` where somebody else wrote in between
   */
  write(item: Omit<TrackedMedia, 'revision'>, over: TrackedMedia | null): Promise<TrackedMedia | null>;
}

/** BatchGetItem takes 100 keys at most (API Reference). */
const keysAtOnce = 100;

/** The table of media. @throws in all calls ArchiveError `StorageUnavailable`, and the SDK's errors that no other try mends */
export function openTracker(
  table: string,
  api: TableApi,
  waiting: Pick<Waiting, 'sleep' | 'random'>,
): Tracker {
  const key = (mediaId: string): Item => ({ media_id: mediaId });

  async function batch(keys: readonly string[]): Promise<readonly TrackedMedia[]> {
    const found: TrackedMedia[] = [];
    let open: Item[] = keys.map(key);
    await retrying(async () => {
      const answer = await told(
        api.batchGet({ RequestItems: { [table]: { Keys: open, ConsistentRead: true } } }),
      );
      found.push(...(answer.Responses?.[table] ?? []).map(tracked));
      open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
      if (open.length > 0) {
        throw new ArchiveError('StorageUnavailable', `the table left ${open.length} keys unprocessed`);
      }
    }, waiting);
    return found;
  }

  return {
    async find(mediaId) {
      const { Item: item } = await told(
        api.get({ TableName: table, Key: key(mediaId), ConsistentRead: true }),
      );
      return item === undefined ? null : tracked(item);
    },

    async findAll(mediaIds) {
      const ids = [...new Set(mediaIds)];
      const found = new Map<string, TrackedMedia>();
      for (let start = 0; start < ids.length; start += keysAtOnce) {
        for (const each of await batch(ids.slice(start, start + keysAtOnce))) found.set(each.media_id, each);
      }
      return found;
    },

    async write(item, over) {
      const written: TrackedMedia = { ...item, revision: (over?.revision ?? 0) + 1 };
      try {
        await api.put({
          TableName: table,
          Item: Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)),
          ...(over === null
            ? { ConditionExpression: 'attribute_not_exists(media_id)' }
            : {
                ConditionExpression: 'revision = :revision',
                ExpressionAttributeValues: { ':revision': over.revision },
              }),
        });
        return written;
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return null;
        throw asArchiveError(error);
      }
    },
  };
}

/** Whether a run should fetch a medium: it is new, or failed with hope and tries left, or whoever held it is gone. */
export function isWanted(
  known: TrackedMedia | undefined,
  { now, mostAttempts }: { readonly now: number; readonly mostAttempts: number },
): boolean {
  if (known === undefined) return true;
  if (known.status === 'STORED') return false;
  if (known.attempts >= mostAttempts) return false;
  if (known.status === 'FAILED') return known.retryable !== false;
  return (known.lease_until ?? 0) <= now;
}

/** What the table keeps of a listed medium. */
export function described(item: MediaItem): Pick<TrackedMedia, 'filename' | 'size' | 'captured_at'> {
  return {
    filename: item.filename,
    ...(item.size === null ? {} : { size: item.size }),
    ...(item.capturedAt === null ? {} : { captured_at: item.capturedAt }),
  };
}

/** The table is written by this code alone. */
const tracked = (item: Item): TrackedMedia => item as unknown as TrackedMedia;

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asArchiveError(error);
  }
}
