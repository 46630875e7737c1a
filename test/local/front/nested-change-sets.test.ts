import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CloudFormation, DescribeChangeSetOutput, ResourceChange } from '@aws-sdk/client-cloudformation';
import { described, eventually, home, settled, startTestAws, type TestAws } from './local.ts';
import { root, templates } from './nested-templates.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

const account = '111111111111';
const bucket = 'templates-of-the-test';

let aws: TestAws;
let client: CloudFormation;
let counter = 0;

beforeAll(async () => {
  aws = await startTestAws([account]);
  client = aws.cloudFormation(account);
  const s3 = aws.s3(account);
  await s3.createBucket({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: home } });
  for (const [Key, Body] of Object.entries(templates)) await s3.putObject({ Bucket: bucket, Key, Body });
  await plan('CREATE', 'app', root('store-1.yml')).then((id) =>
    client.executeChangeSet({ ChangeSetName: id }),
  );
  expect((await settled(client, 'app')).StackStatus).toBe('CREATE_COMPLETE');
});

afterAll(() => aws.end());

async function plan(
  type: 'CREATE' | 'UPDATE',
  stack: string,
  template: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<string> {
  counter += 1;
  const { Id } = await client.createChangeSet({
    StackName: stack,
    ChangeSetName: `slipway-run-${counter}`,
    ChangeSetType: type,
    TemplateBody: template,
    IncludeNestedStacks: true,
    Description: `plan ${counter}`,
    Parameters: Object.entries({ ArtifactBucket: bucket, ...parameters }).map(
      ([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      }),
    ),
  });
  const id = Id ?? '';
  await described(client, id);
  return id;
}

function change(set: DescribeChangeSetOutput, logicalId: string): ResourceChange | undefined {
  return set.Changes?.find(({ ResourceChange }) => ResourceChange?.LogicalResourceId === logicalId)
    ?.ResourceChange;
}

async function childOf(set: DescribeChangeSetOutput, logicalId: string): Promise<DescribeChangeSetOutput> {
  return described(client, change(set, logicalId)?.ChangeSetId ?? `no change set for ${logicalId}`);
}

async function setsOn(stack: string): Promise<readonly string[]> {
  const { Summaries = [] } = await client.listChangeSets({ StackName: stack });
  return Summaries.map(({ ChangeSetName }) => ChangeSetName ?? '');
}

async function childStack(logicalId: string): Promise<string> {
  const { StackResources } = await client.describeStackResources({
    StackName: 'app',
    LogicalResourceId: logicalId,
  });
  return StackResources?.[0]?.PhysicalResourceId ?? '';
}

test('a change deep in a nested stack shows in the change set of that stack, with values before and after', async () => {
  const id = await plan('UPDATE', 'app', root('store-2.yml'));
  const set = await described(client, id);
  expect(set).toMatchObject({
    Status: 'CREATE_COMPLETE',
    ExecutionStatus: 'AVAILABLE',
    IncludeNestedStacks: true,
    RootChangeSetId: id,
    Description: `plan ${counter}`,
  });
  const { Summaries = [] } = await client.listChangeSets({ StackName: 'app' });
  expect(Summaries.find(({ ChangeSetId }) => ChangeSetId === id)?.Description).toBe(`plan ${counter}`);
  const child = await childOf(set, 'Store');
  expect(child).toMatchObject({
    Status: 'CREATE_COMPLETE',
    ExecutionStatus: 'UNAVAILABLE',
    ParentChangeSetId: id,
    RootChangeSetId: id,
    StackId: await childStack('Store'),
  });
  expect(child.Changes).toHaveLength(1);
  const queue = change(child, 'Queue');
  expect(queue).toMatchObject({ Action: 'Modify', Replacement: 'False' });
  expect(queue?.Details?.[0]?.Target).toMatchObject({
    Attribute: 'Properties',
    Name: 'VisibilityTimeout',
    Path: '/Properties/VisibilityTimeout',
    BeforeValue: '30',
    AfterValue: '60',
    AttributeChangeType: 'Modify',
  });
  expect(JSON.parse(queue?.BeforeContext ?? '')).toEqual({ Properties: { VisibilityTimeout: '30' } });
  expect(JSON.parse(queue?.AfterContext ?? '')).toEqual({ Properties: { VisibilityTimeout: 60 } });
  const bare = await client.describeChangeSet({ ChangeSetName: child.ChangeSetId ?? '' });
  expect(change(bare, 'Queue')?.Details?.[0]?.Target).not.toHaveProperty('AfterValue');
  expect(change(bare, 'Queue')).not.toHaveProperty('AfterContext');
});

test('a parameter that comes from another child is unresolved, so an unchanged child shows a false change', async () => {
  const set = await described(client, await plan('UPDATE', 'app', root('store-1.yml')));
  expect(set.Status).toBe('CREATE_COMPLETE');
  expect(set.Changes?.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).toEqual(['Reader']);
  const child = await childOf(set, 'Reader');
  expect(child.Parameters).toEqual([
    {
      ParameterKey: 'Source',
      ParameterValue: '{{IntrinsicFunction:app/Store.Outputs.QueueName/Fn::GetAtt}}',
    },
  ]);
  expect(change(child, 'Topic')?.Details?.[0]?.Target?.AfterValue).toBe(
    '{{IntrinsicFunction:app/Store.Outputs.QueueName/Fn::GetAtt}}',
  );
});

test('executing a set that holds only false changes updates the stack and leaves its template as it was', async () => {
  const template = root('store-1.yml');
  const id = await plan('UPDATE', 'app', template);
  await client.executeChangeSet({ ChangeSetName: id });
  expect((await settled(client, 'app')).StackStatus).toBe('UPDATE_COMPLETE');
  expect((await client.describeChangeSet({ ChangeSetName: id })).ExecutionStatus).toBe('EXECUTE_COMPLETE');
  expect((await client.getTemplate({ StackName: 'app', TemplateStage: 'Original' })).TemplateBody).toBe(
    template,
  );
});

test('an unchanged child has a failed change set with the empty reason, and is no change of the root', async () => {
  const id = await plan('UPDATE', 'app', root('store-1.yml'));
  const set = await described(client, id);
  const { Summaries = [] } = await client.listChangeSets({ StackName: await childStack('Store') });
  expect(Summaries.filter(({ RootChangeSetId }) => RootChangeSetId === id)).toMatchObject([
    {
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason: expect.stringMatching(/^The submitted information didn't contain changes\./),
    },
  ]);
  expect(change(set, 'Store')).toBeUndefined();
});

test('a root in which nothing changes at all fails with the empty reason', async () => {
  const parameters = { StoreKey: 'store-1.yml' };
  const stored = await aws.s3(account).getObject({ Bucket: bucket, Key: 'top.yml' });
  const template = (await stored.Body?.transformToString()) ?? '';
  const created = await plan('CREATE', 'deep', template, parameters);
  await client.executeChangeSet({ ChangeSetName: created });
  await settled(client, 'deep');
  const same = await described(client, await plan('UPDATE', 'deep', template, parameters));
  expect(same).toMatchObject({ Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE' });
  expect(same.StatusReason).toMatch(/^The submitted information didn't contain changes\./);

  const deeper = await described(client, await plan('UPDATE', 'deep', template, { StoreKey: 'store-2.yml' }));
  const middle = await childOf(deeper, 'Middle');
  const inner = await childOf(middle, 'Inner');
  expect(inner).toMatchObject({ RootChangeSetId: deeper.ChangeSetId, ParentChangeSetId: middle.ChangeSetId });
  expect(change(inner, 'Queue')?.Details?.[0]?.Target?.AfterValue).toBe('60');
});

test('a stack that is to be created is planned with all below it, and leaves nothing behind', async () => {
  const id = await plan('CREATE', 'fresh', root('store-1.yml'));
  const set = await described(client, id);
  expect(
    set.Changes?.map(({ ResourceChange }) => [ResourceChange?.Action, ResourceChange?.LogicalResourceId]),
  ).toEqual([
    ['Add', 'Reader'],
    ['Add', 'Store'],
  ]);
  const child = await childOf(set, 'Store');
  expect(child).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'UNAVAILABLE' });
  expect(change(child, 'Queue')).toMatchObject({ Action: 'Add', ResourceType: 'AWS::SQS::Queue' });
  expect(JSON.parse(change(child, 'Queue')?.AfterContext ?? '')).toEqual({
    Properties: { VisibilityTimeout: '30' },
  });
  await client.deleteChangeSet({ ChangeSetName: id });
  await expect(client.describeChangeSet({ ChangeSetName: child.ChangeSetId ?? '' })).rejects.toMatchObject({
    name: 'ChangeSetNotFoundException',
  });
  await client.deleteStack({ StackName: 'fresh' });
  const { StackSummaries = [] } = await client.listStacks({ StackStatusFilter: ['REVIEW_IN_PROGRESS'] });
  expect(StackSummaries).toEqual([]);
});

describe('what fails in a child fails the root', () => {
  test.each([
    ['an unknown type', 'broken.yml', /Unrecognized resource types: \[AWS::SNS::Tropic\]/],
    [
      'an unresolved parameter of an SSM type',
      'reader-ssm.yml',
      /^Unable to fetch parameters \[\{\{IntrinsicFunction:app\/Store/,
    ],
    [
      'Select on an unresolved parameter',
      'reader-select.yml',
      /Fn::Select cannot select nonexistent value at index 1/,
    ],
  ])('%s', async (_what, key, reason) => {
    const set = await described(client, await plan('UPDATE', 'app', root('store-2.yml', key)));
    const childId = change(set, 'Reader')?.ChangeSetId ?? '';
    expect(set).toMatchObject({
      Status: 'FAILED',
      StatusReason: `Nested change set ${childId} was not successfully created: Currently in FAILED.`,
    });
    const failed = await described(client, childId);
    expect(failed.Status).toBe('FAILED');
    expect(failed.StatusReason).toMatch(reason);
    expect((await childOf(set, 'Store')).Status).toBe('CREATE_COMPLETE');
    await expect(client.executeChangeSet({ ChangeSetName: set.ChangeSetId ?? '' })).rejects.toMatchObject({
      name: 'InvalidChangeSetStatusException',
    });
  });
});

test('a condition that flips adds its resource, and one that does not hold adds none', async () => {
  const set = await described(client, await plan('UPDATE', 'app', root('store-1.yml'), { WithExtra: 'yes' }));
  expect(change(set, 'Extra')).toMatchObject({ Action: 'Add', ResourceType: 'AWS::SNS::Topic' });
  const without = await described(client, await plan('UPDATE', 'app', root('store-2.yml')));
  expect(change(without, 'Extra')).toBeUndefined();
});

test('a change of outputs alone can be executed', async () => {
  const template = root('store-1.yml', 'reader.yml', '  More: { Value: more }');
  const id = await plan('UPDATE', 'app', template);
  await client.executeChangeSet({ ChangeSetName: id });
  const stack = await settled(client, 'app');
  expect(stack.Outputs).toContainEqual(expect.objectContaining({ OutputKey: 'More', OutputValue: 'more' }));
});

test('without the flag every nested stack shows as an automatic change and has no change set', async () => {
  const { Id } = await client.createChangeSet({
    StackName: 'app',
    ChangeSetName: 'slipway-run-flat',
    TemplateBody: root('store-1.yml'),
    Parameters: [{ ParameterKey: 'ArtifactBucket', ParameterValue: bucket }],
  });
  const set = await described(client, Id ?? '');
  const nested = ['Reader', 'Store'].map((logicalId) => change(set, logicalId));
  expect(nested.map((one) => one?.Details?.at(-1)?.ChangeSource)).toEqual(['Automatic', 'Automatic']);
  expect(nested.map((one) => one?.ChangeSetId)).toEqual([undefined, undefined]);
});

test('executing the root removes its nested sets and all other sets of the stack', async () => {
  const other = await plan('UPDATE', 'app', root('store-1.yml'));
  const id = await plan('UPDATE', 'app', root('store-2.yml'));
  const child = await childOf(await described(client, id), 'Store');
  await expect(client.executeChangeSet({ ChangeSetName: child.ChangeSetId ?? '' })).rejects.toMatchObject({
    name: 'InvalidChangeSetStatusException',
  });
  await client.executeChangeSet({ ChangeSetName: id });
  expect((await settled(client, 'app')).StackStatus).toBe('UPDATE_COMPLETE');
  expect(await setsOn(await childStack('Store'))).toEqual([]);
  for (const gone of [other, child.ChangeSetId ?? '']) {
    await expect(client.describeChangeSet({ ChangeSetName: gone })).rejects.toMatchObject({
      name: 'ChangeSetNotFoundException',
    });
  }
  const executed = await eventually(async () => {
    const set = await client.describeChangeSet({ ChangeSetName: id });
    return set.ExecutionStatus === 'EXECUTE_IN_PROGRESS' ? undefined : set;
  });
  expect(executed.ExecutionStatus).toBe('EXECUTE_COMPLETE');
});
