import { answerTo } from '../observation.ts';
import { changed, changeOf, createStack, execute, makeChangeSet, settled } from '../stacks.ts';
import type { Scenario, Stage } from '../world.ts';

const empty = /^The submitted information didn't contain changes\./;

/** A queue, an alias-like topic that takes its name, and what else a step changes. */
function template(settings: {
  readonly visibility?: number;
  readonly output?: boolean;
  readonly policy?: 'Delete' | 'Retain';
  readonly name?: string;
}): string {
  const { visibility = 30, output = false, policy = 'Delete', name } = settings;
  return JSON.stringify({
    Parameters: { Word: { Type: 'String', NoEcho: true, Default: 'a-word' } },
    Resources: {
      Queue: {
        Type: 'AWS::SQS::Queue',
        DeletionPolicy: policy,
        Properties: { VisibilityTimeout: visibility, ...(name === undefined ? {} : { QueueName: name }) },
      },
      Topic: {
        Type: 'AWS::SNS::Topic',
        Properties: { DisplayName: { 'Fn::GetAtt': ['Queue', 'QueueName'] } },
      },
    },
    Outputs: {
      Queue: { Value: { Ref: 'Queue' } },
      ...(output ? { More: { Value: 'more' } } : {}),
    },
  });
}

/** Change sets of one stack: what is empty, what is not, what an execution leaves. */
export const changeSets: Scenario = {
  name: 'change-sets',
  title: 'change sets of one stack',
  creates: ['a stack with a queue and a topic', 'a stack that is only reviewed'],
  verifies: [
    'change-sets/10',
    'change-sets/11',
    'change-sets/12',
    'change-sets/13',
    'change-sets/16',
    'fakes/cloudformation/change-sets/1',
    'fakes/cloudformation/change-sets/2',
    'fakes/cloudformation/change-sets/6',
  ],
  minutes: 4,
  run: async (stage) => {
    const stack = `${stage.name}-app`;
    await seeReview(stage);
    await createStack(stage, { stack, template: template({}) });
    const plan = (name: string, settings: Parameters<typeof template>[0]) =>
      makeChangeSet(stage, { stack, name, template: template(settings) });
    const { cloudFormation } = stage.clients;
    const { notes } = stage;

    const same = await plan('same', {});
    notes.see(
      ['fakes/cloudformation/change-sets/6'],
      'a set without changes fails and says so',
      ['FAILED', 'UNAVAILABLE', empty, 0],
      [same.Status, same.ExecutionStatus, same.StatusReason, same.Changes?.length ?? 0],
    );
    notes.see(
      ['fakes/cloudformation/change-sets/2'],
      'a name is unique for its stack',
      { refused: 'AlreadyExistsException', status: 400 },
      await answerTo(plan('same', {})),
    );
    notes.see(
      ['fakes/cloudformation/change-sets/1'],
      'CREATE for a stack that exists is refused',
      { refused: 'ValidationError', status: 400 },
      await answerTo(makeChangeSet(stage, { stack, name: 'again', type: 'CREATE', template: template({}) })),
      { here: { refused: 'AlreadyExistsException', status: 400 } },
    );

    const renamed = changeOf(await plan('renamed', { name: `${stage.name}-queue` }), 'Queue');
    notes.see(
      ['change-sets/12'],
      'a property that can only be set at creation replaces the resource',
      ['Modify', 'True', 'Always'],
      [renamed?.Action, renamed?.Replacement, renamed?.Details?.[0]?.Target?.RequiresRecreation],
    );

    const outputs = await plan('outputs', { output: true });
    notes.see(
      ['change-sets/10'],
      'a change of outputs alone is a set without changes that can be executed',
      ['CREATE_COMPLETE', 'AVAILABLE', []],
      [outputs.Status, outputs.ExecutionStatus, changed(outputs)],
    );
    notes.see(
      ['change-sets/11'],
      'a NoEcho parameter shows as stars',
      ['****'],
      outputs.Parameters?.map(({ ParameterValue }) => ParameterValue),
      { here: ['a-word'] },
    );
    const done = await execute(stage, outputs);
    notes.see(
      ['change-sets/10'],
      'its execution gives the stack the output',
      ['UPDATE_COMPLETE', 'more'],
      [done.StackStatus, done.Outputs?.find(({ OutputKey }) => OutputKey === 'More')?.OutputValue],
    );
    notes.see(
      ['change-sets/16'],
      'the stack names the set that was executed last',
      true,
      done.ChangeSetId === outputs.ChangeSetId,
    );
    const { ExecutionStatus } = await cloudFormation.describeChangeSet({
      ChangeSetName: outputs.ChangeSetId,
    });
    notes.see(
      ['change-sets/13'],
      'the executed set stays, the others are gone',
      ['EXECUTE_COMPLETE', { refused: 'ChangeSetNotFoundException', status: 404 }],
      [
        ExecutionStatus,
        await answerTo(cloudFormation.describeChangeSet({ ChangeSetName: same.ChangeSetId })),
      ],
    );
    await cloudFormation.updateStack({
      StackName: stack,
      TemplateBody: template({ output: true, visibility: 45 }),
    });
    await stage.sleep(stage.pace.every);
    notes.see(
      ['change-sets/16'],
      'after an update without a set it names none',
      undefined,
      (await settled(stage, stack)).ChangeSetId,
    );
  },
};

async function seeReview(stage: Stage): Promise<void> {
  const stack = `${stage.name}-review`;
  const set = await makeChangeSet(stage, { stack, name: 'first', type: 'CREATE', template: template({}) });
  const { cloudFormation } = stage.clients;
  const shown = async () => (await cloudFormation.describeStacks({ StackName: stack })).Stacks?.[0];
  const before = await shown();
  stage.notes.see(
    ['fakes/cloudformation/change-sets/1', 'change-sets/16'],
    'a set of type CREATE leaves a stack under review, which names no set',
    ['CREATE_COMPLETE', 'AVAILABLE', 'REVIEW_IN_PROGRESS', undefined],
    [set.Status, set.ExecutionStatus, before?.StackStatus, before?.ChangeSetId],
  );
  const second = await makeChangeSet(stage, {
    stack,
    name: 'second',
    type: 'CREATE',
    template: template({}),
  });
  stage.notes.see(
    ['fakes/cloudformation/change-sets/1'],
    'a second one of type CREATE is taken',
    'CREATE_COMPLETE',
    second.Status,
  );
  await cloudFormation.deleteChangeSet({ ChangeSetName: set.ChangeSetId });
  await cloudFormation.deleteChangeSet({ ChangeSetName: second.ChangeSetId });
  await stage.sleep(stage.pace.every);
  stage.notes.see(
    ['fakes/cloudformation/change-sets/1'],
    'without its sets the stack is still there',
    'REVIEW_IN_PROGRESS',
    (await shown())?.StackStatus,
  );
}
