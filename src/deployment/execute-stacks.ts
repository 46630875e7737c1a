import type { CloudFormationApi } from '../aws/apis.ts';
import { roleArn } from '../aws/identity.ts';
import type { StackOutputs } from '../config/stack-instances.ts';
import type { StackInstance } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { readApprovedChangeSet } from '../plan/approved-change-set.ts';
import { defaultPolicy, gate } from '../plan/gate.ts';
import { planParameters } from '../plan/plan-parameters.ts';
import { planStack } from '../plan/plan-stack.ts';
import type { Plan, StackPlan } from '../plan/plan.ts';
import { verifyDeferred } from '../plan/verify-deferred.ts';
import { releasedTemplates } from '../release/open-release.ts';
import { short } from '../runtime/sha256.ts';
import { createStackByChangeSet, executeChangeSet } from '../stacks/execute-change-set.ts';
import type { FailureCause, StackOutcome } from '../stacks/failure.ts';
import { locateFailure } from '../stacks/locate-failure.ts';
import { readStack } from '../stacks/read-stack.ts';
import { recoverStack } from '../stacks/recover-stack.ts';
import { gateStopped } from './check-plan.ts';
import { maskedCloudFormation, type Given } from './masked-cloud-formation.ts';
import { planChanged } from './plan-changed.ts';
import { changeSetName } from './plan-environment.ts';
import type { OnDeploymentEvent } from './progress.ts';
import { homeStore } from './stores.ts';
import { systemSecrecy, type SystemSecrecy } from './system-secrecy.ts';
import { artifactBucket, type Session, type Target } from './target.ts';

export interface ExecuteStacksOptions {
  readonly target: Target;
  readonly session: Session;
  /** What was approved; nothing else is executed. */
  readonly plan: Plan;
  /** Words of the gate's overrides that were given. */
  readonly overrides: readonly string[];
  /** Names this attempt in requests to CloudFormation, so that a repeated one does nothing twice. */
  readonly attempt: string;
  readonly onEvent: OnDeploymentEvent;
}

export type StacksResult =
  | { readonly kind: 'succeeded'; readonly outputs: StackOutputs; readonly changed: number }
  | {
      readonly kind: 'failed';
      readonly stack: string;
      readonly cause: FailureCause;
      readonly rolledBack: boolean;
      readonly outputs: StackOutputs;
      /** Stacks that had changed before the one that failed. */
      readonly changed: number;
    };

/**
 * Executes a plan's stacks in order. Each executes the very change set that was planned if it still says the same; one that
 * waited for an earlier stack, or is gone, is planned anew and must say what was approved but for deferred values.
 *
 * @throws UserError PLAN_CHANGED with what differs, before the stack is touched; and what planning and executing throw
 */
export async function executeStacks(options: ExecuteStacksOptions): Promise<StacksResult> {
  const { target, session, plan, onEvent } = options;
  const outputs: Record<string, Readonly<Record<string, string>>> = {};
  const clients = session.clients(target.environment, 'deploy');
  const store = await homeStore(target.environment, clients, session.clock);
  const secrecy = await systemSecrecy(target, plan.baseRelease, { store, logger: session.logger });
  let changed = 0;
  for (const instance of target.instances) {
    const approved = plan.stacks.find(({ stack }) => stack === instance.name);
    if (approved === undefined) throw new Error(`the plan has no stack ${instance.name}`);
    const result = await executeStack(options, instance, approved, { outputs, secrecy });
    const named = { stack: instance.name, stackName: instance.stackName };
    if (result.kind === 'failed') {
      onEvent({ kind: 'stack-finished', ...named, result });
      const { cause, rolledBack } = result;
      return { kind: 'failed', stack: instance.name, cause, rolledBack, outputs, changed };
    }
    outputs[instance.name] = result.outputs;
    if (result.kind === 'no-changes') onEvent({ kind: 'stack-unchanged', ...named });
    else {
      changed += 1;
      onEvent({ kind: 'stack-finished', ...named, result });
    }
  }
  return { kind: 'succeeded', outputs, changed };
}

async function executeStack(
  options: ExecuteStacksOptions,
  instance: StackInstance,
  approved: StackPlan,
  { outputs, secrecy }: { readonly outputs: StackOutputs; readonly secrecy: SystemSecrecy },
): Promise<StackOutcome> {
  const { target, session, onEvent } = options;
  const plain = await session.clients(target.environment, 'deploy').cloudFormation(instance.region);
  const waits = approved.parameters.some(({ deferred }) => deferred !== null);
  if (approved.outcome === 'none' && !waits) return unchanged(plain, instance);

  const given: Given = {
    parameters: planParameters(instance, outputs, new Set(), secrecy.outputs),
    formerSecrets: secrecy.formerSecrets(instance.name),
  };
  const api = await maskedCloudFormation(target, instance, given, plain);
  const changeSet = await changeSetToExecute(options, instance, approved, given, api);
  if (changeSet === null) return unchanged(api, instance);
  const started = approved.outcome === 'create' ? 'create' : 'change';
  onEvent({ kind: 'stack-started', stack: instance.name, stackName: instance.stackName, outcome: started });
  const execute = started === 'create' ? createStackByChangeSet : executeChangeSet;
  return execute({
    api,
    changeSetArn: changeSet.arn,
    stackId: changeSet.stackId,
    clientRequestToken: `${options.attempt}-${instance.name}`,
    clock: session.clock,
    logger: session.logger,
    signal: session.signal,
    onEvent: (event) => {
      onEvent({ kind: 'stack-event', stack: instance.name, event });
    },
    locate: locateFailure(await releasedTemplates(target.release, instance.name)),
  });
}

interface ChangeSet {
  readonly arn: string;
  readonly stackId: string;
}

/** The approved change set itself, or one made anew that says the same; `null` where nothing is left to do. */
async function changeSetToExecute(
  options: ExecuteStacksOptions,
  instance: StackInstance,
  approved: StackPlan,
  given: Given,
  api: CloudFormationApi,
): Promise<ChangeSet | null> {
  const { target, session, plan, attempt, overrides } = options;
  const { clock, logger, signal } = session;
  const common = {
    instance,
    ...given,
    release: target.release,
    artifactBucket: artifactBucket(target.environment.account, instance.region),
    api,
    references: session.clients(target.environment, 'deploy'),
    clock,
    logger,
    signal,
  };
  if (approved.changeSet !== null) {
    const stack = await readStack(api, instance.stackName);
    // A run that was killed has executed it already: executing it again follows that operation. What it said can't be read
    // any more, and no fingerprint covers its ARN, so its name has to tell that it is this release's.
    if (stack?.changeSetId === approved.changeSet && isNamedAfter(target.release.id, approved.changeSet)) {
      return { arn: approved.changeSet, stackId: stack.stackId };
    }
    const now = await readApprovedChangeSet({ ...common, approved });
    if (now.kind === 'different') throw planChanged(plan, now.differences);
    if (now.kind === 'equal' && stack !== null) return { arn: approved.changeSet, stackId: stack.stackId };
    if (now.kind !== 'equal') logger.info(`${instance.stackName}: planned anew. ${now.reason}`);
  }
  await recoverStack({
    api,
    stackName: instance.stackName,
    clientRequestToken: attempt,
    clock,
    logger,
    signal,
  });
  const fresh = await planStack({
    ...common,
    changeSetName: changeSetName({ kind: 'deployment' }, target.release.id, session.commit),
    executionRoleArn: roleArn(target.environment.account, 'execution'),
    absent: 'by-change-set',
  });
  if (fresh.failures.length > 0) throw changeSetFailed(instance, fresh);
  if (fresh.outcome === 'none') return null;
  const verdict = verifyDeferred(approved, fresh);
  if (verdict.kind === 'different') throw planChanged(plan, verdict.differences);
  // What an earlier stack decided could still weaken a protection that the approved plan did not show.
  const { verdict: gated, stops } = gate({ ...plan, stacks: [fresh] }, defaultPolicy, overrides);
  if (gated === 'stop') throw gateStopped({ ...plan, stacks: [fresh] }, stops);
  const made = await readStack(api, instance.stackName);
  if (fresh.changeSet === null || made === null) {
    throw new Error(`${instance.stackName}: CloudFormation made no change set that can be executed`);
  }
  return { arn: fresh.changeSet, stackId: made.stackId };
}

/** Whether the name is one that `changeSetName` gives for a deployment; only the plan and deploy roles can give such names. */
function isNamedAfter(release: string, changeSetArn: string): boolean {
  return (
    changeSetArn
      .split(':')
      .at(-1)
      ?.startsWith(`changeSet/slipway-run-${short(release)}-`) === true
  );
}

/** CloudFormation would not make the change set: every stack of the tree that says why. */
function changeSetFailed(instance: StackInstance, plan: StackPlan): UserError {
  const reasons = plan.failures.map(
    ({ path, reason }) => `   ${path.join('/') || instance.stackName}: ${reason}`,
  );
  return new UserError(
    'CHANGE_SET_FAILED',
    [`CloudFormation can't make the change set of ${instance.stackName}:`, ...reasons].join('\n'),
  );
}

async function unchanged(api: CloudFormationApi, instance: StackInstance): Promise<StackOutcome> {
  const stack = await readStack(api, instance.stackName);
  return { kind: 'no-changes', outputs: stack?.outputs ?? {} };
}
