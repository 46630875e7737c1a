import { describe, expect, test } from '@jest/globals';
import { tearDownPlanText } from '../../src/report/tear-down-text.ts';
import { releaseId } from '../ledger/ledger-fixture.ts';
import { TearDownWorld } from './world.ts';

describe('the plan', () => {
  test('names what goes in reverse order, and the buckets that are emptied', async () => {
    const world = new TearDownWorld();
    await world.deployed();
    const plan = await world.plan();
    expect(tearDownPlanText(plan, ['the ledger']).split('\n')).toEqual([
      ' tear-down  shop dev, account 111111111111',
      '   shop-dev-app  eu-west-1  CREATE_COMPLETE  2 resources to delete',
      `     empty  Storage/Photos (${world.bucket}), every version`,
      '   shop-dev-edge  us-east-1  CREATE_COMPLETE  1 resource to delete',
      ' stays      the ledger',
    ]);
  });

  test('of prod empties nothing, and says what its policies keep', async () => {
    const world = new TearDownWorld('prod');
    await world.deployed();
    const [app] = (await world.plan()).stacks;
    expect(app).toMatchObject({ emptied: [], kept: [{ path: 'Storage/Photos', type: 'AWS::S3::Bucket' }] });
    expect(tearDownPlanText(await world.plan(), [])).toContain('     keep   Storage/Photos (');
  });

  test('of an environment without stacks is empty', async () => {
    expect((await new TearDownWorld().plan()).stacks).toEqual([]);
  });
});

describe('a tear-down', () => {
  test('empties, deletes in reverse order, and marks the ledger: nothing runs there', async () => {
    const world = new TearDownWorld();
    await world.deployed();
    const done = await world.tearDown();
    expect(done).toEqual({
      stacks: ['shop-dev-app', 'shop-dev-edge'],
      emptied: { [world.bucket]: 5 },
      sequence: 2,
    });
    expect(world.order.filter((step, index) => world.order.indexOf(step) === index)).toEqual([
      `objects of ${world.bucket}`,
      'shop-dev-app',
      'shop-dev-edge',
    ]);
    expect([world.home.statusOf('shop-dev-app'), world.edge.statusOf('shop-dev-edge')]).toEqual([
      'DELETE_COMPLETE',
      'DELETE_COMPLETE',
    ]);
    expect(await world.head()).toMatchObject({
      release: null,
      goodRelease: null,
      state: 'empty',
      lock: null,
    });
    expect(await world.newest()).toMatchObject({
      kind: 'tear-down',
      outcome: 'torn-down',
      release: releaseId('one'),
      by: 'ada',
      overrides: [
        { override: 'shop-dev', path: 'shop-dev-app', action: 'tear-down', by: 'ada' },
        { override: 'shop-dev', path: 'shop-dev-edge', action: 'tear-down', by: 'ada' },
      ],
    });
  });

  test('that fails is red, says what is in the way, and goes on when it runs again', async () => {
    const world = new TearDownWorld();
    await world.deployed({ deleteFails: 'The bucket you tried to delete is not empty' });
    await expect(world.tearDown()).rejects.toMatchObject({ code: 'STACK_STUCK' });
    expect(await world.head()).toMatchObject({ release: releaseId('one'), state: 'red', lock: null });
    expect(await world.newest()).toMatchObject({ outcome: 'tear-down-failed' });
    expect(world.edge.statusOf('shop-dev-edge')).toBe('CREATE_COMPLETE');
    await expect(world.tearDown()).rejects.toMatchObject({ code: 'STACK_STUCK' });
  });

  test('whose edge function waits for CloudFront says that it takes hours', async () => {
    const world = new TearDownWorld();
    await world.deployed({
      deleteFails:
        'Lambda was unable to delete arn:aws:lambda:us-east-1:1:function:f:1 because it is a replicated function.',
    });
    await expect(world.tearDown()).rejects.toMatchObject({ code: 'TEAR_DOWN_REPLICAS' });
  });

  test('does not touch a stack that was made after it was agreed to', async () => {
    const world = new TearDownWorld();
    const plan = await world.plan();
    await world.deployed();
    await expect(world.tearDown(plan)).rejects.toMatchObject({ code: 'TEAR_DOWN_CHANGED' });
    expect(world.order).toEqual([]);
    expect(await world.head()).toMatchObject({ release: releaseId('one'), state: 'green' });
  });

  test('does not empty a bucket that was made after it was agreed to', async () => {
    const world = new TearDownWorld();
    await world.deployed();
    const plan = await world.plan();
    const before = { ...plan, stacks: plan.stacks.map((stack) => ({ ...stack, emptied: [] })) };
    await expect(world.tearDown(before)).rejects.toMatchObject({
      code: 'TEAR_DOWN_CHANGED',
      message: `the bucket ${world.bucket} has been made since this was agreed to; nothing was changed`,
    });
    expect(world.order).toEqual([]);
  });

  test('whose failure can’t be written down still says what failed', async () => {
    const world = new TearDownWorld();
    await world.deployed({ deleteFails: 'The bucket you tried to delete is not empty' });
    const plan = await world.plan();
    world.s3.before('putObject', ({ Key }) => {
      if (String(Key).includes('/records/')) throw new Error('the ledger is out of reach');
    });
    await expect(world.tearDown(plan)).rejects.toMatchObject({ code: 'STACK_STUCK' });
  });

  test('of prod leaves every object where it is', async () => {
    const world = new TearDownWorld('prod');
    await world.deployed();
    expect(await world.tearDown()).toMatchObject({
      stacks: ['shop-prod-app', 'shop-prod-edge'],
      emptied: {},
    });
    expect(world.order).toEqual(['shop-prod-app', 'shop-prod-edge']);
    expect(world.s3.requests.deleteObjects).toBe(1);
  });
});
