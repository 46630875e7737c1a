import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * A program of the virtual environment that the set-up makes.
 * @throws Error where it is missing: a check that can't be made has failed
 */
export function tool(name: string): string {
  const windows = process.platform === 'win32';
  const path = join(root, '.venv', windows ? `Scripts/${name}.exe` : `bin/${name}`);
  if (!existsSync(path)) throw new Error(`${name} is not installed\n   Next: npm run setup, which says why`);
  return path;
}

/** Runs a linter in a folder; returns what it prints, or an empty text where it finds nothing. */
export function findings(name: string, args: readonly string[], folder: string): string {
  const env = { ...process.env, NO_COLOR: '1' };
  const run = spawnSync(tool(name), args, { cwd: folder, encoding: 'utf8', env });
  if (run.error) throw run.error;
  const said = `${run.stdout}${run.stderr}`.trim();
  return run.status === 0 ? '' : said || `${name} ended with ${String(run.status ?? run.signal)}`;
}

/** Ends a check: prints what was found, or why the check could not be made, and says by the exit code whether that was nothing. */
export async function endCheck(check: () => string | Promise<string>): Promise<void> {
  const said = await Promise.resolve()
    .then(check)
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  if (said === '') return;
  process.stdout.write(`${said}\n`);
  process.exitCode = 1;
}
