import { randomUUID } from 'node:crypto';
import type { AwsClients } from '../aws/apis.ts';
import type { RoleName } from '../aws/identity.ts';
import type { StackOutputs } from '../config/stack-instances.ts';
import { composePlan } from '../plan/compose-plan.ts';
import type { DriftLook } from '../plan/drift/plan-drift.ts';
import { madeNames } from '../plan/made-names.ts';
import { planParameters } from '../plan/plan-parameters.ts';
import { planStack } from '../plan/plan-stack.ts';
import type { Plan, StackPlan } from '../plan/plan.ts';
import { short } from '../runtime/sha256.ts';
import { checkArtifacts } from './check-artifacts.ts';
import { currentOutputs } from './current-outputs.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import { pendingOf, planSiteOf } from './plan-site-of.ts';
import { homeStore } from './stores.ts';
import { systemSecrecy } from './system-secrecy.ts';
import { artifactBucket, type Session, type Target } from './target.ts';

/** Whom the plan is for; it decides which role makes it and what its change sets are called. */
export type PlanPurpose =
  | { readonly kind: 'pull-request'; readonly number: number }
  | { readonly kind: 'run' }
  /** Made by the run that executes it. */
  | { readonly kind: 'deployment' };

export interface PlanEnvironmentOptions {
  readonly target: Target;
  readonly session: Session;
  readonly purpose: PlanPurpose;
  /** Words of the gate's overrides: 16 hex digits each. */
  readonly overrides: readonly string[];
  /** Whether it is to say which of its changes would overwrite drift; left out: it does not ask. */
  readonly drift?: boolean;
}

/**
 * Plans what a release would do to one environment: its stacks in order, then its site. Creates nothing but change sets on
 * stacks that exist.
 *
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, ARTIFACT_MISSING, ARTIFACT_DIGEST, LEDGER_DAMAGED, STACK_BUSY,
 *   STACK_STUCK, TEMPLATE_REJECTED, OUTPUT_MISSING, REFERENCE_UNREADABLE, and what planning the site throws
 */
export async function planEnvironment(options: PlanEnvironmentOptions): Promise<Plan> {
  const { target, session, purpose, overrides } = options;
  const { release, system, environment, instances } = target;
  const role = roleFor(purpose);
  const clients = session.clients(environment, role);
  await guardTarget(target, clients);
  await checkArtifacts(target, clients, session.clock);
  const ledger = await environmentLedger(environment, clients, session);
  const [head, outputs] = await Promise.all([ledger.readHead(), currentOutputs(instances, clients)]);
  const stacks = await planStacks(options, clients, { base: head.release, outputs });
  return composePlan({
    system: system.system,
    environment: environment.environment,
    account: environment.account,
    release: release.id,
    baseRelease: head.release,
    stacks,
    site: await planSiteOf({ target, session, clients }, outputs, pendingOf(stacks)),
    overrides,
    clock: session.clock,
  });
}

async function planStacks(
  options: PlanEnvironmentOptions,
  clients: AwsClients,
  { base, outputs }: { readonly base: string | null; readonly outputs: StackOutputs },
): Promise<readonly StackPlan[]> {
  const { target, session, purpose } = options;
  const { release, environment, instances } = target;
  const store = await homeStore(environment, clients, session.clock);
  const secrecy = await systemSecrecy(target, base, { store, logger: session.logger });
  const stacks: StackPlan[] = [];
  const makes = new Map<string, string>();
  for (const instance of instances) {
    const parameters = planParameters(instance, outputs, pendingOf(stacks), secrecy.outputs);
    stacks.push(
      await planStack({
        instance,
        parameters,
        formerSecrets: secrecy.formerSecrets(instance.name),
        references: clients,
        makes,
        release,
        artifactBucket: artifactBucket(environment.account, instance.region),
        changeSetName: changeSetName(purpose, release.id, session.commit),
        api: await clients.cloudFormation(instance.region),
        clock: session.clock,
        logger: session.logger,
        signal: session.signal,
        drift: options.drift === true ? driftLook(options, instance.region) : undefined,
      }),
    );
    if (!pendingOf(stacks).has(instance.name)) continue;
    for (const [name, maker] of await madeNames(instance, release, parameters)) makes.set(name, maker);
  }
  return stacks;
}

/**
 * Detection reads resources with the rights of whoever asks. Only `watch` has them, and only main may take that role: a pull
 * request reads what the last detection has found.
 */
function driftLook({ target, session, purpose }: PlanEnvironmentOptions, region: string): DriftLook {
  const isPullRequest = purpose.kind === 'pull-request';
  const role = isPullRequest ? roleFor(purpose) : 'watch';
  return {
    look: isPullRequest ? 'last' : 'now',
    api: async () => session.clients(target.environment, role).drift(region),
  };
}

function roleFor(purpose: PlanPurpose): RoleName {
  switch (purpose.kind) {
    case 'pull-request':
      return 'preview';
    case 'run':
      return 'plan';
    case 'deployment':
      return 'deploy';
  }
}

/** Unique for a stack, and telling: a fixed name would make concurrent runs collide. */
export function changeSetName(purpose: PlanPurpose, release: string, commit: string | null): string {
  const unique = randomUUID().slice(0, 8);
  if (purpose.kind !== 'pull-request') return `slipway-run-${short(release)}-${unique}`;
  return `slipway-pr-${purpose.number}-${commit === null ? short(release) : commit.slice(0, 12)}-${unique}`;
}
