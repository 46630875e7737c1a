import type { S3Api } from '../../aws/apis.ts';
import type { Sha256 } from '../../release/release.ts';

/** Keys that DeleteObjects takes at once (API reference). */
const batch = 1000;

export interface DeletedArtifacts {
  readonly deleted: ReadonlySet<Sha256>;
  /** Key → S3's word. */
  readonly refused: ReadonlyMap<Sha256, string>;
}

/**
 * Deletes artifacts; in a bucket with versions they get a deletion marker, and can be brought back for as long as the bucket
 * keeps versions. A key that S3 refuses keeps no other from it.
 */
export async function deleteArtifacts(
  s3: Pick<S3Api, 'deleteObjects'>,
  { bucket, account }: { readonly bucket: string; readonly account: string },
  keys: readonly Sha256[],
  signal: AbortSignal,
): Promise<DeletedArtifacts> {
  const deleted = new Set<Sha256>();
  const refused = new Map<Sha256, string>();
  for (let start = 0; start < keys.length; start += batch) {
    signal.throwIfAborted();
    const some = keys.slice(start, start + batch);
    try {
      const { Errors = [] } = await s3.deleteObjects({
        Bucket: bucket,
        ExpectedBucketOwner: account,
        Delete: { Objects: some.map((Key) => ({ Key })), Quiet: true },
      });
      for (const { Key = '', Code = 'it gives no reason', Message = '' } of Errors)
        refused.set(Key, Message === '' ? Code : `${Code}: ${Message}`);
      for (const key of some) if (!refused.has(key)) deleted.add(key);
    } catch (error) {
      signal.throwIfAborted();
      // what went before went; the rest is for the next run
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      for (const key of keys.slice(start)) refused.set(key, reason);
      break;
    }
  }
  return { deleted, refused };
}
