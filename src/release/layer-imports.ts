import type { Plugin } from 'esbuild';
import { posix, relative, sep } from 'node:path';

/** What esbuild calls the modules that stand for layers. */
export const layerNamespace = 'layer';

/** The package that a layer's folder becomes. */
export const layerPackage = (folder: string): string => posix.basename(folder);

const index = /^(?:index(?:\.[cm]?[jt]s)?)?$/;

/**
 * Leaves layers out of a function's bundle: an import of a layer's index, by its path in the sources, becomes a `require` of
 * the package that Lambda finds on `NODE_PATH`. What a layer does not export can't be had from it, or it would be there twice.
 *
 * @param root the repository's folder
 * @param layers their folders, relative to the repository
 * @param used told of each layer that is imported
 */
export function layerImports(
  root: string,
  layers: readonly string[],
  used: (folder: string) => void,
): Plugin {
  const layerOf = (path: string): { folder: string; rest: string } | undefined => {
    const file = relative(root, path).split(sep).join('/');
    const folder = layers.find((each) => file === each || file.startsWith(`${each}/`));
    return folder === undefined ? undefined : { folder, rest: file.slice(folder.length + 1) };
  };
  return {
    name: 'layers',
    setup(build) {
      if (layers.length === 0) return;
      build.onResolve({ filter: /^\.{1,2}(?:\/|$)/ }, ({ path, resolveDir }) => {
        const found = layerOf(posix.join(resolveDir.split(sep).join('/'), path));
        if (found === undefined) return null;
        if (!index.test(found.rest)) {
          return {
            errors: [
              { text: `${found.folder} is a layer: import its index instead of ${posix.basename(path)}` },
            ],
          };
        }
        used(found.folder);
        return { path: layerPackage(found.folder), namespace: layerNamespace };
      });
      build.onResolve({ filter: /.*/, namespace: layerNamespace }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /.*/, namespace: layerNamespace }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)});`,
        loader: 'js',
      }));
    },
  };
}
