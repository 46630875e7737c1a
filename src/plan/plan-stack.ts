import type { Stack } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import type { StackInstance } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { releasedTemplates } from '../release/open-release.ts';
import type { Release } from '../release/release.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { isDeleted, isFailedCreation, isInProgress, isReview, isUpdatable } from '../stacks/stack-status.ts';
import { assembleStackPlan, pseudoParameters, type PlanBasis } from './assemble-stack-plan.ts';
import { changeSetFailures } from './change-set-failures.ts';
import { createChangeSet, templateUrl } from './create-change-set.ts';
import { describeStack, readDeployedTree, type DeployedTree } from './deployed-tree.ts';
import { secretTextsOf } from './mask-texts.ts';
import type { DriftLook } from './drift/plan-drift.ts';
import { stackDrift } from './drift/stack-drift.ts';
import type { PlannedParameter } from './plan-parameters.ts';
import type { StackPlan } from './plan.ts';
import { withReferences } from './plan-references.ts';
import type { ReferenceClients } from './referenced-versions.ts';
import { readChangeSetTree, type ChangeSetNode } from './read-change-set.ts';
import type { FormerSecrets } from './secret-outputs.ts';
import { withoutSecrets, type SecretTexts } from './secret-text.ts';
import { stackInputs } from './stack-inputs.ts';

export interface PlanStackOptions {
  readonly instance: StackInstance;
  /** By name, from `planParameters`; `ArtifactBucket` is fed by Slipway. */
  readonly parameters: Readonly<Record<string, PlannedParameter>>;
  /** Parameters of the deployed stack that were given a secret; left out: what feeds them now tells. */
  readonly formerSecrets?: FormerSecrets;
  readonly release: Release;
  /** The environment's bucket in the stack's region. */
  readonly artifactBucket: string;
  /** Left out by those who only plan. */
  readonly executionRoleArn?: string;
  /** Unique for the stack, at most 123 characters: `slipway-pr-…` or `slipway-run-…`. */
  readonly changeSetName: string;
  readonly api: CloudFormationApi;
  /** Who is asked which version of a secret the stack would take. */
  readonly references: ReferenceClients;
  /** Secrets and parameters of SSM that earlier stacks will still make or change, by name, each with what makes it. */
  readonly makes?: ReadonlyMap<string, string>;
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * How to plan a stack that is not there. `from-template` creates nothing (pull requests, and plans before an approval);
   * `by-change-set` makes the change set of type CREATE that the deployment then executes.
   */
  readonly absent?: 'from-template' | 'by-change-set';
  /** Where the plan is to say which of its changes would overwrite drift. */
  readonly drift?: DriftLook | undefined;
  readonly signal?: AbortSignal;
  /** Between 0 and 1; spreads polling. */
  readonly jitter?: () => number;
}

/**
 * Plans one root stack with all that it nests.
 *
 * A stack that exists gets a change set over the whole tree. One that is absent (or only in review) is planned from its
 * template and parameters, unless `absent` says otherwise. Where a nested change set can't be had because inputs are not
 * known yet, the root's alone is taken and the nested templates are compared: `certainty` is then `partial`. Any other
 * failed change set is in `failures`, with what could be seen.
 *
 * @throws UserError `STACK_BUSY`, `STACK_STUCK`, `STACK_LEFTOVER` for a stack that can't be planned as it is;
 *   `TEMPLATE_REJECTED`, `CHANGE_SET_NAME`, `REFERENCE_UNREADABLE`, and what reading the release throws
 */
export async function planStack(options: PlanStackOptions): Promise<StackPlan> {
  const { instance, api, logger } = options;
  const found = await describeStack(api, instance.stackName);
  const absent = found === null || isAbsentStatus(found.StackStatus ?? '');
  const current = absent ? null : found;
  const basis = await prepare(options, current);
  const warnings = checkState(instance, found, {
    absent: options.absent ?? 'from-template',
    secrets: basis.inputs.secrets,
  });
  if (current === null) {
    const plan = await withLooks(await planAbsent(options, basis), { options, basis, deployed: null });
    return { ...plan, warnings: [...warnings, ...plan.warnings] };
  }
  logger.debug(`${instance.stackName}: making the change set ${options.changeSetName}`);
  return planExisting(options, basis, current);
}

interface Looks {
  readonly options: PlanStackOptions;
  readonly basis: PlanBasis;
  readonly deployed: DeployedTree | null;
}

/** Puts to a plan what neither its change set nor its templates tell. */
async function withLooks(plan: StackPlan, looks: Looks): Promise<StackPlan> {
  return withDrift(await withReferences(plan, { ...looks, ...looks.options }), looks);
}

/** Puts to a plan what it would overwrite that was changed by hand, where that is asked for. */
async function withDrift(plan: StackPlan, { options, basis, deployed }: Looks): Promise<StackPlan> {
  const { drift: look, clock, signal, jitter } = options;
  if (look === undefined) return plan;
  return {
    ...plan,
    drift: await stackDrift(look, { basis, root: plan.root, deployed, clock, signal, jitter }),
  };
}

type BasisOptions = Pick<
  PlanStackOptions,
  'instance' | 'release' | 'parameters' | 'formerSecrets' | 'artifactBucket'
>;

/** Clear texts of this stack, as the release would make it, that must not be printed while it is deployed. */
export async function secretsOf(options: BasisOptions, current: Stack | null): Promise<SecretTexts> {
  return (await prepare(options, current)).inputs.secrets;
}

/** What every reading of this stack stands on: the release's templates and the inputs. */
export async function prepare(options: BasisOptions, current: Stack | null): Promise<PlanBasis> {
  const { instance, release, parameters, formerSecrets, artifactBucket } = options;
  const tree = await releasedTemplates(release, instance.name);
  const released = { tree, sha256: release.manifest.stacks[instance.name]?.template ?? '' };
  const given = stackInputs(
    instance,
    released.tree.template.body,
    parameters,
    artifactBucket,
    current,
    formerSecrets,
  );
  const below = secretTextsOf(released.tree, given.evaluated, pseudoParameters(instance));
  const inputs = { ...given, secrets: [...new Set([...given.secrets, ...below])] };
  return { instance, planned: parameters, released, inputs, current };
}

async function planAbsent(options: PlanStackOptions, basis: PlanBasis): Promise<StackPlan> {
  if (options.absent !== 'by-change-set') {
    return assembleStackPlan(basis, {
      source: { kind: 'new' },
      deployed: null,
      changeSet: null,
      failures: [],
    });
  }
  const { root, failures } = await nestedOrRoot(options, basis, 'CREATE', options.instance.stackName);
  return assembleStackPlan(basis, {
    source: root.state === 'made' ? { kind: 'change-set', node: root } : { kind: 'new' },
    deployed: null,
    changeSet: root,
    failures,
  });
}

async function planExisting(options: PlanStackOptions, basis: PlanBasis, current: Stack): Promise<StackPlan> {
  const stackId = current.StackId ?? options.instance.stackName;
  const result = await nestedOrRoot(options, basis, 'UPDATE', stackId).catch((error: unknown) => {
    // A stand-in for an output that does not exist yet may not pass as, say, a subnet id.
    if (basis.inputs.standIns.length > 0 && error instanceof UserError && error.code === 'TEMPLATE_REJECTED')
      return null;
    throw error;
  });
  const root = result?.root ?? null;
  if (root?.state === 'empty') {
    const unchanged = assembleStackPlan(basis, {
      source: { kind: 'unchanged' },
      deployed: null,
      changeSet: null,
      failures: [],
    });
    return withLooks(unchanged, { options, basis, deployed: null });
  }
  const deployed = await readDeployedTree(options.api, stackId, current);
  const isReadable =
    root !== null && (root.state === 'made' || root.changes.length > 0 || root.children.size > 0);
  const plan = assembleStackPlan(basis, {
    source: isReadable ? { kind: 'change-set', node: root } : { kind: 'unseen' },
    deployed,
    changeSet: root,
    failures: result?.failures ?? [],
  });
  return withLooks(plan, { options, basis, deployed });
}

interface ReadSet {
  readonly root: ChangeSetNode;
  readonly failures: StackPlan['failures'];
}

/** The change set of the whole tree; of the root alone where the nested ones can't be had. */
async function nestedOrRoot(
  options: PlanStackOptions,
  basis: PlanBasis,
  type: 'CREATE' | 'UPDATE',
  stack: string,
): Promise<ReadSet> {
  const { logger, instance } = options;
  const { tree } = basis.released;
  const { secrets } = basis.inputs;
  const nested = await makeAndRead(options, basis, {
    type,
    stack,
    scope: 'nested',
    name: options.changeSetName,
  });
  if (nested.state !== 'failed' && nested.state !== 'gone') return { root: nested, failures: [] };
  const failed = changeSetFailures(nested, tree, secrets);
  const failures = failed.map(({ failure }) => failure);
  // What is wrong by itself must be mended whatever the root's own change set says, and the nested ones tell more.
  if (!failed.every(({ forUnresolvedInputs }) => forUnresolvedInputs)) return { root: nested, failures };
  const reason = failures[0]?.reason ?? 'no reason is given';
  logger.warn(
    `${instance.stackName}: no nested change set (${reason}); the root's is taken, nested templates are compared`,
  );
  const name = `${options.changeSetName.slice(0, 123)}-root`;
  const root = await makeAndRead(options, basis, { type, stack, scope: 'root', name });
  if (root.state === 'made' || root.state === 'empty') return { root, failures: [] };
  const ofRoot = changeSetFailures(root, tree, secrets).map(({ failure }) => failure);
  return { root: nested, failures: [...failures, ...ofRoot] };
}

async function makeAndRead(
  options: PlanStackOptions,
  basis: PlanBasis,
  wanted: {
    readonly type: 'CREATE' | 'UPDATE';
    readonly stack: string;
    readonly scope: 'nested' | 'root';
    readonly name: string;
  },
): Promise<ChangeSetNode> {
  const { instance, api, clock, signal, jitter } = options;
  const { arn } = await createChangeSet({
    ...wanted,
    api,
    templateUrl: templateUrl(options.artifactBucket, instance.region, basis.released.sha256),
    parameters: basis.inputs.texts,
    secrets: basis.inputs.secrets,
    tags: instance.tags,
    executionRoleArn: options.executionRoleArn,
    description: `Slipway release ${options.release.id}`,
  });
  return readChangeSetTree(arn, { api, clock, signal, ...(jitter && { jitter }) });
}

function isAbsentStatus(status: string): boolean {
  return isReview(status) || isDeleted(status) || isFailedCreation(status);
}

/** Warnings for a state that the deployment mends by itself; an error for one that it must not touch. */
function checkState(
  instance: StackInstance,
  found: Stack | null,
  { absent, secrets }: { readonly absent: 'from-template' | 'by-change-set'; readonly secrets: SecretTexts },
): readonly string[] {
  const status = found?.StackStatus ?? 'DELETE_COMPLETE';
  const { stackName } = instance;
  if (isUpdatable(status) || isReview(status) || isDeleted(status)) return [];
  if (isFailedCreation(status)) {
    const what = `${stackName} is left over from a first creation that failed (${status})`;
    if (absent === 'from-template') return [`${what}; the deployment deletes it and creates it anew.`];
    throw new UserError('STACK_LEFTOVER', `${what}; it must be deleted before it can be created`, {
      next: `aws cloudformation delete-stack --stack-name ${stackName} --region ${instance.region}`,
    });
  }
  const why =
    found?.StackStatusReason === undefined
      ? ''
      : `; CloudFormation says: ${withoutSecrets(found.StackStatusReason, secrets)}`;
  if (isInProgress(status)) {
    throw new UserError('STACK_BUSY', `${stackName} can't be planned while it is ${status}${why}`, {
      next: 'Wait until the operation under way has ended, then plan again',
    });
  }
  throw new UserError('STACK_STUCK', `${stackName} can't be planned: it is ${status}${why}`, {
    next:
      status === 'UPDATE_ROLLBACK_FAILED'
        ? `aws cloudformation continue-update-rollback --stack-name ${stackName} --region ${instance.region}`
        : `aws cloudformation describe-stack-events --stack-name ${stackName} --region ${instance.region}`,
  });
}
