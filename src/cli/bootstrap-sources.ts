import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listSystems, loadEnvironments, loadSystem } from '../config/load.ts';
import type { EnvironmentDefinition } from '../config/system.ts';

/** Every environment of every system: accounts may be shared, and each keeps its access only if all are known. */
export async function everyEnvironment(root: string): Promise<readonly EnvironmentDefinition[]> {
  const systems = await listSystems(root);
  return (
    await Promise.all(systems.map(async (name) => loadEnvironments(root, await loadSystem(root, name))))
  ).flat();
}

/** The bootstrap's template: the repository's own if it has one, else Slipway's. */
export async function bootstrapTemplate(
  root: string,
): Promise<{ readonly text: string; readonly file: string }> {
  const file = 'templates/bootstrap.yml';
  const own = new URL(`../../${file}`, import.meta.url);
  const text = await readFile(existsSync(join(root, file)) ? join(root, file) : own, 'utf8');
  return { text, file };
}
