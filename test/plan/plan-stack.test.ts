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
      ['PolicyDocument.Statement.0.Resource', '${Bucket.Arn}/*', 'possible'],
      ['PolicyDocument.Statement.1.Action.0', 's3:PutObject', 'certain'],
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

describe('change sets that fail', () => {
  test('for unresolved inputs: the root is taken alone and the nested templates are compared', async () => {
    const world = makeWorld();
    const sources = photos();
    const strict = (memory: number) => {
      const template = photos({ memory })['api.yml'] as { Parameters: Record<string, unknown> };
      return {
        ...sources,
        'api.yml': {
          ...template,
          Parameters: { ...template.Parameters, BucketName: { Type: 'String', AllowedPattern: '[a-z-]+' } },
        },
      };
    };
    world.deploy(world.release(strict(256)));
    const plan = await world.plan(world.release(strict(512)));
    expect(plan).toMatchObject({ certainty: 'partial', outcome: 'change', failures: [] });
    expect(plan.changeSet).toMatch(/slipway-run-1-root/);
    expect(shown(plan)).toEqual([
      // A hidden value can't be compared.
      'api/PresignFunction modify replacement:conditional MemorySize,Environment.Variables.SIGNING_KEY',
      'alarms/ErrorAlarm modify replacement:conditional possible Dimension',
    ]);
    expect(nodeOf(plan, 'storage')).toMatchObject({ status: 'unchanged', unseen: [] });
    expect(world.lines.join('\n')).toContain('must match pattern');
  });

  test('for unresolved inputs, with a stateful child that may change: it counts as unseen', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.failures.set('alarms', 'Template error: Fn::Select cannot select nonexistent value at index 1');
    const plan = await world.plan(world.release(photos({ bucketPolicy: 'Retain' })));
    expect(plan.certainty).toBe('partial');
    expect(nodeOf(plan, 'storage').unseen).toEqual([
      {
        logicalId: 'PhotosBucket',
        type: 'AWS::S3::Bucket',
        at: expect.objectContaining({ file: 'storage.yml' }),
      },
    ]);
  });

  test('for unresolved inputs, while nothing changes: comparing proves it, and the plan is whole', async () => {
    const world = makeWorld();
    const release = world.release(photos({ noEcho: false }));
    world.deploy(release);
    world.api.failures.set('alarms', 'Template format error: Output X has duplicate Export names');
    const plan = await world.plan(release);
    expect(plan).toMatchObject({ certainty: 'full', outcome: 'none', changeSet: null, failures: [] });
  });

  test('for other reasons: all reasons are told, with their places, and what could be seen', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.failures.set(
      'api',
      'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation].',
    );
    world.api.failures.set(
      'alarms',
      'Template error: instance of Fn::GetAtt references undefined resource X',
    );
    world.api.failedShowChanges = true;
    world.api.polls = 1;
    const plan = await world.plan(world.release(photos({ memory: 512, bucketName: 'pictures' })));
    expect(plan.failures.map(({ path, reason }) => [path.join('/'), reason])).toEqual([
      ['api', expect.stringContaining('EarlyValidation')],
      ['alarms', expect.stringContaining('undefined resource')],
    ]);
    expect(plan.failures[0]?.at).toMatchObject({ file: 'root.yml' });
    expect(plan).toMatchObject({ changeSet: null, certainty: 'partial', outcome: 'change' });
    expect(shown(plan)).toContain('storage/PhotosBucket modify replacement:always BucketName');
    expect(shown(plan).some((line) => line.startsWith('api/PresignFunction modify'))).toBe(true);
  });

  test('without any changes shown are never taken for clean', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.failures.set('storage', 'Internal failure');
    const plan = await world.plan(release);
    expect(plan).toMatchObject({ outcome: 'change', changeSet: null, certainty: 'partial' });
    expect(plan.failures).toHaveLength(1);
  });

  test('what the service refuses at once is the template’s fault, in its words', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    await expect(world.plan(release, { Typo: 'x' })).rejects.toMatchObject({
      code: 'TEMPLATE_REJECTED',
      blame: 'user',
      message: expect.stringContaining('Typo'),
    });
  });

  test('too many change sets are told, with what to do', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.refusal = Object.assign(new Error('ChangeSet limit exceeded'), {
      name: 'LimitExceededException',
    });
    await expect(world.plan(release)).rejects.toMatchObject({
      code: 'CHANGE_SET_LIMIT',
      next: expect.stringContaining('slipway-run-'),
    });
  });

  test('a change set that is never made ends with a deadline', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.polls = 1_000_000;
    await expect(world.plan(release)).rejects.toMatchObject({ code: 'CHANGE_SET_TIMEOUT' });
  });
});

describe('a stack that is not there', () => {
  test('is planned from its template, and nothing is made', async () => {
    const world = makeWorld();
    const plan = await world.plan(world.release(photos()));
    expect(plan).toMatchObject({
      outcome: 'create',
      changeSet: null,
      certainty: 'full',
      root: { status: 'create' },
    });
    expect(shown(plan)).toEqual([
      'storage/PhotosBucket add',
      'storage/BucketPolicy add',
      'api/PresignFunction add',
      'api/PresignRole add',
      'alarms/Topic add',
      'alarms/ErrorAlarm add',
    ]);
    expect(world.api.calls).toEqual([]);
  });

  test('leaves out what conditions switch off', async () => {
    const world = makeWorld();
    const sources = {
      'root.yml': {
        Parameters: { Stage: { Type: 'String' } },
        Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        Resources: {
          Always: { Type: 'AWS::SQS::Queue' },
          OnlyInProd: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' },
        },
      },
    };
    expect(shown(await world.plan(world.release(sources), { Stage: 'dev' }))).toEqual(['Always add']);
    expect(shown(await world.plan(world.release(sources), { Stage: 'prod' }))).toEqual([
      'Always add',
      'OnlyInProd add',
    ]);
    const deferred = { value: null, lineage: 'edge.Stage', deferred: true };
    expect(shown(await world.plan(world.release(sources), { Stage: deferred }))).toEqual([
      'Always add',
      'OnlyInProd add possible',
    ]);
  });

  test('gets a change set of type CREATE when it is to be deployed, with the same additions', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    const approved = await world.plan(release);
    const plan = await world.plan(release, {}, { absent: 'by-change-set' });
    expect(shown(plan)).toEqual(shown(approved));
    expect(plan.changeSet).toMatch(/:changeSet\//);
    await world.api.executeChangeSet({ ChangeSetName: plan.changeSet ?? '' });
    expect(shown(await world.plan(release))).toEqual([]);
  });

  test('and only in review is absent as well', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.api.store.review('photos-dev-app');
    expect(await world.plan(release)).toMatchObject({ outcome: 'create' });
    expect(await world.plan(release, {}, { absent: 'by-change-set' })).toMatchObject({ outcome: 'create' });
  });
});

describe('a stack in a bad state', () => {
  const states: readonly (readonly [string, string])[] = [
    ['UPDATE_IN_PROGRESS', 'STACK_BUSY'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'STACK_BUSY'],
    ['UPDATE_ROLLBACK_FAILED', 'STACK_STUCK'],
    ['DELETE_FAILED', 'STACK_STUCK'],
  ];
  test.each(states)('%s is %s, with what to do', async (status, code) => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    Object.assign(world.api.store.find('photos-dev-app') ?? {}, { status });
    await expect(world.plan(release)).rejects.toMatchObject({ code, next: expect.stringMatching(/./) });
    expect(world.api.sets.size).toBe(0);
  });

  test('ROLLBACK_COMPLETE is planned as a creation, and said', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    Object.assign(world.api.store.find('photos-dev-app') ?? {}, { status: 'ROLLBACK_COMPLETE' });
    const plan = await world.plan(release);
    expect(plan.outcome).toBe('create');
    expect(plan.warnings[0]).toContain('left over');
    await expect(world.plan(release, {}, { absent: 'by-change-set' })).rejects.toMatchObject({
      code: 'STACK_LEFTOVER',
    });
  });
});
