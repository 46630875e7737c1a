import { describe, expect, test } from '@jest/globals';
import type { StackEvent } from '../../src/stacks/stack-event.ts';
import { fault } from '../fakes/cloudformation/stacks/answers.ts';
import { name, plain, setUp, tree } from './execution.ts';

describe('executing a change set', () => {
  test('creates a stack with its nested stacks and gives its outputs', async () => {
    const { api, events, run } = setUp();
    const outcome = await run(api.changeSet('slipway-run-1', name, tree(1)));
    expect(outcome).toEqual({ kind: 'succeeded', outputs: { ApiUrl: 'https://api/1' }, leftovers: [] });
    expect(api.statusOf(name)).toBe('CREATE_COMPLETE');
    expect(events.at(-1)).toMatchObject({ path: [], logicalId: name, status: 'CREATE_COMPLETE' });
    expect(events).toContainEqual(
      expect.objectContaining({ path: ['api'], logicalId: 'PresignFunction', status: 'CREATE_COMPLETE' }),
    );
  });

  test('tells each event once, and none of earlier operations', async () => {
    const { api, events, run, clock } = setUp({ pageSize: 3 });
    api.deployed(name, tree(1));
    clock.pass(60_000);
    const outcome = await run(api.changeSet('slipway-run-2', name, tree(2)));
    expect(outcome.kind).toBe('succeeded');
    const told = events.map(({ path, logicalId, status, reason }) =>
      [...path, logicalId, status, reason].join(' '),
    );
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((text) => text.includes('CREATE'))).toEqual([]);
    expect(told.filter((text) => text.startsWith('storage PhotosBucket'))).toHaveLength(2);
  });

  test('is not taken in by the state before, when the stack starts to move only later', async () => {
    const { api, run } = setUp({ lag: 3_000 });
    api.deployed(name, plain);
    const outcome = await run(api.changeSet('slipway-run-2', name, { ...plain, outputs: { ApiUrl: 'new' } }));
    expect(outcome).toMatchObject({ kind: 'succeeded', outputs: { ApiUrl: 'new' } });
  });

  test('a change of outputs alone is executed and succeeds', async () => {
    const { api, run } = setUp();
    api.deployed(name, plain);
    const outcome = await run(api.changeSet('slipway-run-2', name, { ...plain, outputs: { Two: '2' } }));
    expect(outcome).toMatchObject({ kind: 'succeeded', outputs: { Two: '2' } });
  });

  test('a failure rolls back and names the deepest cause, not its echoes', async () => {
    const { api, run } = setUp();
    api.deployed(name, tree(1));
    const failing = tree(2, {
      PresignFunction: { fails: 'The role defined for the function cannot be assumed by Lambda.' },
    });
    const at = { file: 'templates/companycam/api.yml', line: 112, column: 7 };
    const outcome = await run(api.changeSet('slipway-run-2', name, failing), {
      locate: (path: readonly string[], logicalId: string) =>
        path.join() === 'api' && logicalId === 'PresignFunction'
          ? { at, sourceLine: 'Role: !GetAtt PresignRole.Arn' }
          : null,
    });
    expect(outcome).toEqual({
      kind: 'failed',
      rolledBack: true,
      status: 'UPDATE_ROLLBACK_COMPLETE',
      notRolledBack: [],
      cause: {
        path: ['api'],
        logicalId: 'PresignFunction',
        type: 'AWS::Lambda::Function',
        status: 'UPDATE_FAILED',
        reason: 'The role defined for the function cannot be assumed by Lambda.',
        at,
        sourceLine: 'Role: !GetAtt PresignRole.Arn',
        cancelled: 2,
        others: [],
      },
    });
  });

  test('a failed first creation names its cause too, though its nested stacks are deleted by then', async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet(
        'slipway-run-1',
        name,
        tree(1, { PhotosBucket: { fails: 'companycam-photos already exists' } }),
      ),
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      rolledBack: true,
      status: 'ROLLBACK_COMPLETE',
      cause: {
        path: ['storage'],
        logicalId: 'PhotosBucket',
        reason: 'companycam-photos already exists',
        cancelled: 1,
      },
    });
  });

  test('what fails by itself at the same time is listed beside the cause', async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet(
        'slipway-run-1',
        name,
        tree(1, { PresignFunction: { fails: 'A' }, Alarm: { takes: 1_020, fails: 'B' } }),
      ),
    );
    expect(outcome).toMatchObject({
      cause: { logicalId: 'PresignFunction', others: [{ path: ['api'], logicalId: 'Alarm', reason: 'B' }] },
    });
  });

  test('what a failed operation created is removed even where its policy is Retain', async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet('slipway-run-1', name, {
        resources: { Bucket: { retain: true }, Bad: { dependsOn: ['Bucket'], fails: 'no' } },
      }),
    );
    expect(outcome).toMatchObject({ kind: 'failed', rolledBack: true });
    const { StackEvents } = await api.describeStackEvents({ StackName: name });
    expect(StackEvents?.some((event) => event.ResourceStatus === 'DELETE_SKIPPED')).toBe(false);
  });

  test('leaves DisableRollback out where the change set says what happens on failure', async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet(
        'slipway-run-1',
        name,
        { resources: { Bad: { fails: 'no' } } },
        { onStackFailure: 'DELETE' },
      ),
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      rolledBack: true,
      status: 'DELETE_COMPLETE',
      cause: { reason: 'no' },
    });
  });

  test('a rollback that fails says what could not be put back, and the cause is still the cause', async () => {
    const { api, run } = setUp();
    api.deployed(name, tree(1));
    const failing = tree(2, {
      PhotosBucket: { rollbackFails: 'policy is gone' },
      PresignFunction: { fails: 'first' },
    });
    const outcome = await run(api.changeSet('slipway-run-2', name, failing));
    expect(outcome).toMatchObject({
      kind: 'failed',
      rolledBack: false,
      status: 'UPDATE_ROLLBACK_FAILED',
      cause: { path: ['api'], logicalId: 'PresignFunction', reason: 'first', others: [] },
      notRolledBack: [{ path: ['storage'], logicalId: 'PhotosBucket', reason: 'policy is gone' }],
    });
  });

  test('a stack that fails by itself is shown at the stack', async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet('slipway-run-1', name, {
        resources: { One: {} },
        fails: "Output 'Url' can't be resolved",
      }),
    );
    expect(outcome).toMatchObject({
      cause: { path: [], logicalId: name, reason: expect.stringContaining("Output 'Url'") },
    });
  });

  test('a nested stack that could not even start is the cause itself', async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet('slipway-run-1', name, {
        resources: { api: { stack: plain, fails: 'S3 error: Access Denied' } },
      }),
    );
    expect(outcome).toMatchObject({
      cause: { path: [], logicalId: 'api', reason: 'S3 error: Access Denied' },
    });
  });

  test("a hook's own reason is told", async () => {
    const { api, run } = setUp();
    const outcome = await run(
      api.changeSet('slipway-run-1', name, {
        resources: { Bucket: { hook: { type: 'Acme::S3::Guard', reason: 'bucket is not encrypted' } } },
      }),
    );
    expect(outcome).toMatchObject({
      cause: { logicalId: 'Bucket', reason: 'Acme::S3::Guard: bucket is not encrypted' },
    });
  });

  test('old resources that could not be removed are listed, and the update is a success', async () => {
    const { api, run } = setUp();
    api.deployed(name, {
      resources: {
        One: {},
        child: { stack: { resources: { Keep: {}, Old: { deleteFails: 'not empty' } } } },
      },
    });
    const outcome = await run(
      api.changeSet('slipway-run-2', name, {
        resources: { One: {}, child: { stack: { resources: { Keep: {} } } } },
      }),
    );
    expect(outcome).toMatchObject({
      kind: 'succeeded',
      leftovers: [expect.stringMatching(/^child\/Old \(.+\): not empty$/)],
    });
  });

  test("finds a nested stack whose ARN its parent never tells, by the region's stacks", async () => {
    const { api, run } = setUp({ pageSize: 2 });
    api.hideArnOf('api');
    api.deployed(`${name}-api`, plain);
    const outcome = await run(
      api.changeSet('slipway-run-1', name, tree(1, { PresignFunction: { fails: 'deep' } })),
    );
    expect(outcome).toMatchObject({ cause: { path: ['api'], logicalId: 'PresignFunction', reason: 'deep' } });
  });

  test('throttling and lost connections slow the following down and lose no event', async () => {
    const calm = setUp();
    await calm.run(calm.api.changeSet('slipway-run-1', name, tree(1)));
    const { api, events, run, clock } = setUp();
    const ids = api.changeSet('slipway-run-1', name, tree(1));
    api.failNext('describeStackEvents', fault('Throttling', 'Rate exceeded'));
    const started = run(ids, {
      onEvent: (event: StackEvent) => {
        events.push(event);
        if (events.length % 4 === 0)
          api.failNext('describeStackEvents', fault('ThrottlingException', 'Rate exceeded'), 2);
        if (events.length % 7 === 0)
          api.failNext('describeStacks', Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
      },
    }).catch((error: unknown) => error);
    // The very first reading, before anything is executed, is not part of the following: its error is the caller's.
    expect(await started).toMatchObject({ name: 'Throttling' });
    expect(await run(ids)).toMatchObject({ kind: 'succeeded' });
    const told = (list: readonly StackEvent[]): string[] =>
      list
        .map(({ path, logicalId, status, reason }) => [...path, logicalId, status, reason].join(' '))
        .sort();
    expect(told(events)).toEqual(told(calm.events));
    expect(Math.max(...clock.slept)).toBeLessThanOrEqual(36_000);
  });

  test('stops with the way on when nothing can be read for long', async () => {
    const { api, run } = setUp();
    const ids = api.changeSet('slipway-run-1', name, plain);
    const original = api.executeChangeSet.bind(api);
    api.executeChangeSet = async (input) => {
      const output = await original(input);
      api.failNext('describeStacks', fault('Throttling', 'Rate exceeded'), 100);
      return output;
    };
    await expect(run(ids)).rejects.toMatchObject({
      code: 'STACK_UNOBSERVABLE',
      next: expect.stringContaining('picks up'),
    });
  });
});
