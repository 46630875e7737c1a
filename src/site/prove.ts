import { SlipwayError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256 } from '../runtime/sha256.ts';
import type { EdgeFetch } from './edge-fetch.ts';
import { mediaType, type WantedFile } from './files.ts';
import { pathsOf } from './invalidation-paths.ts';
import { forEachLimited } from './limited.ts';
import type { PlannedSite } from './plan-site.ts';

/** What the edge must answer under one path. */
export interface EdgeExpectation {
  /** Starts with `/`, encoded. */
  readonly path: string;
  readonly sha256: string;
  readonly contentType: string;
}

export interface ProveOptions {
  /** `https://…` of the site. */
  readonly url: string;
  readonly expected: readonly EdgeExpectation[];
  readonly fetch: EdgeFetch;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Sent along, e.g. a site's basic authentication. Never logged. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the edge must serve the release; 3 minutes unless given. */
  readonly deadline?: number;
}

export interface EdgeProof {
  /** Paths that were fetched and hold the release's bytes. */
  readonly paths: readonly string[];
  /** Milliseconds until the last of them did. */
  readonly took: number;
  readonly requests: number;
}

const ASSETS_PROVEN = 20;
const CONCURRENCY = 8;
const ANSWER_WITHIN = 10_000;

/**
 * What to fetch as a proof of a publication: every page and file that was written, its first 20 assets, and always
 * `release.json`. Nothing written: `release.json` alone.
 */
export function edgeExpectations(planned: PlannedSite): readonly EdgeExpectation[] {
  const written = planned.work.write;
  const marker = planned.wanted.filter(({ role }) => role === 'marker');
  const files = [
    ...written.filter(({ role }) => role === 'page' || role === 'file'),
    ...written.filter(({ role }) => role === 'asset').slice(0, ASSETS_PROVEN),
    ...marker,
  ];
  return files.map((file) => ({
    path: visitedPath(file),
    sha256: file.sha256,
    contentType: file.contentType,
  }));
}

/** Visitors ask for the root, not for its `index.html`. */
export function visitedPath({ key }: Pick<WantedFile, 'key'>): string {
  return (key === 'index.html' ? '/' : pathsOf(key).at(-1)) ?? '/';
}

/**
 * Proves that the edge, as seen from here, serves a release: fetches each path until status, type and SHA-256 of the body
 * are the release's. Other points of presence may lag; the completed invalidation speaks for them.
 *
 * @throws SlipwayError `EDGE_STALE`: a path still answers something else after the deadline; the message says what
 */
export async function proveAtEdge(options: ProveOptions): Promise<EdgeProof> {
  const { clock, logger } = options;
  const start = clock.now();
  const until = start + (options.deadline ?? 180_000);
  let requests = 0;
  let waiting = options.expected.map((expectation) => ({ expectation, got: 'no answer yet' }));
  for (let pause = 500; waiting.length > 0; pause = Math.min(pause * 1.5, 5000)) {
    const still: { expectation: EdgeExpectation; got: string }[] = [];
    await forEachLimited(waiting, CONCURRENCY, async ({ expectation }) => {
      requests++;
      const got = await differenceAt(expectation, options);
      if (got !== null) still.push({ expectation, got });
    });
    const [first] = still;
    if (!first) break;
    if (clock.now() + pause > until) throw stale(options.url, first.expectation, first.got, still.length);
    logger.debug(`${first.expectation.path}: ${first.got}; looking again in ${Math.round(pause)} ms`);
    await clock.sleep(pause);
    waiting = still;
  }
  return { paths: options.expected.map(({ path }) => path), took: clock.now() - start, requests };
}

/** What the edge answers instead, in words; `null` where it is as expected. */
async function differenceAt(expected: EdgeExpectation, options: ProveOptions): Promise<string | null> {
  const address = new URL(expected.path, options.url).href;
  try {
    const response = await options.fetch(address, {
      headers: options.headers ?? {},
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? 'none';
    const cache = response.headers.get('x-cache');
    const seen = cache === null ? '' : ` (${cache})`;
    if (response.status !== 200) return `status ${response.status}${seen}`;
    if (mediaType(type) !== mediaType(expected.contentType)) {
      return `type ${type} instead of ${expected.contentType}${seen}`;
    }
    const digest = sha256(body);
    return digest === expected.sha256 ? null : `other content, ${body.length} bytes${seen}`;
  } catch (error) {
    return `no answer: ${reasonOf(error)}`;
  }
}

/** `fetch` hides what happened in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function stale(url: string, { path }: EdgeExpectation, got: string, count: number): SlipwayError {
  const others = count > 1 ? `, and ${count - 1} more paths` : '';
  return new SlipwayError(
    'EDGE_STALE',
    `${new URL(path, url).href} does not serve this release: ${got}${others}`,
    'slipway',
    {
      next: 'see what stands between: an alias that points elsewhere, a function, an error response, a cache that ignores the headers',
    },
  );
}
