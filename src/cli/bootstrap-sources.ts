import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrapStacks, type BootstrapTemplate } from '../bootstrap/bootstrap.ts';
import { listSystems, loadEnvironments, loadSystem } from '../config/load.ts';
import type { NamedEnvironment } from '../bootstrap/plan-accounts.ts';
import { UserError } from '../errors/slipway-error.ts';

/** Every environment of every system: accounts may be shared, and each keeps its access only if all are known. */
export async function everyEnvironment(root: string): Promise<readonly NamedEnvironment[]> {
  const systems = await listSystems(root);
  const environments = systems.map(async (name) => {
    const system = await loadSystem(root, name);
    return (await loadEnvironments(root, system)).map((each) => ({ ...each, names: system.names }));
  });
  return (await Promise.all(environments)).flat();
}

/**
 * The bootstrap's templates: the repository's own where it has them, else Slipway's.
 * @throws UserError BOOTSTRAP_ONE_TEMPLATE: the repository has one of its own from when all was one stack
 */
export async function bootstrapTemplates(root: string): Promise<readonly BootstrapTemplate[]> {
  if (existsSync(join(root, 'templates/bootstrap.yml'))) {
    throw new UserError(
      'BOOTSTRAP_ONE_TEMPLATE',
      'templates/bootstrap.yml is not read any more: the bootstrap is three stacks, whose templates stand in templates/bootstrap/',
      { next: 'git mv templates/bootstrap.yml docs/bootstrap-before.yml, and carry what is your own over' },
    );
  }
  return Promise.all(
    bootstrapStacks.map(async (each) => {
      const own = join(root, each.file);
      const ours = new URL(`../../${each.file}`, import.meta.url);
      return { ...each, text: await readFile(existsSync(own) ? own : ours, 'utf8') };
    }),
  );
}
