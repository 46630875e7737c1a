import { bucketsNamed, fill, makeBucket } from '../buckets.ts';
import { createStack, deleteStack, eventsOf, execute, makeChangeSet, nestedStack } from '../stacks.ts';
import type { Scenario, Stage } from '../world.ts';
import { nestedRoot, nestedTemplates } from './nested-templates.ts';

/** A bucket that is kept, and a queue that can be told to fail after it. */
const kept = (bucket: string, visibility: number) => `
Conditions:
  IsProd: !Equals [prod, prod]
Resources:
  Kept:
    Type: AWS::S3::Bucket
    DeletionPolicy: !If [IsProd, RetainExceptOnCreate, Delete]
    UpdateReplacePolicy: Delete
    Properties: { BucketName: ${bucket} }
  Late:
    Type: AWS::SQS::Queue
    DependsOn: Kept
    Properties: { VisibilityTimeout: ${visibility} }
`;

const parent = (bucket: string, key: string) => `
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: !Sub 'https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${bucket}/${key}' }
`;

/** Updates and first creations that fail, and what deletion keeps. */
export const failures: Scenario = {
  name: 'failures',
  title: 'failures, rollback, and what deletion keeps',
  creates: [
    'a bucket with templates',
    'three stacks, two of them with a bucket that outlives its stack until the end',
  ],
  verifies: [
    'emulator/nested_deletion',
    'emulator/nested_attributes',
    'fakes/cloudformation/stacks/9',
    'fakes/cloudformation/stacks/11',
  ],
  minutes: 8,
  run: async (stage) => {
    const bucket = await makeBucket(stage, 'templates');
    await fill(stage, bucket, {
      ...nestedTemplates,
      'kept-broken.yml': kept(`${stage.name}-child`, 999999),
      'kept.yml': kept(`${stage.name}-child`, 30),
    });
    await seeUpdate(stage, bucket);
    await seeKept(stage, 'root', (isBroken) => kept(`${stage.name}-root`, isBroken ? 999999 : 30), false);
    await seeKept(
      stage,
      'child',
      (isBroken) => parent(bucket, isBroken ? 'kept-broken.yml' : 'kept.yml'),
      true,
    );
  },
};

async function seeUpdate(stage: Stage, bucket: string): Promise<void> {
  const { notes } = stage;
  const stack = `${stage.name}-app`;
  await createStack(stage, { stack, template: nestedRoot(bucket), nested: true });
  const store = await nestedStack(stage, stack, 'Store');
  // Planned without nested sets: with them, AWS may see the mistake before anything runs.
  const broken = nestedRoot(bucket).replace('store-1.yml', 'store-broken.yml');
  const set = await makeChangeSet(stage, { stack, name: 'broken', template: broken });
  const done = await execute(stage, set);
  notes.see(
    ['fakes/cloudformation/stacks/11'],
    'an update that fails in a nested stack is rolled back',
    'UPDATE_ROLLBACK_COMPLETE',
    done.StackStatus,
  );
  const failed = (await eventsOf(stage, store)).filter(
    ({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED',
  );
  notes.see(
    ['fakes/cloudformation/stacks/9'],
    'the nested stack’s first failure names the resource',
    'Queue',
    failed[0]?.LogicalResourceId,
  );
  const root = (await eventsOf(stage, stack)).filter(
    ({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED',
  );
  notes.see(
    ['fakes/cloudformation/stacks/9'],
    'the root’s names the nested stack and passes on what failed',
    ['Store', /^Embedded stack arn:.* was not successfully updated: /],
    [root[0]?.LogicalResourceId, root[0]?.ResourceStatusReason],
    { here: ['Store', /^Invalid value for the parameter VisibilityTimeout\./] },
  );
  const next = await execute(
    stage,
    await makeChangeSet(stage, {
      stack,
      name: 'mended',
      template: nestedRoot(bucket, { store: 'store-2.yml' }),
      nested: true,
    }),
  );
  notes.see(
    ['emulator/nested_attributes'],
    'the next update finds the attributes of what a nested stack’s update leaves alone',
    'UPDATE_COMPLETE',
    next.StackStatus,
  );
}

async function seeKept(
  stage: Stage,
  part: string,
  template: (isBroken: boolean) => string,
  nested: boolean,
): Promise<void> {
  const { notes } = stage;
  const [stack, bucket] = [`${stage.name}-${part}`, `${stage.name}-${part}`];
  const rules = nested ? ['emulator/nested_deletion'] : ['fakes/cloudformation/stacks/11'];
  const where = nested ? ' of a nested stack' : '';
  const exists = async () => (await bucketsNamed(stage.clients, bucket)).includes(bucket);
  const failed = await createStack(stage, { stack, template: template(true), nested: false });
  notes.see(
    rules,
    `a first creation${where} that fails leaves nothing, RetainExceptOnCreate or not`,
    ['ROLLBACK_COMPLETE', false],
    [failed.StackStatus, await exists()],
  );
  await deleteStack(stage, failed.StackId ?? '');
  const made = await createStack(stage, { stack, template: template(false), nested: false });
  notes.see(
    rules,
    `so that it can be run again${where}`,
    ['CREATE_COMPLETE', true],
    [made.StackStatus, await exists()],
  );
  const child = nested ? await nestedStack(stage, stack, 'Child') : (made.StackId ?? '');
  const gone = await deleteStack(stage, made.StackId ?? '');
  const skipped = (await eventsOf(stage, child)).filter(
    ({ ResourceStatus }) => ResourceStatus === 'DELETE_SKIPPED',
  );
  notes.see(
    rules,
    `deletion${where} keeps the bucket`,
    ['DELETE_COMPLETE', ['Kept'], true],
    [gone.StackStatus, skipped.map(({ LogicalResourceId }) => LogicalResourceId), await exists()],
  );
}
