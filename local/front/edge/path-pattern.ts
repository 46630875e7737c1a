/**
 * Path patterns of cache behaviours: `*` stands for any characters, `?` for exactly one, case counts, the leading slash
 * may be left out (DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern).
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const source = (pattern.startsWith('/') ? pattern : `/${pattern}`)
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(path);
}

/**
 * Paths of invalidations: the leading slash is required, `*` is a wildcard as the last character only, and is
 * itself elsewhere (invalidation-specifying-objects.html).
 */
export function isInvalidated(invalidationPath: string, keyPath: string): boolean {
  if (invalidationPath.endsWith('*')) return keyPath.startsWith(invalidationPath.slice(0, -1));
  return keyPath === invalidationPath;
}
