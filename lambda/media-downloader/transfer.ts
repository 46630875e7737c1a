import { ArchiveError, calmly, isPassing, type Waiting } from '../archive-layer/index.ts';
import type { StoredObject } from './claim.ts';
import { AddressExpired, type OpenSource } from './source.ts';
import {
  beginUpload,
  isNamed,
  PartsUpload,
  partSizeFor,
  putWhole,
  storedAlready,
  type BegunUpload,
  type UploadTarget,
} from './upload.ts';

/** An upload, and the validator of the bytes that it was begun with. */
export interface ResumableUpload extends BegunUpload {
  readonly etag: string | null;
}

export interface TransferOptions {
  readonly target: UploadTarget;
  /** Bytes, as the provider lists them; `null` where it does not say. */
  readonly size: number | null;
  /** What an earlier try began; `null` where there is nothing to go on from. */
  readonly begun: ResumableUpload | null;
  /** Asks where the bytes are to be had for a while. */
  readonly locate: () => Promise<URL>;
  readonly open: (url: URL, offset: number, etag: string | null) => Promise<OpenSource>;
  /** Writes down what is begun, before anything of it is sent; `null` once it is given up. */
  readonly remember: (upload: ResumableUpload | null) => Promise<void>;
  /** Bytes of a part. */
  readonly partSize: number;
  /** Milliseconds since the epoch after which nothing more is read. */
  readonly deadline: number;
  readonly waiting: Waiting;
}

/** Times that a connection may break, or an address run out, without a part in between. */
const mostBreaks = calmly.attempts;

/**
 * Streams a medium to the bucket: part by part, without ever holding more of it than the parts that are under way. Goes on
 * from the parts that an earlier try left, after connections that break, and with new addresses for those that run out.
 *
 * @throws ArchiveError `DownloadInterrupted` at the deadline, with everything sent so far kept; `SizeMismatch`;
 *   what `locate` and `open` throw
 */
export async function transfer(options: TransferOptions): Promise<StoredObject> {
  const { target, begun } = options;
  let upload = begun === null ? null : await PartsUpload.resumed(target, begun);
  if (begun !== null && upload === null) {
    // The last try may have got as far as making the object, and no further.
    const there = await storedAlready(target);
    if (there !== null && (options.size === null || there.bytes === options.size)) {
      return { key: target.key, ...there };
    }
    await options.remember(null);
  }
  const state = new Received(options, upload, upload === null ? null : (begun?.etag ?? null));
  try {
    await receive(options, state);
    return await state.finish();
  } catch (error) {
    upload = state.upload;
    await upload?.settle().catch(() => undefined);
    if (upload !== null && isNamed(error, 'SizeMismatch', 'MediaNotFound', 'MediaUnsupported')) {
      await upload.abort();
      await options.remember(null);
    }
    throw error;
  }
}

/** Reads until everything is there. */
async function receive(options: TransferOptions, state: Received): Promise<void> {
  const { waiting, locate, open } = options;
  let url: URL | null = null;
  let [breaks, reached] = [0, state.position];
  while (!state.isComplete) {
    url ??= await locate();
    try {
      await state.take(await open(url, state.position, state.etag));
      return;
    } catch (error) {
      if (isNamed(error, 'DownloadInterrupted')) throw error;
      const hasExpired = error instanceof AddressExpired;
      if (!hasExpired && !isPassing(error)) throw error;
      breaks = state.position - reached >= options.partSize ? 1 : breaks + 1;
      reached = Math.max(reached, state.position);
      if (breaks >= mostBreaks) {
        throw hasExpired
          ? new ArchiveError('ProviderUnavailable', 'the provider gives addresses that do not work')
          : error;
      }
      if (hasExpired) url = null;
      else await backOff(error, breaks, waiting);
    }
  }
}

async function backOff(error: ArchiveError, breaks: number, { sleep, random }: Waiting): Promise<void> {
  const asked = error.retryAfter ?? 0;
  if (asked > calmly.longest) throw error;
  await sleep(Math.max(asked, random() * Math.min(calmly.longest, calmly.base * 2 ** (breaks - 1))));
}

/** What has been received of a medium: parts that are sent, and one that is being filled. */
class Received {
  readonly #options: TransferOptions;
  #upload: PartsUpload | null;
  #etag: string | null;
  #part: Uint8Array;
  #filled = 0;
  #total: number | null;

  constructor(options: TransferOptions, upload: PartsUpload | null, etag: string | null) {
    this.#options = options;
    this.#upload = upload;
    this.#etag = etag;
    this.#total = options.size;
    this.#part = new Uint8Array(0);
  }

  get upload(): PartsUpload | null {
    return this.#upload;
  }

  get etag(): string | null {
    return this.#etag;
  }

  /** Bytes from the beginning on that need not be read again. */
  get position(): number {
    return (this.#upload?.bytes ?? 0) + this.#filled;
  }

  /** Whether all is there; only known where the size is. */
  get isComplete(): boolean {
    return this.position === this.#total;
  }

  /** Takes all that a source gives. @throws ArchiveError `ProviderUnavailable` where it ends early, and as `transfer` */
  async take(source: OpenSource): Promise<void> {
    try {
      let skip = await this.#begin(source);
      for await (const chunk of source.chunks) {
        if (this.#options.waiting.now() >= this.#options.deadline) {
          throw new ArchiveError('DownloadInterrupted', `the time is over after ${this.position} bytes`);
        }
        const left = Math.min(skip, chunk.length);
        skip -= left;
        await this.#add(left === 0 ? chunk : chunk.subarray(left));
      }
      if (this.#total !== null && this.position < this.#total) {
        throw new ArchiveError('ProviderUnavailable', 'the provider ended the connection early');
      }
    } finally {
      source.close();
    }
  }

  /** Makes the object. @throws ArchiveError `SizeMismatch` */
  async finish(): Promise<StoredObject> {
    const { target } = this.#options;
    const bytes = this.position;
    this.#checkSize(bytes);
    if (this.#upload === null) {
      const versionId = await putWhole(target, this.#part.subarray(0, this.#filled));
      return { key: target.key, versionId, bytes };
    }
    if (this.#filled > 0) {
      await this.#upload.add(this.#part.subarray(0, this.#filled));
      this.#filled = 0;
    }
    return { key: target.key, versionId: await this.#complete(this.#upload, bytes), bytes };
  }

  async #complete(upload: PartsUpload, bytes: number): Promise<string | null> {
    try {
      return await upload.complete(bytes);
    } catch (error) {
      // A completion whose answer was lost is found done.
      const there = isNamed(error, 'NoSuchUpload') ? await storedAlready(this.#options.target) : null;
      if (there?.bytes !== bytes) throw error;
      return there.versionId;
    }
  }

  /** @returns bytes at the source's beginning that are there already */
  async #begin(source: OpenSource): Promise<number> {
    if (source.total !== null) {
      this.#checkSize(source.total);
      this.#total = source.total;
    }
    const isOther = source.etag !== this.#etag && this.#etag !== null;
    if (this.position > 0 && isOther) await this.#startOver();
    if (this.position === 0) this.#etag = source.etag;
    const skip = this.position - source.start;
    if (skip < 0) throw new ArchiveError('ProviderAnswerInvalid', 'the provider answered another range');
    return skip;
  }

  /** The provider's bytes have changed: what was received is of no use. */
  async #startOver(): Promise<void> {
    await this.#upload?.abort();
    this.#upload = null;
    this.#filled = 0;
    this.#etag = null;
    await this.#options.remember(null);
  }

  async #add(bytes: Uint8Array): Promise<void> {
    if (this.#total !== null && this.position + bytes.length > this.#total) {
      this.#checkSize(this.position + bytes.length);
    }
    let rest = bytes;
    while (rest.length > 0) {
      const size = this.#upload?.partSize ?? partSizeFor(this.#total, this.#options.partSize);
      if (this.#part.length !== size) this.#grow(size);
      const fits = Math.min(size - this.#filled, rest.length);
      this.#part.set(rest.subarray(0, fits), this.#filled);
      this.#filled += fits;
      rest = rest.subarray(fits);
      if (this.#filled === size && (rest.length > 0 || this.position !== this.#total)) await this.#send();
    }
  }

  #grow(size: number): void {
    const part = new Uint8Array(size);
    part.set(this.#part.subarray(0, this.#filled));
    this.#part = part;
  }

  async #send(): Promise<void> {
    if (this.#upload === null) {
      const begun = await beginUpload(this.#options.target, this.#part.length);
      this.#upload = PartsUpload.fresh(this.#options.target, begun);
      await this.#options.remember({ ...begun, etag: this.#etag });
    }
    const part = this.#part;
    this.#part = new Uint8Array(0);
    this.#filled = 0;
    await this.#upload.add(part);
  }

  #checkSize(bytes: number): void {
    const { size } = this.#options;
    if (size === null || bytes === size) return;
    throw new ArchiveError('SizeMismatch', `the provider listed ${size} bytes and gives ${bytes}`);
  }
}
