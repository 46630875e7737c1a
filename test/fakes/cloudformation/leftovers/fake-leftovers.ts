import type * as Sdk from '@aws-sdk/client-cloudformation';
import type { CleanupApi } from '../../../../src/cleanup/cleanup.ts';
import { fault, page } from '../stacks/answers.ts';

interface KeptStack {
  readonly id: string;
  readonly name: string;
  status: string;
  reason: string | undefined;
  readonly createdAt: Date;
  readonly tags: Readonly<Record<string, string>>;
  readonly rootId: string | undefined;
  resources: readonly string[];
}

interface KeptChangeSet {
  readonly arn: string;
  readonly name: string;
  readonly stack: KeptStack;
  readonly rootArn: string | undefined;
  readonly description: string | undefined;
  status: string;
  executionStatus: string;
  readonly createdAt: Date;
  /** Descriptions until it is gone. */
  polls: number;
}

const done = { $metadata: {} } as const;

/** CloudFormation of one region with what was left there; its rules and their sources are in README.md beside it. */
export class FakeLeftovers implements CleanupApi {
  /** Descriptions that a deletion takes. */
  polls = 2;
  pageSize = 100;
  /** Change sets, by name, whose deletion ends as DELETE_FAILED. */
  readonly stubborn = new Set<string>();
  /** Called before each call is answered; what it throws, the call throws. */
  before: (operation: string) => void = () => undefined;
  readonly calls: string[] = [];
  readonly #stacks: KeptStack[] = [];
  readonly #sets: KeptChangeSet[] = [];
  #made = 0;

  stack(
    name: string,
    more: {
      readonly status?: string;
      readonly createdAt: number;
      readonly tags?: Readonly<Record<string, string>>;
      readonly root?: string;
      readonly resources?: readonly string[];
    },
  ): string {
    const id = `arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/${++this.#made}`;
    this.#stacks.push({
      id,
      name,
      status: more.status ?? 'UPDATE_COMPLETE',
      reason: undefined,
      createdAt: new Date(more.createdAt),
      tags: more.tags ?? {},
      rootId: more.root,
      resources: more.resources ?? (more.status === 'REVIEW_IN_PROGRESS' ? [] : ['Topic']),
    });
    return id;
  }

  /** Returns its ARN. */
  changeSet(
    name: string,
    stack: string,
    more: {
      readonly createdAt: number;
      readonly status?: string;
      readonly executionStatus?: string;
      readonly root?: string;
      readonly description?: string;
    },
  ): string {
    const arn = `arn:aws:cloudformation:eu-west-1:111111111111:changeSet/${name}/${++this.#made}`;
    const { status = 'CREATE_COMPLETE' } = more;
    this.#sets.push({
      arn,
      name,
      stack: this.#find(stack),
      rootArn: more.root,
      description: more.description,
      status,
      executionStatus:
        more.executionStatus ??
        (status === 'CREATE_COMPLETE' && more.root === undefined ? 'AVAILABLE' : 'UNAVAILABLE'),
      createdAt: new Date(more.createdAt),
      polls: 0,
    });
    return arn;
  }

  /** Names of what is there: change sets, then stacks. */
  left(): { readonly changeSets: readonly string[]; readonly stacks: Readonly<Record<string, string>> } {
    return {
      changeSets: this.#sets.map(({ name }) => name),
      stacks: Object.fromEntries(
        this.#stacks.flatMap(({ name, status }) => (status === 'DELETE_COMPLETE' ? [] : [[name, status]])),
      ),
    };
  }

  fill(stack: string, resources: readonly string[]): void {
    this.#find(stack).resources = resources;
  }

  removeChangeSet(arn: string): void {
    this.#remove((set) => set.arn === arn || set.rootArn === arn);
  }

  async describeStacks(input: Sdk.DescribeStacksCommandInput): Promise<Sdk.DescribeStacksCommandOutput> {
    await this.#begin('describeStacks');
    if (input.StackName !== undefined) return { ...done, Stacks: [apiStack(this.#find(input.StackName))] };
    const live = this.#stacks.filter(({ status }) => status !== 'DELETE_COMPLETE').map(apiStack);
    const { items, next } = page(live, input.NextToken, this.pageSize);
    return { ...done, Stacks: items, ...(next === undefined ? {} : { NextToken: next }) };
  }

  async listChangeSets(input: Sdk.ListChangeSetsCommandInput): Promise<Sdk.ListChangeSetsCommandOutput> {
    await this.#begin('listChangeSets');
    const stack = this.#find(input.StackName);
    const own = this.#sets.filter((set) => set.stack === stack);
    const { items, next } = page(own, input.NextToken, this.pageSize);
    return {
      ...done,
      Summaries: items.map((set) => summaryOf(set, this.#sets)),
      ...(next === undefined ? {} : { NextToken: next }),
    };
  }

  async describeChangeSet(
    input: Sdk.DescribeChangeSetCommandInput,
  ): Promise<Sdk.DescribeChangeSetCommandOutput> {
    await this.#begin('describeChangeSet');
    const set = this.#changeSet(input.ChangeSetName);
    if (set.status === 'DELETE_IN_PROGRESS' && set.polls-- <= 0) {
      if (!this.stubborn.has(set.name)) {
        this.removeChangeSet(set.arn);
        return this.describeChangeSet(input);
      }
      set.status = 'DELETE_FAILED';
    }
    const StatusReason = set.status === 'DELETE_FAILED' ? 'it is stubborn' : '';
    return { ...done, ChangeSetId: set.arn, Status: set.status as Sdk.ChangeSetStatus, StatusReason };
  }

  async deleteChangeSet(input: Sdk.DeleteChangeSetCommandInput): Promise<Sdk.DeleteChangeSetCommandOutput> {
    await this.#begin('deleteChangeSet');
    const set = this.#changeSet(input.ChangeSetName);
    const inUse =
      set.executionStatus === 'EXECUTE_IN_PROGRESS' || /^CREATE_(?:PENDING|IN_PROGRESS)$/.test(set.status);
    if (inUse || set.rootArn !== undefined)
      throw fault('InvalidChangeSetStatusException', `ChangeSet [${set.arn}] cannot be deleted`);
    set.status = 'DELETE_IN_PROGRESS';
    set.polls = this.polls;
    return done;
  }

  async listStackResources(
    input: Sdk.ListStackResourcesCommandInput,
  ): Promise<Sdk.ListStackResourcesCommandOutput> {
    await this.#begin('listStackResources');
    const { items, next } = page(this.#find(input.StackName).resources, input.NextToken, this.pageSize);
    return {
      ...done,
      StackResourceSummaries: items.map((LogicalResourceId) => ({
        LogicalResourceId,
        ResourceType: 'AWS::SNS::Topic',
        ResourceStatus: 'CREATE_COMPLETE' as const,
        LastUpdatedTimestamp: new Date(0),
      })),
      ...(next === undefined ? {} : { NextToken: next }),
    };
  }

  async deleteStack(input: Sdk.DeleteStackCommandInput): Promise<Sdk.DeleteStackCommandOutput> {
    await this.#begin('deleteStack');
    const stack = this.#find(input.StackName);
    if (input.RoleARN?.endsWith(':role/slipway-empty-hands') !== true)
      throw fault('AccessDenied', 'not authorized to perform: cloudformation:DeleteStack', 403);
    this.#remove((set) => set.stack === stack);
    const held = stack.resources.join(', ');
    stack.status = held === '' ? 'DELETE_COMPLETE' : 'DELETE_FAILED';
    stack.reason = held === '' ? undefined : `The following resource(s) failed to delete: [${held}]. `;
    return done;
  }

  #remove(isGone: (set: KeptChangeSet) => boolean): void {
    for (const set of this.#sets.filter(isGone)) this.#sets.splice(this.#sets.indexOf(set), 1);
  }

  #find(nameOrArn: string | undefined): KeptStack {
    const found =
      this.#stacks.find(({ id }) => id === nameOrArn) ??
      this.#stacks.findLast(({ name, status }) => name === nameOrArn && status !== 'DELETE_COMPLETE');
    if (!found) throw fault('ValidationError', `Stack with id ${nameOrArn ?? ''} does not exist`);
    return found;
  }

  #changeSet(arn: string | undefined): KeptChangeSet {
    const found = this.#sets.find((set) => set.arn === arn);
    if (!found) throw fault('ChangeSetNotFoundException', `ChangeSet [${arn ?? ''}] does not exist`);
    return found;
  }

  async #begin(operation: string): Promise<void> {
    await Promise.resolve();
    this.calls.push(operation);
    this.before(operation);
  }
}

function apiStack(stack: KeptStack): Sdk.Stack {
  return {
    StackId: stack.id,
    StackName: stack.name,
    StackStatus: stack.status as Sdk.StackStatus,
    CreationTime: stack.createdAt,
    Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
    ...(stack.reason === undefined ? {} : { StackStatusReason: stack.reason }),
    ...(stack.rootId === undefined ? {} : { RootId: stack.rootId, ParentId: stack.rootId }),
  };
}

function summaryOf(set: KeptChangeSet, all: readonly KeptChangeSet[]): Sdk.ChangeSetSummary {
  const root = set.rootArn ?? (all.some(({ rootArn }) => rootArn === set.arn) ? set.arn : undefined);
  return {
    ChangeSetId: set.arn,
    ChangeSetName: set.name,
    StackId: set.stack.id,
    Status: set.status as Sdk.ChangeSetStatus,
    ExecutionStatus: set.executionStatus as Sdk.ExecutionStatus,
    CreationTime: set.createdAt,
    ...(set.description === undefined ? {} : { Description: set.description }),
    ...(root === undefined ? {} : { RootChangeSetId: root }),
    ...(set.rootArn === undefined ? {} : { ParentChangeSetId: set.rootArn }),
  };
}
