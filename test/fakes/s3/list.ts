import type * as S3 from '@aws-sdk/client-s3';
import { idOf, type FakeBucket } from './bucket.ts';
import { FakeS3Error } from './fake-s3-error.ts';
import { byUtf8, type StoredVersion } from './stored-object.ts';

/** ListObjectsV2: keys and common prefixes in one order, a page at a time. */
export function listObjects(
  bucket: FakeBucket,
  input: S3.ListObjectsV2CommandInput,
  pageSize: number,
): Omit<S3.ListObjectsV2CommandOutput, '$metadata'> {
  const prefix = input.Prefix ?? '';
  const after = input.ContinuationToken ? decode(input.ContinuationToken) : input.StartAfter;
  const entries = new Map<string, 'key' | 'prefix'>();
  for (const key of bucket.keys(prefix)) {
    const end = input.Delimiter ? key.indexOf(input.Delimiter, prefix.length) : -1;
    if (end < 0) entries.set(key, 'key');
    else entries.set(key.slice(0, end + (input.Delimiter?.length ?? 0)), 'prefix');
  }
  const rest = [...entries].filter(([name]) => after === undefined || byUtf8(name, after) > 0);
  const size = Math.min(input.MaxKeys ?? pageSize, pageSize);
  const page = rest.slice(0, size);
  const truncated = rest.length > page.length;
  const last = page.at(-1)?.[0];
  return {
    Name: input.Bucket,
    Prefix: prefix,
    KeyCount: page.length,
    MaxKeys: size,
    IsTruncated: truncated,
    ...(truncated && last !== undefined ? { NextContinuationToken: encode(last) } : {}),
    ...contents(bucket, page),
  };
}

function contents(
  bucket: FakeBucket,
  page: readonly (readonly [string, 'key' | 'prefix'])[],
): Pick<S3.ListObjectsV2CommandOutput, 'Contents' | 'CommonPrefixes'> {
  const keys = page.flatMap(([name, kind]): S3._Object[] => {
    const object = kind === 'key' ? bucket.current(name) : undefined;
    if (!object) return [];
    return [
      {
        Key: name,
        Size: object.bytes.length,
        ETag: object.etag,
        LastModified: object.modified,
        StorageClass: 'STANDARD',
      },
    ];
  });
  const prefixes = page.filter(([, kind]) => kind === 'prefix').map(([name]) => ({ Prefix: name }));
  return {
    ...(keys.length > 0 ? { Contents: keys } : {}),
    ...(prefixes.length > 0 ? { CommonPrefixes: prefixes } : {}),
  };
}

/** ListObjectVersions: by key, newest first, delete markers apart. */
export function listVersions(
  bucket: FakeBucket,
  input: S3.ListObjectVersionsCommandInput,
  pageSize: number,
): Omit<S3.ListObjectVersionsCommandOutput, '$metadata'> {
  const all = bucket
    .allKeys(input.Prefix)
    .flatMap((key) => bucket.versions(key).map((version, index) => ({ key, version, latest: index === 0 })));
  const start = startOfPage(all, input);
  const size = Math.min(input.MaxKeys ?? pageSize, pageSize);
  const page = all.slice(start, start + size);
  const truncated = start + size < all.length;
  const last = page.at(-1);
  const entry = ({ key, version, latest }: (typeof all)[number]): S3.DeleteMarkerEntry => ({
    Key: key,
    VersionId: idOf(version),
    IsLatest: latest,
    LastModified: version.modified,
  });
  const markers = page.filter(({ version }) => version.bytes === null);
  const versions = page.filter(({ version }) => version.bytes !== null);
  return {
    Name: input.Bucket,
    IsTruncated: truncated,
    ...(truncated && last ? { NextKeyMarker: last.key, NextVersionIdMarker: idOf(last.version) } : {}),
    ...(versions.length > 0
      ? {
          Versions: versions.map((each) => ({
            ...entry(each),
            Size: each.version.bytes?.length ?? 0,
            ETag: each.version.etag,
          })),
        }
      : {}),
    ...(markers.length > 0 ? { DeleteMarkers: markers.map(entry) } : {}),
  };
}

function startOfPage(
  all: readonly { readonly key: string; readonly version: StoredVersion }[],
  input: S3.ListObjectVersionsCommandInput,
): number {
  const { KeyMarker: key, VersionIdMarker: id } = input;
  if (key === undefined) return 0;
  const at = all.findIndex((each) =>
    id === undefined ? byUtf8(each.key, key) > 0 : each.key === key && idOf(each.version) === id,
  );
  if (id !== undefined) return at < 0 ? all.length : at + 1;
  return at < 0 ? all.length : at;
}

const encode = (key: string): string => Buffer.from(key).toString('base64url');

function decode(token: string): string {
  const key = Buffer.from(token, 'base64url').toString();
  if (encode(key) !== token) {
    throw new FakeS3Error('InvalidArgument', 400, 'The continuation token provided is incorrect');
  }
  return key;
}
