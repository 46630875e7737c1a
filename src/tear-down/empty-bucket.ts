import type { S3Api } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';

/**
 * Deletes every version and deletion marker of a bucket, page by page; DeleteObjects takes 1,000 keys, as many as a page of
 * ListObjectVersions holds (API references).
 *
 * @returns how many were deleted; 0 where the bucket is gone already
 * @throws UserError TEAR_DOWN_BUCKET naming the bucket and S3's word
 */
export async function emptyBucket(
  s3: Pick<S3Api, 'listObjectVersions' | 'deleteObjects'>,
  bucket: string,
  /** Twelve digits: a name that is somebody else's by now is left alone. */
  account: string,
  signal?: AbortSignal,
): Promise<number> {
  let deleted = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      // always the first page: what stood there is gone by then
      const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({
        Bucket: bucket,
        ExpectedBucketOwner: account,
      });
      const objects = [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) =>
        Key === undefined ? [] : [{ Key, ...(VersionId === undefined ? {} : { VersionId }) }],
      );
      if (objects.length === 0) return deleted;
      const { Errors: [first] = [] } = await s3.deleteObjects({
        Bucket: bucket,
        ExpectedBucketOwner: account,
        Delete: { Objects: objects, Quiet: true },
      });
      if (first !== undefined) throw new Error(`${first.Key ?? ''}: ${first.Code ?? 'not deleted'}`);
      deleted += objects.length;
    }
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    if (cause instanceof Error && cause.name === 'NoSuchBucket') return deleted;
    const reason =
      cause instanceof Error
        ? `${cause.name === 'Error' ? '' : `${cause.name}: `}${cause.message}`
        : String(cause);
    throw new UserError('TEAR_DOWN_BUCKET', `the bucket ${bucket} can't be emptied: ${reason}`, {
      next: 'run the same command again as somebody whom the bucket’s policy admits',
    });
  }
}
