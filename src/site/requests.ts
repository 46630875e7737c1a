import type { S3Api } from '../aws/apis.ts';

/** Requests to the site's bucket by verb, retries of the SDK not counted. */
export interface RequestCounts {
  readonly put: number;
  readonly head: number;
  readonly get: number;
  readonly list: number;
  readonly delete: number;
  readonly copy: number;
}

export interface CountedS3 {
  readonly s3: S3Api;
  /** What was asked so far. */
  readonly counts: () => RequestCounts;
}

/** An S3 client that counts what goes through it. */
export function countRequests(s3: S3Api): CountedS3 {
  const counts = { put: 0, head: 0, get: 0, list: 0, delete: 0, copy: 0 };
  return {
    counts: () => ({ ...counts }),
    s3: {
      putObject: (input) => (counts.put++, s3.putObject(input)),
      headObject: (input) => (counts.head++, s3.headObject(input)),
      getObject: (input) => (counts.get++, s3.getObject(input)),
      listObjectsV2: (input) => (counts.list++, s3.listObjectsV2(input)),
      listObjectVersions: (input) => (counts.list++, s3.listObjectVersions(input)),
      deleteObjects: (input) => (counts.delete++, s3.deleteObjects(input)),
      copyObject: (input) => (counts.copy++, s3.copyObject(input)),
      listBuckets: (input) => (counts.list++, s3.listBuckets(input)),
    },
  };
}

export function addCounts(a: RequestCounts, b: RequestCounts): RequestCounts {
  return {
    put: a.put + b.put,
    head: a.head + b.head,
    get: a.get + b.get,
    list: a.list + b.list,
    delete: a.delete + b.delete,
    copy: a.copy + b.copy,
  };
}
