import pLimit from 'p-limit';
import type { S3Api } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
import { sha256 } from '../runtime/sha256.ts';
import { digestError, missingError } from './artifact-errors.ts';
import type { ArtifactStore, Sha256 } from './release.ts';

export interface BucketStoreOptions {
  readonly s3: S3Api;
  readonly bucket: string;
  readonly clock: Clock;
  /** HEAD requests at once when many keys are looked up. */
  readonly concurrency?: number;
}

/** A conditional write that meets another one is answered 409 and is to be tried again (S3 User Guide, "Conditional writes"). */
const attempts = 5;

/**
 * Artifacts in a bucket of one account and region. Nothing is overwritten: writes carry `If-None-Match: *` and their
 * SHA-256, which S3 checks and keeps. What is already there counts only if the SHA-256 that S3 keeps is that of its name; an
 * object without one is read and hashed.
 */
export class BucketStore implements ArtifactStore {
  readonly location: string;
  readonly #options: BucketStoreOptions;

  constructor(options: BucketStoreOptions) {
    this.#options = options;
    this.location = `s3://${options.bucket}`;
  }

  async put(artifact: {
    readonly sha256: Sha256;
    readonly bytes: Uint8Array;
    readonly contentType: string;
  }): Promise<'written' | 'present'> {
    const { s3, bucket, clock } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        await s3.putObject({
          Bucket: bucket,
          Key: artifact.sha256,
          Body: artifact.bytes,
          ContentType: artifact.contentType,
          ChecksumSHA256: toBase64(artifact.sha256),
          IfNoneMatch: '*',
        });
        return 'written';
      } catch (error) {
        const name = nameOf(error);
        if (name === 'PreconditionFailed' && (await this.#holds(artifact.sha256))) return 'present';
        const contended = name === 'ConditionalRequestConflict' || name === 'PreconditionFailed';
        if (!contended || attempt === attempts) throw this.#explain(error);
        await clock.sleep(100 * 2 ** attempt);
      }
    }
  }

  async missing(keys: readonly Sha256[]): Promise<readonly Sha256[]> {
    const limit = pLimit(this.#options.concurrency ?? 16);
    const held = await limit.map(keys, (key) => this.#holds(key));
    return keys.filter((_, index) => !held[index]);
  }

  async get(key: Sha256): Promise<Uint8Array> {
    const { s3, bucket } = this.#options;
    let bytes: Uint8Array;
    try {
      const { Body } = await s3.getObject({ Bucket: bucket, Key: key });
      bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (nameOf(error) === 'NoSuchKey') throw missingError(key, this.location, error);
      throw this.#explain(error);
    }
    const found = sha256(bytes);
    if (found !== key) throw digestError(key, this.location, found);
    return bytes;
  }

  /** Whether the key is there with the right bytes. Throws `ARTIFACT_DIGEST` where it is there with others. */
  async #holds(key: Sha256): Promise<boolean> {
    const { s3, bucket } = this.#options;
    let stored: string | undefined;
    try {
      const head = await s3.headObject({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
      stored = head.ChecksumSHA256;
    } catch (error) {
      const name = nameOf(error);
      if (name === 'NotFound' || name === 'NoSuchKey') return false;
      throw this.#explain(error);
    }
    if (stored === undefined || !isDigest(stored)) {
      await this.get(key);
      return true;
    }
    if (stored !== toBase64(key)) throw digestError(key, this.location, toHex(stored));
    return true;
  }

  #explain(error: unknown): unknown {
    if (nameOf(error) !== 'NoSuchBucket') return error;
    return new UserError('ARTIFACT_BUCKET_MISSING', `There is no artifact bucket ${this.location}`, {
      cause: error,
      next: 'deploy templates/bootstrap/foundation.yml in this account and region first: docs/bootstrap.md',
    });
  }
}

const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
const toBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const toHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');
/** A multipart object's checksum is one of checksums (`…-3`), not the object's digest. */
const isDigest = (base64: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(base64);
