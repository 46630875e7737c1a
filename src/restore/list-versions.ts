import type { S3Api } from '../aws/apis.ts';
import type { KeyVersion } from './plan-restore.ts';

/** All versions and deletions below a prefix, or of one key, within a key the newest first (API_ListObjectVersions). */
export async function listVersions(
  s3: Pick<S3Api, 'listObjectVersions'>,
  bucket: string,
  wanted: { readonly prefix: string } | { readonly key: string },
): Promise<readonly KeyVersion[]> {
  const prefix = 'key' in wanted ? wanted.key : wanted.prefix;
  const found: KeyVersion[] = [];
  let marker: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
  while (marker) {
    const page = await s3.listObjectVersions({ Bucket: bucket, Prefix: prefix, ...marker });
    const entries = [
      ...(page.Versions ?? []).map((entry) => ({
        ...entry,
        isDeletion: false,
        size: entry.Size ?? 0,
        etag: entry.ETag ?? '',
      })),
      ...(page.DeleteMarkers ?? []).map((entry) => ({ ...entry, isDeletion: true, size: 0, etag: '' })),
    ];
    for (const {
      Key = '',
      VersionId = 'null',
      IsLatest = false,
      LastModified,
      isDeletion,
      size,
      etag,
    } of entries) {
      if ('key' in wanted && Key !== wanted.key) continue;
      const at = LastModified?.getTime() ?? 0;
      found.push({ key: Key, versionId: VersionId, isDeletion, at, isLatest: IsLatest, size, etag });
    }
    marker =
      page.IsTruncated === true
        ? {
            ...(page.NextKeyMarker === undefined ? {} : { KeyMarker: page.NextKeyMarker }),
            ...(page.NextVersionIdMarker === undefined ? {} : { VersionIdMarker: page.NextVersionIdMarker }),
          }
        : undefined;
  }
  // Versions and deletions come in two lists; of one second, the latest stands first and the rest keep their order.
  return found.sort(
    (a, b) => compare(a.key, b.key) || b.at - a.at || Number(b.isLatest) - Number(a.isLatest),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
