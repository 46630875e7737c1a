import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a team's repository holds; the rehearsal edits a copy of it, never the working tree. */
const sources = ['templates', 'params', 'lambda', 'site', 'tsconfig.json', 'package.json'] as const;

/** Copies the sources into an empty folder; builds and packages are left behind. */
export async function makeWorkCopy(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of sources) {
    await cp(join(root, name), join(folder, name), {
      recursive: true,
      filter: (source) => !/[\\/](?:dist|node_modules)$/.test(source),
    });
  }
  // wherever the folder lies, Vite and esbuild find what the repository has installed
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** One edit of the sources, as a person's commit would make it. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Makes an edit; throws if the text to replace does not stand there exactly once, so that an act never plays an edit that missed. */
export async function applyEdit(folder: string, edit: Edit): Promise<void> {
  const path = join(folder, edit.file);
  const source = await readFile(path, 'utf8');
  const parts = source.split(edit.from);
  if (parts.length !== 2) {
    throw new Error(
      `${edit.file}: "${edit.from}" stands there ${parts.length - 1} times, not once; the act needs mending`,
    );
  }
  await writeFile(path, parts.join(edit.to));
}

/** Takes an edit back. */
export async function revertEdit(folder: string, edit: Edit): Promise<void> {
  await applyEdit(folder, { file: edit.file, from: edit.to, to: edit.from });
}
