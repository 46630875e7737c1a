import { createHash } from 'node:crypto';
import type { UploadApi } from '../../../lambda/media-downloader/upload.ts';
import { awsError } from './aws-error.ts';

interface StoredPart {
  readonly etag: string;
  readonly checksum: string;
  readonly bytes: Uint8Array;
}

interface Upload {
  readonly key: string;
  readonly tags: string;
  readonly metadata: Record<string, string>;
  readonly parts: Map<number, StoredPart>;
}

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly tags: string;
  readonly metadata: Record<string, string>;
  readonly versionId: string;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** Multipart uploads of a versioned bucket of Amazon S3, in memory. See README.md. */
export class FakeUploads implements UploadApi {
  readonly #options: { readonly bucket: string; readonly leastPart: number };
  readonly #uploads = new Map<string, Upload>();
  readonly #objects = new Map<string, StoredObject[]>();
  #count = 0;
  #underWay = 0;
  /** The most parts that were under way at once. */
  mostUnderWay = 0;
  readonly calls: string[] = [];
  /** Parts wait here before they are stored, where a test holds them back. */
  gate: (() => Promise<void>) | null = null;
  readonly #failures = new Map<string, { readonly error: Error; readonly after: boolean }[]>();

  constructor(options: { readonly bucket: string; readonly leastPart: number }) {
    this.#options = options;
  }

  /** The next such call fails, before or after it has done its work. */
  failNext(call: keyof UploadApi, error: Error, { after = false } = {}): void {
    this.#failures.set(call, [...(this.#failures.get(call) ?? []), { error, after }]);
  }

  object(key: string): StoredObject | undefined {
    return this.#objects.get(key)?.[0];
  }

  keys(): readonly string[] {
    return [...this.#objects.keys()];
  }

  versions(key: string): number {
    return this.#objects.get(key)?.length ?? 0;
  }

  openUploads(): readonly { readonly id: string; readonly parts: readonly number[] }[] {
    return [...this.#uploads].map(([id, { parts }]) => ({
      id,
      parts: [...parts.keys()].sort((a, b) => a - b),
    }));
  }

  /** As the lifecycle rule for incomplete uploads does. */
  expireUploads(): void {
    this.#uploads.clear();
  }

  putObject(input: Parameters<UploadApi['putObject']>[0]): ReturnType<UploadApi['putObject']> {
    return this.#call('putObject', () => {
      this.#checkBytes(input.Body, input.ChecksumSHA256);
      return this.#store(input.Key, input.Body, input.Tagging, input.Metadata);
    });
  }

  headObject(input: Parameters<UploadApi['headObject']>[0]): ReturnType<UploadApi['headObject']> {
    return this.#call('headObject', () => {
      const found = this.object(input.Key);
      if (found === undefined) throw awsError('NotFound', 404);
      return { ContentLength: found.bytes.length, Metadata: found.metadata, VersionId: found.versionId };
    });
  }

  createMultipartUpload(
    input: Parameters<UploadApi['createMultipartUpload']>[0],
  ): ReturnType<UploadApi['createMultipartUpload']> {
    return this.#call('createMultipartUpload', () => {
      const UploadId = `upload-${(this.#count += 1)}`;
      const { Key: key, Tagging: tags, Metadata: metadata } = input;
      this.#uploads.set(UploadId, { key, tags, metadata, parts: new Map() });
      return { UploadId };
    });
  }

  async uploadPart(input: Parameters<UploadApi['uploadPart']>[0]): ReturnType<UploadApi['uploadPart']> {
    this.#underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.#underWay);
    const bytes = Uint8Array.from(input.Body);
    try {
      await this.gate?.();
      return await this.#call('uploadPart', () => {
        const upload = this.#upload(input.UploadId, input.Key);
        this.#checkBytes(bytes, input.ChecksumSHA256);
        const etag = `"${input.PartNumber}-${input.ChecksumSHA256.slice(0, 8)}"`;
        upload.parts.set(input.PartNumber, { etag, checksum: input.ChecksumSHA256, bytes });
        return { ETag: etag };
      });
    } finally {
      this.#underWay -= 1;
    }
  }

  listParts(input: Parameters<UploadApi['listParts']>[0]): ReturnType<UploadApi['listParts']> {
    return this.#call('listParts', () => {
      const { parts } = this.#upload(input.UploadId, input.Key);
      const after = Number(input.PartNumberMarker ?? '0');
      const all = [...parts].filter(([number]) => number > after).sort(([a], [b]) => a - b);
      // S3 gives 1,000 a page; two, so that tests of few parts see pages.
      const page = all.slice(0, 2);
      return {
        Parts: page.map(([PartNumber, { etag, checksum, bytes }]) => ({
          PartNumber,
          ETag: etag,
          Size: bytes.length,
          ChecksumSHA256: checksum,
        })),
        IsTruncated: page.length < all.length,
        ...(page.length < all.length ? { NextPartNumberMarker: String(page.at(-1)?.[0]) } : {}),
      };
    });
  }

  completeMultipartUpload(
    input: Parameters<UploadApi['completeMultipartUpload']>[0],
  ): ReturnType<UploadApi['completeMultipartUpload']> {
    return this.#call('completeMultipartUpload', () => {
      const { key, tags, metadata, parts } = this.#upload(input.UploadId, input.Key);
      const chosen = input.MultipartUpload.Parts.map(({ PartNumber, ETag, ChecksumSHA256 }, index, all) => {
        const part = parts.get(PartNumber);
        if (part?.etag !== ETag || part.checksum !== ChecksumSHA256) throw awsError('InvalidPart', 400);
        if (PartNumber <= (all[index - 1]?.PartNumber ?? 0)) throw awsError('InvalidPartOrder', 400);
        if (index < all.length - 1 && part.bytes.length < this.#options.leastPart) {
          throw awsError('EntityTooSmall', 400);
        }
        return part.bytes;
      });
      const bytes = Uint8Array.from(Buffer.concat(chosen));
      if (bytes.length !== input.MpuObjectSize) throw awsError('InvalidRequest', 400);
      this.#uploads.delete(input.UploadId);
      return this.#store(key, bytes, tags, metadata);
    });
  }

  abortMultipartUpload(input: Parameters<UploadApi['abortMultipartUpload']>[0]): Promise<unknown> {
    return this.#call('abortMultipartUpload', () => {
      this.#upload(input.UploadId, input.Key);
      this.#uploads.delete(input.UploadId);
      return {};
    });
  }

  #store(
    key: string,
    bytes: Uint8Array,
    tags: string,
    metadata: Record<string, string>,
  ): { VersionId: string } {
    const versionId = `version-${(this.#count += 1)}`;
    const object = { bytes: Uint8Array.from(bytes), tags, metadata, versionId };
    this.#objects.set(key, [object, ...(this.#objects.get(key) ?? [])]);
    return { VersionId: versionId };
  }

  #upload(id: string, key: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload?.key !== key) throw awsError('NoSuchUpload', 404);
    return upload;
  }

  #checkBytes(bytes: Uint8Array, checksum: string): void {
    if (digest(bytes) !== checksum) throw awsError('BadDigest', 400);
  }

  async #call<T>(name: keyof UploadApi, work: () => T): Promise<T> {
    this.calls.push(name);
    const failure = this.#failures.get(name)?.shift();
    if (failure && !failure.after) throw failure.error;
    await Promise.resolve();
    const answer = work();
    if (failure) throw failure.error;
    return answer;
  }
}
