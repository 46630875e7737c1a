import type { build } from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UserError } from '../errors/slipway-error.ts';
import type { Position } from '../errors/position.ts';

/** What is used of it. */
export interface Esbuild {
  readonly build: typeof build;
  readonly version: string;
}

/** An esbuild, and whose it is. */
export interface FoundEsbuild {
  readonly esbuild: Esbuild;
  readonly from: 'repository' | 'slipway';
}

/**
 * The esbuild that a repository's functions are bundled with: the one installed in the repository, so that its lock file
 * says which version makes the bytes; else the one that stands beside Slipway. It is a native program, which is why the
 * actions can't carry it. Loaded when it is asked for, since a repository without functions needs none.
 *
 * @param root the repository's folder
 * @param beside loads the one beside Slipway; rejects with Node's own code where there is none
 * @returns `null` where there is neither
 * @throws UserError `ESBUILD_BROKEN` where the repository's is there but does not load
 */
export async function findEsbuild(root: string, beside = besideSlipway): Promise<FoundEsbuild | null> {
  const own = fromRepository(root);
  if (own !== null) return { esbuild: own, from: 'repository' };
  try {
    return { esbuild: await beside(), from: 'slipway' };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Found by Node when it is asked for, in the actions' bundle too (`webpackIgnore`): there it is beside Slipway only in our own checkout. */
const besideSlipway = (): Promise<Esbuild> => import(/* webpackIgnore: true */ 'esbuild');

function fromRepository(root: string): Esbuild | null {
  const load = createRequire(join(root, 'package.json'));
  try {
    load.resolve('esbuild');
  } catch {
    return null;
  }
  try {
    return load('esbuild') as Esbuild;
  } catch (error) {
    throw new UserError('ESBUILD_BROKEN', `the esbuild of ${root} can't be loaded: ${firstLine(error)}`, {
      cause: error,
      next: 'npm ci',
    });
  }
}

/**
 * @param needs the first function that needs it
 * @throws UserError `ESBUILD_MISSING`, `ESBUILD_BROKEN`
 */
export async function requireEsbuild(
  root: string,
  needs: { readonly folder: string; readonly at: Position },
  beside?: () => Promise<Esbuild>,
): Promise<FoundEsbuild> {
  const found = await findEsbuild(root, beside);
  if (found !== null) return found;
  throw new UserError(
    'ESBUILD_MISSING',
    `${needs.folder} is bundled by esbuild, which is not installed in the repository`,
    { at: needs.at, next: 'npm install --save-dev --save-exact esbuild' },
  );
}

function isNotFound(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
