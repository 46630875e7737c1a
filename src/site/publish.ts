import type { S3Api } from '../aws/apis.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import type { Logger } from '../runtime/logger.ts';
import { headObject } from './deployed.ts';
import { sameObject, type WantedFile } from './files.ts';
import { forEachLimited } from './limited.ts';
import { MANIFEST_KEY, printManifest, type SiteManifest } from './manifest.ts';
import { DEFAULT_CONCURRENCY, type PlannedSite } from './plan-site.ts';
import { countRequests, type RequestCounts } from './requests.ts';
import { bucketError, errorName } from './s3-errors.ts';

export interface PublishOptions {
  readonly planned: PlannedSite;
  readonly s3: S3Api;
  readonly logger: Logger;
  readonly concurrency?: number;
}

export type PublishResult =
  | { readonly kind: 'unchanged'; readonly requests: RequestCounts }
  | {
      readonly kind: 'published';
      /** Keys that were sent, in order of the plan; `release.json` among them. */
      readonly written: readonly string[];
      /** Hashed assets that an interrupted publication had left there already. */
      readonly present: readonly string[];
      readonly deleted: readonly string[];
      /** Bytes sent, the bookkeeping not counted. */
      readonly bytes: number;
      /** Paths that the distribution must forget now. */
      readonly invalidate: readonly string[];
      /** For `settleSite`, once that is done. */
      readonly manifest: { readonly value: SiteManifest; readonly etag: string | null };
      readonly requests: RequestCounts;
    };

/**
 * Publishes a planned site so that no visitor meets a page whose assets are missing: hashed assets; then the barrier,
 * where each asset that a page names must be there with its bytes and type; then the files that keep their names, the
 * pages, `release.json`, the manifest; and only then deletions. Killed anywhere, it can be planned and run again.
 *
 * @throws SlipwayError `SITE_BARRIER`: an asset that a page names is not there, and no page was touched
 * @throws SlipwayError `SITE_CHANGED_MEANWHILE`: somebody else published since the plan
 * @throws SlipwayError `SITE_DELETE`, `SITE_S3`; UserError `SITE_BUCKET_MISSING`, `SITE_BUCKET_DENIED`
 */
export async function publishSite(options: PublishOptions): Promise<PublishResult> {
  const { planned, logger, concurrency = DEFAULT_CONCURRENCY } = options;
  const { bucket, work } = planned;
  const { s3, counts } = countRequests(options.s3);
  if (!planned.hasWork) return { kind: 'unchanged', requests: counts() };
  if (bucket === null) {
    throw new SlipwayError('SITE_NOT_PLANNED', 'the site was planned before its bucket existed', 'slipway', {
      next: 'plan it again with the outputs of its stack',
    });
  }
  const place: Place = { s3, bucket };
  const present: string[] = [];
  const inRole = (...roles: WantedFile['role'][]): readonly WantedFile[] =>
    work.write.filter(({ role }) => roles.includes(role));
  try {
    const added = new Set(work.changes.added);
    await forEachLimited(inRole('asset'), concurrency, async (file) => {
      if (added.has(file.key) && !(await writeNew(place, file))) present.push(file.key);
      if (!added.has(file.key)) await write(place, file);
    });
    await passBarrier(place, planned, concurrency);
    logger.debug(`${planned.named.length} assets that the pages name are there; the pages follow`);
    for (const role of ['file', 'page', 'marker'] as const) {
      await forEachLimited(inRole(role), concurrency, (file) => write(place, file));
    }
    const etag = await writeManifest(place, work.manifest, planned.etag);
    await deleteKeys(place, work.delete);
    return {
      kind: 'published',
      written: work.write.map(({ key }) => key).filter((key) => !present.includes(key)),
      present: present.sort(),
      deleted: work.delete,
      bytes: work.write.filter(({ key }) => !present.includes(key)).reduce((sum, { size }) => sum + size, 0),
      invalidate: work.invalidate,
      manifest: { value: work.manifest, etag },
      requests: counts(),
    };
  } catch (error) {
    throw bucketError(error, 'publishing the site', bucket);
  }
}

/**
 * Notes in the manifest that nothing is owed any more. Call it when the invalidation has completed; until then the next
 * publication repeats it. Does nothing where nothing was owed.
 */
export async function settleSite(options: {
  readonly published: Extract<PublishResult, { kind: 'published' }>;
  readonly s3: S3Api;
  readonly bucket: string;
}): Promise<RequestCounts> {
  const { s3, counts } = countRequests(options.s3);
  const { value, etag } = options.published.manifest;
  if (value.pending.invalidate.length + value.pending.delete.length === 0) return counts();
  try {
    await writeManifest(
      { s3, bucket: options.bucket },
      { ...value, pending: { invalidate: [], delete: [] } },
      etag,
    );
  } catch (error) {
    throw bucketError(error, 'noting that the site is published', options.bucket);
  }
  return counts();
}

interface Place {
  readonly s3: S3Api;
  readonly bucket: string;
}

async function write(
  { s3, bucket }: Place,
  file: WantedFile,
  condition: { readonly IfNoneMatch?: '*' } = {},
): Promise<void> {
  await s3.putObject({
    Bucket: bucket,
    Key: file.key,
    Body: await file.bytes(),
    ContentType: file.contentType,
    CacheControl: file.cacheControl,
    ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
    ...condition,
  });
}

/** Writes a hashed asset that the manifest does not know. `false` where it lies there already, just as wanted. */
async function writeNew(place: Place, file: WantedFile): Promise<boolean> {
  try {
    await write(place, file, { IfNoneMatch: '*' });
    return true;
  } catch (error) {
    // 412: there is an object. 409: another writer was faster (S3 User Guide, Conditional writes).
    if (!['PreconditionFailed', 'ConditionalRequestConflict'].includes(errorName(error))) throw error;
  }
  const there = await headObject(place.s3, place.bucket, file.key);
  if (there && sameObject(there, file)) return false;
  await write(place, file);
  return true;
}

/** Nothing is flipped until every asset the pages need is there with the right bytes and type (design, rule 10). */
async function passBarrier(place: Place, planned: PlannedSite, concurrency: number): Promise<void> {
  const byKey = new Map(planned.wanted.map((file) => [file.key, file]));
  const named = planned.named.flatMap((key) => byKey.get(key) ?? []);
  await forEachLimited(named, concurrency, async (file) => {
    if (await isServable(place, file)) return;
    await write(place, file);
    if (await isServable(place, file)) return;
    throw new SlipwayError(
      'SITE_BARRIER',
      `${place.bucket}/${file.key}, which a page names, is not there as ${file.contentType} after it was written; no page was touched`,
      'slipway',
      { next: 'check what else writes to the bucket, and run it again' },
    );
  });
}

/** Where S3 keeps no SHA-256 (an object from elsewhere), the manifest's word stands for the bytes if the size agrees. */
async function isServable({ s3, bucket }: Place, file: WantedFile): Promise<boolean> {
  const there = await headObject(s3, bucket, file.key);
  return (
    there !== null &&
    sameObject(
      there.sha256 === '' && there.size === file.size ? { ...there, sha256: file.sha256 } : there,
      file,
    )
  );
}

/** Compare-and-swap: replaces just the manifest that the plan read. Gives the new one's ETag. */
async function writeManifest(
  { s3, bucket }: Place,
  manifest: SiteManifest,
  etag: string | null,
): Promise<string | null> {
  try {
    const { ETag } = await s3.putObject({
      Bucket: bucket,
      Key: MANIFEST_KEY,
      Body: printManifest(manifest),
      ContentType: 'application/json',
      CacheControl: 'no-store',
      ...(etag === null ? { IfNoneMatch: '*' } : { IfMatch: etag }),
    });
    return ETag ?? null;
  } catch (error) {
    if (!['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'].includes(errorName(error)))
      throw error;
    throw new SlipwayError(
      'SITE_CHANGED_MEANWHILE',
      `somebody else published to ${bucket} meanwhile`,
      'slipway',
      {
        cause: error,
        next: 'run it again: it starts from what is there now',
      },
    );
  }
}

/** S3 deletes at most 1,000 keys a request (API Reference, DeleteObjects). */
async function deleteKeys({ s3, bucket }: Place, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += 1000) {
    const Objects = keys.slice(start, start + 1000).map((Key) => ({ Key }));
    const { Errors = [] } = await s3.deleteObjects({ Bucket: bucket, Delete: { Objects, Quiet: true } });
    const [first] = Errors;
    if (first) {
      throw new SlipwayError(
        'SITE_DELETE',
        `${Errors.length} of ${keys.length} objects could not be deleted from ${bucket}; ${first.Key ?? 'one'}: ${first.Code ?? ''} ${first.Message ?? ''}`,
        'slipway',
        { next: 'run it again: the site is published, the deletions are repeated' },
      );
    }
  }
}
