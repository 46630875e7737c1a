import type { Dispatcher } from 'undici';
import type { Logger } from '../runtime/logger.ts';
import type { Web } from '../runtime/web.ts';

export interface DownloadLimits {
  /** Bytes of the answer. */
  readonly bytes: number;
  /** Milliseconds for all of it. */
  readonly time: number;
  /** Milliseconds without a byte. */
  readonly silence: number;
}

/** Why nothing came, in words that go on from the address: `answered with status 404`. */
export class NoDownload extends Error {
  override readonly name = 'NoDownload';
  readonly isTooLarge: boolean;

  constructor(
    message: string,
    { isTooLarge = false, cause }: { isTooLarge?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.isTooLarge = isTooLarge;
  }
}

const mostRedirects = 5;
/** A line of progress after so many bytes. */
const stride = 16 * 1024 * 1024;

/** An address for people: what stands in its query may let others in. */
export function shownAddress(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

/**
 * Reads a file over HTTPS, with no credentials, and follows at most five redirects, to HTTPS alone.
 *
 * @param address `https://…`
 * @throws NoDownload where it does not come whole within the limits; the signal's reason where that has aborted
 */
export async function download(
  address: string,
  { open, signal }: Web,
  limits: DownloadLimits,
  logger: Logger,
): Promise<Uint8Array> {
  const http = await open();
  const end = AbortSignal.timeout(limits.time);
  try {
    return await follow(address, { http, signal: AbortSignal.any([signal, end]), limits, logger });
  } catch (cause) {
    signal.throwIfAborted();
    if (end.aborted) throw new NoDownload(`was not read within ${seconds(limits.time)}`, { cause });
    if (cause instanceof NoDownload) throw cause;
    const { code = '' } = textsOf(cause);
    throw new NoDownload(explained[code]?.(limits) ?? `can't be reached: ${reason(cause)}`, { cause });
  } finally {
    await http.destroy();
  }
}

const silent = ({ silence }: DownloadLimits): string => `sent nothing for ${seconds(silence)}`;
const explained: Readonly<Record<string, (limits: DownloadLimits) => string>> = {
  UND_ERR_HEADERS_TIMEOUT: silent,
  UND_ERR_BODY_TIMEOUT: silent,
};

interface Way {
  readonly http: Dispatcher;
  readonly signal: AbortSignal;
  readonly limits: DownloadLimits;
  readonly logger: Logger;
}

async function follow(address: string, { http, signal, limits, logger }: Way): Promise<Uint8Array> {
  let url = new URL(address);
  for (let redirects = 0; ; redirects++) {
    const answer = await http.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'slipway' },
      headersTimeout: limits.silence,
      bodyTimeout: limits.silence,
      signal,
    });
    if (![301, 302, 303, 307, 308].includes(answer.statusCode)) {
      if (answer.statusCode === 200) return read(answer, limits, logger);
      throw new NoDownload(`answered with status ${answer.statusCode}`);
    }
    await answer.body.dump();
    if (redirects === mostRedirects) throw new NoDownload(`redirects more than ${mostRedirects} times`);
    const target = answer.headers['location'];
    const next = typeof target === 'string' ? URL.parse(target, url.href) : null;
    if (next === null) throw new NoDownload('redirects to no address');
    if (next.protocol !== 'https:')
      throw new NoDownload(`redirects to ${next.protocol}//${next.host}, which is not https`);
    url = next;
  }
}

async function read(
  answer: Dispatcher.ResponseData,
  limits: DownloadLimits,
  logger: Logger,
): Promise<Uint8Array> {
  const announced = Number(answer.headers['content-length'] ?? Number.NaN);
  if (announced > limits.bytes) throw tooLarge(limits);
  const of = Number.isNaN(announced) ? '' : ` of ${shownSize(announced)}`;
  const chunks: Buffer[] = [];
  let size = 0;
  let told = 0;
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limits.bytes) throw tooLarge(limits);
    if (size - told < stride) continue;
    told = size;
    logger.info(`site build: ${shownSize(size)}${of} read`);
  }
  return Buffer.concat(chunks);
}

function tooLarge({ bytes }: DownloadLimits): NoDownload {
  return new NoDownload(`has more than ${shownSize(bytes)}, the most that is read`, { isTooLarge: true });
}

/** Of errors whose message is empty, as of a host all of whose addresses refuse, the code. */
function reason(cause: unknown): string {
  const { message = '', code } = textsOf(cause);
  return message === '' ? (code ?? 'no answer') : message;
}

/** What an error of Node or undici tells; they need not be made by the same `Error`. */
function textsOf(cause: unknown): { readonly message?: string; readonly code?: string } {
  if (typeof cause !== 'object' || cause === null) return {};
  return {
    ...('message' in cause && { message: String(cause.message) }),
    ...('code' in cause && { code: String(cause.code) }),
  };
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}

/** Bytes for people, in powers of ten. */
export function shownSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}
