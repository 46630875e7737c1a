import { posix } from 'node:path';
import {
  functionsOf,
  layersOf,
  packageTemplates,
  type FunctionReference,
} from '../release/package-templates.ts';
import { sha256 } from '../runtime/sha256.ts';
import { readPackagedTree, readTemplateTree } from '../template/read-template-tree.ts';
import type { Template, TemplateTree } from '../template/template.ts';
import type { SourceTree } from './source-tree.ts';

/** A root template with all that it nests, packaged as a release would be, but for the functions' code. */
export interface PackagedSide {
  readonly tree: TemplateTree;
  /** Of the packaged root. */
  readonly sha256: string;
}

/**
 * Packages a template without building anything: each function's digest is made of `codeMark`, since its code would have
 * to be bundled, and bundling needs packages that somebody may have tampered with.
 *
 * @param codeMark what stands for the code of a function or layer in this state of the sources, by its folder; told
 *   which folders are layers, since no function's code holds them
 * @throws as `readTemplateTree` and `packageTemplates`
 */
export async function packagedSide(
  sources: SourceTree,
  file: string,
  codeMark: (folder: string, layers: readonly string[]) => Promise<string>,
): Promise<PackagedSide> {
  const readSource = (name: string): Promise<string> => sources.read(name);
  const tree = await readTemplateTree(file, readSource);
  const templates = templatesOf(tree);
  const foldersOf = (references: readonly FunctionReference[]): readonly string[] => [
    ...new Set(references.map(({ folder }) => folder)),
  ];
  const layers = foldersOf(templates.flatMap(layersOf));
  const digests = new Map<string, string>();
  for (const folder of [...foldersOf(templates.flatMap(functionsOf)), ...layers]) {
    digests.set(folder, codeDigest(await codeMark(folder, layers)));
  }
  const packaged = await packageTemplates(tree, { functions: digests, readSource });
  const bySha256 = new Map([...packaged.values()].map((each) => [each.sha256, each]));
  const root = packaged.get(posix.normalize(file))?.sha256 ?? '';
  const packagedTree = await readPackagedTree(root, (digest) => {
    const found = bySha256.get(digest);
    return found === undefined
      ? Promise.reject(new Error(`${digest} was not packaged`))
      : Promise.resolve({ file: found.file, source: found.text });
  });
  return { tree: packagedTree, sha256: root };
}

/** The digest that stands for a function's code. */
export function codeDigest(mark: string): string {
  return sha256(`code ${mark}`);
}

function templatesOf(tree: TemplateTree): readonly Template[] {
  return [tree.template, ...[...tree.children.values()].flatMap(templatesOf)];
}
