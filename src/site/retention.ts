import { canonicalJson } from '../runtime/canonical-json.ts';
import { sha256 } from '../runtime/sha256.ts';
import type { WantedFile } from './files.ts';
import type { PublishedBuild } from './manifest.ts';

/** How many site builds keep their assets, the current one among them (design, rule 10). */
const KEPT_BUILDS = 3;

/** A build as the manifest remembers it. What Slipway generates is no part of it. */
export function buildOf(
  release: string,
  wanted: readonly WantedFile[],
  generated: ReadonlySet<string>,
): PublishedBuild {
  const files = wanted.filter(({ key }) => !generated.has(key));
  const identity = files
    .map(({ key, sha256: digest, contentType, cacheControl }) => ({ key, digest, contentType, cacheControl }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    release,
    site: sha256(canonicalJson(identity)),
    assets: files
      .filter(({ role }) => role === 'asset')
      .map(({ key }) => key)
      .sort(),
  };
}

/**
 * The builds whose assets stay once `current` is published: it and the ones before it, each counted once. A build that
 * comes back (a rollback) moves to the front; releases that did not touch the site push nobody out.
 */
export function keptBuilds(
  published: readonly PublishedBuild[],
  current: PublishedBuild,
  keep: number = KEPT_BUILDS,
): readonly PublishedBuild[] {
  return [current, ...published.filter(({ site }) => site !== current.site)].slice(0, Math.max(1, keep));
}
