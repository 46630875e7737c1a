import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../errors/slipway-error.ts';
import type { EnvironmentVariables } from '../../runtime/environment-variables.ts';
import type { Logger } from '../../runtime/logger.ts';
import { sha256 } from '../../runtime/sha256.ts';

export interface CfnLintWish {
  /** What the workflow names; `null`: whatever is found. */
  readonly wanted: string | null;
  /** The pinned versions, each with its hashes; as pip reads them. */
  readonly requirements: string;
  readonly env: EnvironmentVariables;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * The cfn-lint to run: the one that is named, else the one on the PATH, else the pinned one, installed by hash into the
 * runner's tool cache, where the next job finds it.
 *
 * @throws UserError CFN_LINT_INSTALL
 */
export async function cfnLintTool({
  wanted,
  requirements,
  env,
  logger,
  signal,
}: CfnLintWish): Promise<string> {
  if (wanted !== null) return wanted;
  const found = onPath('cfn-lint', env);
  if (found !== null) return found;
  const cache = env['RUNNER_TOOL_CACHE'] ?? env['RUNNER_TEMP'];
  if (cache === undefined || cache === '') {
    throw new UserError(
      'CFN_LINT_INSTALL',
      'there is no cfn-lint on the PATH, and neither RUNNER_TOOL_CACHE nor RUNNER_TEMP says where to install it',
      { next: 'install it, or name it by the input cfn-lint' },
    );
  }
  const digest = sha256(await readFile(requirements)).slice(0, 16);
  const folder = join(cache, 'slipway-cfn-lint', digest, arch());
  const executable = join(folder, 'bin', 'cfn-lint');
  const complete = join(folder, '.complete');
  if (existsSync(complete)) return executable;
  logger.info(`there is no cfn-lint on the PATH: installing the pinned one into ${folder}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const run = async (file: string, args: readonly string[]): Promise<void> => {
    await promisify(execFile)(file, args, { env: { ...env }, signal, maxBuffer: 64 * 1024 * 1024 }).catch(
      (error: unknown) => {
        signal.throwIfAborted();
        throw notInstalled(error);
      },
    );
  };
  await run(onPath('python3', env) ?? 'python3', ['-m', 'venv', folder]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  const pinned = ['--require-hashes', '--only-binary', ':all:', '--no-deps', '-r', requirements];
  await run(join(folder, 'bin', 'python'), [...pip, ...pinned]);
  await writeFile(complete, '');
  return executable;
}

/** An executable file of this name in a folder of the PATH. */
function onPath(name: string, env: EnvironmentVariables): string | null {
  const files = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && (stat.mode & 0o111) !== 0;
}

function notInstalled(error: unknown): UserError {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const said = stderr.trim().split('\n').slice(-3).join(' ').slice(0, 400);
  return new UserError('CFN_LINT_INSTALL', `cfn-lint can't be installed: ${said}`, {
    next: 'install cfn-lint in a step before (it wants Python 3.10 or later), or name it by the input cfn-lint',
    cause: error,
  });
}
