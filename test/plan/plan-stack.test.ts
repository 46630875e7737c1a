import { describe, expect, test } from '@jest/globals';
import { allNodes, changeOf, makeWorld, nodeOf, shown } from './world.ts';
import { photos } from './photos.ts';

describe('a stack that exists', () => {
  test('without changes has the outcome none, although the service claims changes in every fed child', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    const plan = await world.plan(release);
    expect(shown(plan)).toEqual([]);
    expect(plan).toMatchObject({ outcome: 'none', changeSet: null, certainty: 'full', failures: [] });
    const said = [...world.api.sets.values()]
      .flatMap((set) => set.changes)
      .filter((each) => each.Action === 'Modify');
    expect(said.map((each) => each.LogicalResourceId)).toContain('Topic');
    expect(allNodes(plan.root).reduce((sum, node) => sum + node.dropped, 0)).toBeGreaterThanOrEqual(4);
  });

  test('shows one property deep in a nested stack, and just that', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const plan = await world.plan(world.release(photos({ memory: 512 })));
    expect(shown(plan)).toEqual(['api/PresignFunction modify MemorySize']);
    expect(changeOf(plan, 'api/PresignFunction').properties).toEqual([
      {
        path: 'MemorySize',
        before: '256',
        after: '512',
        secret: false,
        replacement: 'never',
        certainty: 'certain',
        lineage: [],
      },
    ]);
    expect(changeOf(plan, 'api/PresignFunction').at).toMatchObject({ file: 'api.yml' });
    expect(plan.outcome).toBe('change');
    expect(plan.changeSet).toMatch(/:changeSet\/slipway-run-1\//);
    expect(nodeOf(plan, 'alarms')).toMatchObject({ status: 'unchanged', dropped: 2 });
    expect(nodeOf(plan, '').status).toBe('change');
  });

  test('keeps as possible what a producer that is replaced feeds', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const plan = await world.plan(world.release(photos({ bucketName: 'pictures' })));
    expect(shown(plan)).toEqual([
      'storage/PhotosBucket modify replacement:always BucketName',
      'storage/BucketPolicy modify possible Bucket,Resource',
      'api/PresignFunction modify possible Environment.Variables.BUCKET',
      'api/PresignRole modify possible Resource',
      'alarms/Topic modify replacement:always possible TopicName',
      'alarms/ErrorAlarm modify possible Action',
    ]);
    expect(changeOf(plan, 'storage/PhotosBucket').policyAction).toBe('ReplaceAndDelete');
    const after = (at: string) => changeOf(plan, at).properties.map((each) => each.after);
    expect(after('storage/BucketPolicy')).toEqual(['${PhotosBucket}', '${PhotosBucket.Arn}/*']);
    expect(after('api/PresignRole')).toEqual(['${storage/PhotosBucket.Arn}/*']);
  });

  test('shows additions, removals and the place of what causes a replacement', async () => {
    const world = makeWorld();
    world.deploy(
      world.release(photos({ extra: { Old: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' } } })),
    );
    const next = photos({ bucketName: 'pictures', extra: { New: { Type: 'AWS::SQS::Queue' } } });
    const plan = await world.plan(world.release(next));
    expect(changeOf(plan, 'storage/New')).toMatchObject({
      action: 'add',
      physicalId: null,
      at: { file: 'storage.yml' },
    });
    expect(changeOf(plan, 'storage/Old')).toMatchObject({
      action: 'remove',
      policyAction: 'Retain',
      at: null,
    });
    const lines = JSON.stringify(next['storage.yml'], null, 2).split('\n');
    const { at } = changeOf(plan, 'storage/PhotosBucket');
    expect(lines[(at?.line ?? 0) - 1]).toContain('"BucketName": "pictures"');
  });

  test('tells a change of outputs alone', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const plan = await world.plan(world.release(photos({ apiOutput: 'https://photos.example' })));
    expect(shown(plan)).toEqual([]);
    expect(plan.outcome).toBe('change');
    expect(nodeOf(plan, 'api')).toMatchObject({ status: 'change', outputsOnly: true });
    expect(nodeOf(plan, 'storage').status).toBe('unchanged');
    expect(plan.changeSet).not.toBeNull();
  });

  test('does not take a policy that names an untouched bucket for changed when only its DeletionPolicy changes', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos({ bucketPolicy: 'Retain' })));
    const plan = await world.plan(world.release(photos({ bucketPolicy: 'Delete' })));
    expect(shown(plan)).toEqual(['storage/PhotosBucket modify DeletionPolicy,UpdateReplacePolicy']);
    expect(changeOf(plan, 'storage/PhotosBucket').properties[0]).toMatchObject({
      before: 'Retain',
      after: 'Delete',
    });
    expect(nodeOf(plan, 'storage').dropped).toBe(1);
  });

  test('shows the parameters that change, and nothing for those that do not', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const plan = await world.plan(world.release(photos()), { Stage: 'demo' });
    expect(plan.parameters.filter((each) => each.before !== each.after)).toEqual([
      { name: 'Stage', before: 'dev', after: 'demo', secret: false, deferred: null },
    ]);
    expect(shown(plan)[0]).toBe('storage/PhotosBucket modify replacement:always BucketName,Tags.0.Value');
  });

  test('reads on over all pages, and completes what a reading with values leaves out', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.pageSize = 1;
    world.api.missingWithValues.add('PhotosBucket');
    const plan = await world.plan(world.release(photos({ bucketName: 'pictures', memory: 512 })));
    expect(shown(plan)).toContain('storage/PhotosBucket modify replacement:always BucketName');
    expect(changeOf(plan, 'storage/PhotosBucket').properties[0]).toMatchObject({
      before: 'photos-dev',
      after: 'pictures',
    });
    expect(changeOf(plan, 'api/PresignFunction').properties.map((each) => each.path)).toContain('MemorySize');
    expect(plan.warnings).toEqual([]);
  });

  test('puts values in from the templates where the service gives none', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.givesValues = false;
    const plan = await world.plan(world.release(photos({ memory: 512 })));
    // A hidden value can't be compared, so where the service only says "Environment" it may change.
    expect(shown(plan)).toEqual(['api/PresignFunction modify MemorySize,Environment.Variables.SIGNING_KEY']);
    expect(changeOf(plan, 'api/PresignFunction').properties[0]).toMatchObject({
      before: '256',
      after: '512',
    });
  });

  test('takes whole values apart into what differs', async () => {
    const world = makeWorld();
    const sources = (action: string, bucket: string) => ({
      'root.yml': {
        Resources: {
          Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket } },
          Policy: {
            Type: 'AWS::S3::BucketPolicy',
            Properties: {
              PolicyDocument: {
                Statement: [
                  { Sid: 'Tls', Action: 's3:*', Resource: { 'Fn::Sub': '${Bucket.Arn}/*' } },
                  { Sid: 'Read', Action: [action], Resource: '*' },
                ],
              },
            },
          },
        },
      },
    });
    world.api.store.coarse = true;
    world.deploy(world.release(sources('s3:GetObject', 'photos')));
    const plan = await world.plan(world.release(sources('s3:PutObject', 'photos')));
    expect(shown(plan)).toEqual(['Policy modify PolicyDocument.Statement.1.Action.0']);
    expect(changeOf(plan, 'Policy').properties[0]).toMatchObject({
      before: 's3:GetObject',
      after: 's3:PutObject',
    });
    const both = await world.plan(world.release(sources('s3:PutObject', 'pictures')));
    expect(
      changeOf(both, 'Policy').properties.map(({ path, after, certainty }) => [path, after, certainty]),
    ).toEqual([
      ['PolicyDocument.Statement.1.Action.0', 's3:PutObject', 'certain'],
      ['PolicyDocument.Statement.0.Resource', '${Bucket.Arn}/*', 'possible'],
    ]);
  });

  test('pairs what packaging renews under another logical id', async () => {
    const world = makeWorld();
    const sources = (id: string) => ({
      'root.yml': {
        Resources: {
          [id]: { Type: 'AWS::ApiGateway::Deployment', Metadata: { Slipway: { RenewWith: ['self'] } } },
          Other: { Type: 'AWS::ApiGateway::Deployment' },
        },
      },
    });
    world.deploy(world.release(sources('Deployment0a1b2c3d')));
    const plan = await world.plan(world.release(sources('Deployment4e5f6a7b')));
    expect(shown(plan)).toEqual(['Deployment4e5f6a7b add', 'Deployment0a1b2c3d remove']);
    expect(changeOf(plan, 'Deployment4e5f6a7b').renews).toBe('Deployment0a1b2c3d');
    expect(changeOf(plan, 'Deployment0a1b2c3d').renews).toBeNull();
  });

  test('a property that is taken away has no value afterwards', async () => {
    const world = makeWorld();
    const sources = (properties: object) => ({
      'root.yml': { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: properties } } },
    });
    for (const givesValues of [true, false]) {
      world.api.givesValues = givesValues;
      world.deploy(world.release(sources({ Delay: 5, Fifo: false })));
      const plan = await world.plan(world.release(sources({ Fifo: false })));
      expect(changeOf(plan, 'Queue').properties).toMatchObject([{ path: 'Delay', before: '5', after: null }]);
    }
  });

  test('waits for every child, with pauses', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.polls = 3;
    const plan = await world.plan(world.release(photos({ memory: 512 })));
    expect(shown(plan)).toEqual(['api/PresignFunction modify MemorySize']);
    expect(world.clock.now()).toBeGreaterThan(1_000);
  });

  test('shows a nested stack that is added and one that is removed, with all they hold', async () => {
    const world = makeWorld();
    const sources = photos();
    const root = sources['root.yml'] as { Resources: Record<string, unknown> };
    const alone = {
      ...sources,
      'root.yml': { ...root, Outputs: {}, Resources: { archive: root.Resources['storage'] } },
    };
    world.deploy(
      world.release({
        ...sources,
        'root.yml': { ...root, Outputs: {}, Resources: { storage: root.Resources['storage'] } },
      }),
    );
    const plan = await world.plan(world.release(alone));
    expect(shown(plan)).toEqual([
      'archive/PhotosBucket add',
      'archive/BucketPolicy add',
      'storage/PhotosBucket remove',
      'storage/BucketPolicy remove',
    ]);
    expect(nodeOf(plan, 'archive')).toMatchObject({ status: 'create', template: 'storage.yml' });
    expect(nodeOf(plan, 'storage')).toMatchObject({ status: 'remove', template: null });
  });

  test('tags of the stack alone are a change', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    const plan = await world.plan(
      release,
      {},
      { instance: { ...world.instance, tags: { team: 'pictures' } } },
    );
    expect(plan).toMatchObject({ outcome: 'change', root: { changes: [] } });
    expect(nodeOf(plan, 'storage')).toMatchObject({ outputsOnly: true, changes: [] });
  });
});
