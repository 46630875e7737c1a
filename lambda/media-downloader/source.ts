import type { ReadableStream } from 'node:stream/web';
import { ArchiveError, request, unavailable } from '../archive-layer/index.ts';

/** A medium's bytes from an offset on. */
export interface OpenSource {
  /** Bytes of the whole; `null` where the provider does not say. */
  readonly total: number | null;
  /** A strong validator of the bytes, where there is one (RFC 9110 section 8.8.3). */
  readonly etag: string | null;
  /** Where the stream begins: at the offset, or at 0 where the provider knows no ranges or the bytes are others now. */
  readonly start: number;
  /** @throws ArchiveError `ProviderUnavailable` where the connection breaks or stalls */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ends the connection. */
  close(): void;
}

/** The address has run out or is none any more: another one has to be asked for. */
export class AddressExpired extends Error {
  override readonly name = 'AddressExpired';
}

export interface SourceOptions {
  readonly url: URL;
  readonly offset: number;
  /** The validator of the bytes before the offset. */
  readonly etag: string | null;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Milliseconds that the next bytes may take. */
  readonly patience: number;
}

/** Statuses of an address that has run out: signed ones answer 403, others 401, 404 or 410. */
const expired = [401, 403, 404, 410];

/** A range that begins at the end, or behind it (RFC 9110 section 15.5.17). */
const nothingLeft = 416;

/**
 * Asks for a medium's bytes by a range, on condition that they are still the same (`If-Range`, RFC 9110 section 13.1.5).
 *
 * @throws AddressExpired; ArchiveError as `request` does
 */
export async function openSource(options: SourceOptions): Promise<OpenSource> {
  const { offset, etag, patience } = options;
  const connection = new AbortController();
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => {
      connection.abort(new DOMException('nothing comes', 'TimeoutError'));
    }, patience);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  };
  const headers = {
    'accept-encoding': 'identity',
    ...(offset > 0 ? { range: `bytes=${offset}-` } : {}),
    ...(offset > 0 && etag !== null ? { 'if-range': etag } : {}),
  };
  const answer = await watched(
    request({
      ...options,
      init: { headers, redirect: 'follow' },
      accept: [...expired, nothingLeft],
      signal: connection.signal,
    }),
  );
  if (answer.status === nothingLeft) {
    connection.abort();
    const [, total] = /^bytes \*\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
    const close = (): void => undefined;
    return {
      total: total === undefined ? null : Number(total),
      etag,
      start: offset,
      chunks: nothing(),
      close,
    };
  }
  if (!answer.ok) {
    await answer.body?.cancel().catch(() => undefined);
    throw new AddressExpired(`the address answered ${answer.status}`);
  }
  const place = answer.status === 206 ? rangeOf(answer.headers.get('content-range')) : null;
  if (answer.status === 206 && place === null) {
    connection.abort();
    throw new ArchiveError('ProviderAnswerInvalid', 'the answer does not say which range it holds');
  }
  const length = answer.headers.get('content-length');
  const found = answer.headers.get('etag');
  return {
    total: place?.total ?? (place === null && length !== null ? Number(length) : null),
    etag: found?.startsWith('"') === true ? found : null,
    start: place?.start ?? 0,
    chunks: chunksOf(answer, connection, watched),
    close: () => {
      connection.abort();
    },
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- there is nothing to wait for
async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* [];
}

async function* chunksOf(
  answer: Response,
  connection: AbortController,
  watched: <T>(work: Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  if (answer.body === null) return;
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const read = await watched(reader.read());
      if (read.done) return;
      yield read.value;
    }
  } catch (error) {
    throw unavailable(error);
  } finally {
    connection.abort();
  }
}

function rangeOf(header: string | null): { readonly start: number; readonly total: number | null } | null {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '') ?? [];
  if (start === undefined) return null;
  return { start: Number(start), total: total === undefined || total === '*' ? null : Number(total) };
}
