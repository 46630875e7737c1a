import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type { ExecuteApi } from '../../../../src/stacks/execute-change-set.ts';
import type { RecoverApi } from '../../../../src/stacks/recover-stack.ts';
import type { Clock } from '../../../../src/runtime/clock.ts';
import { apiEvent, apiResource, apiStack, fault, page } from './answers.ts';
import type { ChangeSetRecord, FakeTemplate, StackRecord } from './model.ts';
import { Deployment } from './operation.ts';
import { Region } from './region.ts';
import { fail, succeed } from './settle.ts';
import { Timeline } from './timeline.ts';
import { deleteStack, rollBackUpdate } from './undo.ts';

export interface FakeStacksOptions {
  readonly clock: Clock;
  /** Events a page at most; 100 as in CloudFormation. */
  readonly pageSize?: number;
  /** Milliseconds until a stack moves after ExecuteChangeSet has answered. */
  readonly lag?: number;
}

const metadata = { $metadata: {} } as const;

/** A stateful stand-in for CloudFormation's execution and events; its rules and their sources are in README.md beside it. */
export class FakeStacks implements ExecuteApi, RecoverApi {
  readonly calls: Record<string, number> = {};
  readonly requests: { readonly operation: string; readonly input: unknown }[] = [];
  readonly #clock: Clock;
  readonly #timeline: Timeline;
  readonly #pageSize: number;
  readonly #lag: number;
  readonly #region: Region;
  readonly #changeSets: ChangeSetRecord[] = [];
  readonly #faults: { operation: string; error: Error }[] = [];
  readonly #deployments = new Map<StackRecord, Deployment>();

  constructor(options: FakeStacksOptions) {
    this.#clock = options.clock;
    this.#timeline = new Timeline(options.clock.now());
    this.#region = new Region(this.#timeline);
    this.#pageSize = options.pageSize ?? 100;
    this.#lag = options.lag ?? 0;
  }

  /** A stack that stands, with its nested stacks; returns its ARN. */
  deployed(name: string, template: FakeTemplate, status = 'CREATE_COMPLETE'): string {
    const stack = this.#region.stands(name, template, status);
    this.#timeline.advanceTo(this.#timeline.now + 1);
    return stack.id;
  }

  /** A change set as `src/plan` makes it; of type CREATE it makes the stack in REVIEW_IN_PROGRESS. Returns its ARN and the stack's. */
  changeSet(
    name: string,
    stackName: string,
    template: FakeTemplate,
    options: Partial<Pick<ChangeSetRecord, 'onStackFailure' | 'executionStatus' | 'status'>> = {},
  ): { readonly changeSetArn: string; readonly stackId: string } {
    this.#advance();
    const existing = this.#region.named(stackName);
    const stack = existing ?? this.#region.add(stackName, null);
    if (!existing) this.#region.world().emitSelf(stack, 'REVIEW_IN_PROGRESS', 'User Initiated');
    const id = `arn:aws:cloudformation:eu-west-1:111111111111:changeSet/${name}/${this.#region.serial()}`;
    this.#changeSets.push({
      id,
      name,
      stack,
      template,
      type: stack.status === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE',
      onStackFailure: options.onStackFailure,
      status: options.status ?? 'CREATE_COMPLETE',
      executionStatus: options.executionStatus ?? 'AVAILABLE',
      token: undefined,
    });
    return { changeSetArn: id, stackId: stack.id };
  }

  /** The next `times` calls of an operation fail before they do anything. */
  failNext(operation: string, error: Error, times = 1): void {
    for (let each = 0; each < times; each++) this.#faults.push({ operation, error });
  }

  /** What kept a resource from being put back is mended. */
  mend(stackName: string, logicalId: string): void {
    const entry = this.#region.stacks.find(({ name }) => name === stackName)?.resources.get(logicalId);
    if (!entry) throw new Error(`no ${logicalId} in ${stackName}`);
    entry.resource = Object.fromEntries(
      Object.entries(entry.resource).filter(([field]) => field !== 'rollbackFails'),
    );
  }

  /** Parents' events and resources never name this nested stack's ARN, as the local AWS leaves it out. */
  hideArnOf(logicalId: string): void {
    this.#region.hidden.add(logicalId);
  }

  /** A deleted or forgotten stack: nothing of it can be read any more (after 90 days). */
  forget(stackId: string): void {
    this.#advance();
    const index = this.#region.stacks.findIndex(({ id }) => id === stackId);
    if (index >= 0) this.#region.stacks.splice(index, 1);
  }

  statusOf(stackName: string): string | undefined {
    this.#advance();
    return this.#region.stacks.findLast(({ name }) => name === stackName)?.status;
  }

  childArn(stackName: string, logicalId: string): string {
    this.#advance();
    return this.#region.named(stackName)?.resources.get(logicalId)?.physicalId ?? '';
  }

  async describeStacks(
    input: CloudFormation.DescribeStacksCommandInput,
  ): Promise<CloudFormation.DescribeStacksCommandOutput> {
    await this.#begin('describeStacks', input);
    if (input.StackName === undefined) {
      const live = this.#region.stacks.filter(({ status }) => status !== 'DELETE_COMPLETE').map(apiStack);
      const { items, next } = page(live, input.NextToken, this.#pageSize);
      return { ...metadata, Stacks: items, ...(next === undefined ? {} : { NextToken: next }) };
    }
    return { ...metadata, Stacks: [apiStack(this.#region.find(input.StackName))] };
  }

  async describeStackEvents(
    input: CloudFormation.DescribeStackEventsCommandInput,
  ): Promise<CloudFormation.DescribeStackEventsCommandOutput> {
    await this.#begin('describeStackEvents', input);
    const newestFirst = [...this.#region.find(input.StackName).events].reverse().map(apiEvent);
    const { items, next } = page(newestFirst, input.NextToken, this.#pageSize);
    return { ...metadata, StackEvents: items, ...(next === undefined ? {} : { NextToken: next }) };
  }

  async describeStackResources(
    input: CloudFormation.DescribeStackResourcesCommandInput,
  ): Promise<CloudFormation.DescribeStackResourcesCommandOutput> {
    await this.#begin('describeStackResources', input);
    const entries = [...this.#region.find(input.StackName).resources].filter(
      ([id]) =>
        !this.#region.hidden.has(id) &&
        (input.LogicalResourceId === undefined || id === input.LogicalResourceId),
    );
    if (entries.length === 0 && input.LogicalResourceId !== undefined) {
      throw fault(
        'ValidationError',
        `Resource ${input.LogicalResourceId} does not exist for stack ${input.StackName ?? ''}`,
      );
    }
    return { ...metadata, StackResources: entries.map(apiResource) };
  }

  async listStackResources(
    input: CloudFormation.ListStackResourcesCommandInput,
  ): Promise<CloudFormation.ListStackResourcesCommandOutput> {
    await this.#begin('listStackResources', input);
    const all = [...this.#region.find(input.StackName).resources].map(apiResource);
    const { items, next } = page(all, input.NextToken, this.#pageSize);
    return {
      ...metadata,
      StackResourceSummaries: items.map(({ Timestamp, ...rest }) => ({
        ...rest,
        LastUpdatedTimestamp: Timestamp,
      })),
      ...(next === undefined ? {} : { NextToken: next }),
    };
  }

  async describeChangeSet(
    input: CloudFormation.DescribeChangeSetCommandInput,
  ): Promise<CloudFormation.DescribeChangeSetCommandOutput> {
    await this.#begin('describeChangeSet', input);
    const set = this.#changeSet(input.ChangeSetName);
    return {
      ...metadata,
      ChangeSetId: set.id,
      ChangeSetName: set.name,
      StackId: set.stack.id,
      StackName: set.stack.name,
      Status: set.status,
      ExecutionStatus: set.executionStatus as CloudFormation.ExecutionStatus,
      ...(set.onStackFailure === undefined ? {} : { OnStackFailure: set.onStackFailure }),
    };
  }

  async listChangeSets(
    input: CloudFormation.ListChangeSetsCommandInput,
  ): Promise<CloudFormation.ListChangeSetsCommandOutput> {
    await this.#begin('listChangeSets', input);
    const stack = this.#region.find(input.StackName);
    return {
      ...metadata,
      Summaries: this.#changeSets
        .filter((set) => set.stack === stack)
        .map(({ id, name, status }) => ({ ChangeSetId: id, ChangeSetName: name, Status: status })),
    };
  }

  async executeChangeSet(
    input: CloudFormation.ExecuteChangeSetCommandInput,
  ): Promise<CloudFormation.ExecuteChangeSetCommandOutput> {
    await this.#begin('executeChangeSet', input);
    const set = this.#changeSet(input.ChangeSetName);
    const { stack, onStackFailure } = set;
    if (set.executionStatus !== 'AVAILABLE') {
      throw fault('InvalidChangeSetStatusException', `ChangeSet [${set.id}] is in ${set.executionStatus}`);
    }
    if (input.DisableRollback !== undefined && onStackFailure !== undefined) {
      throw fault('ValidationError', 'You cannot specify DisableRollback with OnStackFailure');
    }
    const keeps =
      onStackFailure === undefined ? (input.DisableRollback ?? true) : onStackFailure === 'DO_NOTHING';
    set.executionStatus = 'EXECUTE_IN_PROGRESS';
    for (const other of this.#changeSets.filter((each) => each.stack === stack && each !== set)) {
      this.#changeSets.splice(this.#changeSets.indexOf(other), 1);
    }
    const world = this.#region.world(input.ClientRequestToken, input.RetainExceptOnCreate ?? false);
    this.#timeline.after(this.#lag, () => {
      stack.changeSetId = set.id;
      const deployment = new Deployment(world, stack, set.template, set.type, (failure) => {
        if (failure === null) succeed(world, deployment, set);
        else fail(world, deployment, set, { reason: failure, keeps });
      });
      this.#deployments.set(stack, deployment);
      deployment.start('User Initiated');
    });
    this.#timeline.advanceTo(this.#timeline.now);
    return { ...metadata };
  }

  async deleteStack(
    input: CloudFormation.DeleteStackCommandInput,
  ): Promise<CloudFormation.DeleteStackCommandOutput> {
    await this.#begin('deleteStack', input);
    const stack = this.#region.find(input.StackName);
    deleteStack(this.#region.world(input.ClientRequestToken), stack, { honourRetain: true }, () => undefined);
    return { ...metadata };
  }

  async continueUpdateRollback(
    input: CloudFormation.ContinueUpdateRollbackCommandInput,
  ): Promise<CloudFormation.ContinueUpdateRollbackCommandOutput> {
    await this.#begin('continueUpdateRollback', input);
    const stack = this.#region.find(input.StackName);
    const deployment = this.#deployments.get(stack);
    if (stack.status !== 'UPDATE_ROLLBACK_FAILED' || !deployment) {
      throw fault(
        'ValidationError',
        `Stack:${stack.id} is in ${stack.status} state and can not continue rollback`,
      );
    }
    const skip = new Set(input.ResourcesToSkip ?? []);
    rollBackUpdate(
      this.#region.world(input.ClientRequestToken),
      deployment,
      skip,
      () => undefined,
      'User Initiated',
    );
    return { ...metadata };
  }

  #changeSet(arn: string | undefined): ChangeSetRecord {
    const set = this.#changeSets.find(({ id }) => id === arn);
    if (!set) throw fault('ChangeSetNotFoundException', `ChangeSet [${arn ?? ''}] does not exist`);
    return set;
  }

  #advance(): void {
    this.#timeline.advanceTo(this.#clock.now());
  }

  async #begin(operation: string, input: unknown): Promise<void> {
    await Promise.resolve();
    this.#advance();
    this.calls[operation] = (this.calls[operation] ?? 0) + 1;
    this.requests.push({ operation, input });
    const index = this.#faults.findIndex((each) => each.operation === operation);
    const found = index < 0 ? undefined : this.#faults.splice(index, 1)[0];
    if (found) throw found.error;
  }
}
