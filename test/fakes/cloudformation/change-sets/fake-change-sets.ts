import type * as Sdk from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../../../../src/aws/apis.ts';
import {
  changeOf,
  eventPage,
  hookPage,
  summaryOf,
  named,
  notHere,
  parametersOf,
  stackOf,
  patternFailure,
  validation,
  withoutValues,
} from './change-set-answers.ts';
import { bodyOf } from './body-of.ts';
import { TemplateError } from './evaluate.ts';
import { makeChanges } from './make-changes.ts';
import { StackStore, nestedType, withDefaults, type StoredStack } from './stack-store.ts';

interface StoredSet {
  readonly arn: string;
  readonly name: string;
  readonly stack: StoredStack;
  readonly type: 'CREATE' | 'UPDATE';
  readonly text: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly changes: readonly Sdk.ResourceChange[];
  readonly outputsDiffer: boolean;
  readonly children: readonly StoredSet[];
  /** Of the nested stack; empty for a root. */
  readonly logicalId: string;
  parent: string | undefined;
  status: 'CREATE_COMPLETE' | 'FAILED';
  execution: Sdk.ExecutionStatus;
  reason: string | undefined;
  polls: number;
}

export interface FakeOptions {
  /** The text behind a TemplateURL. */
  readonly texts: (url: string) => string;
  /** Type → properties whose change replaces. */
  readonly replacements?: Readonly<Record<string, readonly string[]>>;
}

const empty =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const done = { $metadata: {} };

/** See README.md beside this file for what it does and where each rule is from. */
export class FakeChangeSets implements CloudFormationApi {
  readonly store: StackStore;
  readonly sets = new Map<string, StoredSet>();
  /** How many descriptions a change set stays in progress; children stay one longer. */
  polls = 0;
  pageSize = 100;
  /** Nested stack's logical id (or `''` for the root) → the reason for which its set fails. */
  readonly failures = new Map<string, string>();
  /** Failed children list what they would change all the same. */
  failedShowChanges = false;
  /** Resources that a description with values leaves out. */
  readonly missingWithValues = new Set<string>();
  /** Waiting sets become `OBSOLETE` on another execution instead of being deleted. */
  keepObsolete = false;
  /** `false`: descriptions never have values, as before 2023. */
  givesValues = true;
  /** A set that failed with a child lists nothing until all its children have ended. */
  listsLate = false;
  /** What validations and hooks found, by the nested stack's logical id (or `''` for the root). */
  readonly events = new Map<string, readonly Sdk.OperationEvent[]>();
  /** Nested stacks whose action shows as `Dynamic`. */
  readonly dynamic = new Set<string>();
  /** Logical id of a resource → the hooks that are going to look at its change. */
  readonly hooks = new Map<string, readonly Sdk.ChangeSetHook[]>();
  /** How often the hooks of a change set are still being planned when they are asked for; `UNAVAILABLE` where `null`. */
  hookRounds: number | null = 0;
  /** What asking for hooks is answered with. */
  hooksRefusal: Error | null = null;
  /** What asking for events is answered with. */
  eventsRefusal: Error | null = null;
  /** What creating a change set is answered with. */
  refusal: Error | null = null;
  readonly calls: string[] = [];

  constructor(options: FakeOptions) {
    this.store = new StackStore(options.texts, options.replacements ?? {});
  }

  createChangeSet(input: Sdk.CreateChangeSetCommandInput): Promise<Sdk.CreateChangeSetCommandOutput> {
    this.calls.push('createChangeSet');
    if (this.refusal !== null) return Promise.reject(this.refusal);
    const name = input.ChangeSetName ?? '';
    const found = this.store.find(input.StackName ?? '');
    const review = found === undefined || found.status === 'REVIEW_IN_PROGRESS';
    const type = input.ChangeSetType === 'CREATE' ? 'CREATE' : 'UPDATE';
    if (review !== (type === 'CREATE')) {
      return Promise.reject(
        validation(`Stack [${input.StackName ?? ''}] can't take a change set of type ${type}`),
      );
    }
    const stack = found ?? this.store.review(input.StackName ?? '');
    if ([...this.sets.values()].some((set) => set.stack === stack && set.name === name)) {
      return Promise.reject(named('AlreadyExistsException', `ChangeSet ${name} already exists`));
    }
    const text = this.store.text(input.TemplateURL ?? '');
    const body = bodyOf(text);
    const given = Object.fromEntries(
      (input.Parameters ?? []).map((each) => [each.ParameterKey ?? '', each.ParameterValue ?? '']),
    );
    const unknown = Object.keys(given).filter((key) => body.Parameters?.[key] === undefined);
    if (unknown.length > 0)
      return Promise.reject(validation(`Parameters: [${unknown.join(', ')}] do not exist in the template`));
    const missing = Object.entries(body.Parameters ?? {}).filter(
      ([key, each]) => given[key] === undefined && each.Default === undefined,
    );
    if (missing.length > 0)
      return Promise.reject(
        validation(`Parameters: [${missing.map(([key]) => key).join(', ')}] must have values`),
      );
    const tags = Object.fromEntries((input.Tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']));
    const set = this.#make(
      stack,
      name,
      type,
      text,
      withDefaults(body, given),
      tags,
      input.IncludeNestedStacks === true,
      '',
    );
    return Promise.resolve({ ...done, Id: set.arn, StackId: stack.id });
  }

  #make(
    stack: StoredStack,
    name: string,
    type: 'CREATE' | 'UPDATE',
    text: string,
    parameters: Record<string, string>,
    tags: Record<string, string>,
    nested: boolean,
    logicalId: string,
  ): StoredSet {
    const body = bodyOf(text);
    let reason = this.failures.get(logicalId) ?? patternFailure(body, parameters);
    let made = { changes: [] as readonly Sdk.ResourceChange[], outputsDiffer: false };
    const children: StoredSet[] = [];
    try {
      const result = makeChanges(this.store, stack, body, parameters);
      const changes = result.changes.map((change) => {
        const input = result.childParameters.get(change.LogicalResourceId ?? '');
        if (!nested || input === undefined) return change;
        const child =
          change.Action === 'Add'
            ? this.store.review(`${stack.name}-${change.LogicalResourceId ?? ''}-${this.store.next()}`)
            : this.store.find(change.PhysicalResourceId ?? '');
        if (child === undefined) return change;
        const childText = this.store.text(input.url);
        const childBody = bodyOf(childText);
        const set = this.#make(
          child,
          `${name}-${change.LogicalResourceId ?? ''}-${this.store.next()}`,
          change.Action === 'Add' ? 'CREATE' : 'UPDATE',
          childText,
          withDefaults(childBody, input.parameters),
          tags,
          true,
          change.LogicalResourceId ?? '',
        );
        children.push(set);
        return { ...change, ChangeSetId: set.arn };
      });
      made = { changes, outputsDiffer: result.outputsDiffer };
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      reason = error.message;
    }
    const failed = children.find((child) => child.status === 'FAILED' && child.reason !== empty);
    reason ??= failed && `Nested change set ${failed.arn} was not successfully created: Currently in FAILED.`;
    const own = made.changes.filter(
      (change) => change.ResourceType !== nestedType || change.Action !== 'Modify' || !nested,
    );
    const sameTags = JSON.stringify(tags) === JSON.stringify(stack.tags);
    const moves =
      own.length > 0 || made.outputsDiffer || !sameTags || children.some((child) => child.reason !== empty);
    if (!moves && type === 'UPDATE') reason ??= empty;
    const set: StoredSet = {
      arn: `arn:aws:cloudformation:eu-west-1:111111111111:changeSet/${name}/${this.store.next()}`,
      name,
      stack,
      type,
      text,
      parameters,
      tags,
      ...made,
      ...(reason !== undefined && !this.failedShowChanges && failed === undefined ? { changes: [] } : {}),
      children,
      logicalId,
      parent: undefined,
      status: reason === undefined ? 'CREATE_COMPLETE' : 'FAILED',
      execution: reason === undefined && logicalId === '' ? 'AVAILABLE' : 'UNAVAILABLE',
      reason,
      polls: this.polls + (logicalId === '' ? 0 : 1),
    };
    for (const child of children) child.parent = set.arn;
    this.sets.set(set.arn, set);
    return set;
  }

  describeChangeSet(input: Sdk.DescribeChangeSetCommandInput): Promise<Sdk.DescribeChangeSetCommandOutput> {
    this.calls.push('describeChangeSet');
    const set = this.sets.get(input.ChangeSetName ?? '');
    if (set === undefined)
      return Promise.reject(
        named('ChangeSetNotFoundException', `ChangeSet [${input.ChangeSetName ?? ''}] does not exist`),
      );
    const base = {
      ...done,
      ChangeSetId: set.arn,
      ChangeSetName: set.name,
      StackId: set.stack.id,
      StackName: set.stack.name,
      Tags: Object.entries(set.tags).map(([Key, Value]) => ({ Key, Value })),
      Parameters: parametersOf(bodyOf(set.text), set.parameters),
    };
    if (set.polls > 0) {
      set.polls -= 1;
      return Promise.resolve({ ...base, Status: 'CREATE_IN_PROGRESS', ExecutionStatus: 'UNAVAILABLE' });
    }
    const values = input.IncludePropertyValues === true;
    const token = input.NextToken?.split(':');
    if (token !== undefined && token[1] !== String(values))
      return Promise.reject(validation('NextToken is not valid'));
    const start = Number(token?.[0] ?? 0);
    const isLate = this.listsLate && set.children.some((child) => child.polls > 0);
    const omitted = set.changes.some((change) => this.missingWithValues.has(change.LogicalResourceId ?? ''));
    const listed = (isLate && set.status === 'FAILED' ? [] : set.changes)
      .filter((change) => !values || !this.missingWithValues.has(change.LogicalResourceId ?? ''))
      .map((change) => (values && this.givesValues ? change : withoutValues(change)));
    const end = start + this.pageSize;
    const warning =
      values && omitted
        ? '[WARN] --include-property-values option can return incomplete ChangeSet data'
        : undefined;
    const reason = set.reason ?? warning;
    return Promise.resolve({
      ...base,
      Status: set.status,
      ExecutionStatus: set.execution,
      ...(reason === undefined ? {} : { StatusReason: reason }),
      Changes: listed.slice(start, end).map((change) => changeOf(change, this)),
      ...(end < listed.length ? { NextToken: `${end}:${values}` } : {}),
    });
  }

  executeChangeSet(input: Sdk.ExecuteChangeSetCommandInput): Promise<Sdk.ExecuteChangeSetCommandOutput> {
    const set = this.sets.get(input.ChangeSetName ?? '');
    if (set?.execution !== 'AVAILABLE')
      return Promise.reject(named('InvalidChangeSetStatusException', 'not AVAILABLE'));
    this.store.apply(set.stack.id, set.text, set.parameters, set.tags);
    for (const other of this.sets.values()) {
      if (other.stack !== set.stack) continue;
      if (this.keepObsolete && other !== set) other.execution = 'OBSOLETE';
      else this.sets.delete(other.arn);
    }
    return Promise.resolve(done);
  }

  deleteChangeSet(input: Sdk.DeleteChangeSetCommandInput): Promise<Sdk.DeleteChangeSetCommandOutput> {
    this.sets.delete(input.ChangeSetName ?? '');
    return Promise.resolve(done);
  }

  describeStacks(input: Sdk.DescribeStacksCommandInput): Promise<Sdk.DescribeStacksCommandOutput> {
    const stack = this.store.find(input.StackName ?? '');
    if (stack === undefined)
      return Promise.reject(validation(`Stack with id ${input.StackName ?? ''} does not exist`));
    return Promise.resolve({ ...done, Stacks: [stackOf(stack)] });
  }

  getTemplate(input: Sdk.GetTemplateCommandInput): Promise<Sdk.GetTemplateCommandOutput> {
    const set = this.sets.get(input.ChangeSetName ?? '');
    const text = set?.text ?? this.store.find(input.StackName ?? '')?.text;
    return text === undefined
      ? Promise.reject(validation('does not exist'))
      : Promise.resolve({ ...done, TemplateBody: text });
  }

  listStackResources(
    input: Sdk.ListStackResourcesCommandInput,
  ): Promise<Sdk.ListStackResourcesCommandOutput> {
    const stack = this.store.find(input.StackName ?? '');
    const all = [...(stack?.resources ?? [])].map(([LogicalResourceId, resource]) => ({
      LogicalResourceId,
      PhysicalResourceId: resource.physicalId,
      ResourceType: resource.type,
      ResourceStatus: 'CREATE_COMPLETE' as const,
      LastUpdatedTimestamp: new Date(0),
    }));
    const start = Number(input.NextToken ?? 0);
    const end = start + this.pageSize;
    return Promise.resolve({
      ...done,
      StackResourceSummaries: all.slice(start, end),
      ...(end < all.length ? { NextToken: String(end) } : {}),
    });
  }

  describeEvents(input: Sdk.DescribeEventsCommandInput): Promise<Sdk.DescribeEventsCommandOutput> {
    this.calls.push('describeEvents');
    if (this.eventsRefusal !== null) return Promise.reject(this.eventsRefusal);
    const set = this.sets.get(input.ChangeSetName ?? '');
    return Promise.resolve({ ...done, ...eventPage(this.events.get(set?.logicalId ?? '') ?? [], input) });
  }

  describeChangeSetHooks(
    input: Sdk.DescribeChangeSetHooksCommandInput,
  ): Promise<Sdk.DescribeChangeSetHooksCommandOutput> {
    this.calls.push('describeChangeSetHooks');
    if (this.hooksRefusal !== null) return Promise.reject(this.hooksRefusal);
    if (this.hookRounds === null) return Promise.resolve({ ...done, Status: 'UNAVAILABLE' });
    if (this.hookRounds > 0) {
      this.hookRounds -= 1;
      return Promise.resolve({ ...done, Status: 'PLANNING' });
    }
    const changes = this.sets.get(input.ChangeSetName ?? '')?.changes ?? [];
    return Promise.resolve({ ...done, ...hookPage(changes, this.hooks, input) });
  }

  listChangeSets(input: Sdk.ListChangeSetsCommandInput): Promise<Sdk.ListChangeSetsCommandOutput> {
    this.calls.push('listChangeSets');
    const stack = this.store.find(input.StackName ?? '');
    const own = [...this.sets.values()].filter((set) => set.stack === stack);
    return Promise.resolve({ ...done, Summaries: own.map(summaryOf) });
  }

  describeStackEvents = notHere;
  describeStackResources = notHere;
  deleteStack = notHere;
  continueUpdateRollback = notHere;
}
