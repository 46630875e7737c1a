import pLimit from 'p-limit';
import type { S3Api } from '../aws/apis.ts';
import type { Restoration } from './plan-restore.ts';

export type RestoreApi = Pick<S3Api, 'copyObject' | 'deleteObjects'>;

export interface Restored {
  readonly copied: number;
  readonly deleted: number;
  /** Keys that are not restored, and S3's word for it. */
  readonly failed: readonly { readonly key: string; readonly reason: string }[];
}

/** CopyObject takes objects up to 5 GB (API_CopyObject). */
export const largestCopy = 5 * 1024 ** 3;

/**
 * Carries a plan out. Each version is copied over its key, with its metadata and tags and the bucket's own encryption, so the
 * versions that were there stay, and a restoration can itself be taken back.
 * @param concurrency copies under way at once
 */
export async function restore(
  s3: RestoreApi,
  bucket: string,
  restorations: readonly Restoration[],
  { concurrency = 8, signal }: { readonly concurrency?: number; readonly signal?: AbortSignal } = {},
): Promise<Restored> {
  const limit = pLimit(concurrency);
  const failed: { readonly key: string; readonly reason: string }[] = [];
  let copied = 0;
  let deleted = 0;
  const one = async (restoration: Restoration): Promise<void> => {
    signal?.throwIfAborted();
    const { key } = restoration;
    try {
      if (restoration.kind === 'delete') {
        const { Errors = [] } = await s3.deleteObjects({
          Bucket: bucket,
          Delete: { Objects: [{ Key: key }], Quiet: true },
        });
        if (Errors[0] !== undefined) throw new Error(Errors[0].Code ?? 'not deleted');
        deleted += 1;
        return;
      }
      if (restoration.size > largestCopy) {
        failed.push({
          key,
          reason: `${restoration.size} bytes, more than one copy takes; copy it by hand in parts`,
        });
        return;
      }
      await s3.copyObject({
        Bucket: bucket,
        Key: key,
        CopySource: `${bucket}/${encodeURIComponent(key).replaceAll('%2F', '/')}?versionId=${encodeURIComponent(restoration.versionId)}`,
      });
      copied += 1;
    } catch (error) {
      if (signal?.aborted === true) throw error;
      failed.push({
        key,
        reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
    }
  };
  await Promise.all(restorations.map((each) => limit(() => one(each))));
  return { copied, deleted, failed };
}
