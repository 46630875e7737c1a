import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** One version of an object, or a delete marker (`bytes` is `null`). */
export interface StoredVersion {
  readonly versionId: string | null;
  readonly bytes: Uint8Array | null;
  readonly etag: string;
  readonly modified: Date;
  /** Base64, where it was given or asked for at the write. */
  readonly sha256: string | null;
  readonly headers: StoredHeaders;
}

export interface StoredHeaders {
  readonly ContentType?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly ContentDisposition?: string | undefined;
  readonly ContentLanguage?: string | undefined;
  readonly Metadata?: Record<string, string> | undefined;
}

export const headersOf = (input: StoredHeaders): StoredHeaders => ({
  ContentType: input.ContentType ?? 'binary/octet-stream',
  CacheControl: input.CacheControl,
  ContentEncoding: input.ContentEncoding,
  ContentDisposition: input.ContentDisposition,
  ContentLanguage: input.ContentLanguage,
  Metadata: input.Metadata ?? {},
});

export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

export const sha256Base64 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64');

/** The bytes of a request body in any form that the SDK takes in Node. */
export async function bytesOfBody(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return Uint8Array.from(body);
  if (body instanceof Readable) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(Buffer.from(chunk as Uint8Array));
    return Uint8Array.from(Buffer.concat(chunks));
  }
  throw new TypeError('FakeS3 takes a string, a Uint8Array or a Readable as body');
}

/** A response body: a stream with the SDK's `transformTo…` methods. */
export function responseBody(bytes: Uint8Array): Readable & {
  transformToByteArray(): Promise<Uint8Array>;
  transformToString(encoding?: BufferEncoding): Promise<string>;
  transformToWebStream(): ReadableStream;
} {
  const stream = Readable.from([Buffer.from(bytes)], { objectMode: false });
  return Object.assign(stream, {
    transformToByteArray: () => Promise.resolve(Uint8Array.from(bytes)),
    transformToString: (encoding: BufferEncoding = 'utf8') =>
      Promise.resolve(Buffer.from(bytes).toString(encoding)),
    transformToWebStream: () => Readable.toWeb(stream) as unknown as ReadableStream,
  });
}

/** S3 lists keys in the order of their UTF-8 bytes. */
export const byUtf8 = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
