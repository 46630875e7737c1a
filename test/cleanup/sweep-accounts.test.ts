import { expect, test } from '@jest/globals';
import { cleanUp } from '../../src/cleanup/clean-up.ts';
import type { CleanupReport } from '../../src/cleanup/cleanup.ts';
import { system } from './account.ts';
import { Artifacts } from './artifacts.ts';

/** Dev in one account and sit in another, to both of which every release was copied. */
class Two {
  readonly dev = new Artifacts();
  readonly sit = new Artifacts({ environment: 'sit', id: '222222222222' });

  async release(name: string): Promise<string> {
    await this.sit.release(name);
    return this.dev.release(name);
  }

  wait(days: number): void {
    for (const each of [this.dev, this.sit]) each.wait(days);
  }

  cleanUp(): Promise<CleanupReport> {
    const worlds = [this.dev.account, this.sit.account];
    return cleanUp({
      cleaned: worlds.map(({ environment }) => ({ system, environment })),
      session: {
        ...this.dev.account.session(),
        clients: (environment) => {
          const world = worlds.find(({ id }) => id === environment.account);
          if (world === undefined) throw new Error(`there is no account ${environment.account}`);
          return world.session().clients(environment);
        },
      },
      olderThanDays: 7,
      openPullRequests: () => Promise.resolve([]),
      sweep: { releasesOf: () => Promise.resolve(new Set()) },
      isDryRun: false,
    });
  }
}

test('what runs in one account stays in all: it may go on to the next environment after months', async () => {
  const two = new Two();
  const running = await two.release('running');
  const old = await two.release('old');
  await two.dev.deployed(running);
  two.wait(90);
  const { sweeps } = await two.cleanUp();
  expect(sweeps?.map(({ account, outcome, going }) => [account, outcome, going.length])).toEqual([
    ['111111111111', 'swept', 2],
    ['222222222222', 'swept', 2],
  ]);
  for (const each of [two.dev, two.sit]) expect([each.has(running), each.has(old)]).toEqual([true, false]);
});

test('a ledger that can’t be read in one account keeps everything in all', async () => {
  const two = new Two();
  await two.release('old');
  two.wait(90);
  two.sit.account.s3.plant('slipway-ledger-222222222222-eu-west-1', 'ledger/notes/sit/head.json', '{');
  const { sweeps, failed } = await two.cleanUp();
  expect(sweeps?.map(({ outcome, why }) => `${outcome} ${why ?? ''}`)).toEqual(
    Array.from({ length: 2 }, () => expect.stringMatching(/^failed the ledger of notes sit can't be read: /)),
  );
  expect(failed).toBe(2);
  expect(two.dev.has('template of old')).toBe(true);
});

test('where somebody deploys in one account, the other is swept all the same', async () => {
  const two = new Two();
  await two.release('old');
  two.wait(90);
  await two.dev.account.ledger().lock({ holder: 'run 8', release: 'x', minutes: 6 });
  const { sweeps } = await two.cleanUp();
  expect(sweeps?.map(({ outcome }) => outcome)).toEqual(['skipped', 'swept']);
  expect([two.dev, two.sit].map((each) => each.has('template of old'))).toEqual([true, false]);
});
