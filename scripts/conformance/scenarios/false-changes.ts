import { changed, changeOf, childOf, createStack, makeChangeSet } from '../stacks.ts';
import type { Stage } from '../world.ts';
import { exporting, queueWithPolicy, type Planned } from './nested-templates.ts';

const unresolved = '{{IntrinsicFunction:<run>-app/Store.Outputs.QueueName/Fn::GetAtt}}';
/** Why CloudFormation fails a set in which nothing changes. */
export const empty = /^The submitted information didn't contain changes\./;

/** What comes from an input that is not known yet, and seems to change. */
export async function seeUnresolved(stage: Stage, plan: Planned, store: string): Promise<void> {
  const { notes } = stage;
  const same = await plan({});
  notes.see(
    ['change-sets/3'],
    'an unchanged child that is fed by another one shows a false change',
    ['Modify Reader'],
    changed(same),
  );
  const reader = await childOf(stage, same, 'Reader');
  notes.see(
    ['change-sets/3'],
    'its parameter is the unresolved function',
    [['Source', unresolved]],
    (reader.Parameters ?? []).map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
  );
  const { Summaries = [] } = await stage.clients.cloudFormation.listChangeSets({ StackName: store });
  const own = Summaries.filter(({ RootChangeSetId }) => RootChangeSetId === same.ChangeSetId);
  notes.see(
    ['change-sets/6'],
    'an unchanged child’s set failed for want of changes, and fails nothing',
    [['FAILED', 'UNAVAILABLE', empty]],
    own.map(({ Status, ExecutionStatus, StatusReason }) => [Status, ExecutionStatus, StatusReason]),
  );
  const joined = await plan({ source: "!Join ['-', [!GetAtt Store.Outputs.QueueName, x]]" });
  const { Parameters = [] } = await childOf(stage, joined, 'Reader');
  notes.see(
    ['change-sets/3'],
    'a Join over an unresolved value',
    '{{IntrinsicFunction://Fn::Join}}',
    Parameters[0]?.ParameterValue,
  );
  const flat = await plan({}, false);
  const nested = ['Reader', 'Store'].map((id) => changeOf(flat, id));
  notes.see(
    ['change-sets/8'],
    'without IncludeNestedStacks every nested stack is an automatic change without a set',
    [
      ['Modify', 'Automatic', undefined],
      ['Modify', 'Automatic', undefined],
    ],
    nested.map((one) => [one?.Action, one?.Details?.at(-1)?.ChangeSource, one?.ChangeSetId]),
  );
}

/** The forms in which an import is not known yet. */
export async function seeImport(stage: Stage, plan: Planned): Promise<void> {
  const name = `${stage.name}-topic`;
  await createStack(stage, { stack: `${stage.name}-shared`, template: exporting(name) });
  for (const [what, source, value] of [
    ['an import', `!ImportValue ${name}`, '{{IntrinsicFunction:<run>-app//Fn::ImportValue}}'],
    ['a Join over an import', `!Join ['-', [!ImportValue ${name}, x]]`, '{{IntrinsicFunction://Fn::Join}}'],
  ] as const) {
    const { Parameters = [] } = await childOf(stage, await plan({ source }), 'Reader');
    stage.notes.see(
      ['change-sets/3'],
      `${what}, as a nested stack’s parameter`,
      value,
      Parameters[0]?.ParameterValue,
    );
  }
}

/** A change of a DeletionPolicy alone makes what names the resource's attributes seem to change. */
export async function seeNoise(stage: Stage): Promise<void> {
  const stack = `${stage.name}-kept`;
  await createStack(stage, { stack, template: queueWithPolicy('Delete') });
  const set = await makeChangeSet(stage, { stack, name: 'kept', template: queueWithPolicy('Retain') });
  const [queue, policy] = [changeOf(set, 'Queue'), changeOf(set, 'Policy')];
  stage.notes.see(
    ['fakes/cloudformation/change-sets/14'],
    'a change of DeletionPolicy alone is one of the resource',
    ['Modify', 'False', ['DeletionPolicy']],
    [queue?.Action, queue?.Replacement, queue?.Scope],
  );
  const [detail] = policy?.Details ?? [];
  stage.notes.see(
    ['fakes/cloudformation/change-sets/14'],
    'and, seemingly, one of the policy that names an attribute of it',
    ['Modify', 'ResourceAttribute', 'Dynamic', 'Never', 'Queue.Arn'],
    [
      policy?.Action,
      detail?.ChangeSource,
      detail?.Evaluation,
      detail?.Target?.RequiresRecreation,
      detail?.CausingEntity,
    ],
  );
}
