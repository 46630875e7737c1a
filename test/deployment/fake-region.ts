import type * as Sdk from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../../src/aws/apis.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { FakeChangeSets } from '../fakes/cloudformation/change-sets/fake-change-sets.ts';
import { referencesOf, type Body } from '../fakes/cloudformation/change-sets/evaluate.ts';
import { FakeStacks } from '../fakes/cloudformation/stacks/fake-stacks.ts';
import { nestedType, type FakeResource, type FakeTemplate } from '../fakes/cloudformation/stacks/model.ts';

interface Running {
  readonly changeSet: string;
  readonly stackId: string;
  readonly stackName: string;
}

/**
 * One region's CloudFormation from change set to rest: `FakeChangeSets` makes and describes change sets and holds what
 * stands, `FakeStacks` plays the operation with its events and time. An executed change set is put into effect when its
 * operation has ended well, and forgotten with all others of the stack; one that failed leaves the stack as it was
 * (API reference, ExecuteChangeSet). Root stacks keep one ARN through both.
 */
export class FakeRegion implements CloudFormationApi {
  readonly sets: FakeChangeSets;
  readonly stacks: FakeStacks;
  /** Logical id → the reason for which making or changing it fails. */
  readonly failing = new Map<string, string>();
  /** Stacks in the order in which a change set of theirs was executed, with the change set. */
  readonly executed: { readonly stackName: string; readonly changeSet: string }[] = [];
  readonly #texts: (url: string) => string;
  #running: Running[] = [];
  /** The root stacks' ARNs as FakeStacks has them, to those that everybody sees; and the other way round. */
  readonly #outer = new Map<string, string>();
  readonly #inner = new Map<string, string>();
  /** Root stack → the change set of its last operation. */
  readonly #last = new Map<string, string>();

  constructor(options: { readonly clock: Clock; readonly texts: (url: string) => string }) {
    this.#texts = options.texts;
    this.sets = new FakeChangeSets({
      texts: options.texts,
      replacements: { 'AWS::S3::Bucket': ['BucketName'] },
    });
    this.stacks = new FakeStacks({ clock: options.clock });
  }

  /** What DescribeStacks would call the stack's state; `undefined` for none. */
  statusOf(stackName: string): string | undefined {
    this.#settle();
    return this.stacks.statusOf(stackName) ?? this.sets.store.find(stackName)?.status;
  }

  createChangeSet(input: Sdk.CreateChangeSetCommandInput): Promise<Sdk.CreateChangeSetCommandOutput> {
    this.#settle();
    return this.sets.createChangeSet(input);
  }

  describeChangeSet(input: Sdk.DescribeChangeSetCommandInput): Promise<Sdk.DescribeChangeSetCommandOutput> {
    this.#settle();
    return this.sets.describeChangeSet(input);
  }

  deleteChangeSet(input: Sdk.DeleteChangeSetCommandInput): Promise<Sdk.DeleteChangeSetCommandOutput> {
    return this.sets.deleteChangeSet(input);
  }

  getTemplate(input: Sdk.GetTemplateCommandInput): Promise<Sdk.GetTemplateCommandOutput> {
    return this.sets.getTemplate(input);
  }

  listStackResources(
    input: Sdk.ListStackResourcesCommandInput,
  ): Promise<Sdk.ListStackResourcesCommandOutput> {
    return this.sets.listStackResources(input);
  }

  listChangeSets(input: Sdk.ListChangeSetsCommandInput): Promise<Sdk.ListChangeSetsCommandOutput> {
    const stack = this.sets.store.find(input.StackName ?? '');
    const own = [...this.sets.sets.values()].filter((set) => set.stack === stack);
    const Summaries = own.map(({ arn, name }) => ({ ChangeSetId: arn, ChangeSetName: name }));
    return Promise.resolve({ $metadata: {}, Summaries });
  }

  async executeChangeSet(
    input: Sdk.ExecuteChangeSetCommandInput,
  ): Promise<Sdk.ExecuteChangeSetCommandOutput> {
    this.#settle();
    const changeSet = input.ChangeSetName ?? '';
    const set = this.sets.sets.get(changeSet);
    if (set?.execution !== 'AVAILABLE') return this.sets.executeChangeSet(input);
    const { name: stackName, id: stackId } = set.stack;
    const inner = this.stacks.changeSet(
      set.name,
      stackName,
      this.#templateOf(JSON.parse(set.text) as Body, sha256(JSON.stringify(set.parameters))),
    );
    this.#outer.set(inner.stackId, stackId);
    this.#inner.set(stackId, inner.stackId);
    await this.stacks.executeChangeSet({
      ...input,
      ChangeSetName: inner.changeSetArn,
      StackName: inner.stackId,
    });
    set.execution = 'EXECUTE_IN_PROGRESS';
    this.#last.set(stackId, changeSet);
    this.#running.push({ changeSet, stackId, stackName });
    this.executed.push({ stackName, changeSet });
    return { $metadata: {} };
  }

  async describeStacks(input: Sdk.DescribeStacksCommandInput): Promise<Sdk.DescribeStacksCommandOutput> {
    this.#settle();
    const stack = this.sets.store.find(input.StackName ?? '');
    if (stack === undefined) return this.stacks.describeStacks(this.#inside(input));
    const answer = await this.sets.describeStacks({ StackName: stack.id });
    const inner = this.#inner.get(stack.id);
    if (inner === undefined) return answer;
    const [now] = (await this.stacks.describeStacks({ StackName: inner })).Stacks ?? [];
    const { StackStatus, StackStatusReason } = now ?? {};
    const last = this.#last.get(stack.id);
    return {
      ...answer,
      Stacks: (answer.Stacks ?? []).map((each) => ({
        ...each,
        StackStatus,
        ...(StackStatusReason === undefined ? {} : { StackStatusReason }),
        ...(last === undefined ? {} : { ChangeSetId: last }),
      })),
    };
  }

  async describeStackEvents(
    input: Sdk.DescribeStackEventsCommandInput,
  ): Promise<Sdk.DescribeStackEventsCommandOutput> {
    const known = this.sets.store.find(input.StackName ?? '');
    if (known !== undefined && !this.#inner.has(known.id)) return { $metadata: {}, StackEvents: [] };
    const answer = await this.stacks.describeStackEvents(this.#inside(input));
    return {
      ...answer,
      StackEvents: (answer.StackEvents ?? []).map((event) => ({
        ...event,
        StackId: this.#outer.get(event.StackId ?? '') ?? event.StackId,
        PhysicalResourceId: this.#outer.get(event.PhysicalResourceId ?? '') ?? event.PhysicalResourceId,
      })),
    };
  }

  describeStackResources(
    input: Sdk.DescribeStackResourcesCommandInput,
  ): Promise<Sdk.DescribeStackResourcesCommandOutput> {
    return this.stacks.describeStackResources(this.#inside(input));
  }

  async deleteStack(input: Sdk.DeleteStackCommandInput): Promise<Sdk.DeleteStackCommandOutput> {
    const stack = this.sets.store.find(input.StackName ?? '');
    if (stack !== undefined && !this.#inner.has(stack.id)) this.sets.store.stacks.delete(stack.id);
    else await this.stacks.deleteStack(this.#inside(input));
    return { $metadata: {} };
  }

  continueUpdateRollback(
    input: Sdk.ContinueUpdateRollbackCommandInput,
  ): Promise<Sdk.ContinueUpdateRollbackCommandOutput> {
    return this.stacks.continueUpdateRollback(this.#inside(input));
  }

  #inside<Input extends { readonly StackName?: string | undefined }>(input: Input): Input {
    const stack = this.sets.store.find(input.StackName ?? '');
    return { ...input, StackName: this.#inner.get(stack?.id ?? input.StackName ?? '') ?? input.StackName };
  }

  /** Puts into effect what has ended well since the last call. */
  #settle(): void {
    for (const id of this.#inner.keys()) {
      const stack = this.sets.store.find(id);
      if (stack && this.stacks.statusOf(stack.name) === 'DELETE_COMPLETE') stack.status = 'DELETE_COMPLETE';
    }
    const under = this.#running;
    this.#running = [];
    for (const operation of under) {
      const status = this.stacks.statusOf(operation.stackName) ?? '';
      const set = this.sets.sets.get(operation.changeSet);
      if (set === undefined) continue;
      if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') {
        set.execution = 'AVAILABLE';
        void this.sets.executeChangeSet({ ChangeSetName: operation.changeSet });
      } else if (/^(?:UPDATE_)?ROLLBACK_(?:COMPLETE|FAILED)$|^DELETE_COMPLETE$/.test(status)) {
        set.execution = 'EXECUTE_FAILED';
        set.stack.status = status;
      } else this.#running.push(operation);
    }
  }

  #templateOf(body: Body, inputs: string): FakeTemplate {
    const ids = Object.keys(body.Resources);
    const resources = Object.entries(body.Resources).map(([id, resource]): [string, FakeResource] => {
      const properties = resource.Properties ?? {};
      const dependsOn = [...new Set(referencesOf(properties).map(({ name }) => name))].filter((name) =>
        ids.includes(name),
      );
      const fails = this.failing.get(id);
      const text = JSON.stringify(resource);
      const common = {
        type: resource.Type,
        dependsOn,
        version: Number.parseInt(sha256(/"Ref"|Fn::Sub/.test(text) ? text + inputs : text).slice(0, 8), 16),
        ...(fails === undefined ? {} : { fails }),
        ...(resource['DeletionPolicy'] === 'Retain' ? { retain: true } : {}),
      };
      if (resource.Type !== nestedType) return [id, common];
      const url = (properties['TemplateURL'] as { readonly 'Fn::Sub': string })['Fn::Sub'];
      return [id, { ...common, stack: this.#templateOf(JSON.parse(this.#texts(url)) as Body, inputs) }];
    });
    return { resources: Object.fromEntries(resources) };
  }
}
