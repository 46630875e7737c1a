import type { BuildFailure, BuildOptions, BuildResult, Message } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '../errors/position.ts';
import { UserError } from '../errors/slipway-error.ts';
import { layerImports, layerNamespace, layerPackage } from './layer-imports.ts';
import type { Esbuild } from './load-esbuild.ts';
import { zip } from './zip.ts';

export interface FunctionSource {
  /** The repository's folder. */
  readonly root: string;
  /** The function's folder, relative to the repository. */
  readonly folder: string;
  /** `index.handler`: which export Lambda will call; `null` where the template computes it. */
  readonly handler: string | null;
  /** Where the template names the folder. */
  readonly at: Position;
  /** The folders that the system packages as layers, relative to the repository; none, unless given. */
  readonly layers?: readonly string[];
  /** Whether the function has `Layers`; so, unless told otherwise. */
  readonly hasLayers?: boolean;
}

/** A layer's folder. */
export type LayerSource = Pick<FunctionSource, 'root' | 'folder' | 'at'>;

/** A folder of code, and the property that names it. */
interface CodeSource extends LayerSource {
  readonly property?: 'Code' | 'Content';
}

const entries = ['index.ts', 'index.mts', 'index.mjs', 'index.js'];

/** Packages in CommonJS ask for built-in modules by `require`, which an ES module does not have. */
const banner =
  "import{createRequire as slipwayRequire}from'node:module';const require=slipwayRequire(import.meta.url);";

/**
 * Bundles a Lambda function's folder into a ZIP that holds one `index.mjs`. Everything it imports is in it, the SDK too,
 * so that the bytes that were tested are the bytes that run; but for what comes from a layer, which is packaged once for
 * all that use it. The same sources give the same bytes on every machine:
 * minified code names no path, and no `tsconfig.json` of the surroundings is read.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_HANDLER`, `FUNCTION_BUNDLE` (with the place of esbuild's first error),
 *   `FUNCTION_LAYER` where it imports a layer and has no `Layers`
 */
export async function bundleFunction(source: FunctionSource, esbuild: Esbuild): Promise<Uint8Array> {
  const entry = await findEntry(source);
  const used = new Set<string>();
  const plugin = layerImports(source.root, source.layers ?? [], (layer) => used.add(layer));
  const result = await bundle(source, entry, esbuild, { ...moduleFormat, plugins: [plugin] });
  const [layer] = used;
  if (layer !== undefined && source.hasLayers === false) {
    throw new UserError(
      'FUNCTION_LAYER',
      `${source.folder} imports ${layer}, which is packaged as a layer, but the function has no Layers`,
      { at: source.at, next: 'Name the layer in the Layers of the function' },
    );
  }
  checkHandler(source, Object.values(result.metafile.outputs)[0]?.exports ?? []);
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  return zip({ 'index.mjs': code });
}

/**
 * Bundles a layer's folder into a ZIP that holds it as a package: `nodejs/node_modules/<folder's name>`, which Lambda puts
 * on `NODE_PATH` ("Working with layers for Node.js Lambda functions"). In CommonJS, since `import` does not look there
 * (Node.js, "ECMAScript modules: No NODE_PATH"). As deterministic as a function.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_BUNDLE`
 */
export async function bundleLayer(source: LayerSource, esbuild: Esbuild): Promise<Uint8Array> {
  const entry = await findEntry({ ...source, property: 'Content' });
  const result = await bundle(source, entry, esbuild, { format: 'cjs' });
  const name = layerPackage(source.folder);
  const folder = `nodejs/node_modules/${name}`;
  return zip({
    [`${folder}/index.js`]: result.outputFiles[0]?.contents ?? new Uint8Array(),
    [`${folder}/package.json`]: new TextEncoder().encode(
      `${JSON.stringify({ name, main: 'index.js', type: 'commonjs' })}\n`,
    ),
  });
}

/**
 * The files that a function's bundle is made of, relative to the repository; what packages bring is left out.
 *
 * @param packages `followed`: as they are installed, so that packages of this repository show by their files; `external`:
 *   none need be installed
 * @throws as `bundleFunction`, but for the handler
 */
export async function functionInputs(
  source: FunctionSource,
  esbuild: Esbuild,
  packages: 'followed' | 'external',
): Promise<readonly string[]> {
  const entry = await findEntry(source);
  const plugins = [layerImports(source.root, source.layers ?? [], () => undefined)];
  const { metafile } = await bundle(source, entry, esbuild, {
    ...moduleFormat,
    plugins,
    ...(packages === 'external' ? { packages } : {}),
  });
  return Object.keys(metafile.inputs).filter(
    (file) => !file.split('/').includes('node_modules') && !file.startsWith(`${layerNamespace}:`),
  );
}

async function findEntry({ root, folder, at, property = 'Code' }: CodeSource): Promise<string> {
  const names = await readdir(join(root, folder)).catch(() => null);
  const entry = entries.find((name) => names?.includes(name));
  if (entry !== undefined) return entry;
  throw new UserError(
    'FUNCTION_MISSING',
    names === null
      ? `${property} names the folder ${folder}, which is not there`
      : `${property} names the folder ${folder}, which has no ${entries[0]}`,
    { at, next: `Write ${folder}/${entries[0]} that exports the handler, or name another folder` },
  );
}

const moduleFormat = { format: 'esm', banner: { js: banner } } as const;

type Bundle = BuildResult<{ write: false; metafile: true }>;

async function bundle(
  { root, folder, at }: LayerSource,
  entry: string,
  esbuild: Esbuild,
  more: BuildOptions,
): Promise<Bundle> {
  try {
    return await esbuild.build({
      ...more,
      absWorkingDir: root,
      entryPoints: [`./${folder}/${entry}`],
      outfile: 'index.mjs',
      bundle: true,
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      keepNames: true,
      charset: 'utf8',
      legalComments: 'none',
      sourcemap: false,
      tsconfigRaw: {},
      logLevel: 'silent',
      metafile: true,
      write: false,
    });
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw bundleError(folder, at, error.errors);
  }
}

function bundleError(folder: string, at: Position, errors: readonly Message[]): UserError {
  const [first] = errors;
  const place = first?.location;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new UserError('FUNCTION_BUNDLE', `${folder} cannot be bundled: ${first?.text ?? 'unknown'}${more}`, {
    at: place ? { file: place.file, line: place.line, column: place.column + 1 } : at,
  });
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}

function checkHandler({ folder, handler, at }: FunctionSource, exported: readonly string[]): void {
  if (handler === null) return;
  const [file, name, ...rest] = handler.split('.');
  if (file === 'index' && name !== undefined && rest.length === 0 && exported.includes(name)) return;
  const choices = exported.map((each) => `index.${each}`).join(', ');
  throw new UserError(
    'FUNCTION_HANDLER',
    choices === ''
      ? `Handler is ${handler}, but ${folder} exports nothing`
      : `Handler is ${handler}, but ${folder} offers ${choices}`,
    { at },
  );
}
