import { listSystems, loadEnvironments, loadSystem } from '../config/load.ts';
import type { CleanedEnvironment } from './find-leftovers.ts';

/**
 * The environments that are cleaned up: those of the systems that were named, or all.
 * @throws UserError as `loadSystem` and `loadEnvironments`
 */
export async function cleanedEnvironments(
  root: string,
  names: readonly string[],
): Promise<readonly CleanedEnvironment[]> {
  const systems = names.length === 0 ? await listSystems(root) : [...new Set(names)];
  const cleaned = systems.map(async (name) => {
    const system = await loadSystem(root, name);
    const environments = await loadEnvironments(root, system);
    return environments.map((environment): CleanedEnvironment => ({ system, environment }));
  });
  return (await Promise.all(cleaned)).flat();
}
