import { describe, expect, test } from '@jest/globals';
import { fault } from '../fakes/cloudformation/stacks/answers.ts';
import { draft } from '../ledger/ledger-fixture.ts';
import { Account } from './account.ts';

describe('stacks in review', () => {
  const review = { status: 'REVIEW_IN_PROGRESS' };

  test('go with the role without rights once nothing is on them', async () => {
    const account = new Account();
    account.stack('app', { ...review, createdAt: account.ago(8) });
    const edge = account.stack('edge', { ...review, createdAt: account.ago(8) });
    account.set(edge, 'slipway-run-abc-1', 8, { status: 'FAILED' });
    expect((await account.cleanUp()).fates).toEqual({
      'notes-dev-app': 'deleted: it was reviewed only, and holds nothing',
      'slipway-run-abc-1': 'deleted: it failed, so nobody can execute it',
      'notes-dev-edge': 'deleted: it was reviewed only, and holds nothing',
    });
    expect(account.region.left()).toEqual({ changeSets: [], stacks: {} });
  });

  interface Stays {
    readonly set?: string;
    readonly days?: number;
    readonly createdAt?: number;
    readonly resources?: readonly string[];
    readonly tags?: Readonly<Record<string, string>>;
  }
  test.each<readonly [string, Stays, string]>([
    ['somebody else’s change set', { set: 'mine' }, 'it holds the change set mine'],
    [
      'a change set of ours that stays',
      { set: 'slipway-run-a-1', days: 1 },
      'it holds the change set slipway-run-a-1',
    ],
    ['resources', { resources: ['Topic'] }, 'it holds resources'],
    ['no tags', { tags: {} }, 'its tags do not say that Slipway made it'],
    ['few days', { createdAt: 2 }, 'it is 2 days old'],
  ])('stay with %s', async (_, { set, days = 90, createdAt = 90, ...more }, why) => {
    const account = new Account();
    const stack = account.stack('new', { ...review, ...more, createdAt: account.ago(createdAt) });
    if (set !== undefined) account.set(stack, set, days);
    expect((await account.cleanUp()).fates['notes-dev-new']).toBe(`kept: ${why}`);
    expect(account.region.left().stacks).toEqual({ 'notes-dev-new': 'REVIEW_IN_PROGRESS' });
  });

  test('one that somebody begins to use in between stays', async () => {
    const account = new Account();
    const stack = account.stack('app', { ...review, createdAt: account.ago(8) });
    let lists = 0;
    account.region.before = (operation) => {
      if (operation === 'listChangeSets' && ++lists === 2) account.set(stack, 'slipway-run-new-1', 0);
    };
    expect((await account.cleanUp()).fates['notes-dev-app']).toBe(
      'kept: it holds the change set slipway-run-new-1 by now',
    );
  });

  test('of one that holds something at the last moment nothing is deleted', async () => {
    const account = new Account();
    const stack = account.stack('app', { ...review, createdAt: account.ago(8) });
    account.region.before = (operation) => {
      if (operation === 'deleteStack') account.region.fill(stack, ['Topic']);
    };
    const { fates, report } = await account.cleanUp();
    expect(fates['notes-dev-app']).toBe(
      'failed: it is DELETE_FAILED: The following resource(s) failed to delete: [Topic]. ',
    );
    expect(report.failed).toBe(1);
  });

  test('a stack that stands is never in question, whatever its change sets', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'slipway-run-abc-1', 90);
    await account.cleanUp();
    expect(account.region.calls).not.toContain('deleteStack');
    expect(account.region.left().stacks).toEqual({ 'notes-dev-app': 'UPDATE_COMPLETE' });
  });
});

describe('the ledger and a stack in review', () => {
  const head = 'ledger/notes/dev/head.json';
  const bucket = 'slipway-ledger-111111111111-eu-west-1';
  function reviewed(): Account {
    const account = new Account();
    account.stack('app', { status: 'REVIEW_IN_PROGRESS', createdAt: account.ago(8) });
    return account;
  }
  const fateOf = async (account: Account): Promise<string | undefined> =>
    (await account.cleanUp()).fates['notes-dev-app'];
  const atDeletion = (account: Account, work: () => void): void => {
    account.region.before = (operation) => {
      if (operation === 'deleteStack') work();
    };
  };
  const lockNow = (account: Account): string | null => {
    const { lock } = JSON.parse(new TextDecoder().decode(account.s3.bytesOf(bucket, head))) as {
      lock: { holder: string } | null;
    };
    return lock === null ? null : lock.holder;
  };

  test('it is deleted under the lock, which is given back', async () => {
    const account = reviewed();
    const seen: (string | null)[] = [];
    atDeletion(account, () => seen.push(lockNow(account)));
    expect(await fateOf(account)).toMatch(/^deleted/);
    expect(seen).toEqual(['run 7 · clean-up']);
    expect(lockNow(account)).toBeNull();
  });

  test('it stays where anything was ever deployed', async () => {
    const account = reviewed();
    await account.ledger().append({ holder: 'x', record: draft('one') });
    expect(await fateOf(account)).toBe("kept: its environment's ledger has an entry");
    expect(account.region.calls).not.toContain('deleteStack');
  });

  test('it stays while somebody deploys, and goes once that lock has run out', async () => {
    const account = reviewed();
    await account.ledger().lock({ holder: 'run 6', release: 'abc', minutes: 6 });
    expect(await fateOf(account)).toBe('kept: its ledger is locked by run 6');
    account.clock.pass(7 * 60_000);
    expect(await fateOf(account)).toMatch(/^deleted/);
  });

  test('it stays where somebody takes the lock, or writes an entry, after it was looked at', async () => {
    const account = reviewed();
    const openPullRequests = async (): Promise<readonly number[]> => {
      await account.ledger().lock({ holder: 'run 6', release: 'abc', minutes: 6 });
      return [];
    };
    expect((await account.cleanUp({ openPullRequests })).fates['notes-dev-app']).toMatch(
      /^kept: its ledger is locked: notes in dev is being deployed by run 6/,
    );
    const other = reviewed();
    const writes = async (): Promise<readonly number[]> => {
      await other.ledger().append({ holder: 'x', record: draft('one') });
      return [];
    };
    expect((await other.cleanUp({ openPullRequests: writes })).fates['notes-dev-app']).toBe(
      "kept: its environment's ledger has an entry by now",
    );
    expect(lockNow(other)).toBeNull();
    expect([...account.region.calls, ...other.region.calls]).not.toContain('deleteStack');
  });

  test.each([
    [
      'damaged',
      (account: Account) => {
        account.s3.plant(bucket, head, '{');
      },
      /can't be read: .* is damaged/,
    ],
    [
      'not to be read',
      (account: Account) => {
        account.s3.failNext('getObject', 'AccessDenied', 403);
      },
      /can't be read: these credentials may not use s3:/,
    ],
  ])('it stays where the ledger is %s', async (_, spoil, why) => {
    const account = reviewed();
    spoil(account);
    expect(await fateOf(account)).toMatch(why);
    expect(account.region.calls).not.toContain('deleteStack');
  });

  test('a lock that may not be written fails, and nothing is deleted', async () => {
    const account = reviewed();
    account.s3.failNext('putObject', 'AccessDenied', 403);
    const { fates, report } = await account.cleanUp();
    expect(fates['notes-dev-app']).toMatch(/^failed: .*these credentials may not use s3:/);
    expect(report.failed).toBe(1);
    expect(account.region.calls).not.toContain('deleteStack');
  });

  test('the lock is given back where the deletion fails, too, and where it is interrupted', async () => {
    const account = reviewed();
    atDeletion(account, () => {
      throw fault('AccessDenied', 'not authorized', 403);
    });
    expect(await fateOf(account)).toBe('failed: AccessDenied: not authorized');
    expect(lockNow(account)).toBeNull();

    const other = reviewed();
    const interrupt = new AbortController();
    atDeletion(other, () => {
      interrupt.abort(new Error('received SIGINT'));
      throw new Error('the request was aborted');
    });
    const session = { ...other.session(), signal: interrupt.signal };
    await expect(other.cleanUp({ session })).rejects.toThrow('received SIGINT');
    expect(lockNow(other)).toBeNull();
  });

  test('two stacks of one environment go one after the other, each under the lock', async () => {
    const account = reviewed();
    account.stack('edge', { status: 'REVIEW_IN_PROGRESS', createdAt: account.ago(8) });
    const seen: (string | null)[] = [];
    atDeletion(account, () => seen.push(lockNow(account)));
    expect((await account.cleanUp()).report).toMatchObject({ deleted: 2, failed: 0 });
    expect(seen).toEqual(['run 7 · clean-up', 'run 7 · clean-up']);
  });

  test('a run that was killed under the lock goes on at once', async () => {
    const account = reviewed();
    await account.ledger().lock({ holder: 'run 7 · clean-up', release: 'clean-up', minutes: 6 });
    expect(await fateOf(account)).toMatch(/^deleted/);
  });
});
