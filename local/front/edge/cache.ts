import { headerOf, queryOf, type FrontRequest, type FrontResponse } from '../message.ts';
import type { CachePolicy, KeyPart } from './distribution-config.ts';
import { isInvalidated } from './path-pattern.ts';

interface Entry {
  /** Path, with the query when it is part of the key: what invalidations are compared with. */
  readonly path: string;
  readonly response: FrontResponse;
  readonly storedAt: number;
  readonly freshUntil: number;
}

/** The objects that the edge holds, by distribution and key. */
export interface EdgeCache {
  get(
    distribution: string,
    key: CacheKey,
    now: number,
  ): { readonly response: FrontResponse; readonly ageSeconds: number } | undefined;
  put(distribution: string, key: CacheKey, response: FrontResponse, seconds: number, now: number): void;
  invalidate(distribution: string, paths: readonly string[]): void;
}

export interface CacheKey {
  readonly path: string;
  readonly text: string;
}

export function createEdgeCache(): EdgeCache {
  const distributions = new Map<string, Map<string, Entry>>();
  const entriesOf = (distribution: string): Map<string, Entry> => {
    const known = distributions.get(distribution) ?? new Map<string, Entry>();
    distributions.set(distribution, known);
    return known;
  };
  return {
    get: (distribution, key, now) => {
      const entry = entriesOf(distribution).get(key.text);
      if (entry === undefined || entry.freshUntil <= now) return undefined;
      return { response: entry.response, ageSeconds: Math.floor((now - entry.storedAt) / 1000) };
    },
    put: (distribution, key, response, seconds, now) => {
      entriesOf(distribution).set(key.text, {
        path: key.path,
        response,
        storedAt: now,
        freshUntil: now + seconds * 1000,
      });
    },
    invalidate: (distribution, paths) => {
      const entries = entriesOf(distribution);
      for (const [text, { path }] of entries) {
        if (paths.some((pattern) => isInvalidated(pattern, path))) entries.delete(text);
      }
    },
  };
}

/**
 * The cache key of a request after viewer-request functions have run: path, and what the cache policy adds
 * (understanding-the-cache-key.html). GET and HEAD share an object.
 */
export function cacheKeyOf(
  request: FrontRequest,
  policy: CachePolicy,
  encoding: string | undefined,
): CacheKey {
  const query = [...queryOf(request)]
    .filter(([name]) => isIn(policy.query, name))
    .map(([name, value]) => `${name}=${value}`);
  const cookies = (headerOf(request, 'cookie') ?? '')
    .split(/;\s*/)
    .filter((pair) => pair !== '' && isIn(policy.cookies, pair.split('=')[0] ?? ''));
  const headers = policy.headers.map((name) => `${name}:${headerOf(request, name) ?? ''}`);
  const path = request.target.split('?')[0] ?? '/';
  const keyed = query.length === 0 ? path : `${path}?${query.join('&')}`;
  return { path: keyed, text: JSON.stringify([keyed, cookies, headers, encoding ?? '']) };
}

function isIn(part: KeyPart, name: string): boolean {
  if (part === 'none' || part === 'all') return part === 'all';
  const wanted = name.toLowerCase();
  return 'only' in part ? part.only.includes(wanted) : !part.except.includes(wanted);
}
