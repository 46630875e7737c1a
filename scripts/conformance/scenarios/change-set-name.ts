import { answerTo } from '../observation.ts';
import { makeRoles, takeRole } from '../roles.ts';
import { createStack, makeChangeSet } from '../stacks.ts';
import type { Clients, Scenario } from '../world.ts';

const template = (edition: number) =>
  JSON.stringify({
    Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `edition ${edition}` } } },
  });

/** Policies that bind names of change sets, and roles that are named in requests. */
export const changeSetName: Scenario = {
  name: 'names-and-roles',
  title: 'policies over names of change sets and over roles',
  creates: ['a stack with four roles that may touch stacks of this run alone', 'a stack with a topic'],
  verifies: ['identity/3', 'identity/4', 'emulator/change_set_name', 'emulator/stack_role'],
  minutes: 4,
  run: async (stage) => {
    const { notes, account, region } = stage;
    const Resource = `arn:aws:cloudformation:${region}:${account}:stack/${stage.name}-*`;
    const allow = {
      Effect: 'Allow',
      Action: ['cloudformation:*', 'sns:*'],
      Resource: [Resource, `arn:aws:sns:${region}:${account}:${stage.name}-*`],
    } as const;
    const named = (operator: string, ...names: readonly string[]) => ({
      [operator]: { 'cloudformation:ChangeSetName': names },
    });
    const roles = await makeRoles(stage, [
      { id: 'Lenient', statements: [{ ...allow, Condition: named('StringLikeIfExists', 'run-*') }] },
      {
        id: 'Strict',
        statements: [
          {
            ...allow,
            Condition: named('StringLike', 'run-*', `arn:aws:cloudformation:*:${account}:changeSet/run-*`),
          },
        ],
      },
      { id: 'Passless', statements: [{ Effect: 'Allow', Action: 'cloudformation:*', Resource }] },
      { id: 'Hands', statements: [], service: 'cloudformation.amazonaws.com' },
    ]);
    const stack = `${stage.name}-app`;
    await createStack(stage, { stack, template: template(0) });
    const [lenient, strict, passless] = (await Promise.all(
      ['Lenient', 'Strict', 'Passless'].map((id) => takeRole(stage, roles[id] ?? '')),
    )) as [Clients, Clients, Clients];
    const denied = { refused: /^AccessDenied/, status: 403 };
    const make = (as: Clients, ChangeSetName: string) =>
      as.cloudFormation.createChangeSet({ StackName: stack, ChangeSetName, TemplateBody: template(1) });

    const rules = ['identity/3', 'emulator/change_set_name'];
    notes.see(
      rules,
      'another name than the policy’s is refused',
      denied,
      await answerTo(make(lenient, 'other-1')),
    );
    notes.see(rules, 'the policy’s name is taken', { done: true }, await answerTo(make(lenient, 'run-1')));
    const own = await makeChangeSet(stage, { stack, name: 'run-2', template: template(2) });
    notes.see(
      rules,
      'described by its ARN with a policy over names: refused',
      denied,
      await answerTo(
        lenient.cloudFormation.describeChangeSet({ StackName: stack, ChangeSetName: own.ChangeSetId }),
      ),
    );
    notes.see(
      rules,
      'described by its ARN with a policy over names and ARNs: taken',
      { done: true },
      await answerTo(
        strict.cloudFormation.describeChangeSet({ StackName: stack, ChangeSetName: own.ChangeSetId }),
      ),
    );
    notes.see(
      rules,
      'a call that names no change set: taken with IfExists, refused without',
      [{ done: true }, denied],
      [
        await answerTo(lenient.cloudFormation.describeStacks({ StackName: stack })),
        await answerTo(strict.cloudFormation.describeStacks({ StackName: stack })),
      ],
    );
    notes.see(
      ['identity/4', 'emulator/stack_role'],
      'who may not pass a role on may not name it',
      denied,
      await answerTo(
        passless.cloudFormation.createChangeSet({
          StackName: stack,
          ChangeSetName: 'with-role',
          TemplateBody: template(3),
          RoleARN: roles['Hands'],
        }),
      ),
    );
  },
};
