import type { S3Api } from '../../aws/apis.ts';
import { artifactBucketName, ledgerBucketName } from '../../aws/bucket-names.ts';
import type { StoredObject } from './sweep.ts';

/** A bucket of the bootstrap that is there. */
export interface FoundBucket {
  readonly name: string;
  readonly region: string;
}

export interface FoundBuckets {
  readonly artifacts: readonly FoundBucket[];
  /** In all regions, also in those that no environment has as its home any more. */
  readonly ledgers: readonly FoundBucket[];
}

/** The buckets that the bootstrap has made in an account, in any region (API reference, ListBuckets: whatever region is asked). */
export async function findBuckets(s3: Pick<S3Api, 'listBuckets'>, account: string): Promise<FoundBuckets> {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const page = await s3.listBuckets({
      Prefix: 'slipway-',
      ...(token === undefined ? {} : { ContinuationToken: token }),
    });
    names.push(...(page.Buckets ?? []).flatMap(({ Name }) => (Name === undefined ? [] : [Name])));
    token = page.ContinuationToken === '' ? undefined : page.ContinuationToken;
  } while (token !== undefined);
  const beginningWith = (beginning: string): readonly FoundBucket[] =>
    names
      .filter((name) => name.startsWith(beginning) && name.length > beginning.length)
      .sort()
      .map((name) => ({ name, region: name.slice(beginning.length) }));
  return {
    artifacts: beginningWith(artifactBucketName(account, '')),
    ledgers: beginningWith(ledgerBucketName(account, '')),
  };
}

/** Everything that a bucket holds now below a prefix; of versions, the newest. */
export async function listObjects(
  s3: Pick<S3Api, 'listObjectsV2'>,
  Bucket: string,
  account: string,
  Prefix = '',
): Promise<readonly StoredObject[]> {
  const found: StoredObject[] = [];
  let token: string | undefined;
  do {
    const page = await s3.listObjectsV2({
      Bucket,
      ExpectedBucketOwner: account,
      ...(Prefix === '' ? {} : { Prefix }),
      ...(token === undefined ? {} : { ContinuationToken: token }),
    });
    for (const { Key, Size = 0, LastModified } of page.Contents ?? []) {
      // without a date it is taken for new, and stays
      const modifiedAt = LastModified?.getTime() ?? Number.POSITIVE_INFINITY;
      if (Key !== undefined) found.push({ key: Key, size: Size, modifiedAt });
    }
    token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
  return found;
}
