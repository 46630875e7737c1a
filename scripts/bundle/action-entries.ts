import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { actionNames, readAction } from '../docs/actions/action-file.ts';

/** A file of `dist/` that GitHub's runner starts. */
export interface ActionEntry {
  /** `deploy`, or `deploy-post` for what runs at the job's end. */
  readonly name: string;
  /** `actions/deploy/index.ts` or `actions/deploy/post.ts`. */
  readonly source: string;
}

/**
 * What every `action.yml` says that the runner starts, and the source of each: `main` is `index.ts`, `post` is `post.ts`.
 * @throws Error naming the action whose `main` or `post` is not where the bundle puts it, or that has no source
 */
export async function actionEntries(root: string): Promise<readonly ActionEntry[]> {
  const entries: ActionEntry[] = [];
  for (const action of await actionNames(root)) {
    const { runs } = await readAction(root, action);
    const files = [
      { key: 'main', name: action, file: 'index.ts', started: runs.main },
      { key: 'post', name: `${action}-post`, file: 'post.ts', started: runs.post },
    ];
    for (const { key, name, file, started } of files) {
      if (started === undefined) continue;
      const expected = `../../dist/${name}.js`;
      if (started !== expected)
        throw new Error(`actions/${action}/action.yml: runs.${key} is ${started}, not ${expected}`);
      const source = posix.join('actions', action, file);
      if (!existsSync(join(root, source)))
        throw new Error(`${source} is missing, which runs.${key} of its action.yml needs`);
      entries.push({ name, source });
    }
  }
  return entries;
}
