/** CloudFront has at most 3,000 paths of a distribution in progress, and 15 with a wildcard (CloudFront quotas). */
const MAX_PATHS = 3000;
const MAX_WILDCARDS = 15;

/**
 * The paths under which visitors know an object. An `index.html` is also its folder, with and without the slash
 * (CloudFront Developer Guide, "What you need to know when invalidating paths"). Deep links of a single-page
 * application need no paths of their own: a viewer-request function rewrites them, and the cache key is the path after it.
 */
export function pathsOf(key: string): readonly string[] {
  const path = `/${encodePath(key)}`;
  if (key === 'index.html') return ['/', path];
  if (!key.endsWith('/index.html')) return [path];
  const folder = path.slice(0, -'/index.html'.length);
  return [folder, `${folder}/`, path];
}

/**
 * Encodes what the guide wants encoded (non-ASCII, and what RFC 1738 section 2.2 calls unsafe) and nothing else: any
 * other encoding would name another object.
 */
function encodePath(key: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are among the unsafe ones
  return key.replace(/[\u0000- "#%<>[\\\]^`{|}~\u007f-\u{10ffff}]/gu, (unsafe) =>
    [...new TextEncoder().encode(unsafe)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/**
 * Why a path that a person gave can't be invalidated, as it goes on after `"…",`; `null` where it can. A wildcard may
 * only stand at the end (API Reference, Paths).
 */
export function pathMistake(path: string): string | null {
  if (!path.startsWith('/')) return 'which does not begin with a slash';
  return path.slice(0, -1).includes('*') ? 'where a * stands elsewhere than at the end' : null;
}

/**
 * What one invalidation may carry: the paths, once each and sorted; where there are too many, the folders they lie in
 * with a wildcard, and where those are too many as well, everything.
 */
export function collapsePaths(paths: readonly string[]): readonly string[] {
  const exact = [...new Set(paths)].sort();
  if (exact.length <= MAX_PATHS) return exact;
  const folders = [
    ...new Set(exact.map((path) => `${path.slice(0, path.indexOf('/', 1) + 1) || '/'}*`)),
  ].sort();
  return folders.includes('/*') || folders.length > MAX_WILDCARDS ? ['/*'] : folders;
}
