import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type { ExecuteApi } from '../../../../src/stacks/execute-change-set.ts';
import type { RecoverApi } from '../../../../src/stacks/recover-stack.ts';
import type { Clock } from '../../../../src/runtime/clock.ts';
import { apiEvent, apiResource, apiStack, fault, page } from './answers.ts';
import {
  nestedType,
  typeOf,
  type ChangeSetRecord,
  type FakeResource,
  type FakeTemplate,
  type StackRecord,
} from './model.ts';
import { Deployment, type World } from './operation.ts';
import { Timeline } from './timeline.ts';
import { cleanUp, deleteStack, rollBackUpdate, summary } from './undo.ts';

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
  readonly #stacks: StackRecord[] = [];
  readonly #changeSets: ChangeSetRecord[] = [];
  readonly #faults: { operation: string; error: Error }[] = [];
  readonly #deployments = new Map<StackRecord, Deployment>();
  readonly #hidden = new Set<string>();
  #serial = 0;

  constructor(options: FakeStacksOptions) {
    this.#clock = options.clock;
    this.#timeline = new Timeline(options.clock.now());
    this.#pageSize = options.pageSize ?? 100;
    this.#lag = options.lag ?? 0;
  }

  /** A stack that stands, with its nested stacks; returns its ARN. */
  deployed(name: string, template: FakeTemplate, status = 'CREATE_COMPLETE'): string {
    const stack = this.#newStack(name, null);
    this.#world().emitSelf(stack, 'CREATE_IN_PROGRESS');
    this.#fill(stack, template);
    this.#world().emitSelf(stack, 'CREATE_COMPLETE');
    if (status !== 'CREATE_COMPLETE') this.#world().emitSelf(stack, status);
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
    const existing = this.#byName(stackName);
    const stack = existing ?? this.#newStack(stackName, null);
    if (!existing) this.#world().emitSelf(stack, 'REVIEW_IN_PROGRESS', 'User Initiated');
    const id = `arn:aws:cloudformation:eu-west-1:111111111111:changeSet/${name}/${this.#next()}`;
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
    const entry = this.#stacks.find(({ name }) => name === stackName)?.resources.get(logicalId);
    if (!entry) throw new Error(`no ${logicalId} in ${stackName}`);
    entry.resource = Object.fromEntries(
      Object.entries(entry.resource).filter(([field]) => field !== 'rollbackFails'),
    );
  }

  /** Parents' events and resources never name this nested stack's ARN, as ministack leaves it out. */
  hideArnOf(logicalId: string): void {
    this.#hidden.add(logicalId);
  }

  /** A deleted or forgotten stack: nothing of it can be read any more (after 90 days). */
  forget(stackId: string): void {
    this.#advance();
    const index = this.#stacks.findIndex(({ id }) => id === stackId);
    if (index >= 0) this.#stacks.splice(index, 1);
  }

  statusOf(stackName: string): string | undefined {
    this.#advance();
    return this.#stacks.findLast(({ name }) => name === stackName)?.status;
  }

  childArn(stackName: string, logicalId: string): string {
    this.#advance();
    return this.#byName(stackName)?.resources.get(logicalId)?.physicalId ?? '';
  }

  async describeStacks(
    input: CloudFormation.DescribeStacksCommandInput,
  ): Promise<CloudFormation.DescribeStacksCommandOutput> {
    await this.#begin('describeStacks', input);
    if (input.StackName === undefined) {
      const live = this.#stacks.filter(({ status }) => status !== 'DELETE_COMPLETE').map(apiStack);
      const { items, next } = page(live, input.NextToken, this.#pageSize);
      return { ...metadata, Stacks: items, ...(next === undefined ? {} : { NextToken: next }) };
    }
    return { ...metadata, Stacks: [apiStack(this.#find(input.StackName))] };
  }

  async describeStackEvents(
    input: CloudFormation.DescribeStackEventsCommandInput,
  ): Promise<CloudFormation.DescribeStackEventsCommandOutput> {
    await this.#begin('describeStackEvents', input);
    const newestFirst = [...this.#find(input.StackName).events].reverse().map(apiEvent);
    const { items, next } = page(newestFirst, input.NextToken, this.#pageSize);
    return { ...metadata, StackEvents: items, ...(next === undefined ? {} : { NextToken: next }) };
  }

  async describeStackResources(
    input: CloudFormation.DescribeStackResourcesCommandInput,
  ): Promise<CloudFormation.DescribeStackResourcesCommandOutput> {
    await this.#begin('describeStackResources', input);
    const entries = [...this.#find(input.StackName).resources].filter(
      ([id]) =>
        !this.#hidden.has(id) && (input.LogicalResourceId === undefined || id === input.LogicalResourceId),
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
    const all = [...this.#find(input.StackName).resources].map(apiResource);
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
    const stack = this.#find(input.StackName);
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
    const world = this.#world(input.ClientRequestToken, input.RetainExceptOnCreate ?? false);
    this.#timeline.after(this.#lag, () => {
      stack.changeSetId = set.id;
      const deployment = new Deployment(world, stack, set.template, set.type, (failure) => {
        if (failure === null) this.#succeed(world, deployment, set);
        else this.#fail(world, deployment, set, failure, keeps);
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
    const stack = this.#find(input.StackName);
    deleteStack(this.#world(input.ClientRequestToken), stack, { honourRetain: true }, () => undefined);
    return { ...metadata };
  }

  async continueUpdateRollback(
    input: CloudFormation.ContinueUpdateRollbackCommandInput,
  ): Promise<CloudFormation.ContinueUpdateRollbackCommandOutput> {
    await this.#begin('continueUpdateRollback', input);
    const stack = this.#find(input.StackName);
    const deployment = this.#deployments.get(stack);
    if (stack.status !== 'UPDATE_ROLLBACK_FAILED' || !deployment) {
      throw fault(
        'ValidationError',
        `Stack:${stack.id} is in ${stack.status} state and can not continue rollback`,
      );
    }
    const skip = new Set(input.ResourcesToSkip ?? []);
    rollBackUpdate(
      this.#world(input.ClientRequestToken),
      deployment,
      skip,
      () => undefined,
      'User Initiated',
    );
    return { ...metadata };
  }

  #succeed(world: World, deployment: Deployment, set: ChangeSetRecord): void {
    const { stack } = deployment;
    stack.outputs = set.template.outputs ?? {};
    const finish = (): void => {
      set.executionStatus = 'EXECUTE_COMPLETE';
    };
    if (deployment.verb === 'CREATE') {
      world.emitSelf(stack, 'CREATE_COMPLETE');
      finish();
      return;
    }
    world.emitSelf(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    cleanUp(world, deployment, finish);
  }

  #fail(world: World, deployment: Deployment, set: ChangeSetRecord, failure: string, keeps: boolean): void {
    const { stack, verb } = deployment;
    set.executionStatus = 'EXECUTE_FAILED';
    if (keeps) {
      world.emitSelf(stack, `${verb}_FAILED`, failure);
    } else if (verb === 'UPDATE') {
      rollBackUpdate(world, deployment, new Set(), () => undefined, failure);
    } else if (set.onStackFailure === 'DELETE') {
      world.emitSelf(stack, 'CREATE_FAILED', failure);
      this.#timeline.after(300, () => {
        deleteStack(world, stack, { honourRetain: !world.retainExceptOnCreate }, () => undefined);
      });
    } else {
      this.#rollBackCreation(world, stack, failure);
    }
  }

  #rollBackCreation(world: World, stack: StackRecord, failure: string): void {
    world.emitSelf(stack, 'ROLLBACK_IN_PROGRESS', `${failure}Rollback requested by user.`);
    const options = { honourRetain: !world.retainExceptOnCreate };
    deleteStack(
      {
        ...world,
        emitSelf: (which, status, reason) => {
          if (which !== stack) world.emitSelf(which, status, reason);
        },
      },
      stack,
      options,
      (failures) => {
        if (failures.length === 0) world.emitSelf(stack, 'ROLLBACK_COMPLETE');
        else world.emitSelf(stack, 'ROLLBACK_FAILED', summary('delete', failures));
      },
    );
  }

  #fill(stack: StackRecord, template: FakeTemplate): void {
    stack.template = template;
    stack.outputs = template.outputs ?? {};
    const world = this.#world();
    for (const [id, resource] of Object.entries<FakeResource>(template.resources)) {
      const child = resource.stack ? world.createChild(stack, id) : null;
      if (child && resource.stack) {
        world.emitSelf(child, 'CREATE_IN_PROGRESS');
        this.#fill(child, resource.stack);
        world.emitSelf(child, 'CREATE_COMPLETE');
      }
      const physicalId = child?.id ?? world.physicalId(stack, id);
      stack.resources.set(id, {
        type: typeOf(resource),
        physicalId,
        status: 'CREATE_COMPLETE',
        resource,
        child,
      });
      world.emit(stack, id, 'CREATE_COMPLETE', { type: typeOf(resource), physicalId });
    }
  }

  #world(token?: string, retainExceptOnCreate = false): World {
    return {
      timeline: this.#timeline,
      token,
      retainExceptOnCreate,
      emit: (stack, logicalId, status, details = {}) => {
        stack.events.push({
          id: `${logicalId}-${status}-${this.#next()}`,
          time: this.#timeline.now,
          stackId: stack.id,
          stackName: stack.name,
          logicalId,
          physicalId: this.#hidden.has(logicalId) ? undefined : details.physicalId,
          type: details.type ?? nestedType,
          status,
          reason: details.reason,
          token,
          hook: details.hook && { ...details.hook, status: 'HOOK_COMPLETE_FAILED' },
        });
      },
      emitSelf: (stack, status, reason) => {
        stack.status = status;
        stack.reason = reason;
        this.#world(token).emit(stack, stack.name, status, {
          physicalId: stack.id,
          ...(reason === undefined ? {} : { reason }),
        });
      },
      createChild: (parent, logicalId) =>
        this.#newStack(`${parent.name}-${logicalId}-${this.#next().toUpperCase()}`, parent),
      physicalId: (stack, logicalId) => `${stack.name}-${logicalId}-${this.#next()}`.toLowerCase(),
    };
  }

  #newStack(name: string, parent: StackRecord | null): StackRecord {
    const stack: StackRecord = {
      id: `arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/${this.#next()}`,
      name,
      parent,
      status: '',
      reason: undefined,
      template: { resources: {} },
      resources: new Map(),
      outputs: {},
      changeSetId: undefined,
      events: [],
    };
    this.#stacks.push(stack);
    return stack;
  }

  #byName(name: string): StackRecord | undefined {
    return this.#stacks.findLast((stack) => stack.name === name && stack.status !== 'DELETE_COMPLETE');
  }

  #find(nameOrArn: string | undefined): StackRecord {
    const stack = this.#stacks.find(({ id }) => id === nameOrArn) ?? this.#byName(nameOrArn ?? '');
    if (!stack) throw fault('ValidationError', `Stack with id ${nameOrArn ?? ''} does not exist`);
    return stack;
  }

  #changeSet(arn: string | undefined): ChangeSetRecord {
    const set = this.#changeSets.find(({ id }) => id === arn);
    if (!set) throw fault('ChangeSetNotFoundException', `ChangeSet [${arn ?? ''}] does not exist`);
    return set;
  }

  #next(): string {
    this.#serial += 1;
    return `x${this.#serial.toString(36)}`;
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
