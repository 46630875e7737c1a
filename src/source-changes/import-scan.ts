import { posix } from 'node:path';
import type { SourceTree } from './source-tree.ts';

/** Files that import others by name. */
const importing = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|css|scss|sass|less)$/;

/**
 * What may stand between two quotes after `from`, `import`, `require(`, `import(`, `url(`, `@import`, `src=` and `href=`:
 * names that begin with a dot. The text is not parsed, so that a name in a comment counts as well: never too few.
 */
const relativeNames = /["'`(]\s*(\.{1,2}\/[^"'`()\s?#]*)/g;

/** How a name without an extension may be meant, as bundlers try it; `.js` may stand for the `.ts` that it is made of. */
const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.css', '.vue'];
const indexes = endings.slice(1).map((ending) => `/index${ending}`);

/**
 * The files that some files name by relative paths, and the files that those name, and so on: what belongs to a function
 * or a site without lying in its folder. A name that no file answers to is left out.
 *
 * @param start relative to the repository
 * @returns with those of `start` that are there
 */
export async function importedFiles(tree: SourceTree, start: Iterable<string>): Promise<ReadonlySet<string>> {
  const there = await tree.files();
  const found = new Set<string>();
  const open = [...start].filter((file) => there.has(file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!importing.test(file)) continue;
    open.push(...namedIn(await tree.read(file), posix.dirname(file), there));
  }
  return found;
}

function namedIn(text: string, folder: string, there: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(relativeNames)].flatMap(([, name = '']) => {
    const path = posix.normalize(posix.join(folder, name)).replace(/\/$/, '');
    const bare = path.replace(/\.[cm]?jsx?$/, '');
    const meant = [path, bare].flatMap((base) => [...endings, ...indexes].map((ending) => base + ending));
    return [...new Set(meant)].filter((file) => there.has(file));
  });
}
