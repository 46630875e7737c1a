import { loadEnvironment, loadSystem } from '../config/load.ts';
import type { StackOutputs } from '../config/stack-instances.ts';
import { currentOutputs } from './current-outputs.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import { readTarget } from './read-target.ts';
import { homeStore } from './stores.ts';
import type { Session, Target } from './target.ts';
import { UserError } from '../errors/slipway-error.ts';
import { openRelease } from '../release/open-release.ts';
import type { RoleName } from '../aws/identity.ts';

/**
 * What one environment runs now, read from its ledger and artifacts, with the outputs of its stacks.
 * @throws UserError NOTHING_DEPLOYED, and what reading them throws
 */
export async function deployedTarget(
  root: string,
  names: { readonly system: string; readonly environment: string },
  session: Session,
  role: RoleName,
): Promise<{ readonly target: Target; readonly outputs: StackOutputs }> {
  const system = await loadSystem(root, names.system);
  const environment = await loadEnvironment(root, system, names.environment);
  const clients = session.clients(environment, role);
  await guardTarget({ environment }, clients);
  const head = await (await environmentLedger(environment, clients, session)).readHead();
  if (head.release === null) {
    throw new UserError('NOTHING_DEPLOYED', `${names.system} ${environment.environment} runs nothing yet`, {
      next: `slipway deploy ${names.system} ${environment.environment}`,
    });
  }
  const release = await openRelease(head.release, await homeStore(environment, clients, session.clock));
  const target = await readTarget(release, environment.environment);
  return { target, outputs: await currentOutputs(target.instances, clients) };
}
