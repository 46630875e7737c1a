import type { ReadableStream } from 'node:stream/web';
import { ArchiveError } from './errors.ts';

/** Milliseconds that an answer's head, or its JSON, may take. */
const patience = 20_000;
/** Bytes of an answer's JSON that are read: a page of 100 media has some tens of thousands. */
const mostJson = 8 * 1024 * 1024;

export interface ProviderRequest {
  readonly url: URL;
  readonly init?: RequestInit;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Statuses that the caller judges itself. */
  readonly accept?: readonly number[];
  /** For a body that is read for longer than an answer may take. */
  readonly signal?: AbortSignal;
}

/**
 * Asks a provider, and names what goes wrong.
 *
 * @throws ArchiveError `ProviderUnavailable` (no answer, a torn one, 5xx), `RateLimited` (429, with `Retry-After`),
 *   `AccessTokenRejected` (401), `MediaNotFound` (404, 410), `ProviderRefused` (any other status)
 */
export async function request(options: ProviderRequest): Promise<Response> {
  const { url, init, fetch: send, now, accept = [], signal = AbortSignal.timeout(patience) } = options;
  let answer: Response;
  try {
    answer = await send(url, { redirect: 'error', ...init, signal });
  } catch (error) {
    throw unavailable(error);
  }
  if (answer.ok || accept.includes(answer.status)) return answer;
  await answer.body?.cancel().catch(() => undefined);
  throw refusal(answer, now());
}

/** The answer's JSON. @throws also `ProviderAnswerInvalid` */
export async function requestJson(options: ProviderRequest): Promise<unknown> {
  return readJson(await request(options));
}

/** An answer's body as JSON. @throws ArchiveError `ProviderUnavailable`, `ProviderAnswerInvalid` where it is none, or endless */
export async function readJson(answer: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (answer.body ?? []) as ReadableStream<Uint8Array> | []) {
      size += chunk.length;
      if (size > mostJson) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw unavailable(error);
  }
  if (size > mostJson) {
    throw new ArchiveError('ProviderAnswerInvalid', `the provider answered more than ${mostJson} bytes`);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new ArchiveError('ProviderAnswerInvalid', `the provider answered ${answer.status} without JSON`);
  }
}

/** A connection that broke. Only its code is told: the message of an error of `fetch` may hold the address. */
export function unavailable(error: unknown): ArchiveError {
  const codes = [error, error instanceof Error ? error.cause : null].map((each) =>
    each instanceof Error && 'code' in each && typeof each.code === 'string' ? each.code : null,
  );
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  const code = isTimeout ? 'timeout' : (codes.find((each) => each !== null) ?? 'no connection');
  return new ArchiveError('ProviderUnavailable', `the provider can't be read: ${code}`);
}

function refusal(answer: Response, now: number): ArchiveError {
  const { status } = answer;
  if (status === 429) {
    const retryAfter = waitAsked(answer.headers.get('retry-after'), now);
    return new ArchiveError('RateLimited', 'the provider limits the rate', { retryAfter });
  }
  if (status >= 500) {
    const retryAfter = waitAsked(answer.headers.get('retry-after'), now);
    return new ArchiveError('ProviderUnavailable', `the provider answered ${status}`, { retryAfter });
  }
  if (status === 401) return new ArchiveError('AccessTokenRejected', 'the provider rejects the access token');
  if (status === 404 || status === 410) {
    return new ArchiveError('MediaNotFound', `the provider answered ${status}`);
  }
  return new ArchiveError('ProviderRefused', `the provider answered ${status}`);
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110 section 10.2.3); `null` where it says neither. */
export function waitAsked(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
