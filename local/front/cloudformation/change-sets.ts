import type { Clock } from '../../../src/runtime/clock.ts';
import type { Emulators } from '../emulators.ts';
import type { FrontRequest, FrontResponse } from '../message.ts';
import { regionOf } from '../place.ts';
import { at, parseXml, textAt } from '../xml.ts';
import { executeAsUpdate, type Disguises } from './execute-as-update.ts';
import { fill } from './fill.ts';
import { family, pendingSet, type HeldSet } from './held.ts';
import { lastExecuted } from './last-executed.ts';
import { cloudFormationOf, fieldsOf, type CloudFormation } from './query.ts';
import type { Recreation } from './recreation.ts';
import { actionResponse, describeResponse, errorResponse, list, summary } from './render.ts';
import { readStack, type StackFacts } from './stack-facts.ts';

type Forward = () => Promise<FrontResponse>;

/** CloudFormation's calls about change sets, made to answer as AWS does; `undefined` for calls left to the emulator. */
export interface ChangeSets {
  answer(
    account: string,
    request: FrontRequest,
    form: URLSearchParams,
    forward: Forward,
  ): Promise<FrontResponse> | undefined;
}

interface Call {
  readonly account: string;
  readonly form: URLSearchParams;
  readonly forward: Forward;
  readonly cloudFormation: CloudFormation;
}

export interface ChangeSetParts {
  readonly emulators: Emulators;
  readonly recreation: Recreation;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

export function createChangeSets({ emulators, recreation, clock, log }: ChangeSetParts): ChangeSets {
  /** Root change sets; the nested ones hang below them. */
  const roots = new Set<HeldSet>();
  const disguises: Disguises = new Map();
  const executed = lastExecuted();

  /** The set that a call names: by id, or by its name and its stack's name or id. */
  function named({ account, form, cloudFormation }: Call): HeldSet | undefined {
    const name = form.get('ChangeSetName') ?? '';
    const stack = form.get('StackName') ?? '';
    return allSets().find(
      (set) =>
        set.account === account &&
        set.region === cloudFormation.region &&
        [set.id, set.name, set.emulatorId].includes(name) &&
        (stack === '' || isOn(set, stack)),
    );
  }

  function allSets(): readonly HeldSet[] {
    return [...roots].flatMap(family);
  }

  async function create(call: Call): Promise<FrontResponse> {
    const { form, forward, cloudFormation, account } = call;
    const type = form.get('ChangeSetType') ?? 'UPDATE';
    if (type === 'IMPORT') return forward();
    const stack = form.get('StackName') ?? '';
    const facts =
      type === 'CREATE' ? undefined : await readStack(cloudFormation, stack).catch(() => undefined);
    const response = await forward();
    if (response.status !== 200) return response;
    const result = at(parseXml(response.body.toString()), 'CreateChangeSetResult');
    const set = rootSet(account, cloudFormation.region, type, form, {
      id: textAt(result, 'Id') ?? '',
      stackId: textAt(result, 'StackId') ?? '',
      createdAt: new Date(clock.now()).toISOString(),
    });
    roots.add(set);
    void finish(cloudFormation, set, facts, form);
    return response;
  }

  async function finish(
    cloudFormation: CloudFormation,
    set: HeldSet,
    facts: StackFacts | undefined,
    form: URLSearchParams,
  ): Promise<void> {
    try {
      await fill(cloudFormation, set, facts, {
        capabilities: fieldsOf(form, 'Capabilities'),
        createdAt: set.createdAt,
        recreation,
      });
    } catch (reason) {
      log(
        `The change set ${set.name} could not be completed: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}`,
      );
    }
  }

  async function describe(call: Call): Promise<FrontResponse> {
    const set = named(call);
    const answer = await call.forward();
    if (set === undefined || isDenied(answer)) return answer;
    if (set.parent === undefined) {
      const known = at(parseXml(answer.body.toString()), 'DescribeChangeSetResult');
      await refreshExecution(call.cloudFormation, set, textAt(known, 'ExecutionStatus'));
    }
    return describeResponse(set, {
      propertyValues: call.form.get('IncludePropertyValues') === 'true',
      from: Number(call.form.get('NextToken') ?? 0),
    });
  }

  /** How far the execution is stands in the emulator; of one that it took for empty, in the stack's status. */
  async function refreshExecution(
    cloudFormation: CloudFormation,
    set: HeldSet,
    live: string | undefined,
  ): Promise<void> {
    if (set.status !== 'CREATE_COMPLETE') return;
    if (!set.emptyInEmulator) {
      if (live !== undefined && live !== 'UNAVAILABLE') set.executionStatus = live;
    } else if (set.executionStatus === 'EXECUTE_IN_PROGRESS') {
      const stacks = await cloudFormation.call('DescribeStacks', { StackName: set.stackId });
      const status = textAt(at(stacks, 'Stacks')?.children[0], 'StackStatus') ?? '';
      if (status.endsWith('_IN_PROGRESS')) return;
      set.executionStatus = status === 'UPDATE_COMPLETE' ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
    }
  }

  async function listSets(call: Call): Promise<FrontResponse> {
    const answer = await call.forward();
    if (answer.status !== 200) return answer;
    const stack = call.form.get('StackName') ?? '';
    const { account, cloudFormation } = call;
    const sets = allSets().filter(
      (set) => set.account === account && set.region === cloudFormation.region && isOn(set, stack),
    );
    for (const set of sets.filter(({ executionStatus }) => executionStatus === 'EXECUTE_IN_PROGRESS')) {
      const known = await cloudFormation.call('DescribeChangeSet', { ChangeSetName: set.id });
      await refreshExecution(cloudFormation, set, textAt(known, 'ExecutionStatus'));
    }
    return actionResponse('ListChangeSets', list('Summaries', sets.map(summary)));
  }

  async function execute(call: Call): Promise<FrontResponse> {
    const set = named(call);
    if (set === undefined) return call.forward();
    if (set.executionStatus !== 'AVAILABLE') {
      // Not sent on: the emulator would execute a set that only here is known to have failed.
      return errorResponse(
        'InvalidChangeSetStatus',
        `ChangeSet [${set.id}] cannot be executed in its current execution status of [${set.executionStatus}]`,
      );
    }
    const answer = await call.forward();
    if (set.emptyInEmulator && !isDenied(answer)) {
      await executeAsUpdate(call.cloudFormation, set, call.form, disguises);
      set.executionStatus = 'EXECUTE_IN_PROGRESS';
    } else if (answer.status !== 200) return answer;
    else set.executionStatus = 'EXECUTE_IN_PROGRESS';
    executed.remember(set.stackId, set.id);
    // AWS removes every other change set of the stack, and the nested ones with them.
    const others = [...roots].filter((other) => other.stackId === set.stackId && other !== set);
    await remove(call.cloudFormation, [...set.children.flatMap(family), ...others.flatMap(family)]);
    set.children.length = 0;
    return set.emptyInEmulator ? actionResponse('ExecuteChangeSet', '') : answer;
  }

  async function remove(cloudFormation: CloudFormation, sets: readonly HeldSet[]): Promise<void> {
    for (const set of sets) {
      roots.delete(set);
      if (set.emulatorId !== undefined)
        await cloudFormation
          .call('DeleteChangeSet', { ChangeSetName: set.emulatorId })
          .catch(() => undefined);
    }
  }

  async function deleteSet(call: Call): Promise<FrontResponse> {
    const set = named(call);
    if (set?.parent !== undefined) {
      return errorResponse(
        'InvalidChangeSetStatus',
        `ChangeSet [${set.id}] is nested: delete it through its root change set.`,
      );
    }
    const answer = await call.forward();
    if (set !== undefined && answer.status === 200) await remove(call.cloudFormation, family(set));
    return answer;
  }

  async function template(call: Call): Promise<FrontResponse> {
    const answer = await call.forward();
    if (isDenied(answer)) return answer;
    const set = call.form.get('ChangeSetName') === null ? undefined : named(call);
    const given = textAt(parseXml(answer.body.toString()), 'GetTemplateResult', 'TemplateBody') ?? '';
    const body = set?.templateText ?? disguises.get(given);
    if (body === undefined) return answer;
    return actionResponse(
      'GetTemplate',
      `<TemplateBody>${escapeText(body)}</TemplateBody>${list('StagesAvailable', ['Original', 'Processed'])}`,
    );
  }

  async function deleteStack(call: Call): Promise<FrontResponse> {
    const answer = await call.forward();
    const stack = call.form.get('StackName') ?? '';
    if (answer.status === 200) {
      for (const set of roots) if (set.account === call.account && isOn(set, stack)) roots.delete(set);
    }
    return answer;
  }

  const actions: Readonly<Record<string, (call: Call) => Promise<FrontResponse>>> = {
    CreateChangeSet: create,
    DescribeChangeSet: describe,
    ListChangeSets: listSets,
    ExecuteChangeSet: execute,
    DeleteChangeSet: deleteSet,
    GetTemplate: template,
    DeleteStack: deleteStack,
    UpdateStack: async (call) => {
      const answer = await call.forward();
      executed.forget(answer);
      return answer;
    },
    DescribeStacks: async (call) => executed.shownIn(await call.forward()),
  };

  return {
    answer: (account, request, form, forward) => {
      const action = actions[form.get('Action') ?? ''];
      const region = regionOf(request) ?? 'us-east-1';
      return action?.({
        account,
        form,
        forward,
        cloudFormation: cloudFormationOf(emulators, account, region),
      });
    },
  };
}

function isOn(set: HeldSet, stack: string): boolean {
  return set.stackName === stack || set.stackId === stack;
}

function isDenied(answer: FrontResponse): boolean {
  return answer.status === 403 || answer.status === 401;
}

function escapeText(body: string): string {
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function rootSet(
  account: string,
  region: string,
  type: string,
  form: URLSearchParams,
  made: { readonly id: string; readonly stackId: string; readonly createdAt: string },
): HeldSet {
  return pendingSet({
    ...made,
    name: form.get('ChangeSetName') ?? '',
    account,
    region,
    stackName: made.stackId.split('/')[1] ?? '',
    description: form.get('Description') ?? undefined,
    includeNested: form.get('IncludeNestedStacks') === 'true',
    parent: undefined,
    emulatorId: made.id,
    type,
  });
}
