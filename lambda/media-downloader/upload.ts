import { createHash } from 'node:crypto';

/** What is called of Amazon S3 (`S3` of the SDK has it). */
export interface UploadApi {
  putObject(input: Placed & { Body: Uint8Array; ChecksumSHA256: string } & Described): Promise<Version>;
  headObject(
    input: Placed,
  ): Promise<Version & { ContentLength?: number | undefined; Metadata?: Texts | undefined }>;
  createMultipartUpload(
    input: Placed & Described & { ChecksumAlgorithm: 'SHA256' },
  ): Promise<{ UploadId?: string | undefined }>;
  uploadPart(
    input: OfUpload & { PartNumber: number; Body: Uint8Array; ChecksumSHA256: string },
  ): Promise<{ ETag?: string | undefined }>;
  listParts(input: OfUpload & { PartNumberMarker?: string }): Promise<{
    Parts?: readonly ListedPart[] | undefined;
    IsTruncated?: boolean | undefined;
    NextPartNumberMarker?: string | undefined;
  }>;
  completeMultipartUpload(
    input: OfUpload & { MultipartUpload: { Parts: Part[] }; MpuObjectSize: number },
  ): Promise<Version>;
  abortMultipartUpload(input: OfUpload): Promise<unknown>;
}

type Texts = Record<string, string>;
interface Placed {
  readonly Bucket: string;
  readonly Key: string;
}
interface OfUpload extends Placed {
  readonly UploadId: string;
}
interface Described {
  readonly Tagging: string;
  readonly Metadata: Texts;
}
interface Version {
  readonly VersionId?: string | undefined;
}
interface ListedPart {
  readonly PartNumber?: number | undefined;
  readonly ETag?: string | undefined;
  readonly Size?: number | undefined;
  readonly ChecksumSHA256?: string | undefined;
}
interface Part {
  readonly PartNumber: number;
  readonly ETag: string;
  readonly ChecksumSHA256: string;
}

export interface UploadTarget {
  readonly s3: UploadApi;
  readonly bucket: string;
  readonly key: string;
  readonly tags: string;
  readonly mediaId: string;
  /** Parts that are on their way at once. Memory is bounded by that, and the one that is being filled. */
  readonly partsInFlight: number;
}

/** An upload that was begun. */
export interface BegunUpload {
  readonly uploadId: string;
  readonly partSize: number;
}

/** S3 takes 10,000 parts at most, and each but the last of 5 MiB at least (User Guide, "Multipart upload limits"). */
const mostParts = 10_000;
const mebibyte = 1024 * 1024;

/** The size of parts for an object: as given, or as many whole MiB as 10,000 parts of it take. */
export function partSizeFor(total: number | null, given: number): number {
  if (total === null || total <= given * mostParts) return given;
  return Math.ceil(total / mostParts / mebibyte) * mebibyte;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
const placed = ({ bucket, key }: UploadTarget): Placed => ({ Bucket: bucket, Key: key });
const describedBy = ({ tags, mediaId }: UploadTarget): Described => ({
  Tagging: tags,
  Metadata: { 'media-id': mediaId },
});

/** Puts a small object in one request. @returns its version, where the bucket has versions */
export async function putWhole(target: UploadTarget, bytes: Uint8Array): Promise<string | null> {
  const { VersionId } = await target.s3.putObject({
    ...placed(target),
    ...describedBy(target),
    Body: bytes,
    ChecksumSHA256: sha256(bytes),
  });
  return VersionId ?? null;
}

export async function beginUpload(target: UploadTarget, partSize: number): Promise<BegunUpload> {
  const { UploadId } = await target.s3.createMultipartUpload({
    ...placed(target),
    ...describedBy(target),
    ChecksumAlgorithm: 'SHA256',
  });
  if (UploadId === undefined) throw new Error('S3 began an upload without an id');
  return { uploadId: UploadId, partSize };
}

/** The object that stands at the key, if it is this medium's. */
export async function storedAlready(
  target: UploadTarget,
): Promise<{ readonly bytes: number; readonly versionId: string | null } | null> {
  try {
    const { ContentLength, Metadata, VersionId } = await target.s3.headObject(placed(target));
    if (ContentLength === undefined || Metadata?.['media-id'] !== target.mediaId) return null;
    return { bytes: ContentLength, versionId: VersionId ?? null };
  } catch (error) {
    // HEAD has no body to name the error in; without s3:ListBucket, a key that is not there is 403 (API Reference, HeadObject).
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 404 || status === 403) return null;
    throw error;
  }
}

/** A multipart upload that goes on from the parts that S3 holds. */
export class PartsUpload {
  readonly #target: UploadTarget;
  readonly #upload: BegunUpload;
  readonly #parts: Map<number, Part>;
  readonly #underWay = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  private constructor(target: UploadTarget, upload: BegunUpload, parts: readonly Part[]) {
    this.#target = target;
    this.#upload = upload;
    this.#parts = new Map(parts.map((part) => [part.PartNumber, part]));
  }

  static fresh(target: UploadTarget, upload: BegunUpload): PartsUpload {
    return new PartsUpload(target, upload, []);
  }

  /** With the parts, from the first on without a gap, that S3 holds whole; `null` where it knows no such upload any more. */
  static async resumed(target: UploadTarget, upload: BegunUpload): Promise<PartsUpload | null> {
    const of = { ...placed(target), UploadId: upload.uploadId };
    const parts: Part[] = [];
    try {
      for (let marker: string | undefined; ;) {
        const answer = await target.s3.listParts({
          ...of,
          ...(marker === undefined ? {} : { PartNumberMarker: marker }),
        });
        for (const each of answer.Parts ?? []) {
          const { PartNumber, ETag, Size, ChecksumSHA256 } = each;
          const isNext = PartNumber === parts.length + 1 && Size === upload.partSize;
          if (!isNext || ETag === undefined || ChecksumSHA256 === undefined) {
            return new PartsUpload(target, upload, parts);
          }
          parts.push({ PartNumber, ETag, ChecksumSHA256 });
        }
        if (answer.IsTruncated !== true) return new PartsUpload(target, upload, parts);
        marker = answer.NextPartNumberMarker;
      }
    } catch (error) {
      if (isNamed(error, 'NoSuchUpload')) return null;
      throw error;
    }
  }

  get partSize(): number {
    return this.#upload.partSize;
  }

  /** Bytes in the parts that are there or under way. */
  get bytes(): number {
    return this.#parts.size * this.#upload.partSize;
  }

  /** Sends the next part; waits only where enough are under way. @throws what an earlier part failed with */
  async add(bytes: Uint8Array): Promise<void> {
    while (this.#underWay.size >= this.#target.partsInFlight) await Promise.race(this.#underWay);
    this.#check();
    const number = this.#parts.size + 1;
    const part = { PartNumber: number, ETag: '', ChecksumSHA256: sha256(bytes) };
    this.#parts.set(number, part);
    const sending = this.#send(part, bytes)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#underWay.delete(sending);
      });
    this.#underWay.add(sending);
  }

  /** Waits for what is under way. @throws what a part failed with */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#check();
  }

  /** Makes the object of its parts. @returns its version, where the bucket has versions */
  async complete(size: number): Promise<string | null> {
    await this.settle();
    const parts = [...this.#parts.values()].sort((a, b) => a.PartNumber - b.PartNumber);
    const { VersionId } = await this.#target.s3.completeMultipartUpload({
      ...this.#of(),
      MultipartUpload: { Parts: parts },
      // S3 refuses where the parts are not that long together (API Reference, CompleteMultipartUpload).
      MpuObjectSize: size,
    });
    return VersionId ?? null;
  }

  /** Gives the parts up; they would cost otherwise. */
  async abort(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#target.s3.abortMultipartUpload(this.#of()).catch((error: unknown) => {
      if (!isNamed(error, 'NoSuchUpload')) throw error;
    });
  }

  async #send(part: Part, Body: Uint8Array): Promise<void> {
    const { PartNumber, ChecksumSHA256 } = part;
    const { ETag } = await this.#target.s3.uploadPart({ ...this.#of(), PartNumber, Body, ChecksumSHA256 });
    if (ETag === undefined) throw new Error('S3 took a part without an ETag');
    this.#parts.set(PartNumber, { ...part, ETag });
  }

  #check(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }

  #of(): OfUpload {
    return { ...placed(this.#target), UploadId: this.#upload.uploadId };
  }
}

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
