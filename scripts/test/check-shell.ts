/** shellcheck over every shell script of the repository: those that end in `.sh`, and those whose first line says so. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endCheck, findings } from './tool.ts';

const root = join(import.meta.dirname, '..', '..');

function shellScripts(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
  return listed.stdout.split('\0').filter(isShell);
}

function isShell(file: string): boolean {
  if (file.endsWith('.sh')) return true;
  if (file === '' || /\.[a-z0-9]+$/.test(file)) return false;
  try {
    return /^#!.*\b(?:ba|da|k)?sh\b/.test(readFileSync(join(root, file), 'utf8').slice(0, 100));
  } catch {
    return false; // deleted in the working tree, or a link to a folder
  }
}

await endCheck(() => {
  const scripts = shellScripts();
  if (scripts.length === 0) return 'no shell script was found; there is .ci/run at least';
  return findings('shellcheck', ['--enable=all', '--', ...scripts], root);
});
