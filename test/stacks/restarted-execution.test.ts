import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '../../src/runtime/logger.ts';
import { createStackByChangeSet } from '../../src/stacks/execute-change-set.ts';
import { fault } from '../fakes/cloudformation/stacks/answers.ts';

import { name, plain, setUp, tree } from './execution.ts';

describe('a run that was killed and starts again', () => {
  test('follows the operation under way and executes nothing twice', async () => {
    const { api, run } = setUp();
    api.deployed(name, tree(1));
    const ids = api.changeSet('slipway-run-2', name, tree(2, { PresignFunction: { fails: 'deep' } }));
    const controller = new AbortController();
    let told = 0;
    const killed = run(ids, {
      signal: controller.signal,
      onEvent: () => {
        told += 1;
        if (told === 5) controller.abort(new Error('killed'));
      },
    });
    await expect(killed).rejects.toThrow('killed');
    expect(api.statusOf(name)).toBe('UPDATE_IN_PROGRESS');
    const outcome = await run(ids);
    expect(outcome).toMatchObject({
      kind: 'failed',
      rolledBack: true,
      cause: { path: ['api'], logicalId: 'PresignFunction', cancelled: 2 },
    });
    expect(api.calls['executeChangeSet']).toBe(1);
  });

  test('reads back an operation that has ended meanwhile, and only that one', async () => {
    const { api, clock, events, run } = setUp();
    api.deployed(name, tree(1));
    clock.pass(1_000);
    const ids = api.changeSet('slipway-run-2', name, tree(2));
    await api.executeChangeSet({ ChangeSetName: ids.changeSetArn, DisableRollback: false });
    clock.pass(3_600_000);
    expect(await run(ids)).toMatchObject({ kind: 'succeeded', outputs: { ApiUrl: 'https://api/2' } });
    expect(events.some(({ status }) => status.startsWith('CREATE'))).toBe(false);
    expect(api.calls['executeChangeSet']).toBe(1);
  });

  test('reads a first creation back, though the stack stands by now', async () => {
    const { api, clock } = setUp();
    const ids = api.changeSet('slipway-run-1', name, plain);
    const create = () =>
      createStackByChangeSet({ api, clock, logger: silentLogger, clientRequestToken: 'attempt-1', ...ids });
    expect(await create()).toMatchObject({ kind: 'succeeded' });
    expect(await create()).toMatchObject({ kind: 'succeeded', outputs: plain.outputs });
    expect(api.calls['executeChangeSet']).toBe(1);
  });

  test('plans again where something else has run since', async () => {
    const { api, clock, run } = setUp();
    api.deployed(name, plain);
    const first = api.changeSet('slipway-run-2', name, tree(2));
    expect(await run(first)).toMatchObject({ kind: 'succeeded' });
    clock.pass(1_000);
    expect(await run(api.changeSet('slipway-run-3', name, tree(3)))).toMatchObject({ kind: 'succeeded' });
    await expect(run(first)).rejects.toMatchObject({ code: 'CHANGE_SET_ABSENT' });
  });

  test('takes a refused request for its own where the answer to the first was lost', async () => {
    const { api, run } = setUp();
    const ids = api.changeSet('slipway-run-1', name, plain);
    const original = api.executeChangeSet.bind(api);
    api.executeChangeSet = async (input) => {
      await original(input);
      throw fault('TokenAlreadyExistsException', 'token');
    };
    expect(await run(ids)).toMatchObject({ kind: 'succeeded' });
  });
});
