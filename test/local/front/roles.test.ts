import { describe, expect, jest, test } from '@jest/globals';
import { handsOf, rootHands } from './hands.ts';
import { eventually, home, settled } from './local.ts';
import {
  roles,
  notes,
  sit,
  root,
  fresh,
  stack,
  review,
  statusOf,
  gone,
  ledger,
  artifact,
  text,
  doer,
} from './roles-world.ts';
import { emptyHands, deeds } from './role-deeds.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const denied = { name: expect.stringMatching(/^AccessDenied/) };

describe.each(deeds)('who $deed', ({ may, prepare, act, seen }) => {
  const others = roles.filter((role) => !may.includes(role));
  if (others.length > 0)
    test.each(others)('not %s', async (role) => {
      const on = await prepare();
      await expect(act(doer(role), on)).rejects.toMatchObject(denied);
      expect(await seen(on)).toBe(false);
    });

  if (may.length > 0)
    test.each(may)('%s', async (role) => {
      const on = await prepare();
      await act(doer(role), on);
      await eventually(async () => ((await seen(on)) ? true : undefined));
    });
});

describe('the role without rights', () => {
  test('deletes a stack that holds nothing, and nothing of one that holds something', async () => {
    const [empty, full] = [await review(), await stack()];
    for (const StackName of [empty, full])
      await doer('janitor').cloudFormation.deleteStack({ StackName, RoleARN: emptyHands() });
    expect(await gone(empty)).toBe(true);
    const { StackStatus, StackStatusReason } = await settled(root.cloudFormation, full);
    expect([StackStatus, StackStatusReason]).toEqual([
      'DELETE_FAILED',
      'The following resource(s) failed to delete: [Topic].',
    ]);
    const { StackResources = [] } = await root.cloudFormation.describeStackResources({ StackName: full });
    expect(StackResources.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(['Topic']);
    // with rights the same stack goes
    await root.cloudFormation.deleteStack({ StackName: full });
    expect(await gone(full)).toBe(true);
  });
});

describe('an artifact', () => {
  test.each(['preview', 'plan', 'deploy'] as const)(
    'is written once: %s can neither replace it nor ask to',
    async (role) => {
      const at = artifact(fresh('kept'));
      const by = doer(role);
      await by.s3.putObject({ ...at, Body: 'first', IfNoneMatch: '*' });
      await expect(by.s3.putObject({ ...at, Body: 'second', IfNoneMatch: '*' })).rejects.toMatchObject({
        name: 'PreconditionFailed',
      });
      await expect(by.s3.putObject({ ...at, Body: 'third' })).rejects.toMatchObject(denied);
      await expect(
        by.s3.copyObject({ ...at, CopySource: `${at.Bucket}/${at.Key}`, MetadataDirective: 'REPLACE' }),
      ).rejects.toMatchObject(denied);
      expect(await text(at)).toBe('first');
    },
  );
});

describe('one account’s roles in another account', () => {
  test.each(roles)('%s of sit reaches nothing of dev', async (role) => {
    const foreign = handsOf(notes.local, role, await notes.roleKeys('sit', role));
    const Key = `ledger/notes/dev/${fresh('foreign')}.json`;
    await expect(foreign.s3.putObject({ ...ledger(Key), Body: 'x' })).rejects.toBeInstanceOf(Error);
    await expect(text(ledger(Key))).rejects.toMatchObject({ name: 'NoSuchKey' });
    const on = await stack();
    await expect(foreign.cloudFormation.describeStacks({ StackName: on })).rejects.toBeInstanceOf(Error);
    await expect(foreign.cloudFormation.deleteStack({ StackName: on })).rejects.toBeInstanceOf(Error);
    expect(await statusOf(on)).toBe('CREATE_COMPLETE');
  });

  test('where it is at home, deploy of sit writes its ledger', async () => {
    const at = { Bucket: `slipway-ledger-${sit}-${home}`, Key: 'ledger/notes/sit/tried.json' };
    const own = handsOf(notes.local, 'deploy', await notes.roleKeys('sit', 'deploy'));
    await own.s3.putObject({ ...at, Body: 'own' });
    expect(await (await rootHands(notes.local, sit).s3.getObject(at)).Body?.transformToString()).toBe('own');
  });
});
