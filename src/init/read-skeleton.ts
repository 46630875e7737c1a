import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What new systems are written from; texts by name. */
export interface Skeleton {
  readonly system: string;
  readonly environment: string;
  readonly smoke: string;
  readonly app: string;
  readonly bucket: string;
  /** `system.schema.json`, … as editors read them. */
  readonly schemas: Readonly<Record<string, string>>;
  /** Slipway's own callers of the reusable workflows, by file name. */
  readonly workflows: Readonly<Record<string, string>>;
}

/** The workflows that a repository needs; the others are for Slipway itself. */
const callers = ['pr.yml', 'fork-comment.yml', 'deploy.yml', 'rollback.yml', 'watch.yml', 'cleanup.yml'];

/**
 * Reads the skeleton out of Slipway's own files, so that what a new system starts with is what Slipway itself uses.
 * @param home the folder of Slipway
 */
export async function readSkeleton(home: string): Promise<Skeleton> {
  const text = (...path: string[]): Promise<string> => readFile(join(home, ...path), 'utf8');
  const skeleton = (...path: string[]): Promise<string> => text('src', 'init', 'skeleton', ...path);
  const schemas = (await readdir(join(home, 'params'))).filter((name) => name.endsWith('.schema.json'));
  const byName = async (folder: string, names: readonly string[]): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await text(...folder.split('/'), name)] as const)),
    );
  return {
    system: await skeleton('params', 'system.yml'),
    environment: await skeleton('params', 'environment.yml'),
    smoke: await skeleton('params', 'smoke.yml'),
    app: await skeleton('templates', 'app.yml'),
    bucket: await skeleton('templates', 'private-bucket.yml'),
    schemas: await byName('params', schemas.sort()),
    workflows: await byName('.github/workflows', callers),
  };
}
