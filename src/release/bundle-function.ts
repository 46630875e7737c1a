import type { BuildFailure, BuildOptions, BuildResult, Message } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '../errors/position.ts';
import { UserError } from '../errors/slipway-error.ts';
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
}

const entries = ['index.ts', 'index.mts', 'index.mjs', 'index.js'];

/** Packages in CommonJS ask for built-in modules by `require`, which an ES module does not have. */
const banner =
  "import{createRequire as slipwayRequire}from'node:module';const require=slipwayRequire(import.meta.url);";

/**
 * Bundles a Lambda function's folder into a ZIP that holds one `index.mjs`. Everything it imports is in it, the SDK too,
 * so that the bytes that were tested are the bytes that run. The same sources give the same bytes on every machine:
 * minified code names no path, and no `tsconfig.json` of the surroundings is read.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_HANDLER`, `FUNCTION_BUNDLE` (with the place of esbuild's first error)
 */
export async function bundleFunction(source: FunctionSource, esbuild: Esbuild): Promise<Uint8Array> {
  const entry = await findEntry(source);
  const result = await bundle(source, entry, esbuild);
  checkHandler(source, Object.values(result.metafile.outputs)[0]?.exports ?? []);
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  return zip({ 'index.mjs': code });
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
  const { metafile } = await bundle(source, entry, esbuild, packages === 'external' ? { packages } : {});
  return Object.keys(metafile.inputs).filter((file) => !file.split('/').includes('node_modules'));
}

async function findEntry({ root, folder, at }: FunctionSource): Promise<string> {
  const names = await readdir(join(root, folder)).catch(() => null);
  const entry = entries.find((name) => names?.includes(name));
  if (entry !== undefined) return entry;
  throw new UserError(
    'FUNCTION_MISSING',
    names === null
      ? `Code names the folder ${folder}, which is not there`
      : `Code names the folder ${folder}, which has no ${entries[0]}`,
    { at, next: `Write ${folder}/${entries[0]} that exports the handler, or name another folder` },
  );
}

type Bundle = BuildResult<{ write: false; metafile: true }>;

async function bundle(
  { root, folder, at }: FunctionSource,
  entry: string,
  esbuild: Esbuild,
  more: BuildOptions = {},
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
      format: 'esm',
      mainFields: ['module', 'main'],
      minify: true,
      keepNames: true,
      charset: 'utf8',
      legalComments: 'none',
      sourcemap: false,
      tsconfigRaw: {},
      banner: { js: banner },
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
