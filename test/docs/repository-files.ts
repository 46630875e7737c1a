import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Files of the repository under some folders or of some names, relative to it; what git ignores is left out. */
export function repositoryFiles(paths: readonly string[], ending: RegExp): readonly string[] {
  const options = { cwd: root, encoding: 'utf8' } as const;
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...paths],
    options,
  );
  return listed.split('\n').filter((file) => ending.test(file) && existsSync(join(root, file)));
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function isThere(file: string): boolean {
  return existsSync(join(root, file));
}

/** Names of the files in a folder. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder));
}
