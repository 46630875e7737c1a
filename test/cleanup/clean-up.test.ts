import { describe, expect, test } from '@jest/globals';
import { fault } from '../fakes/cloudformation/stacks/answers.ts';
import { Account, day } from './account.ts';

describe('change sets of pull requests', () => {
  test('go once the pull request is closed, and stay while it is open, however old', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'slipway-pr-7-abc-1', 0);
    account.set(app, 'slipway-pr-8-abc-1', 90);
    account.open = [8];
    const { fates, report } = await account.cleanUp();
    expect(fates).toEqual({
      'slipway-pr-7-abc-1': 'deleted: pull request 7 is closed',
      'slipway-pr-8-abc-1': 'kept: pull request 8 is open',
    });
    expect(report).toMatchObject({ deleted: 1, kept: 1, failed: 0 });
    expect(account.region.left().changeSets).toEqual(['slipway-pr-8-abc-1']);
  });

  test('stay where nobody can be asked, and where the name tells no number', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'slipway-pr-7-abc-1', 90);
    account.set(app, 'slipway-pr-x-abc-1', 90);
    expect((await account.cleanUp({ openPullRequests: null })).fates).toEqual({
      'slipway-pr-7-abc-1': 'kept: nobody could be asked whether pull request 7 is open',
      'slipway-pr-x-abc-1': 'kept: its name tells no pull request',
    });
    expect(account.region.left().changeSets).toHaveLength(2);
  });

  test('nothing goes where GitHub does not answer', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'slipway-pr-7-abc-1', 90);
    account.set(app, 'slipway-run-abc-1', 90);
    const openPullRequests = () => Promise.reject(new Error('GitHub is away'));
    await expect(account.cleanUp({ openPullRequests })).rejects.toThrow('GitHub is away');
    expect(account.region.left().changeSets).toHaveLength(2);
  });

  test('one that is opened while stacks are read loses nothing', async () => {
    const account = new Account();
    const app = account.stack();
    account.region.before = (operation) => {
      if (operation !== 'listChangeSets') return;
      account.region.before = () => undefined;
      account.set(app, 'slipway-pr-9-abc-1', 0);
      account.open = [9];
    };
    expect((await account.cleanUp()).fates).toEqual({ 'slipway-pr-9-abc-1': 'kept: pull request 9 is open' });
  });

  test('one that failed goes after an hour, since nobody can execute it; not while somebody may read why', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'slipway-pr-8-abc-1', 1 / 12, { status: 'FAILED' });
    account.set(app, 'slipway-pr-8-abc-2', 1 / 48, { status: 'FAILED' });
    account.open = [8];
    expect((await account.cleanUp()).fates).toEqual({
      'slipway-pr-8-abc-1': 'deleted: it failed, so nobody can execute it',
      'slipway-pr-8-abc-2': 'kept: pull request 8 is open',
    });
  });
});

describe('change sets of runs', () => {
  test('go by age', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'slipway-run-abc-1', 8);
    account.set(app, 'slipway-run-abc-2', 6);
    account.set(app, 'slipway-run-abc-3', 8, { executionStatus: 'OBSOLETE' });
    expect((await account.cleanUp()).fates).toEqual({
      'slipway-run-abc-1': 'deleted: it is 8 days old',
      'slipway-run-abc-2': 'kept: it is 6 days old',
      'slipway-run-abc-3': 'deleted: it is 8 days old',
    });
  });

  test('the newest one that can be executed where a person approves may be awaited, for as long as GitHub waits', async () => {
    const account = new Account('prod');
    const app = account.stack();
    account.set(app, 'slipway-run-abc-1', 20);
    account.set(app, 'slipway-run-abc-2', 12);
    expect((await account.cleanUp()).fates).toEqual({
      'slipway-run-abc-1': 'deleted: it is 20 days old',
      'slipway-run-abc-2': 'kept: it may wait for an approval',
    });
    account.clock.pass(19 * day);
    expect((await account.cleanUp()).fates).toEqual({ 'slipway-run-abc-2': 'deleted: it is 31 days old' });
  });

  test('what is made, executed or was executed last stays', async () => {
    const account = new Account();
    const [app, edge] = [account.stack(), account.stack('edge')];
    account.set(app, 'slipway-run-abc-1', 90, { executionStatus: 'EXECUTE_COMPLETE' });
    account.set(app, 'slipway-run-abc-2', 0.1, { status: 'CREATE_IN_PROGRESS' });
    account.set(edge, 'slipway-run-abc-3', 90, { executionStatus: 'EXECUTE_IN_PROGRESS' });
    expect((await account.cleanUp()).fates).toEqual({
      'slipway-run-abc-1': 'kept: the stack executed it last',
      'slipway-run-abc-2': 'kept: it is being made',
      'slipway-run-abc-3': 'kept: it is being executed',
    });
  });
});

describe('what is not ours', () => {
  test('is neither touched nor told of: other names, other systems, other stacks', async () => {
    const account = new Account();
    const app = account.stack();
    account.set(app, 'mine', 90);
    account.set(app, 'slipway-bootstrap-1', 90);
    const other = account.region.stack('leads-dev-app', {
      createdAt: account.ago(365),
      tags: { 'slipway:system': 'leads', 'slipway:environment': 'dev' },
    });
    account.set(other, 'slipway-run-abc-1', 90);
    const untagged = account.region.stack('notes-dev-of-somebody', { createdAt: account.ago(365) });
    account.set(untagged, 'slipway-run-abc-1', 90);
    const stolen = account.region.stack('elsewhere', { createdAt: account.ago(365), tags: account.tags });
    account.set(stolen, 'slipway-run-abc-1', 90);
    expect((await account.cleanUp()).fates).toEqual({});
    expect(account.region.left().changeSets).toHaveLength(5);
    expect(account.region.calls).not.toContain('deleteChangeSet');
  });

  test('a stack that lost its tags is ours where system.yml gives its name, or its root’s', async () => {
    const account = new Account();
    const app = account.stack('app', { tags: {} });
    const nested = account.region.stack('notes-dev-app-Store-1', { createdAt: account.ago(365), root: app });
    account.set(app, 'slipway-run-abc-1', 90);
    account.set(nested, 'slipway-run-abc-2', 90);
    expect((await account.cleanUp()).report.deleted).toBe(2);
  });
});

describe('nested change sets', () => {
  test('go with their root, never by themselves', async () => {
    const account = new Account();
    const app = account.stack();
    const nested = account.stack('app-Store-1', { root: app });
    const root = account.set(app, 'slipway-pr-7-abc-1', 1);
    account.set(nested, 'slipway-pr-7-abc-1-Store-2', 1, { status: 'FAILED', root });
    expect((await account.cleanUp()).fates).toEqual({
      'slipway-pr-7-abc-1': 'deleted: pull request 7 is closed',
    });
    expect(account.region.left().changeSets).toEqual([]);
  });

  test('failed ones that an executed root has left go with it', async () => {
    const account = new Account();
    const app = account.stack();
    const nested = account.stack('app-Store-1', { root: app });
    const root = account.set(app, 'slipway-run-abc-1', 8, { executionStatus: 'EXECUTE_COMPLETE' });
    account.set(nested, 'slipway-run-abc-1-Store-2', 8, { status: 'FAILED', root });
    expect((await account.cleanUp()).fates).toEqual({
      'slipway-run-abc-1': 'deleted: it was executed, and has left change sets on nested stacks',
    });
    expect(account.region.left().changeSets).toEqual([]);
  });

  test('one whose root is gone stays, and it says why', async () => {
    const account = new Account();
    const nested = account.stack('app-Store-1');
    account.set(nested, 'slipway-run-abc-1-Store-2', 90, { status: 'FAILED', root: 'arn:gone' });
    const { fates, report } = await account.cleanUp();
    expect(fates['slipway-run-abc-1-Store-2']).toMatch(/^kept: it is nested and its root is gone/);
    expect(report.failed).toBe(0);
  });
});

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
