import { describe, expect, test } from '@jest/globals';
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
