import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '../../src/runtime/logger.ts';
import { recoverStack } from '../../src/stacks/recover-stack.ts';
import { FakeClock } from '../fakes/cloudformation/stacks/fake-clock.ts';
import { FakeStacks } from '../fakes/cloudformation/stacks/fake-stacks.ts';
import type { FakeTemplate } from '../fakes/cloudformation/stacks/model.ts';

const stackName = 'companycam-dev-app';
const good: FakeTemplate = { resources: { One: {}, storage: { stack: { resources: { Bucket: {} } } } } };

function setUp() {
  const clock = new FakeClock();
  const api = new FakeStacks({ clock, pageSize: 4 });
  const recover = () =>
    recoverStack({
      api,
      stackName,
      clientRequestToken: 'run-1',
      clock,
      logger: silentLogger,
      random: () => 0.5,
    });
  /** Runs a change set as an earlier, careless run would have, and lets it end. */
  const ran = async (
    template: FakeTemplate,
    more: object = { DisableRollback: false, RetainExceptOnCreate: true },
    passes = 3_600_000,
  ) => {
    const { changeSetArn, stackId } = api.changeSet('slipway-run-0', stackName, template);
    await api.executeChangeSet({ ChangeSetName: changeSetArn, ...more });
    clock.pass(passes);
    return stackId;
  };
  return { api, clock, recover, ran };
}

describe('a stack that is fit', () => {
  test('is left alone, be it there or not', async () => {
    const { api, recover } = setUp();
    expect(await recover()).toEqual({ kind: 'absent', steps: [], followed: null });
    const stackId = api.deployed(stackName, good, 'UPDATE_ROLLBACK_COMPLETE');
    expect(await recover()).toEqual({ kind: 'ready', stackId, steps: [], followed: null });
    expect(api.calls['deleteStack']).toBeUndefined();
  });
});

describe('an operation under way', () => {
  test('is followed to its end, and its outcome is told', async () => {
    const { api, recover, ran } = setUp();
    const stackId = api.deployed(stackName, good);
    await ran(
      { resources: { One: { version: 2, takes: 60_000, fails: 'no' } } },
      { DisableRollback: false },
      1_000,
    );
    expect(api.statusOf(stackName)).toBe('UPDATE_IN_PROGRESS');
    expect(await recover()).toMatchObject({
      kind: 'ready',
      stackId,
      steps: [expect.stringMatching(/UPDATE_IN_PROGRESS.*UPDATE_ROLLBACK_COMPLETE/)],
      followed: { kind: 'failed', rolledBack: true, cause: { logicalId: 'One', reason: 'no' } },
    });
  });

  test('a first creation that fails while it is followed is cleared away afterwards', async () => {
    const { api, recover, ran } = setUp();
    await ran({ resources: { One: { takes: 60_000, fails: 'no' } } }, { DisableRollback: false }, 1_000);
    expect(await recover()).toMatchObject({
      kind: 'absent',
      followed: { kind: 'failed', cause: { reason: 'no' } },
    });
    expect(api.statusOf(stackName)).toBe('DELETE_COMPLETE');
  });
});

describe('a failed first creation', () => {
  const failing: FakeTemplate = {
    resources: {
      storage: { stack: { resources: { PhotosBucket: { retain: true } } } },
      Bad: { dependsOn: ['storage'], fails: 'no' },
    },
  };

  test('is deleted by its ARN, so that it can be run again', async () => {
    const { api, recover, ran } = setUp();
    const stackId = await ran(failing);
    expect(api.statusOf(stackName)).toBe('ROLLBACK_COMPLETE');
    expect(await recover()).toMatchObject({
      kind: 'absent',
      steps: [expect.stringContaining('first creation')],
    });
    expect(api.requests.filter(({ operation }) => operation === 'deleteStack')).toEqual([
      { operation: 'deleteStack', input: { StackName: stackId, ClientRequestToken: 'run-1-failed' } },
    ]);
  });

  test('is kept and explained where it kept a resource, though in a nested stack that is gone', async () => {
    const { api, recover, ran } = setUp();
    await ran(failing, { DisableRollback: false });
    await expect(recover()).rejects.toMatchObject({
      code: 'STACK_HOLDS_RETAINED',
      message: expect.stringMatching(/ROLLBACK_COMPLETE.*storage\/PhotosBucket \(.+\)/),
      next: expect.stringContaining(
        `aws cloudformation delete-stack --region eu-west-1 --stack-name ${stackName}`,
      ),
    });
    expect(api.calls['deleteStack']).toBeUndefined();
  });

  test('is kept where it can not be seen what a nested stack kept', async () => {
    const { api, recover, ran } = setUp();
    await ran(failing);
    api.forget(api.childArn(stackName, 'storage'));
    await expect(recover()).rejects.toMatchObject({
      code: 'STACK_HOLDS_RETAINED',
      message: expect.stringContaining('storage'),
    });
  });

  test('is kept where the stack has ever stood', async () => {
    const { api, recover } = setUp();
    api.deployed(stackName, good, 'ROLLBACK_COMPLETE');
    await expect(recover()).rejects.toMatchObject({
      code: 'STACK_HOLDS_RETAINED',
      message: expect.stringContaining('complete before'),
    });
    expect(api.statusOf(stackName)).toBe('ROLLBACK_COMPLETE');
  });

  test('that can not be removed is explained with what is in the way', async () => {
    const { recover, ran } = setUp();
    await ran({
      resources: {
        Bucket: { deleteFails: 'the bucket is not empty' },
        Bad: { dependsOn: ['Bucket'], fails: 'no' },
      },
    });
    await expect(recover()).rejects.toMatchObject({
      code: 'STACK_STUCK',
      message: expect.stringMatching(/ROLLBACK_FAILED.*Bucket: the bucket is not empty/),
      next: expect.stringContaining('delete-stack'),
    });
  });
});

describe('a stack in review', () => {
  test('is deleted where it holds nothing but change sets of runs', async () => {
    const { api, recover } = setUp();
    api.changeSet('slipway-run-7', stackName, good);
    expect(await recover()).toMatchObject({
      kind: 'absent',
      steps: [expect.stringContaining('change sets')],
    });
  });

  test("is left where somebody else's change set is in it", async () => {
    const { api, recover } = setUp();
    api.changeSet('slipway-run-7', stackName, good);
    const { stackId } = api.changeSet('by-hand', stackName, good);
    expect(await recover()).toMatchObject({ kind: 'review', stackId, steps: [] });
    expect(api.statusOf(stackName)).toBe('REVIEW_IN_PROGRESS');
  });
});

describe('a rollback that failed', () => {
  const breaking: FakeTemplate = {
    resources: {
      One: { version: 2, dependsOn: ['storage'], fails: 'no' },
      storage: { stack: { resources: { Bucket: { version: 2, rollbackFails: 'policy is gone' } } } },
    },
  };

  test('is continued once, skipping nothing, and then the stack is fit', async () => {
    const { api, recover, ran } = setUp();
    const stackId = api.deployed(stackName, good);
    await ran(breaking);
    expect(api.statusOf(stackName)).toBe('UPDATE_ROLLBACK_FAILED');
    api.mend(api.childArn(stackName, 'storage').split('/')[1] ?? '', 'Bucket');
    expect(await recover()).toMatchObject({
      kind: 'ready',
      stackId,
      steps: [expect.stringContaining('skipping nothing')],
    });
    expect(api.requests.find(({ operation }) => operation === 'continueUpdateRollback')?.input).toEqual({
      StackName: stackId,
      ClientRequestToken: 'run-1-continue',
    });
  });

  test('a second time is explained, with the nested resource as the command wants it', async () => {
    const { api, recover, ran } = setUp();
    api.deployed(stackName, good);
    await ran(breaking);
    const child = api.childArn(stackName, 'storage').split('/')[1] ?? '';
    await expect(recover()).rejects.toMatchObject({
      code: 'STACK_STUCK',
      message: expect.stringMatching(/UPDATE_ROLLBACK_FAILED.*storage\/Bucket: policy is gone/),
      next: expect.stringContaining(`--resources-to-skip ${child}.Bucket`),
    });
    expect(api.calls['continueUpdateRollback']).toBe(1);
  });
});

describe('what only a person can mend', () => {
  test('an update without rollback, with its cause and the command', async () => {
    const { api, recover, ran } = setUp();
    api.deployed(stackName, good);
    await ran(
      { resources: { ...good.resources, One: { version: 2, fails: 'no such key' } } },
      { DisableRollback: true },
    );
    await expect(recover()).rejects.toMatchObject({
      code: 'STACK_STUCK',
      message: expect.stringMatching(/UPDATE_FAILED.*One: no such key/),
      next: expect.stringContaining('rollback-stack --region eu-west-1'),
    });
  });

  test('a deletion that failed, with what to retain', async () => {
    const { api, clock, recover } = setUp();
    api.deployed(stackName, {
      resources: { storage: { stack: { resources: { Bucket: { deleteFails: 'not empty' } } } } },
    });
    await api.deleteStack({ StackName: stackName });
    clock.pass(3_600_000);
    await expect(recover()).rejects.toMatchObject({
      message: expect.stringMatching(/DELETE_FAILED.*storage\/Bucket: not empty/),
      next: expect.stringContaining('--retain-resources storage'),
    });
  });
});
