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

/** Where each artifact lies, by the digits that begin its key. */
type Index = ReadonlyMap<string, readonly { readonly key: Sha256; readonly bucket: OpenBucket }[]>;
/** Of those that a comment, or the name of a change set, shows. */
const indexed = 8;

/** Reads what releases consist of, each once: an artifact never changes. */
export class ManifestReader {
  readonly #clock: Clock;
  readonly #manifests = new Map<Sha256, readonly Sha256[]>();
  /** What one bucket holds under a key; `null`: no manifest, which says nothing of other buckets. */
  readonly #looked = new Map<string, Promise<readonly Sha256[] | null>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Keys of everything that releases consist of.
   * @param shown ids or beginnings that somebody wrote somewhere: they are looked for, and not missed
   * @param buckets of all accounts; a release lies whole in the bucket of its environment's home region
   * @throws SweepBlocked for one of `releases` whose manifest is nowhere, or can't be read
   */
  async keysOf(
    releases: NeededReleases,
    shown: ReadonlySet<string>,
    buckets: readonly OpenBucket[],
  ): Promise<ReadonlySet<Sha256>> {
    const limit = pLimit(atOnce);
    const index: Index = Map.groupBy(
      buckets.flatMap((bucket) => bucket.objects.map(({ key }) => ({ key, bucket }))),
      ({ key }) => key.slice(0, indexed),
    );
    const found = await Promise.all([
      ...[...releases].map(([release, who]) =>
        limit(() =>
          isArtifactKey(release)
            ? this.#keysOfRelease(release, who, index)
            : this.#keysOfBeginning(release, index),
        ),
      ),
      ...[...shown].map((beginning) => limit(() => this.#keysOfBeginning(beginning, index))),
    ]);
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

  async #keysOfRelease(id: Sha256, who: string, index: Index): Promise<readonly Sha256[]> {
    const place = index.get(id.slice(0, indexed))?.find(({ key }) => key === id);
    if (place === undefined)
      throw new SweepBlocked(
        `release ${short(id)}, which ${who} names, has no manifest in any artifact bucket`,
      );
    try {
      return await this.#parsed(id, place.bucket.name, place.bucket.s3);
    } catch (error) {
      throw new SweepBlocked(
        `release ${short(id)}, which ${who} names, can't be read: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }

  /** What the first digits name may be gone long since, or never have been here. */
  async #keysOfBeginning(beginning: string, index: Index): Promise<readonly Sha256[]> {
    const found = (index.get(beginning.slice(0, indexed)) ?? [])
      .filter(({ key }) => isArtifactKey(key) && key.startsWith(beginning))
      .map(async ({ key, bucket: { name, s3 } }) => [
        key,
        ...((await this.#keysIfManifest(key, name, s3)) ?? []),
      ]);
    return (await Promise.all(found)).flat();
  }

  #keysIfManifest(key: Sha256, bucket: string, s3: S3Api): Promise<readonly Sha256[] | null> {
    const location = `${bucket}/${key}`;
    const known = this.#looked.get(location);
    if (known !== undefined) return known;
    const reading = (async () => {
      try {
        if (!this.#manifests.has(key)) {
          const { ContentType } = await s3.headObject({ Bucket: bucket, Key: key });
          if (ContentType?.startsWith('application/json') !== true) return null;
        }
        return await this.#parsed(key, bucket, s3);
      } catch (error) {
        if (isNoManifest(error)) return null;
        throw error;
      }
    })();
    this.#looked.set(location, reading);
    reading.catch(() => this.#looked.delete(location));
    return reading;
  }

  async #parsed(id: Sha256, bucket: string, s3: S3Api): Promise<readonly Sha256[]> {
    const known = this.#manifests.get(id);
    if (known !== undefined) return known;
    const bytes = await new BucketStore({ s3, bucket, clock: this.#clock }).get(id);
    const keys = artifactKeys(parseManifest(bytes, `s3://${bucket}/${id}`));
    this.#manifests.set(id, keys);
    return keys;
  }
}

/** Some other JSON, of a site say; bytes that are not what the key says, which nothing ever uses; gone meanwhile. */
function isNoManifest(error: unknown): boolean {
  if (error instanceof SlipwayError)
    return ['RELEASE_MANIFEST', 'ARTIFACT_DIGEST', 'ARTIFACT_MISSING'].includes(error.code);
  return error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name);
}
