import type { Dispatcher } from 'undici';
import type { Clock } from '../runtime/clock.ts';
import { evidenceOf, redact, withoutQuery } from './evidence.ts';
import type { SmokeEvidence } from './report.ts';

export interface SmokeRequest {
  readonly method?: Dispatcher.HttpMethod;
  readonly url: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Bytes of the answer that are kept; the rest is read and thrown away. 1 MiB unless told. */
  readonly keep?: number;
}

/** An answer. Redirects are answers like others: nothing follows them. */
export interface Seen {
  readonly status: number;
  /** Names in lower case; several of one name joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body as UTF-8. */
  text(): string;
  /** Milliseconds from sending to the last byte. */
  readonly took: number;
}

/** Sends requests for one check and keeps what it saw as evidence. */
export interface Probe {
  /** Throws an error that names method, address and cause when no answer comes. */
  send(request: SmokeRequest): Promise<Seen>;
  /** Evidence that a fixture gathered. */
  attach(evidence: readonly SmokeEvidence[]): void;
  /** A probe like this one with evidence of its own. */
  fork(): Probe;
  readonly evidence: readonly SmokeEvidence[];
}

export interface ProbeOptions {
  readonly http: Dispatcher;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Bounds how many requests are on their way at once, over all checks of a run. */
  readonly limit: <T>(send: () => Promise<T>) => Promise<T>;
}

/** One request may take this long, in milliseconds, from connecting to its last byte. */
const patience = 15_000;

/** Makes probes that share a dispatcher, a limit and a signal; each keeps its own evidence. */
export function makeProbes(options: ProbeOptions): () => Probe {
  const make = (): Probe => {
    const evidence: SmokeEvidence[] = [];
    return {
      evidence,
      attach: (more) => void evidence.push(...more),
      fork: make,
      send: (request) => options.limit(() => send(request, options, evidence)),
    };
  };
  return make;
}

async function send(request: SmokeRequest, options: ProbeOptions, evidence: SmokeEvidence[]): Promise<Seen> {
  const { request: fetchOnce } = await import('undici');
  const method = request.method ?? 'GET';
  const requestHeaders = { ...request.headers };
  const started = options.clock.now();
  let status: number | null = null;
  let headers: Record<string, string> = {};
  try {
    const answer = await fetchOnce(request.url, {
      method,
      headers: requestHeaders,
      dispatcher: options.http,
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(patience)]),
      headersTimeout: patience,
      bodyTimeout: patience,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    status = answer.statusCode;
    headers = flatten(answer.headers);
    const body = await readUpTo(answer.body, request.keep ?? 1024 * 1024);
    const took = options.clock.now() - started;
    return { status, headers, body, took, text: () => new TextDecoder().decode(body) };
  } catch (error) {
    options.signal.throwIfAborted();
    throw new Error(`${method} ${withoutQuery(request.url)} got no answer: ${redact(reasonOf(error))}`, {
      cause: error,
    });
  } finally {
    evidence.push(evidenceOf({ method, url: request.url, requestHeaders, status, responseHeaders: headers }));
  }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

async function readUpTo(body: AsyncIterable<Uint8Array>, keep: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  for await (const chunk of body) {
    if (kept >= keep) continue;
    const part = chunk.subarray(0, keep - kept);
    chunks.push(part);
    kept += part.length;
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing within ${patience / 1000} s`;
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code} ` : '';
  return `${code}${error.message}`.trim();
}
