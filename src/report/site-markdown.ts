import type { SyncedSite } from '../deployment/sync-site.ts';
import type { InvalidatedSite } from '../deployment/invalidate-site.ts';
import { code, prose } from './markdown.ts';
import { counted } from './units.ts';
import { short } from '../runtime/sha256.ts';

/** A site that was published again, for a job's summary. */
export function syncedMarkdown({ target, url, result }: SyncedSite): string {
  const { kind, written, files, invalidation } = result;
  const paths = invalidation.kind === 'none' ? 0 : invalidation.paths.length;
  const did =
    kind === 'unchanged'
      ? 'nothing to write'
      : `${written.length} of ${counted(files, 'file')} written, ${counted(paths, 'path')} invalidated`;
  return siteMarkdown('Site', target, url, did);
}

/** Paths that the edge has forgotten, for a job's summary. */
export function invalidatedMarkdown({ target, url, paths }: InvalidatedSite): string {
  const some = paths.slice(0, 20).map(code).join(', ');
  const rest = paths.length > 20 ? ` and ${paths.length - 20} more` : '';
  return siteMarkdown('Invalidated', target, url, `${some}${rest}`);
}

function siteMarkdown(word: string, target: SyncedSite['target'], url: string, did: string): string {
  const { system, environment, release } = target;
  return [
    `### ${word} · ${prose(system.system)} → ${environment.environment}`,
    `${did}. The edge serves release ${code(short(release.id))}: <${encodeURI(url)}>`,
  ].join('\n\n');
}
