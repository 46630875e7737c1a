import { describe, expect, test } from '@jest/globals';
import type { StackInstance } from '../../src/config/system.ts';
import { readApprovedChangeSet } from '../../src/plan/approved-change-set.ts';
import { planParameters, type PlannedParameter } from '../../src/plan/plan-parameters.ts';
import type { StackPlan } from '../../src/plan/plan.ts';
import { verifyDeferred } from '../../src/plan/verify-deferred.ts';
import { photos } from './photos.ts';
import { changeOf, makeWorld, shown } from './world.ts';

const pending = (value: string | null): PlannedParameter => ({
  value,
  lineage: 'edge.LogBucket',
  deferred: true,
  secret: false,
});
const decided = (value: string): PlannedParameter => ({
  value,
  lineage: 'edge.LogBucket',
  deferred: false,
  secret: false,
});

describe('parameters of a plan', () => {
  const instance: StackInstance = {
    name: 'app',
    stackName: 'photos-dev-app',
    account: '111111111111',
    region: 'eu-west-1',
    template: 'root.yml',
    parameters: {
      Stage: { kind: 'literal', value: 'dev' },
      LogBucket: { kind: 'output', stack: 'edge', output: 'LogBucket' },
    },
    tags: {},
  };

  test('are deferred while the stack that feeds them is still to run', () => {
    const outputs = { edge: { LogBucket: 'logs' } };
    expect(planParameters(instance, outputs, new Set(['edge']), new Map())['LogBucket']).toEqual(
      pending('logs'),
    );
    expect(planParameters(instance, {}, new Set(['edge']), new Map())['LogBucket']).toEqual(pending(null));
    expect(planParameters(instance, outputs, new Set(), new Map())).toEqual({
      Stage: { value: 'dev', lineage: null, deferred: false, secret: false },
      LogBucket: decided('logs'),
    });
  });

  test.each([
    [{}, 'the stack edge is not deployed'],
    [{ edge: {} }, 'the stack has no outputs'],
    [{ edge: { Logs: 'x', Bucket: 'y' } }, 'the stack has the outputs Bucket, Logs'],
  ])('that nothing will ever feed are an error that names what there is: %j', (outputs, state) => {
    expect(() => planParameters(instance, outputs, new Set(), new Map())).toThrow(
      expect.objectContaining({
        code: 'OUTPUT_MISSING',
        message: `There is no output edge.LogBucket for the parameter LogBucket of photos-dev-app; ${state}`,
      }),
    );
  });
});

describe('deferred inputs of a stack that exists', () => {
  test('are planned with the current value and told by their lineage', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()), { LogBucket: 'logs-1' });
    const plan = await world.plan(world.release(photos()), { LogBucket: pending('logs-1') });
    expect(plan.outcome).toBe('none');
    expect(plan.parameters.find(({ name }) => name === 'LogBucket')).toMatchObject({
      deferred: 'edge.LogBucket',
    });
  });

  test('let only what comes from them differ afterwards', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()), { LogBucket: 'logs-1' });
    const release = world.release(photos({ memory: 512 }));
    const approved = await world.plan(release, { LogBucket: pending('logs-1') });
    const fresh = await world.plan(release, { LogBucket: decided('logs-2') });
    expect(shown(fresh)).toEqual(['api/PresignFunction modify MemorySize,Environment.Variables.LOGS']);
    expect(changeOf(fresh, 'api/PresignFunction').properties[1]).toMatchObject({
      lineage: ['edge.LogBucket'],
    });
    expect(verifyDeferred(approved, fresh).kind).toBe('deferred-only');

    const other = await world.plan(world.release(photos({ memory: 1024 })), { LogBucket: decided('logs-2') });
    expect(verifyDeferred(approved, other)).toMatchObject({
      kind: 'different',
      differences: expect.arrayContaining([
        expect.objectContaining({
          where: 'app/api/PresignFunction MemorySize',
          approved: '256 → 512',
          now: '256 → 1024',
        }),
      ]),
    });
  });

  test('do not excuse an update of a resource that was to stay as it is, for another reason', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()), { LogBucket: 'logs-1' });
    const release = world.release(photos());
    const approved = await world.plan(release, { LogBucket: pending('logs-1') });
    const fresh = await world.plan(release, { LogBucket: decided('logs-2') });
    expect(verifyDeferred(approved, fresh).kind).toBe('deferred-only');
    const elsewhere = await world.plan(release, { LogBucket: decided('logs-2'), Stage: 'demo' });
    expect(verifyDeferred(approved, elsewhere).kind).toBe('different');
  });

  test('do not excuse a replacement', async () => {
    const world = makeWorld();
    const sources = {
      'root.yml': {
        Parameters: { LogBucket: { Type: 'String' } },
        Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'LogBucket' } } } },
      },
    };
    const release = world.release(sources);
    world.deploy(release, { LogBucket: 'logs-1' });
    const approved = await world.plan(release, { LogBucket: pending('logs-1') });
    const fresh = await world.plan(release, { LogBucket: decided('logs-2') });
    expect(shown(fresh)).toEqual(['Bucket modify replacement:always BucketName']);
    expect(verifyDeferred(approved, fresh).kind).toBe('different');
  });

  test('that do not exist yet get a stand-in, and such a change set is never executed', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos({ noEcho: false })));
    const release = world.release(photos({ memory: 512 }));
    const approved = await world.plan(release, { LogBucket: pending(null) });
    expect(approved.changeSet).toBeNull();
    expect(approved.parameters.find(({ name }) => name === 'LogBucket')).toMatchObject({ after: null });
    expect(shown(approved)).toEqual(['api/PresignFunction modify MemorySize']);
    const fresh = await world.plan(release, { LogBucket: decided('logs-1') });
    expect(fresh.changeSet).not.toBeNull();
    expect(verifyDeferred(approved, fresh).kind).toBe('deferred-only');
  });
});

describe('deferred inputs of a stack that is not there', () => {
  test('its change set must hold exactly the approved additions', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    const approved = await world.plan(release, { LogBucket: pending(null) });
    const fresh = await world.plan(release, { LogBucket: decided('logs-1') }, { absent: 'by-change-set' });
    expect(verifyDeferred(approved, fresh).kind).toBe('deferred-only');
    const more = world.release(photos({ extra: { Queue: { Type: 'AWS::SQS::Queue' } } }));
    const other = await world.plan(more, { LogBucket: decided('logs-1') }, { absent: 'by-change-set' });
    expect(verifyDeferred(approved, other)).toMatchObject({
      kind: 'different',
      differences: expect.arrayContaining([
        expect.objectContaining({ where: 'app/storage/Queue', approved: null }),
      ]),
    });
  });

  test('additions that were only possible may stay away', async () => {
    const world = makeWorld();
    const release = world.release({
      'root.yml': {
        Parameters: { LogBucket: { Type: 'String' } },
        Conditions: { HasLogs: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'LogBucket' }, ''] }] } },
        Resources: {
          Queue: { Type: 'AWS::SQS::Queue' },
          Policy: { Type: 'AWS::SQS::QueuePolicy', Condition: 'HasLogs' },
        },
      },
    });
    const approved = await world.plan(release, { LogBucket: pending(null) });
    expect(shown(approved)).toEqual(['Queue add', 'Policy add possible']);
    const without = await world.plan(release, { LogBucket: decided('') }, { absent: 'by-change-set' });
    expect(shown(without)).toEqual(['Queue add']);
    expect(verifyDeferred(approved, without).kind).toBe('deferred-only');
  });
});

describe('the approved change set', () => {
  async function approvedChange() {
    const world = makeWorld();
    world.deploy(world.release(photos()), { LogBucket: 'logs-1' });
    const release = world.release(photos({ memory: 512 }));
    const approved = await world.plan(release, { LogBucket: decided('logs-1') });
    const again = (
      plan: StackPlan,
      parameters: Record<string, string | PlannedParameter> = { LogBucket: decided('logs-1') },
    ) => readApprovedChangeSet({ ...world.optionsFor(release, parameters), approved: plan });
    return { world, release, approved, again };
  }

  test('is equal as long as nothing happened', async () => {
    const { approved, again } = await approvedChange();
    expect(await again(approved)).toMatchObject({ kind: 'equal', plan: { changeSet: approved.changeSet } });
  });

  test('is absent once another one was executed', async () => {
    const { world, release, approved, again } = await approvedChange();
    const other = await world.plan(release, { LogBucket: 'logs-3' });
    await world.api.executeChangeSet({ ChangeSetName: other.changeSet ?? '' });
    expect(await again(approved)).toMatchObject({ kind: 'absent' });
  });

  test('is obsolete where the service says so', async () => {
    const { world, release, approved, again } = await approvedChange();
    world.api.keepObsolete = true;
    const other = await world.plan(release, { LogBucket: 'logs-3' });
    await world.api.executeChangeSet({ ChangeSetName: other.changeSet ?? '' });
    expect(await again(approved)).toEqual({
      kind: 'obsolete',
      reason: 'The approved change set is OBSOLETE',
    });
  });

  test('is different when its template is not the release’s, root or nested', async () => {
    for (const nested of [false, true]) {
      const { world, approved, again } = await approvedChange();
      const set = [...world.api.sets.values()].find(
        (each) =>
          (each.stack.name === 'photos-dev-app') !== nested &&
          each.status === 'CREATE_COMPLETE' &&
          each.text.includes('MemorySize') === nested,
      );
      if (!set) throw new Error('no change set to tamper with');
      world.api.sets.set(set.arn, {
        ...set,
        text: set.text.replace('"Resources": {', '"Resources": { "Planted": { "Type": "AWS::IAM::User" },'),
      });
      expect(await again(approved)).toMatchObject({
        kind: 'different',
        differences: [expect.objectContaining({ kind: 'template', where: nested ? 'app/api' : 'app' })],
      });
    }
  });

  test('is different when it was made with other parameters', async () => {
    const { world, approved, again } = await approvedChange();
    const set = world.api.sets.get(approved.changeSet ?? '');
    if (!set) throw new Error('no change set to tamper with');
    world.api.sets.set(set.arn, { ...set, parameters: { ...set.parameters, Stage: 'planted' } });
    expect(await again(approved)).toMatchObject({ kind: 'different' });
  });

  test('is obsolete once a deferred input has come out otherwise, and equal if it has not', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()), { LogBucket: 'logs-1' });
    const release = world.release(photos({ memory: 512 }));
    const approved = await world.plan(release, { LogBucket: pending('logs-1') });
    const again = (value: string) =>
      readApprovedChangeSet({ ...world.optionsFor(release, { LogBucket: decided(value) }), approved });
    expect(await again('logs-1')).toMatchObject({ kind: 'equal' });
    expect(await again('logs-2')).toMatchObject({
      kind: 'obsolete',
      reason: expect.stringContaining('edge.LogBucket'),
    });
  });

  test('that never was is absent', async () => {
    const { approved, again } = await approvedChange();
    expect(await again({ ...approved, changeSet: null })).toMatchObject({ kind: 'absent' });
  });
});
