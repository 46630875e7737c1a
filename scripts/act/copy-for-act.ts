import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { rewriteForAct, type ChangedLine, type Target } from './rewrite-for-act.ts';

/** What a repository that is called from elsewhere has to hold: the workflows, the actions and their bundle. */
const parts = ['.github/workflows', 'actions', 'dist'] as const;

/**
 * Copies workflows, actions and bundle into a folder, changed as `rewriteForAct` says; whatever else lies in the folder stays.
 * Returns the changed lines by file.
 */
export async function copyForAct(
  root: string,
  folder: string,
  target: Target,
): Promise<ReadonlyMap<string, readonly ChangedLine[]>> {
  const changes = new Map<string, readonly ChangedLine[]>();
  for (const part of parts) {
    await mkdir(join(folder, part), { recursive: true });
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  for (const file of await filesToRewrite(folder)) {
    const rewritten = rewriteForAct(await readFile(join(folder, file), 'utf8'), target, file);
    if (rewritten.changes.length === 0) continue;
    changes.set(file, rewritten.changes);
    await writeFile(join(folder, file), rewritten.text);
  }
  return changes;
}

/** The workflows and the actions' metadata: the only files that can say `uses`. */
async function filesToRewrite(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of ['.github/workflows', 'actions']) {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const isMetadata = part === 'actions' ? /^action\.ya?ml$/ : /\.ya?ml$/;
      if (entry.isFile() && isMetadata.test(entry.name))
        found.push(relative(folder, join(entry.parentPath, entry.name)));
    }
  }
  return found.sort();
}
