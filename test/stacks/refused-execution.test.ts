import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '../../src/runtime/logger.ts';
import { createStackByChangeSet } from '../../src/stacks/execute-change-set.ts';

import { name, plain, setUp } from './execution.ts';

describe('a change set that can not be executed', () => {
  test('is named as absent, obsolete or of a busy stack; nothing is executed', async () => {
    const { api, run } = setUp();
    const stackId = api.deployed(name, plain);
    await expect(
      run({ changeSetArn: 'arn:aws:cloudformation:x:changeSet/gone/1', stackId }),
    ).rejects.toMatchObject({ code: 'CHANGE_SET_ABSENT' });
    await expect(
      run(api.changeSet('slipway-run-2', name, plain, { executionStatus: 'OBSOLETE' })),
    ).rejects.toMatchObject({ code: 'CHANGE_SET_OBSOLETE' });
    await expect(
      run(api.changeSet('slipway-run-3', name, plain, { status: 'FAILED', executionStatus: 'UNAVAILABLE' })),
    ).rejects.toMatchObject({ code: 'CHANGE_SET_OBSOLETE' });
    const busy = api.changeSet('slipway-run-4', name, {
      resources: { Topic: { takes: 60_000, version: 2 } },
    });
    await api.executeChangeSet({ ChangeSetName: busy.changeSetArn, DisableRollback: false });
    await expect(run(api.changeSet('slipway-run-5', name, plain))).rejects.toMatchObject({
      code: 'STACK_BUSY',
    });
    expect(api.calls['executeChangeSet']).toBe(1);
  });

  test('a creation is refused where a stack stands already', async () => {
    const { api, clock } = setUp();
    api.deployed(name, plain);
    const ids = api.changeSet('slipway-run-2', name, plain);
    const creating = createStackByChangeSet({
      api,
      clock,
      logger: silentLogger,
      clientRequestToken: 'a',
      ...ids,
    });
    await expect(creating).rejects.toMatchObject({ code: 'STACK_EXISTS' });
    expect(api.calls['executeChangeSet']).toBeUndefined();
  });
});
