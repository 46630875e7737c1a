import { UserError } from '../errors/slipway-error.ts';
import type { Position } from '../errors/position.ts';
import { mediaType, type WantedFile } from './files.ts';
import { fitsKind, namedAssets } from './html-assets.ts';

/**
 * Checks that every file a page makes the browser load is one of the site's, with a media type the browser will accept
 * (design, rule 10), before anything is written. Gives the keys of the hashed assets that the pages name.
 *
 * @throws UserError `SITE_ASSET_MISSING`, `SITE_ASSET_TYPE`, at the tag in the page
 */
export async function checkPages(wanted: readonly WantedFile[]): Promise<readonly string[]> {
  const byKey = new Map(wanted.map((file) => [file.key, file]));
  const named = new Set<string>();
  for (const page of wanted.filter(({ role }) => role === 'page')) {
    const html = new TextDecoder().decode(await page.bytes());
    for (const { key, kind, offset } of namedAssets(html, page.key)) {
      const file = byKey.get(key);
      const at = positionAt(page.key, html, offset);
      if (!file) {
        throw new UserError(
          'SITE_ASSET_MISSING',
          `${page.key} loads /${key}, which the site's build does not hold`,
          {
            at,
            next: 'build the site again and make a new release',
          },
        );
      }
      if (!fitsKind(mediaType(file.contentType), kind)) {
        throw new UserError(
          'SITE_ASSET_TYPE',
          `${page.key} loads /${key} as ${kind === 'other' ? 'a resource' : `a ${kind}`}, but its type is ${file.contentType}`,
          { at, next: 'give the file the extension of what it is and make a new release' },
        );
      }
      if (file.role === 'asset') named.add(key);
    }
  }
  return [...named].sort();
}

function positionAt(file: string, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
