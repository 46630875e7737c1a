import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { load } from 'js-yaml';

/** A file of `dist/` that GitHub's runner starts. */
export interface ActionEntry {
  /** `deploy`, or `deploy-post` for what runs at the job's end. */
  readonly name: string;
  /** `actions/deploy/index.ts` or `actions/deploy/post.ts`. */
  readonly source: string;
}

interface Runs {
  readonly runs?: { readonly main?: unknown; readonly post?: unknown };
}

/** The folders of `actions/` that hold an action, in alphabetical order. */
export async function actionNames(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, 'actions'));
  return names.filter((name) => existsSync(join(root, 'actions', name, 'action.yml'))).sort();
}

/**
 * What every `action.yml` says that the runner starts, and the source of each: `main` is `index.ts`, `post` is `post.ts`.
 * @throws Error naming the action whose `main` or `post` is not where the bundle puts it, or that has no source
 */
export async function actionEntries(root: string): Promise<readonly ActionEntry[]> {
  const entries: ActionEntry[] = [];
  for (const action of await actionNames(root)) {
    const file = join(root, 'actions', action, 'action.yml');
    const { runs } = load(await readFile(file, 'utf8')) as Runs;
    entries.push(entryOf(root, action, 'main', action, 'index.ts', runs?.main));
    if (runs?.post !== undefined)
      entries.push(entryOf(root, action, 'post', `${action}-post`, 'post.ts', runs.post));
  }
  return entries;
}

function entryOf(
  root: string,
  action: string,
  key: string,
  name: string,
  file: string,
  value: unknown,
): ActionEntry {
  const expected = `../../dist/${name}.js`;
  if (value !== expected)
    throw new Error(`actions/${action}/action.yml: runs.${key} is ${String(value)}, not ${expected}`);
  const source = posix.join('actions', action, file);
  if (!existsSync(join(root, source))) throw new Error(`${source} is missing, which runs.${key} needs`);
  return { name, source };
}
