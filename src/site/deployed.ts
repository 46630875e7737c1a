import type { S3Api } from '../aws/apis.ts';
import type { Logger } from '../runtime/logger.ts';
import { BOOKKEEPING_PREFIX, type SiteObject, type WantedFile } from './files.ts';
import { forEachLimited } from './limited.ts';
import { MANIFEST_KEY, parseManifest, type PublishedBuild, type SiteManifest } from './manifest.ts';
import { bucketError, isAbsent } from './s3-errors.ts';

/** What lies in the site's bucket, as far as a publication must know it. */
export interface DeployedSite {
  /** From the manifest; from the objects themselves where there is none; or nothing, the bucket being new. */
  readonly source: 'manifest' | 'objects' | 'nothing';
  /** The release of the manifest. */
  readonly release: string | null;
  readonly files: Readonly<Record<string, SiteObject>>;
  readonly builds: readonly PublishedBuild[];
  readonly pending: SiteManifest['pending'];
  /** Of the manifest object, damaged or not: the next one replaces just that one. `null` where there is none. */
  readonly etag: string | null;
}

export const NOTHING_DEPLOYED: DeployedSite = {
  source: 'nothing',
  release: null,
  files: {},
  builds: [],
  pending: { invalidate: [], delete: [] },
  etag: null,
};

/**
 * Reads what is deployed: one GET where the manifest is there. Where it is missing or damaged, one listing and a HEAD for
 * each wanted file of the right size; objects that nobody wants are left alone then, since they may be anybody's.
 *
 * @throws UserError `SITE_BUCKET_MISSING`, `SITE_BUCKET_DENIED`; SlipwayError `SITE_S3`
 */
export async function readDeployed(options: {
  readonly s3: S3Api;
  readonly bucket: string;
  readonly wanted: readonly WantedFile[];
  readonly logger: Logger;
  readonly concurrency: number;
}): Promise<DeployedSite> {
  const { s3, bucket, logger } = options;
  const found = await readManifest(s3, bucket);
  if (found?.manifest) {
    const { release, files, builds, pending } = found.manifest;
    return { source: 'manifest', release, files, builds, pending, etag: found.etag };
  }
  if (found) logger.warn(`${bucket}/${MANIFEST_KEY} is damaged; the objects themselves are compared instead`);
  try {
    const files = await compareObjects(options);
    const source = Object.keys(files).length > 0 ? 'objects' : 'nothing';
    return { ...NOTHING_DEPLOYED, source, files, etag: found?.etag ?? null };
  } catch (error) {
    throw bucketError(error, 'comparing the site', bucket);
  }
}

async function readManifest(
  s3: S3Api,
  bucket: string,
): Promise<{ readonly manifest: SiteManifest | null; readonly etag: string | null } | null> {
  try {
    const { Body, ETag } = await s3.getObject({ Bucket: bucket, Key: MANIFEST_KEY });
    return { manifest: parseManifest((await Body?.transformToString()) ?? ''), etag: ETag ?? null };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw bucketError(error, 'reading what is deployed', bucket);
  }
}

/** A size that differs is proof enough; equal sizes are settled by the checksum that S3 keeps. */
async function compareObjects(options: {
  readonly s3: S3Api;
  readonly bucket: string;
  readonly wanted: readonly WantedFile[];
  readonly logger: Logger;
  readonly concurrency: number;
}): Promise<Readonly<Record<string, SiteObject>>> {
  const { s3, bucket, wanted, logger, concurrency } = options;
  const sizes = await listSizes(s3, bucket);
  const files: Record<string, SiteObject> = {};
  const candidates = wanted.filter(({ key }) => sizes.has(key));
  await forEachLimited(candidates, concurrency, async ({ key, size }) => {
    const listed = sizes.get(key) ?? 0;
    files[key] =
      listed === size
        ? ((await headObject(s3, bucket, key)) ?? unknownObject(listed))
        : unknownObject(listed);
  });
  const others = [...sizes.keys()].length - candidates.length;
  if (others > 0) logger.warn(`${bucket} holds ${others} objects that this release does not know; they stay`);
  return files;
}

async function listSizes(s3: S3Api, bucket: string): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  let token: string | undefined;
  do {
    const page = await s3.listObjectsV2({ Bucket: bucket, ...(token ? { ContinuationToken: token } : {}) });
    for (const { Key, Size } of page.Contents ?? []) {
      if (Key !== undefined && !Key.startsWith(BOOKKEEPING_PREFIX)) sizes.set(Key, Size ?? 0);
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
  return sizes;
}

/** One object by HEAD; `null` where it is absent. An object without a stored SHA-256 equals nothing. */
export async function headObject(s3: S3Api, bucket: string, key: string): Promise<SiteObject | null> {
  try {
    const head = await s3.headObject({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
    return {
      sha256: head.ChecksumSHA256 ? Buffer.from(head.ChecksumSHA256, 'base64').toString('hex') : '',
      size: head.ContentLength ?? 0,
      contentType: head.ContentType ?? '',
      cacheControl: head.CacheControl ?? '',
    };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

const unknownObject = (size: number): SiteObject => ({ sha256: '', size, contentType: '', cacheControl: '' });
