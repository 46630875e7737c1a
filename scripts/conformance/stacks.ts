import type {
  ChangeSetType,
  DescribeChangeSetOutput,
  ResourceChange,
  Stack,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import { until, type Clients, type Stage } from './world.ts';

export interface ChangeSetRequest {
  readonly type?: ChangeSetType;
  readonly stack: string;
  readonly name: string;
  readonly template: string;
  readonly nested?: boolean;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly roleArn?: string;
  /** As the scenario's own identity unless told otherwise. */
  readonly as?: Clients;
}

/** Makes a change set and waits until it is final, with property values. */
export async function makeChangeSet(
  stage: Stage,
  request: ChangeSetRequest,
): Promise<DescribeChangeSetOutput> {
  const { cloudFormation } = request.as ?? stage.clients;
  const { Id = '' } = await cloudFormation.createChangeSet({
    StackName: request.stack,
    ChangeSetName: request.name,
    ChangeSetType: request.type ?? 'UPDATE',
    TemplateBody: request.template,
    IncludeNestedStacks: request.nested ?? false,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    RoleARN: request.roleArn,
    Tags: [{ Key: 'slipway:conformance', Value: stage.name }],
    Parameters: Object.entries(request.parameters ?? {}).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  });
  return changeSetOf(stage, Id);
}

/** A change set once it is final, with property values. */
export function changeSetOf(stage: Stage, id: string): Promise<DescribeChangeSetOutput> {
  return until(stage, `change set ${id}`, async () => {
    const set = await stage.clients.cloudFormation.describeChangeSet({
      ChangeSetName: id,
      IncludePropertyValues: true,
    });
    return set.Status === 'CREATE_COMPLETE' || set.Status === 'FAILED' ? set : undefined;
  });
}

/** A stack once nothing is under way, by name or ARN. */
export function settled(stage: Stage, stack: string): Promise<Stack> {
  return until(stage, `stack ${stack}`, async () => {
    const { Stacks } = await stage.clients.cloudFormation.describeStacks({ StackName: stack });
    const found = Stacks?.[0];
    return found?.StackStatus?.endsWith('_IN_PROGRESS') === true && found.StackStatus !== 'REVIEW_IN_PROGRESS'
      ? undefined
      : found;
  });
}

/** Executes a change set and waits for the stack. AWS answers before the stack moves, so the change set is what is asked. */
export async function execute(stage: Stage, set: DescribeChangeSetOutput): Promise<Stack> {
  const { cloudFormation } = stage.clients;
  const [ChangeSetName = '', stack = ''] = [set.ChangeSetId, set.StackId];
  await cloudFormation.executeChangeSet({ ChangeSetName, DisableRollback: false });
  await until(stage, `execution of ${ChangeSetName}`, async () => {
    const { ExecutionStatus } = await cloudFormation.describeChangeSet({ ChangeSetName });
    return ExecutionStatus?.startsWith('EXECUTE_') === true && ExecutionStatus !== 'EXECUTE_IN_PROGRESS'
      ? true
      : undefined;
  });
  return settled(stage, stack);
}

/** Creates a stack by a change set, as Slipway does. */
export async function createStack(
  stage: Stage,
  request: Omit<ChangeSetRequest, 'type' | 'name'>,
): Promise<Stack> {
  return execute(stage, await makeChangeSet(stage, { ...request, name: 'create', type: 'CREATE' }));
}

/** Deletes a stack and waits; its last state. */
export async function deleteStack(stage: Stage, id: string): Promise<Stack> {
  await stage.clients.cloudFormation.deleteStack({ StackName: id });
  return settled(stage, id);
}

/** The change of one resource in a change set. */
export function changeOf(set: DescribeChangeSetOutput, logicalId: string): ResourceChange | undefined {
  return set.Changes?.map(({ ResourceChange }) => ResourceChange).find(
    (change) => change?.LogicalResourceId === logicalId,
  );
}

/** The change set of a nested stack, by that of its parent. */
export const childOf = (
  stage: Stage,
  set: DescribeChangeSetOutput,
  logicalId: string,
): Promise<DescribeChangeSetOutput> =>
  changeSetOf(stage, changeOf(set, logicalId)?.ChangeSetId ?? `no change set for ${logicalId}`);

export function changed(set: DescribeChangeSetOutput): readonly string[] {
  return (set.Changes ?? [])
    .map(({ ResourceChange }) => `${ResourceChange?.Action ?? ''} ${ResourceChange?.LogicalResourceId ?? ''}`)
    .sort();
}

/** The nested stack's ARN. */
export async function nestedStack(stage: Stage, stack: string, logicalId: string): Promise<string> {
  const { StackResources } = await stage.clients.cloudFormation.describeStackResources({
    StackName: stack,
    LogicalResourceId: logicalId,
  });
  return StackResources?.[0]?.PhysicalResourceId ?? '';
}

/** Events of a stack, oldest first. */
export async function eventsOf(stage: Stage, stack: string): Promise<readonly StackEvent[]> {
  const events: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const page = await stage.clients.cloudFormation.describeStackEvents({ StackName: stack, NextToken });
    events.push(...(page.StackEvents ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return events.reverse();
}

/** Outputs of a stack by name. */
export function outputsOf(stack: Stack): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}
