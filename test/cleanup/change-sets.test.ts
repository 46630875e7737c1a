import { describe, expect, test } from '@jest/globals';
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

describe('failed change sets that nested stacks keep', () => {
  /** Plans that were made an hour apart, each of which has left a failed change set on the nested stack. */
  function plans(account: Account, name: (index: number) => string, count: number): readonly string[] {
    const app = account.stack();
    const nested = account.stack('app-Store-1', { root: app });
    return Array.from({ length: count }, (_, index) => {
      const hours = (count - index) / 24 + 0.1;
      const root = account.set(app, name(index), hours);
      account.set(nested, `${name(index)}-Store-1`, hours, { status: 'FAILED', root });
      return name(index);
    });
  }

  test('go with the oldest overtaken runs once there are more than 50, however young', async () => {
    const account = new Account();
    const names = plans(account, (index) => `slipway-run-abc-${index}`, 53);
    const { fates, report } = await account.cleanUp();
    expect(report).toMatchObject({ deleted: 3, kept: 50, failed: 0 });
    for (const name of names.slice(0, 3))
      expect(fates[name]).toBe(
        'deleted: it is overtaken, and a nested stack holds more than 50 failed change sets',
      );
    expect(fates[names[3] ?? '']).toMatch(/^kept: it is /);
    expect(account.region.left().changeSets).toHaveLength(100);
    expect((await account.cleanUp()).report.deleted).toBe(0);
  });

  test('go with overtaken plans of an open pull request, but never with its newest', async () => {
    const account = new Account();
    plans(account, (index) => `slipway-pr-${index === 0 ? 8 : 7}-abc-${index}`, 53);
    account.open = [7, 8];
    const { fates, report } = await account.cleanUp();
    expect(fates['slipway-pr-8-abc-0']).toBe('kept: pull request 8 is open');
    expect(fates['slipway-pr-7-abc-1']).toMatch(/^deleted: it is overtaken/);
    expect(fates['slipway-pr-7-abc-52']).toBe('kept: pull request 7 is open');
    expect(report.deleted).toBe(2);
  });

  test('stay with the plan that may wait for an approval, although a newer one has failed', async () => {
    const account = new Account('prod');
    plans(account, (index) => `slipway-run-abc-${index}`, 51);
    const awaited = account.set('notes-prod-app', 'slipway-run-awaited', 1 / 20);
    for (const root of [awaited, ...Array.from({ length: 51 }, () => awaited)])
      account.set('notes-prod-app-Store-1', 'slipway-run-awaited-Store-1', 0, { status: 'FAILED', root });
    account.set('notes-prod-app', 'slipway-run-broken', 1 / 100, {
      status: 'FAILED',
      executionStatus: 'UNAVAILABLE',
    });
    const { fates } = await account.cleanUp();
    expect(fates['slipway-run-awaited']).toMatch(/^kept: /);
    expect(fates['slipway-run-abc-50']).toMatch(/^deleted: it is overtaken/);
  });

  test('go with an executed root', async () => {
    const account = new Account();
    plans(account, (index) => `slipway-run-abc-${index}`, 50);
    const executed = account.set('notes-dev-app', 'slipway-run-old', 4, {
      executionStatus: 'EXECUTE_COMPLETE',
    });
    account.set('notes-dev-app-Store-1', 'slipway-run-old-Store-1', 4, { status: 'FAILED', root: executed });
    expect((await account.cleanUp()).fates['slipway-run-old']).toBe(
      'deleted: it was executed, and a nested stack holds more than 50 failed change sets',
    );
  });
});
