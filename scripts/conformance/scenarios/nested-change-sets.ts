import type { DescribeChangeSetOutput } from '@aws-sdk/client-cloudformation';
import { fill, makeBucket } from '../buckets.ts';
import { answerTo } from '../observation.ts';
import {
  changeOf,
  changed,
  childOf,
  changeSetOf,
  createStack,
  execute,
  makeChangeSet,
  nestedStack,
} from '../stacks.ts';
import type { Scenario, Stage } from '../world.ts';
import { empty, seeImport, seeNoise, seeUnresolved } from './false-changes.ts';
import {
  nestedRoot,
  nestedTemplates,
  plainRoot,
  type Planned,
  type RootSettings,
} from './nested-templates.ts';

/** Change sets over a root and its nested stacks: links, values, unresolved inputs, failures, execution. */
export const nestedChangeSets: Scenario = {
  name: 'nested',
  title: 'change sets over nested stacks',
  creates: [
    'a bucket with seven small templates',
    'two stacks with nested ones: two queues, a topic',
    'two stacks without: a topic whose name is exported, a queue and its policy',
    'about a dozen change sets',
  ],
  verifies: [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13].map((rule) => `change-sets/${rule}`),
    'fakes/cloudformation/change-sets/14',
  ],
  minutes: 6,
  run: async (stage) => {
    const bucket = await makeBucket(stage, 'templates');
    await fill(stage, bucket, nestedTemplates);
    const app = `${stage.name}-app`;
    await createStack(stage, { stack: app, template: nestedRoot(bucket), nested: true });
    let count = 0;
    const plan = (settings: RootSettings, nested = true): Promise<DescribeChangeSetOutput> => {
      count += 1;
      const template = nestedRoot(bucket, settings);
      return makeChangeSet(stage, { stack: app, name: `plan-${count}`, template, nested });
    };

    await seeValues(stage, await plan({ store: 'store-2.yml' }), await nestedStack(stage, app, 'Store'));
    await seeUnresolved(stage, plan, await nestedStack(stage, app, 'Store'));
    await seeImport(stage, plan);
    await seeNoise(stage);
    await seeFailures(stage, plan);
    await seeConditions(stage, plan);
    await seeCreation(stage, bucket);
    await seeNoChanges(stage, bucket);
    await seeExecution(stage, app, await plan({}), await plan({ store: 'store-2.yml' }));
  },
};

async function seeValues(stage: Stage, set: DescribeChangeSetOutput, store: string): Promise<void> {
  const { notes } = stage;
  const child = await childOf(stage, set, 'Store');
  notes.see(
    ['change-sets/1', 'change-sets/2'],
    'root and nested set are linked; the nested one can’t be executed',
    {
      root: ['CREATE_COMPLETE', 'AVAILABLE', true],
      child: ['CREATE_COMPLETE', 'UNAVAILABLE'],
      links: [true, true, true],
    },
    {
      root: [set.Status, set.ExecutionStatus, set.RootChangeSetId === set.ChangeSetId],
      child: [child.Status, child.ExecutionStatus],
      links: [
        child.ParentChangeSetId === set.ChangeSetId,
        child.RootChangeSetId === set.ChangeSetId,
        child.StackId === store,
      ],
    },
  );
  notes.see(
    ['change-sets/2'],
    'the nested set’s name is the parent’s, the logical id and twelve letters and digits',
    /^plan-1-Store-[A-Z0-9]{12}$/,
    child.ChangeSetName,
  );
  const queue = changeOf(child, 'Queue');
  const target = queue?.Details?.[0]?.Target;
  notes.see(
    ['change-sets/11'],
    'a property’s path, its value before and after',
    ['/Properties/VisibilityTimeout', '30', '60', 'Modify'],
    [target?.Path, target?.BeforeValue, target?.AfterValue, target?.AttributeChangeType],
  );
  notes.see(
    ['change-sets/11'],
    'contexts hold the resource before and after',
    [{ Properties: { VisibilityTimeout: '30' } }, { Properties: { VisibilityTimeout: 60 } }],
    [queue?.BeforeContext, queue?.AfterContext].map((text): unknown => JSON.parse(text ?? 'null')),
  );
  const bare = await stage.clients.cloudFormation.describeChangeSet({ ChangeSetName: child.ChangeSetId });
  const { BeforeContext, AfterContext, Details } = changeOf(bare, 'Queue') ?? {};
  notes.see(
    ['change-sets/11'],
    'without IncludePropertyValues there are no values',
    [undefined, undefined, undefined],
    [BeforeContext, AfterContext, Details?.[0]?.Target?.AfterValue],
  );
}

async function seeFailures(stage: Stage, plan: Planned): Promise<void> {
  const { notes, clients } = stage;
  const cases = [
    ['an unknown type', 'reader-broken.yml', /Unrecognized resource types: \[AWS::SNS::Tropic\]/],
    [
      'an unresolved parameter of an SSM type',
      'reader-ssm.yml',
      /^Unable to fetch parameters \[\{\{IntrinsicFunction:<run>-app\/Store/,
    ],
    [
      'Select on an unresolved parameter',
      'reader-select.yml',
      /Fn::Select cannot select nonexistent value at index 1/,
    ],
  ] as const;
  for (const [what, reader, reason] of cases) {
    const set = await plan({ store: 'store-2.yml', reader });
    const childId = changeOf(set, 'Reader')?.ChangeSetId ?? '';
    notes.see(
      ['change-sets/5'],
      `${what} fails the root, which names the nested set`,
      ['FAILED', true],
      [
        set.Status,
        set.StatusReason ===
          `Nested change set ${childId} was not successfully created: Currently in FAILED.`,
      ],
    );
    const failed = childId === '' ? undefined : await changeSetOf(stage, childId);
    notes.see(
      ['change-sets/4'],
      `${what}: the nested set’s own words`,
      ['FAILED', reason],
      [failed?.Status, failed?.StatusReason],
    );
    const sibling = await childOf(stage, set, 'Store');
    notes.see(
      ['change-sets/1', 'change-sets/5'],
      `${what}: the other nested set is made all the same`,
      'CREATE_COMPLETE',
      sibling.Status,
    );
    const answer = await answerTo(
      clients.cloudFormation.executeChangeSet({ ChangeSetName: set.ChangeSetId }),
    );
    notes.see(
      ['change-sets/5'],
      `${what}: the root can’t be executed`,
      { refused: 'InvalidChangeSetStatusException', status: 400 },
      answer,
    );
  }
}

async function seeConditions(stage: Stage, plan: Planned): Promise<void> {
  const extra = changeOf(await plan({ withExtra: 'yes' }), 'Extra');
  stage.notes.see(
    ['change-sets/9'],
    'a condition that flips adds its resource',
    ['Add', 'AWS::SNS::Topic'],
    [extra?.Action, extra?.ResourceType],
  );
  stage.notes.see(
    ['change-sets/9'],
    'a resource whose condition does not hold is in no change set',
    undefined,
    changeOf(await plan({ store: 'store-2.yml' }), 'Extra')?.Action,
  );
}

async function seeCreation(stage: Stage, bucket: string): Promise<void> {
  const { notes, clients } = stage;
  const stack = `${stage.name}-fresh`;
  const set = await makeChangeSet(stage, {
    stack,
    name: 'fresh',
    type: 'CREATE',
    template: nestedRoot(bucket),
    nested: true,
  });
  notes.see(
    ['change-sets/7'],
    'a new stack is planned with its nested ones',
    ['Add Reader', 'Add Store'],
    changed(set),
  );
  const child = await childOf(stage, set, 'Store');
  notes.see(
    ['change-sets/7'],
    'with a set that adds what they hold',
    ['CREATE_COMPLETE', 'UNAVAILABLE', ['Add Queue']],
    [child.Status, child.ExecutionStatus, changed(child)],
  );
  await clients.cloudFormation.deleteChangeSet({ ChangeSetName: set.ChangeSetId });
  await stage.sleep(stage.pace.every * 2);
  notes.see(
    ['change-sets/7', 'change-sets/13'],
    'deleting the root’s set deletes the nested ones',
    { refused: 'ChangeSetNotFoundException', status: 404 },
    await answerTo(clients.cloudFormation.describeChangeSet({ ChangeSetName: child.ChangeSetId })),
  );
}

async function seeNoChanges(stage: Stage, bucket: string): Promise<void> {
  const stack = `${stage.name}-plain`;
  const template = plainRoot(bucket, 'store-1.yml');
  await createStack(stage, { stack, template, nested: true });
  const same = await makeChangeSet(stage, { stack, name: 'same', template, nested: true });
  stage.notes.see(
    ['change-sets/6'],
    'where nothing changes at all, the root fails for want of changes',
    ['FAILED', 'UNAVAILABLE', empty],
    [same.Status, same.ExecutionStatus, same.StatusReason],
  );
}

async function seeExecution(
  stage: Stage,
  app: string,
  other: DescribeChangeSetOutput,
  set: DescribeChangeSetOutput,
): Promise<void> {
  const { notes } = stage;
  const { cloudFormation } = stage.clients;
  const child = changeOf(set, 'Store')?.ChangeSetId ?? '';
  notes.see(
    ['change-sets/2'],
    'a nested set can’t be executed by itself',
    { refused: 'InvalidChangeSetStatusException', status: 400 },
    await answerTo(cloudFormation.executeChangeSet({ ChangeSetName: child })),
  );
  const done = await execute(stage, set);
  notes.see(['change-sets/13'], 'the root’s execution updates the tree', 'UPDATE_COMPLETE', done.StackStatus);
  await stage.sleep(stage.pace.every * 2);
  const gone = { refused: 'ChangeSetNotFoundException', status: 404 };
  notes.see(
    ['change-sets/13'],
    'it removes the nested sets and all others of the stack',
    [gone, gone],
    [
      await answerTo(cloudFormation.describeChangeSet({ ChangeSetName: other.ChangeSetId })),
      await answerTo(cloudFormation.describeChangeSet({ ChangeSetName: child })),
    ],
  );
  const { Summaries = [] } = await cloudFormation.listChangeSets({
    StackName: await nestedStack(stage, app, 'Store'),
  });
  notes.see(['change-sets/6', 'change-sets/13'], 'and leaves none on the nested stack', 0, Summaries.length);
}
