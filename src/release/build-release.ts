import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { environmentNames } from '../config/environment-name.ts';
import type { SystemDefinition } from '../config/system.ts';
import type { Position } from '../errors/position.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256, short } from '../runtime/sha256.ts';
import type { Web } from '../runtime/web.ts';
import { readTemplateTree } from '../template/read-template-tree.ts';
import type { Template, TemplateTree } from '../template/template.ts';
import { bundleFunction, bundleLayer } from './bundle-function.ts';
import { requireEsbuild } from './load-esbuild.ts';
import { manifestBytes, releaseId } from './manifest.ts';
import { releaseIn } from './open-release.ts';
import {
  functionsOf,
  layersOf,
  packageTemplates,
  type FunctionReference,
  type PackagedTemplate,
} from './package-templates.ts';
import type { ArtifactStore, Release, ReleasedFile, ReleaseManifest, Sha256 } from './release.ts';
import { readSiteBuild } from './site-build.ts';

export interface BuildOptions {
  /** The repository's folder. */
  readonly root: string;
  readonly system: SystemDefinition;
  /** Where the artifacts are put: a folder, so that building needs no credentials. */
  readonly store: ArtifactStore;
  readonly logger: Logger;
  /** Needed where the site's build lies at an address; nothing else is read from the web. */
  readonly web?: Web | undefined;
}

/**
 * Makes a release of the working tree: packages the templates of every stack, bundles the functions and layers they name, reads the
 * site build, parameter files, definition and smoke profile, and puts all of it into the store under its digests, the
 * manifest last. The same sources give the same release, on any machine.
 *
 * @throws UserError what reading templates, bundling and packaging throw; `ESBUILD_MISSING`; `SITE_BUILD_MISSING`,
 *   `SITE_ARTIFACT_…`; `RELEASE_FILE_MISSING`
 */
export async function buildRelease(options: BuildOptions): Promise<Release> {
  const { root, system, store, logger, web } = options;
  const readSource = (file: string): Promise<string> => readFile(join(root, file), 'utf8');
  const put = async (path: string, bytes: Uint8Array, contentType: string): Promise<ReleasedFile> => {
    const key = sha256(bytes);
    await store.put({ sha256: key, bytes, contentType });
    return { path, sha256: key, size: bytes.length };
  };
  const putText = (path: string, text: string): Promise<ReleasedFile> =>
    put(path, new TextEncoder().encode(text), 'application/yaml; charset=utf-8');
  const putFile = async (path: string): Promise<ReleasedFile> => {
    const bytes = await readFile(join(root, path)).catch((cause: unknown) => {
      throw new UserError('RELEASE_FILE_MISSING', `${path} is not there, and ${system.file} needs it`, {
        cause,
      });
    });
    return put(path, bytes, 'application/yaml; charset=utf-8');
  };

  const site =
    system.site &&
    (await readSiteBuild({ root, build: system.site.build, definition: system.file, web }, logger));
  const trees = await Promise.all(system.stacks.map((stack) => readTemplateTree(stack.template, readSource)));
  const zips = await bundleCode(root, trees, logger);
  const functions = await Promise.all(
    [...zips].map(([folder, bytes]) => put(folder, bytes, 'application/zip')),
  );
  const digests = new Map(functions.map((each) => [each.path, each.sha256]));
  const packaged = new Map<string, PackagedTemplate>();
  for (const tree of trees) await packageTemplates(tree, { functions: digests, readSource }, packaged);
  const templates = await Promise.all([...packaged.values()].map(({ file, text }) => putText(file, text)));
  for (const { file, bytes } of site ?? []) {
    await store.put({ sha256: file.sha256, bytes, contentType: file.contentType });
  }

  const folder = posix.dirname(system.file);
  const environments = await Promise.all(
    environmentNames.map(async (name) => [name, await putFile(`${folder}/${name}.yml`)] as const),
  );
  const manifest: ReleaseManifest = {
    schema: 1,
    system: system.system,
    templates: byPath(templates),
    stacks: Object.fromEntries(
      system.stacks.map((stack, index) => [
        stack.name,
        { template: rootDigest(packaged, trees[index]), region: stack.region },
      ]),
    ),
    functions: byPath(functions),
    definition: await putFile(system.file),
    environments: Object.fromEntries(environments) as unknown as ReleaseManifest['environments'],
    smoke: system.smoke === null ? null : await putFile(system.smoke),
    site: site?.map(({ file }) => file) ?? null,
  };
  const id = releaseId(manifest);
  await store.put({ sha256: id, bytes: manifestBytes(manifest), contentType: 'application/json' });
  logger.info(
    `release ${short(id)}: ${templates.length} templates, ${functions.length} functions, ${site?.length ?? 0} site files`,
  );
  return releaseIn(manifest, store);
}

/** Each function's and each layer's folder once, with its ZIP. */
async function bundleCode(
  root: string,
  trees: readonly TemplateTree[],
  logger: Logger,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const templates = templatesOf(trees);
  const layers = new Map(templates.flatMap(layersOf).map((each) => [each.folder, each]));
  const functions = new Map<string, FunctionReference>();
  for (const each of templates.flatMap(functionsOf)) {
    functions.set(`${each.folder} ${each.handler ?? ''}`, each);
  }
  const [first] = [...functions.values(), ...layers.values()];
  if (first === undefined) return new Map();
  const { esbuild, from } = await requireEsbuild(root, { folder: first.folder, at: placeOf(first) });
  // Another version may make other bytes of the same sources, and so another release.
  logger.info(
    `functions are bundled by esbuild ${esbuild.version} ${from === 'repository' ? 'of the repository' : 'that came with Slipway'}`,
  );
  const bundles = [...functions.values()].map(async (each) => {
    const source = { root, folder: each.folder, handler: each.handler, at: placeOf(each) };
    const hasLayers = each.template.body.Resources[each.logicalId]?.Properties?.['Layers'] !== undefined;
    const bytes = await bundleFunction({ ...source, layers: [...layers.keys()], hasLayers }, esbuild);
    return [each.folder, bytes] as const;
  });
  const packages = [...layers.values()].map(
    async (each) =>
      [each.folder, await bundleLayer({ root, folder: each.folder, at: placeOf(each) }, esbuild)] as const,
  );
  return new Map(await Promise.all([...bundles, ...packages]));
}

function placeOf({ template, logicalId }: FunctionReference): Position {
  const type = template.body.Resources[logicalId]?.Type;
  const property = type === 'AWS::Lambda::LayerVersion' ? 'Content' : 'Code';
  return template.locate(['Resources', logicalId, 'Properties', property]);
}

function templatesOf(trees: readonly TemplateTree[]): readonly Template[] {
  return trees.flatMap((tree) => [tree.template, ...templatesOf([...tree.children.values()])]);
}

function rootDigest(packaged: ReadonlyMap<string, PackagedTemplate>, tree: TemplateTree | undefined): Sha256 {
  const found = tree && packaged.get(tree.template.file);
  if (!found) throw new Error('a root template is not packaged');
  return found.sha256;
}

function byPath(files: readonly ReleasedFile[]): readonly ReleasedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
