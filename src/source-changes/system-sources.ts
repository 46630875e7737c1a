import { posix } from 'node:path';
import { systemFile } from '../config/load.ts';
import { isAddress, parseSystem } from '../config/parse-system.ts';
import type { SiteDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { functionsOf, layersOf, type FunctionReference } from '../release/package-templates.ts';
import { renewalsOf } from '../release/renewal.ts';
import { readTemplateTree } from '../template/read-template-tree.ts';
import type { Template, TemplateTree } from '../template/template.ts';
import { importedFiles } from './import-scan.ts';
import { localPackages } from './package-files.ts';
import type { SourceTree } from './source-tree.ts';

/** What a system is made of. Paths relative to the repository. */
export interface SystemSources {
  readonly files: ReadonlySet<string>;
  /** Everything in them counts. */
  readonly folders: ReadonlySet<string>;
  /** Folders that something is built in: package files in them and above them count. */
  readonly builds: ReadonlySet<string>;
  /** Why not all of it could be found out; then anything may belong to it. */
  readonly unreadable: string | null;
}

/** What one function or site is made of. */
export type Parts = Pick<SystemSources, 'files' | 'folders'>;

/** Finds out what a function's bundle is made of. */
export type FunctionParts = (tree: SourceTree, reference: FunctionReference) => Promise<Parts>;

/**
 * What a system is made of in one state of the sources: its parameter files, its templates with all that they nest or are
 * renewed with, its functions with what they import, its site, its smoke profile. `null` where there is no such system.
 */
export async function systemSources(
  tree: SourceTree,
  system: string,
  functionParts: FunctionParts,
): Promise<SystemSources | null> {
  const file = systemFile(system);
  if (!(await tree.files()).has(file)) return null;
  const files = new Set<string>();
  const folders = new Set([posix.dirname(file)]);
  const builds = new Set<string>();
  const add = (parts: Parts): void => {
    for (const each of parts.files) files.add(each);
    for (const each of parts.folders) folders.add(each);
  };
  try {
    const definition = parseSystem(await tree.read(file), file);
    if (definition.smoke !== null) files.add(definition.smoke);
    if (definition.site !== null) {
      const parts = await siteParts(tree, definition.site.build);
      add(parts);
      if (parts.folder !== null) builds.add(parts.folder);
    }
    for (const stack of definition.stacks) {
      const templates = templatesOf(await readTemplateTree(stack.template, (name) => tree.read(name)));
      for (const template of templates) {
        files.add(template.file);
        for (const name of renewedWith(template)) files.add(name);
      }
      const references = new Map(
        [...templates.flatMap(functionsOf), ...templates.flatMap(layersOf)].map((each) => [
          each.folder,
          each,
        ]),
      );
      for (const reference of references.values()) {
        add(await functionParts(tree, reference));
        builds.add(reference.folder);
      }
    }
    return { files, folders, builds, unreadable: null };
  } catch (error) {
    const isOfFile = error instanceof Error && 'code' in error; // a folder where a file should be, say
    if (!(error instanceof UserError) && !isOfFile) throw error;
    return { files, folders, builds, unreadable: error.message };
  }
}

/**
 * What a function may be made of, as far as names in the sources tell: the folder that it shares with others, what is
 * imported from elsewhere by a path, and packages of this repository.
 */
export const scannedParts = async (
  tree: SourceTree,
  { folder }: Pick<FunctionReference, 'folder'>,
): Promise<Parts> => {
  const shared = posix.dirname(folder);
  const own = [...(await tree.files())].filter((file) => file.startsWith(`${folder}/`));
  return {
    files: await importedFiles(tree, own),
    folders: new Set([folder, shared, ...(await localPackages(tree, folder))]),
  };
};

/** What a function names by paths, from its entry on; enough beside what esbuild found in the other state of the sources. */
export const namedParts: FunctionParts = async (tree, { folder }) => {
  const entries = [...(await tree.files())].filter(
    (file) => posix.dirname(file) === folder && posix.basename(file).startsWith('index.'),
  );
  return { files: await importedFiles(tree, entries), folders: new Set() };
};

/** Signs of the folder that a site is built in. */
const siteMarks = /^(?:package\.json|index\.html|[^/]+\.config\.[cm]?[jt]s)$/;

/**
 * A site's folder is the nearest one above its build that looks like a project's; with what it takes from elsewhere. Of
 * another repository's build nothing is here but the file, where it is named by a path.
 */
export async function siteParts(
  tree: SourceTree,
  build: SiteDefinition['build'],
): Promise<Parts & { readonly folder: string | null }> {
  if (typeof build !== 'string') {
    const files = new Set(isAddress(build.artifact) ? [] : [posix.normalize(build.artifact)]);
    return { folder: null, files, folders: new Set() };
  }
  const files = await tree.files();
  const marked = new Set(
    [...files].filter((file) => siteMarks.test(posix.basename(file))).map((file) => posix.dirname(file)),
  );
  let folder = posix.dirname(posix.normalize(build).replace(/\/$/, ''));
  while (folder !== '.' && !marked.has(folder)) folder = posix.dirname(folder);
  const own = [...files].filter((file) => folder === '.' || file.startsWith(`${folder}/`));
  return {
    folder,
    files: await importedFiles(tree, own),
    folders: new Set([folder, ...(await localPackages(tree, folder))]),
  };
}

function templatesOf(tree: TemplateTree): readonly Template[] {
  return [tree.template, ...[...tree.children.values()].flatMap(templatesOf)];
}

function renewedWith(template: Template): readonly string[] {
  return renewalsOf(template)
    .flatMap(({ templates }) => templates)
    .filter((name) => name !== 'self')
    .map((name) => posix.normalize(posix.join(posix.dirname(template.file), name)));
}
