import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Bundle } from './build-bundle.ts';

/** The files of a folder, by their paths in it with forward slashes; none where there is no such folder. */
export async function readFolder(folder: string): Promise<Bundle> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.map(
      async (file) => [relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'utf8')] as const,
    ),
  );
  return new Map(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Makes a folder hold those files and no others. One that is the same is left alone: an action may be running from it. */
export async function writeFolder(folder: string, files: Bundle): Promise<void> {
  const there = await readFolder(folder);
  for (const [name, text] of files) {
    if (there.get(name) === text) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  for (const name of there.keys()) if (!files.has(name)) await rm(join(folder, name));
}

/** One line for each file that is not the same, missing, or too many. */
export function differences(there: Bundle, built: Bundle): readonly string[] {
  const names = [...new Set([...there.keys(), ...built.keys()])].sort();
  return names.flatMap((name) => {
    const [old, fresh] = [there.get(name), built.get(name)];
    if (old === fresh) return [];
    if (old === undefined) return [`${name} is missing`];
    return [fresh === undefined ? `${name} is no longer made` : `${name} differs`];
  });
}

/** Bytes of all files. */
export function sizeOf(files: Bundle): number {
  return [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
