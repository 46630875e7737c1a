import type * as S3 from '@aws-sdk/client-s3';
import type { S3Api } from '../../../src/aws/apis.ts';
import { FakeBucket, preconditionFailed, sameEtag } from './bucket.ts';
import { FakeS3Error } from './fake-s3-error.ts';
import { listObjects, listVersions } from './list.ts';
import {
  bytesOfBody,
  etagOf,
  headersOf,
  responseBody,
  sha256Base64,
  type StoredHeaders,
  type StoredVersion,
} from './stored-object.ts';

export type S3Operation = keyof S3Api;
type Hook = (input: Readonly<Record<string, unknown>>) => void | Promise<void>;

export interface FakeS3Options {
  readonly buckets?: Readonly<Record<string, { readonly versioning?: boolean }>>;
  /** Milliseconds since the epoch; a fixed moment where none is given. */
  readonly now?: () => number;
  /** Entries a page of lists at most; 1,000 as in S3. */
  readonly pageSize?: number;
}

const metadata = { $metadata: { httpStatusCode: 200 } } as const;

/** A stateful stand-in for S3 in memory; its rules and their sources are in README.md beside it. */
export class FakeS3 implements S3Api {
  /** Calls by operation, failed ones too. */
  readonly requests: Record<S3Operation, number> = {
    putObject: 0,
    getObject: 0,
    headObject: 0,
    copyObject: 0,
    deleteObjects: 0,
    listObjectsV2: 0,
    listObjectVersions: 0,
    listBuckets: 0,
  };
  /** Keys that `deleteObjects` refuses, each for itself. */
  readonly undeletable = new Set<string>();
  readonly #buckets = new Map<string, FakeBucket>();
  readonly #now: () => number;
  readonly #pageSize: number;
  readonly #failures: { operation: S3Operation; error: FakeS3Error }[] = [];
  readonly #hooks = new Map<S3Operation, Set<Hook>>();
  #versions = 0;

  constructor(options: FakeS3Options = {}) {
    this.#now = options.now ?? (() => Date.parse('2026-11-21T10:00:00Z'));
    this.#pageSize = options.pageSize ?? 1000;
    for (const [name, bucket] of Object.entries(options.buckets ?? {})) this.createBucket(name, bucket);
  }

  createBucket(name: string, options: { readonly versioning?: boolean } = {}): void {
    this.#buckets.set(name, new FakeBucket({ versioning: options.versioning ?? false }));
  }

  /** Makes the next `times` calls of an operation fail before they do anything. */
  failNext(operation: S3Operation, name: string, status: number, times = 1): void {
    for (let each = 0; each < times; each++) {
      this.#failures.push({ operation, error: new FakeS3Error(name, status, `${name} (asked for)`) });
    }
  }

  /** Runs `hook` before each call of an operation does its work; the returned function takes it away. */
  before(operation: S3Operation, hook: Hook): () => void {
    const hooks = this.#hooks.get(operation) ?? new Set();
    this.#hooks.set(operation, hooks.add(hook));
    return () => void hooks.delete(hook);
  }

  /** Writes past every rule, as somebody else might; without a SHA-256 unless one is given (base64). */
  plant(
    bucket: string,
    key: string,
    bytes: Uint8Array | string,
    headers: StoredHeaders & { readonly sha256?: string } = {},
  ): void {
    const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    this.#store(this.#bucket(bucket), key, body, headersOf(headers), headers.sha256 ?? null);
  }

  bytesOf(bucket: string, key: string): Uint8Array | undefined {
    return this.#bucket(bucket).current(key)?.bytes;
  }

  textOf(bucket: string, key: string): string | undefined {
    const bytes = this.bytesOf(bucket, key);
    return bytes && new TextDecoder().decode(bytes);
  }

  keys(bucket: string): string[] {
    return this.#bucket(bucket).keys();
  }

  async putObject(input: S3.PutObjectCommandInput): Promise<S3.PutObjectCommandOutput> {
    await this.#begin('putObject', input);
    const bucket = this.#bucket(input.Bucket);
    const key = required(input.Key, 'Key');
    const bytes = await bytesOfBody(input.Body);
    bucket.checkWrite(key, { ifNoneMatch: input.IfNoneMatch, ifMatch: input.IfMatch });
    const given = input.ChecksumSHA256;
    if (given !== undefined && Buffer.from(given, 'base64').length !== 32) {
      throw new FakeS3Error('InvalidRequest', 400, 'Value for x-amz-checksum-sha256 header is invalid.');
    }
    if (given !== undefined && given !== sha256Base64(bytes)) {
      throw new FakeS3Error(
        'BadDigest',
        400,
        'The SHA256 you specified did not match the calculated checksum.',
      );
    }
    const stored = given !== undefined || input.ChecksumAlgorithm === 'SHA256' ? sha256Base64(bytes) : null;
    const version = this.#store(bucket, key, bytes, headersOf(input), stored);
    return {
      ...metadata,
      ETag: version.etag,
      ServerSideEncryption: 'AES256',
      ...versionOf(version),
      ...checksum(version),
    };
  }

  async getObject(input: S3.GetObjectCommandInput): Promise<S3.GetObjectCommandOutput> {
    await this.#begin('getObject', input);
    const { version, output } = this.#read(input, false);
    return {
      ...output,
      Body: responseBody(version.bytes) as unknown as NonNullable<S3.GetObjectCommandOutput['Body']>,
    };
  }

  async headObject(input: S3.HeadObjectCommandInput): Promise<S3.HeadObjectCommandOutput> {
    await this.#begin('headObject', input);
    return this.#read(input, true).output;
  }

  async copyObject(input: S3.CopyObjectCommandInput): Promise<S3.CopyObjectCommandOutput> {
    await this.#begin('copyObject', input);
    const [path = '', query = ''] = required(input.CopySource, 'CopySource').replace(/^\//, '').split('?');
    const [fromBucket = '', ...fromKey] = path.split('/').map(decodeURIComponent);
    const from = fromKey.join('/');
    const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
    const source = this.#bucket(fromBucket).read(from, { versionId, head: false });
    if (input.CopySourceIfMatch !== undefined && !sameEtag(input.CopySourceIfMatch, source.etag)) {
      throw preconditionFailed();
    }
    const bucket = this.#bucket(input.Bucket);
    const key = required(input.Key, 'Key');
    const replace = input.MetadataDirective === 'REPLACE';
    if (fromBucket === input.Bucket && from === key && versionId === undefined && !replace) {
      throw new FakeS3Error(
        'InvalidRequest',
        400,
        'This copy request is illegal because it changes nothing.',
      );
    }
    bucket.checkWrite(key, { ifNoneMatch: input.IfNoneMatch, ifMatch: input.IfMatch });
    const headers = replace ? headersOf(input) : source.headers;
    const version = this.#store(bucket, key, source.bytes, headers, source.sha256);
    return {
      ...metadata,
      ...versionOf(version),
      CopyObjectResult: { ETag: version.etag, LastModified: version.modified, ...checksum(version) },
    };
  }

  async deleteObjects(input: S3.DeleteObjectsCommandInput): Promise<S3.DeleteObjectsCommandOutput> {
    await this.#begin('deleteObjects', input);
    const bucket = this.#bucket(input.Bucket);
    const objects = required(input.Delete?.Objects, 'Delete.Objects');
    if (objects.length === 0 || objects.length > 1000) {
      throw new FakeS3Error('MalformedXML', 400, 'The XML you provided was not well-formed.');
    }
    const refused = objects.filter(({ Key }) => this.undeletable.has(Key ?? ''));
    const Errors = refused.map(({ Key }) => ({ Key, Code: 'InternalError', Message: 'try again' }));
    const deleted = objects
      .filter((each) => !refused.includes(each))
      .map(({ Key, VersionId }): S3.DeletedObject => {
        const key = required(Key, 'Key');
        if (VersionId === undefined && bucket.versioning) {
          const marker = this.#store(bucket, key, null, {}, null);
          return { Key: key, DeleteMarker: true, DeleteMarkerVersionId: marker.versionId ?? 'null' };
        }
        const removed = bucket.remove(key, VersionId);
        return {
          Key: key,
          ...(VersionId === undefined ? {} : { VersionId }),
          ...(removed?.bytes === null
            ? { DeleteMarker: true, DeleteMarkerVersionId: removed.versionId ?? 'null' }
            : {}),
        };
      });
    return {
      ...metadata,
      ...(input.Delete?.Quiet ? {} : { Deleted: deleted }),
      ...(Errors.length === 0 ? {} : { Errors }),
    };
  }

  async listObjectsV2(input: S3.ListObjectsV2CommandInput): Promise<S3.ListObjectsV2CommandOutput> {
    await this.#begin('listObjectsV2', input);
    return { ...metadata, ...listObjects(this.#bucket(input.Bucket), input, this.#pageSize) };
  }

  async listObjectVersions(
    input: S3.ListObjectVersionsCommandInput,
  ): Promise<S3.ListObjectVersionsCommandOutput> {
    await this.#begin('listObjectVersions', input);
    return { ...metadata, ...listVersions(this.#bucket(input.Bucket), input, this.#pageSize) };
  }

  async listBuckets(input: S3.ListBucketsCommandInput): Promise<S3.ListBucketsCommandOutput> {
    await this.#begin('listBuckets', input);
    const names = [...this.#buckets.keys()].filter((name) => name.startsWith(input.Prefix ?? '')).sort();
    const rest = names.filter((name) => name > (input.ContinuationToken ?? ''));
    const page = rest.slice(0, this.#pageSize);
    const last = page.at(-1);
    const more = rest.length > page.length && last !== undefined ? { ContinuationToken: last } : {};
    return { ...metadata, Buckets: page.map((Name) => ({ Name })), ...more };
  }

  async #begin(operation: S3Operation, input: object): Promise<void> {
    this.requests[operation]++;
    const failure = this.#failures.findIndex((each) => each.operation === operation);
    if (failure >= 0) throw this.#failures.splice(failure, 1)[0]?.error ?? new Error('unreachable');
    for (const hook of [...(this.#hooks.get(operation) ?? [])]) {
      await hook(input as Readonly<Record<string, unknown>>);
    }
  }

  #bucket(name: string | undefined): FakeBucket {
    const bucket = this.#buckets.get(required(name, 'Bucket'));
    if (!bucket) throw new FakeS3Error('NoSuchBucket', 404, 'The specified bucket does not exist');
    return bucket;
  }

  #store(
    bucket: FakeBucket,
    key: string,
    bytes: Uint8Array | null,
    headers: StoredHeaders,
    sha256: string | null,
  ): StoredVersion {
    const versionId = bucket.versioning ? `v${String(++this.#versions).padStart(6, '0')}` : null;
    const etag = bytes ? etagOf(bytes) : '';
    const version = { versionId, bytes, etag, modified: new Date(this.#now()), sha256, headers };
    bucket.add(key, version);
    return version;
  }

  #read(
    input: S3.GetObjectCommandInput | S3.HeadObjectCommandInput,
    head: boolean,
  ): { version: { readonly bytes: Uint8Array }; output: S3.HeadObjectCommandOutput } {
    const bucket = this.#bucket(input.Bucket);
    const version = bucket.read(required(input.Key, 'Key'), { versionId: input.VersionId, head });
    if (input.IfMatch !== undefined && !sameEtag(input.IfMatch, version.etag)) throw preconditionFailed();
    if (input.IfNoneMatch !== undefined && sameEtag(input.IfNoneMatch, version.etag)) {
      throw new FakeS3Error('NotModified', 304, 'Not Modified');
    }
    const output: S3.HeadObjectCommandOutput = {
      ...metadata,
      ...defined(version.headers),
      ContentLength: version.bytes.length,
      ETag: version.etag,
      LastModified: version.modified,
      ServerSideEncryption: 'AES256',
      ...versionOf(version),
      ...(input.ChecksumMode === 'ENABLED' ? checksum(version) : {}),
    };
    return { version, output };
  }
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined || value === '') {
    throw new TypeError(`FakeS3: no value provided for input HTTP label: ${name}.`);
  }
  return value;
}

const versionOf = (version: StoredVersion): { VersionId?: string } =>
  version.versionId === null ? {} : { VersionId: version.versionId };

const checksum = (version: StoredVersion): { ChecksumSHA256?: string; ChecksumType?: 'FULL_OBJECT' } =>
  version.sha256 === null ? {} : { ChecksumSHA256: version.sha256, ChecksumType: 'FULL_OBJECT' };

const defined = (headers: StoredHeaders): object =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
