import pLimit from 'p-limit';
import type { S3Api } from '../../aws/apis.ts';
import { SlipwayError } from '../../errors/slipway-error.ts';
import { BucketStore } from '../../release/bucket-store.ts';
import { artifactKeys, parseManifest } from '../../release/manifest.ts';
import type { Sha256 } from '../../release/release.ts';
import type { Clock } from '../../runtime/clock.ts';
import { short } from '../../runtime/sha256.ts';
import { isArtifactKey } from './plan-sweep.ts';
import { SweepBlocked, type NeededReleases, type StoredObject } from './sweep.ts';

/** An artifact bucket with what it holds. */
export interface OpenBucket {
  readonly name: string;
  readonly region: string;
  readonly s3: S3Api;
  readonly objects: readonly StoredObject[];
}

/** Far more than the manifest of a release with thousands of files has. */
const largestManifest = 16_000_000;
const atOnce = 16;

/**
 * Reads what releases consist of. An artifact never changes, so what was read once need not be read again, in whichever bucket
 * it lies.
 */
export class ManifestReader {
  readonly #clock: Clock;
  /** `null`: no manifest. */
  readonly #read = new Map<Sha256, Promise<readonly Sha256[] | null>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Keys of everything that releases consist of.
   * @param buckets of all accounts; a release lies whole in the bucket of its environment's home region
   * @throws SweepBlocked for a release whose manifest is nowhere, or can't be read
   */
  async keysOf(releases: NeededReleases, buckets: readonly OpenBucket[]): Promise<ReadonlySet<Sha256>> {
    const limit = pLimit(atOnce);
    const found = await Promise.all(
      [...releases].map(([release, who]) =>
        limit(() =>
          isArtifactKey(release)
            ? this.#keysOfRelease(release, who, buckets)
            : this.#keysOfBeginning(release, buckets),
        ),
      ),
    );
    return new Set(found.flat());
  }

  /**
   * Keys of everything that the manifests among objects of a bucket name: releases that nothing names yet, or any more.
   * Which object is a manifest is told by its type and its content.
   */
  async keysOfManifests(
    { name, s3 }: OpenBucket,
    among: readonly StoredObject[],
  ): Promise<ReadonlySet<Sha256>> {
    const limit = pLimit(atOnce);
    const found = await Promise.all(
      among
        .filter(({ key, size }) => isArtifactKey(key) && size <= largestManifest)
        .map(({ key }) => limit(() => this.#keysIfManifest(key, name, s3))),
    );
    return new Set(found.flatMap((keys) => keys ?? []));
  }

  async #keysOfRelease(id: Sha256, who: string, buckets: readonly OpenBucket[]): Promise<readonly Sha256[]> {
    const bucket = buckets.find(({ objects }) => objects.some(({ key }) => key === id));
    if (bucket === undefined)
      throw new SweepBlocked(
        `release ${short(id)}, which ${who} names, has no manifest in any artifact bucket`,
      );
    const keys = await this.#parsed(id, bucket).catch((error: unknown) => {
      throw new SweepBlocked(
        `release ${short(id)}, which ${who} names, can't be read: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    });
    return keys;
  }

  /** What the first digits name may be gone long since, or never have been here: it is looked for, and not missed. */
  async #keysOfBeginning(beginning: string, buckets: readonly OpenBucket[]): Promise<readonly Sha256[]> {
    const found = buckets.flatMap((bucket) =>
      bucket.objects
        .filter(({ key }) => isArtifactKey(key) && key.startsWith(beginning))
        .map(async ({ key }) => [key, ...((await this.#keysIfManifest(key, bucket.name, bucket.s3)) ?? [])]),
    );
    return (await Promise.all(found)).flat();
  }

  #keysIfManifest(key: Sha256, bucket: string, s3: S3Api): Promise<readonly Sha256[] | null> {
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const reading = (async () => {
      try {
        const { ContentType } = await s3.headObject({ Bucket: bucket, Key: key });
        if (ContentType?.startsWith('application/json') !== true) return null;
        const bytes = await new BucketStore({ s3, bucket, clock: this.#clock }).get(key);
        return artifactKeys(parseManifest(bytes, `s3://${bucket}/${key}`));
      } catch (error) {
        if (isNoManifest(error)) return null;
        throw error;
      }
    })();
    this.#read.set(key, reading);
    reading.catch(() => this.#read.delete(key));
    return reading;
  }

  async #parsed(id: Sha256, { name, s3 }: OpenBucket): Promise<readonly Sha256[]> {
    const known = await this.#read.get(id);
    if (known !== undefined && known !== null) return known;
    const bytes = await new BucketStore({ s3, bucket: name, clock: this.#clock }).get(id);
    const keys = artifactKeys(parseManifest(bytes, `s3://${name}/${id}`));
    this.#read.set(id, Promise.resolve(keys));
    return keys;
  }
}

/** Some other JSON, of a site say; bytes that are not what the key says, which nothing ever uses; gone meanwhile. */
function isNoManifest(error: unknown): boolean {
  if (error instanceof SlipwayError)
    return ['RELEASE_MANIFEST', 'ARTIFACT_DIGEST', 'ARTIFACT_MISSING'].includes(error.code);
  return error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name);
}
