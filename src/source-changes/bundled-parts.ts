import { posix } from 'node:path';
import { functionInputs } from '../release/bundle-function.ts';
import type { Esbuild } from '../release/load-esbuild.ts';
import type { FunctionReference } from '../release/package-templates.ts';
import { localPackages } from './package-files.ts';
import { scannedParts, type FunctionParts, type Parts } from './system-sources.ts';

/**
 * What functions are made of, as esbuild finds it in the working tree: exactly the files that go into the bundle. Where a
 * package is not installed, packages of this repository count whole; where the sources can't be bundled at all, what
 * their names tell.
 *
 * @param root the repository's folder
 */
export function bundledParts(root: string, esbuild: Esbuild): FunctionParts {
  return async (tree, reference) => {
    const source = sourceOf(root, reference);
    const followed = await functionInputs(source, esbuild, 'followed').catch(() => null);
    if (followed !== null) return parts(followed, []);
    const direct = await functionInputs(source, esbuild, 'external').catch(() => null);
    if (direct !== null) return parts(direct, await localPackages(tree, reference.folder));
    return scannedParts(tree, reference);
  };
}

function parts(inputs: readonly string[], folders: readonly string[]): Parts {
  return { files: new Set(inputs.map((file) => posix.normalize(file))), folders: new Set(folders) };
}

function sourceOf(root: string, { folder, template, logicalId }: FunctionReference) {
  const at = template.locate(['Resources', logicalId, 'Properties', 'Code']);
  return { root, folder, handler: null, at };
}
