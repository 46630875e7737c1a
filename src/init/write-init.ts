import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InitFile } from './plan-init.ts';

/** Which of the files a folder has already. */
export function existingFiles(root: string, files: readonly InitFile[]): ReadonlySet<string> {
  return new Set(files.map(({ file }) => file).filter((file) => existsSync(join(root, file))));
}

/** Writes the files; where one can't be written, those before it are taken back. Never overwrites. */
export async function writeFiles(root: string, files: readonly InitFile[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const { file, text } of files) {
      const path = join(root, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
      written.push(path);
    }
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}
