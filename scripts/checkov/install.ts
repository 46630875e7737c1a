import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const versions = join('scripts', 'setup', 'checkov.txt');

/**
 * checkov's program, installed where it is missing: into a virtual environment of its own within `.venv`, 290 MB, made by the
 * Python of that one. Only the check that runs it asks, so that the demo and the quick tests never wait for it.
 *
 * @throws Error where it can't be had: a check that can't be made has failed
 */
export function checkovProgram(root: string): string {
  const folder = join(root, '.venv', 'checkov');
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const marker = join(folder, '.slipway-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, versions)))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== stamp) {
    rmSync(folder, { recursive: true, force: true });
    const python = join(root, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
    run(python, ['-m', 'venv', folder], root);
    const quiet = ['--quiet', '--disable-pip-version-check'];
    run(join(bin, 'python'), ['-m', 'pip', 'install', ...quiet, '-r', versions], root);
    writeFileSync(marker, stamp);
  }
  return join(bin, 'checkov');
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error === undefined && status === 0) return;
  const why = error?.message ?? `${stderr}${stdout}`.trim().split('\n').at(-1) ?? '';
  throw new Error(
    `checkov cannot be installed: ${args.slice(0, 3).join(' ')} ended with ${String(status)}: ${why}\n` +
      '   Next: see that pip reaches a package index, then npm test again; the demo and npm run test:quick need no checkov',
  );
}
