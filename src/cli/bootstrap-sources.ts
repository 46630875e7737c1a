import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listSystems, loadEnvironments, loadSystem } from '../config/load.ts';
import type { NamedEnvironment } from '../bootstrap/plan-accounts.ts';

/** Every environment of every system: accounts may be shared, and each keeps its access only if all are known. */
export async function everyEnvironment(root: string): Promise<readonly NamedEnvironment[]> {
  const systems = await listSystems(root);
  const environments = systems.map(async (name) => {
    const system = await loadSystem(root, name);
    return (await loadEnvironments(root, system)).map((each) => ({ ...each, names: system.names }));
  });
  return (await Promise.all(environments)).flat();
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
