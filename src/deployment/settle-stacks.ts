import { withLock } from '../ledger/with-lock.ts';
import { locateFailure } from '../stacks/locate-failure.ts';
import { readStack } from '../stacks/read-stack.ts';
import { recoverStack } from '../stacks/recover-stack.ts';
import { isFailedCreation, isInProgress, isReview } from '../stacks/stack-status.ts';
import { releasedTemplates } from '../release/open-release.ts';
import { planParameters } from '../plan/plan-parameters.ts';
import { currentOutputs } from './current-outputs.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import { lockRequest } from './lock-request.ts';
import { maskedCloudFormation } from './masked-cloud-formation.ts';
import type { OnDeploymentEvent } from './progress.ts';
import { homeStore } from './stores.ts';
import { systemSecrecy } from './system-secrecy.ts';
import type { Session, Target } from './target.ts';

/**
 * Brings the stacks of an environment to rest before they are planned: an operation that a killed run left under way is
 * followed to its end, what a failed first creation left is removed. Takes the lock only where there is something to do.
 *
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, LEDGER_LOCKED, STACK_STUCK, STACK_HOLDS_RETAINED
 */
export async function settleStacks(
  target: Target,
  session: Session,
  onEvent: OnDeploymentEvent,
): Promise<void> {
  const { environment, instances, release } = target;
  const clients = session.clients(environment, 'deploy');
  await guardTarget(target, clients);
  const unsettled: (typeof instances)[number][] = [];
  for (const instance of instances) {
    const stack = await readStack(await clients.cloudFormation(instance.region), instance.stackName);
    const status = stack?.status ?? '';
    const restless = isInProgress(status) || isFailedCreation(status) || status === 'UPDATE_ROLLBACK_FAILED';
    if (restless && !isReview(status)) unsettled.push(instance);
  }
  if (unsettled.length === 0) return;
  const outputs = await currentOutputs(instances, clients);
  const everyStack = new Set(instances.map(({ name }) => name));

  const { clock, logger } = session;
  const ledger = await environmentLedger(environment, clients, session);
  const request = lockRequest(session, release.id);
  const [{ release: base }, store] = await Promise.all([
    ledger.readHead(),
    homeStore(environment, clients, clock),
  ]);
  const secrecy = await systemSecrecy(target, base, { store, logger });
  await withLock({ ...request, ledger, clock, logger, signal: session.signal }, async (signal) => {
    for (const instance of unsettled) {
      const given = {
        parameters: planParameters(instance, outputs, everyStack, secrecy.outputs),
        formerSecrets: secrecy.formerSecrets(instance.name),
      };
      const api = await clients.cloudFormation(instance.region);
      logger.info(`${instance.stackName} is not at rest: waiting for what an earlier run began`);
      await recoverStack({
        api: await maskedCloudFormation(target, instance, given, api),
        stackName: instance.stackName,
        clientRequestToken: `settle-${release.id.slice(0, 16)}-${clock.now()}`,
        clock,
        logger,
        signal,
        onEvent: (event) => {
          onEvent({ kind: 'stack-event', stack: instance.name, event });
        },
        locate: locateFailure(await releasedTemplates(release, instance.name)),
      });
    }
  });
}
