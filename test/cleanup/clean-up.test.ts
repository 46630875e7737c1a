import { describe, expect, test } from '@jest/globals';
import { fault } from '../fakes/cloudformation/stacks/answers.ts';
import { Account } from './account.ts';

describe('how it goes', () => {
  function many(count: number): Account {
    const account = new Account();
    const app = account.stack();
    for (let each = 0; each < count; each++) account.set(app, `slipway-run-abc-${each}`, 10 + each / 100);
    return account;
  }

  test('a dry run says the same and deletes nothing', async () => {
    const account = many(3);
    const { report, fates } = await account.cleanUp({ isDryRun: true });
    expect(report).toMatchObject({ isDryRun: true, deleted: 3, kept: 0, failed: 0 });
    expect(fates['slipway-run-abc-0']).toBe('deleted: it is 10 days old');
    expect(account.region.left().changeSets).toHaveLength(3);
  });

  test('a second time it finds nothing to do', async () => {
    const account = many(3);
    await account.cleanUp();
    expect((await account.cleanUp()).report).toMatchObject({ deleted: 0, kept: 0, failed: 0 });
  });

  test('one run deletes 200 at most, the oldest first, and says what it left', async () => {
    const account = many(203);
    const { report, fates } = await account.cleanUp();
    expect(report).toMatchObject({ deleted: 200, kept: 3 });
    expect(fates['slipway-run-abc-0']).toBe('kept: it is left for the next run; one run deletes 200 at most');
    expect((await account.cleanUp()).report).toMatchObject({ deleted: 3, kept: 0 });
  });

  test('all pages are read', async () => {
    const account = many(7);
    account.region.pageSize = 2;
    for (const name of ['edge', 'x', 'y']) account.stack(name);
    expect((await account.cleanUp()).report.deleted).toBe(7);
  });

  test('one that is gone meanwhile is deleted; one that is in use by now stays; the others go all the same', async () => {
    const account = many(2);
    const gone = account.set('notes-dev-app', 'slipway-run-gone', 9);
    account.set('notes-dev-app', 'slipway-run-stubborn', 9);
    account.region.stubborn.add('slipway-run-stubborn');
    let asked = false;
    account.region.before = (operation) => {
      if (operation === 'deleteChangeSet' && !asked) {
        asked = true;
        account.region.removeChangeSet(gone);
      }
    };
    const { fates, report } = await account.cleanUp();
    expect(report).toMatchObject({ deleted: 3, failed: 1 });
    expect(fates['slipway-run-gone']).toBe('deleted: it is 9 days old');
    expect(fates['slipway-run-stubborn']).toBe('failed: it is stubborn');
  });

  test('one that is executed meanwhile stays', async () => {
    const account = many(1);
    let asked = false;
    account.region.before = (operation) => {
      if (operation !== 'deleteChangeSet' || asked) return;
      asked = true;
      throw fault('InvalidChangeSetStatusException', 'it is EXECUTE_IN_PROGRESS');
    };
    expect((await account.cleanUp()).fates['slipway-run-abc-0']).toBe('kept: it is in use by now');
  });

  test('a deletion that does not end is told of, after two minutes', async () => {
    const account = many(1);
    account.region.polls = 10_000;
    const before = account.now;
    const { fates } = await account.cleanUp();
    expect(fates['slipway-run-abc-0']).toBe('failed: it is still there after 120 s');
    expect(account.now - before).toBeLessThan(125_000);
  });

  test('throttling is waited out, reading and deleting', async () => {
    const account = many(2);
    const asked = new Map<string, number>();
    account.region.before = (operation) => {
      asked.set(operation, (asked.get(operation) ?? 0) + 1);
      if ((asked.get(operation) ?? 0) <= 4) throw fault('Throttling', 'Rate exceeded');
    };
    expect((await account.cleanUp()).report).toMatchObject({ deleted: 2, failed: 0 });
  });

  test('what may not be deleted is told of', async () => {
    const account = many(1);
    account.region.before = (operation) => {
      if (operation === 'deleteChangeSet') throw fault('AccessDenied', 'not authorized', 403);
    };
    expect((await account.cleanUp()).fates['slipway-run-abc-0']).toBe('failed: AccessDenied: not authorized');
  });

  test('credentials of another account stop it before anything is read', async () => {
    const account = many(1);
    account.caller = '222222222222';
    await expect(account.cleanUp()).rejects.toMatchObject({ code: 'WRONG_ACCOUNT' });
    expect(account.region.calls).toEqual([]);
  });

  test('an interruption ends it between two deletions, as an interruption', async () => {
    const account = many(20);
    const interrupt = new AbortController();
    account.region.before = (operation) => {
      if (operation === 'deleteChangeSet') interrupt.abort(new Error('received SIGINT'));
    };
    const { clock } = account;
    const base = await account.cleanUp({ isDryRun: true });
    expect(base.report.deleted).toBe(20);
    const session = { ...account.session(), clock, signal: interrupt.signal };
    await expect(account.cleanUp({ session })).rejects.toThrow('received SIGINT');
    expect(account.region.calls.filter((call) => call === 'deleteChangeSet').length).toBeLessThanOrEqual(4);
  });
});

describe('what may not be read', () => {
  test.each(['describeStacks', 'listChangeSets', 'listStackResources'])(
    '%s that is refused is said, with the role to take, and nothing is deleted',
    async (operation) => {
      const account = new Account();
      account.set(account.stack(), 'slipway-run-abc-1', 90);
      account.stack('edge', { status: 'REVIEW_IN_PROGRESS' });
      account.region.before = (each) => {
        if (each === operation) throw fault('AccessDenied', `not authorized to perform ${operation}`, 403);
      };
      await expect(account.cleanUp()).rejects.toMatchObject({
        code: 'CLEANUP_DENIED',
        blame: 'user',
        message: `these credentials may not read what is left over of notes dev in 111111111111 eu-west-1: not authorized to perform ${operation}`,
        next: expect.stringContaining('arn:aws:iam::111111111111:role/slipway-janitor'),
      });
      expect(account.region.left().changeSets).toEqual(['slipway-run-abc-1']);
    },
  );

  test('another refusal is told as it is', async () => {
    const account = new Account();
    account.stack();
    account.region.before = () => {
      throw fault('ValidationError', 'what is this');
    };
    await expect(account.cleanUp()).rejects.toMatchObject({ name: 'ValidationError' });
  });
});
