import type { Stack } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import { describeStack } from '../plan/deployed-tree.ts';
import { readChangeSetTree, type ChangeSetNode } from '../plan/read-change-set.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256, short } from '../runtime/sha256.ts';
import { recoverStack } from '../stacks/recover-stack.ts';
import type { BootstrapTemplate, ParameterChange, RegionChange, ResourceChangeLine } from './bootstrap.ts';

/** CloudFormation User Guide, "CloudFormation quotas": a template in a request; there is no bucket yet to read it from. */
const mostBytes = 51_200;

export interface PlanRegionOptions {
  readonly api: CloudFormationApi;
  readonly template: BootstrapTemplate;
  /** From the parameters of the stack as it stands, `null` where there is none; asked after a bad state was recovered. */
  readonly parameters: (
    deployed: Readonly<Record<string, string>> | null,
  ) => Promise<Readonly<Record<string, string>>>;
  readonly region: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a change set of one of the bootstrap's stacks in one region and reads it; a stack in a bad state is recovered before.
 * @throws UserError BOOTSTRAP_TEMPLATE_SIZE, BOOTSTRAP_HOME_MOVED, BOOTSTRAP_REFUSED (CloudFormation does not take the
 *   template or the parameters); STACK_STUCK, STACK_HOLDS_RETAINED and what `recoverStack` throws
 */
export async function planRegion(options: PlanRegionOptions): Promise<RegionChange> {
  const { api, template, region, clock, logger, signal } = options;
  const stackName = template.stack;
  const size = Buffer.byteLength(template.text);
  if (size > mostBytes) {
    throw new UserError(
      'BOOTSTRAP_TEMPLATE_SIZE',
      `${template.file} has ${size} bytes; inline, CloudFormation takes at most ${mostBytes}`,
    );
  }
  const name = `${stackName}-${short(sha256(template.text))}-${clock.now().toString(36)}`;
  const recovered = await recoverStack({
    api,
    stackName,
    clientRequestToken: name,
    clock,
    logger,
    signal,
  });
  const stack = recovered.kind === 'ready' ? await describeStack(api, recovered.stackId) : null;
  const before = stack === null ? null : parametersOf(stack);
  const parameters = await options.parameters(before);
  refuseMovedHome(before, parameters, region);

  const { Id: changeSetArn = '', StackId: stackId = '' } = await api
    .createChangeSet({
      StackName: stack?.StackId ?? stackName,
      ChangeSetName: name,
      ChangeSetType: stack === null ? 'CREATE' : 'UPDATE',
      TemplateBody: template.text,
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      ClientToken: name,
      Description: 'slipway bootstrap',
    })
    .catch((error: unknown) => {
      throw isValidation(error) ? refused(stackName, region, error.message, error) : error;
    });
  const node = await readChangeSetTree(changeSetArn, { api, clock, signal });
  const kind = stack === null ? 'create' : 'update';
  const change: RegionChange = {
    kind,
    changeSetArn,
    stackId,
    madeStack: recovered.kind === 'absent',
    resources: resourcesOf(node),
    parameters: differences(before, parameters),
  };
  if (node.state === 'made') return change;
  // CloudFormation keeps change sets that have failed
  await discardChange(api, change);
  if (node.state === 'empty') return { kind: 'no-changes' };
  throw refused(stackName, region, node.reason ?? 'it gives no reason');
}

/** Removes what planning made, where the plan is not carried out. */
export async function discardChange(api: CloudFormationApi, change: RegionChange): Promise<void> {
  if (change.kind === 'no-changes') return;
  await api.deleteChangeSet({ ChangeSetName: change.changeSetArn });
  if (change.madeStack) await api.deleteStack({ StackName: change.stackId });
}

function refuseMovedHome(
  before: Readonly<Record<string, string>> | null,
  after: Readonly<Record<string, string>>,
  region: string,
): void {
  const was = before?.['IsHomeRegion'];
  if (was === undefined || was === after['IsHomeRegion']) return;
  const [is, wanted] = was === 'true' ? ['the home region', 'not'] : ['not the home region', 'it'];
  throw new UserError(
    'BOOTSTRAP_HOME_MOVED',
    `${region} is ${is} of this account, and the parameter files say that it should be ${wanted}: roles and ledger would be removed and made elsewhere`,
    { next: 'put regions.home back, or delete the bootstrap’s stacks in both regions first' },
  );
}

function parametersOf({ Parameters = [] }: Stack): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
  );
}

function differences(
  before: Readonly<Record<string, string>> | null,
  after: Readonly<Record<string, string>>,
): readonly ParameterChange[] {
  return Object.entries(after).flatMap(([name, value]) => {
    const was = before?.[name] ?? null;
    return was === value ? [] : [{ name, before: was, after: value }];
  });
}

function resourcesOf({ changes }: ChangeSetNode): readonly ResourceChangeLine[] {
  return changes.map(({ Action, LogicalResourceId, ResourceType, Replacement }) => ({
    action: Action ?? '',
    logicalId: LogicalResourceId ?? '',
    type: ResourceType ?? '',
    replacement: Replacement ?? null,
  }));
}

function isValidation(error: unknown): error is Error {
  return error instanceof Error && /^(?:ValidationError|InsufficientCapabilities)/.test(error.name);
}

function refused(stackName: string, region: string, reason: string, cause?: unknown): UserError {
  return new UserError('BOOTSTRAP_REFUSED', `CloudFormation refuses ${stackName} in ${region}: ${reason}`, {
    cause,
  });
}
