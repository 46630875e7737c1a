import { describe, expect, test } from '@jest/globals';
import { rollbackHistory } from '../../src/ledger/find-release.ts';
import { Artifacts, bucket } from './artifacts.ts';

/** An account in which something runs, and in which an old release has lain long enough that nothing but a need keeps it. */
async function account(): Promise<{ readonly artifacts: Artifacts; readonly old: string }> {
  const artifacts = new Artifacts();
  const old = await artifacts.release('old', ['shared']);
  const running = await artifacts.release('running', ['layer']);
  await artifacts.deployed(running);
  artifacts.wait(36);
  return { artifacts, old };
}

describe('artifacts', () => {
  test('that nothing needs go, and what another release needs of them stays', async () => {
    const { artifacts, old } = await account();
    const { sweep, report } = await artifacts.sweep();
    expect(sweep).toMatchObject({ bucket, outcome: 'swept', why: null, needed: { count: 5 } });
    expect(sweep.going).toHaveLength(3);
    expect(report).toMatchObject({ deleted: 0, failed: 0 });
    expect([old, 'template of old', 'shared'].filter((each) => artifacts.has(each))).toEqual([]);
    for (const kept of ['template of running', 'layer', 'system', 'parameters'])
      expect(artifacts.has(kept)).toBe(true);
    expect((await artifacts.sweep()).sweep.going).toEqual([]);
  });

  test('a dry run says the same, deletes nothing and takes no lock', async () => {
    const { artifacts } = await account();
    const before = artifacts.account.s3.requests.putObject;
    const { sweep } = await artifacts.sweep({ isDryRun: true });
    expect(sweep.going.map(({ size }) => size).reduce((a, b) => a + b)).toBeGreaterThan(100);
    expect(sweep.going).toHaveLength(3);
    expect(artifacts.has('shared')).toBe(true);
    expect(artifacts.account.s3.requests).toMatchObject({ putObject: before, deleteObjects: 0 });
    expect((await artifacts.sweep()).sweep.going).toEqual(sweep.going);
  });

  type Setting = Awaited<ReturnType<typeof account>>;
  const needs: Readonly<Record<string, (setting: Setting) => unknown>> = {
    'what ran before': async ({ artifacts, old }) => {
      await artifacts.deployed(old);
      await artifacts.deployed(await artifacts.release('newer'));
    },
    'what a run that was killed was deploying': ({ artifacts, old }) =>
      artifacts.account.ledger().lock({ holder: 'run 1', release: old, minutes: -60 }),
    'another environment of the account': ({ artifacts, old }) =>
      artifacts.deployed(old, { environment: 'sit' }),
    'a system that the repository does not hold any more': ({ artifacts, old }) =>
      artifacts.deployed(old, { system: 'gone', environment: 'prod' }),
    'a ledger in a region that no environment names': ({ artifacts, old }) =>
      artifacts.deployedElsewhere(old, 'ap-south-1'),
    'an open pull request’s change set': ({ artifacts, old }) => {
      artifacts.account.open = [7];
      const description = `Slipway release ${old}`;
      artifacts.account.set(artifacts.account.stack(), 'slipway-pr-7-0123456789ab-1', 90, { description });
    },
    'a change set that waits for an approval, on whosever stack': ({ artifacts, old }) => {
      const { region } = artifacts.account;
      const stack = region.stack('other-prod-app', { createdAt: artifacts.account.ago(365) });
      artifacts.account.set(stack, 'slipway-run-x-1', 20, { description: `Slipway release ${old}` });
    },
    'a change set whose name alone tells it': ({ artifacts, old }) => {
      artifacts.account.set(artifacts.account.stack(), `slipway-run-${old.slice(0, 8)}-1`, 1);
    },
    'what a stack executed last, though no ledger tells': ({ artifacts, old }) => {
      artifacts.account.set(artifacts.account.stack(), `slipway-run-${old.slice(0, 8)}-1`, 90, {
        executionStatus: 'EXECUTE_COMPLETE',
      });
    },
  };
  test.each(Object.entries(needs))('stay for %s', async (_, prepare) => {
    const setting = await account();
    await prepare(setting);
    const { sweep } = await setting.artifacts.sweep();
    expect(sweep).toMatchObject({ outcome: 'swept', going: [] });
    expect(setting.artifacts.has('shared')).toBe(true);
  });

  test('stay for a comment on an open pull request that shows the release, by its first digits', async () => {
    const { artifacts, old } = await account();
    const { sweep } = await artifacts.sweep({ named: [old.slice(0, 8), 'ffffffff'] });
    expect(sweep.going).toEqual([]);
  });

  test('stay for no comment that names a release which is nowhere: anybody can write one', async () => {
    const { artifacts, old } = await account();
    const named = ['f'.repeat(64), await artifacts.put('no release')];
    const { sweep, report } = await artifacts.sweep({ named });
    expect(sweep).toMatchObject({ outcome: 'swept', why: null, going: { length: 3 } });
    expect(report.failed).toBe(0);
    expect(artifacts.has(old)).toBe(false);
  });

  test('stay for a comment that shows the whole id of a release', async () => {
    const { artifacts, old } = await account();
    expect((await artifacts.sweep({ named: [old] })).sweep.going).toEqual([]);
  });

  test('a change set on a nested stack need not say its release: that of its root does', async () => {
    const { artifacts, old } = await account();
    artifacts.account.open = [7];
    const root = artifacts.account.set(artifacts.account.stack(), 'slipway-pr-7-0123456789ab-1', 1, {
      description: `Slipway release ${old}`,
    });
    // its stack does not tell whose it is
    artifacts.account.set(artifacts.account.stack('app-Store'), 'slipway-pr-7-0123456789ab-1-Store', 1, {
      root,
    });
    expect((await artifacts.sweep()).sweep).toMatchObject({ outcome: 'swept', why: null, going: [] });
  });

  test('stay for a release that came a short while ago, though they are old themselves', async () => {
    const { artifacts, old } = await account();
    await artifacts.release('new', ['shared']);
    artifacts.wait(1);
    const { sweep } = await artifacts.sweep();
    expect(artifacts.has('shared')).toBe(true);
    expect(sweep.going.map(({ key }) => key)).toContain(old);
    expect(artifacts.has('template of old')).toBe(false);
  });

  test('stay while they are young, whatever names them', async () => {
    const artifacts = new Artifacts();
    await artifacts.put('on its way');
    artifacts.wait(34.9);
    expect((await artifacts.sweep()).sweep).toMatchObject({ going: [], young: { count: 1 } });
    artifacts.wait(0.2);
    expect((await artifacts.sweep()).sweep.going).toHaveLength(1);
  });

  test('of a closed pull request go in the run that deletes its change set, and a dry run says so', async () => {
    const { artifacts, old } = await account();
    const stack = artifacts.account.stack();
    artifacts.account.set(stack, 'slipway-pr-7-0123456789ab-1', 40, {
      description: `Slipway release ${old}`,
    });
    const said = await artifacts.sweep({ isDryRun: true });
    expect(said).toMatchObject({ report: { deleted: 1 } });
    expect(said.sweep.going).toHaveLength(3);
    expect((await artifacts.sweep()).sweep.going).toEqual(said.sweep.going);
  });

  test('that only a change set names which failed go', async () => {
    const { artifacts, old } = await account();
    const description = `Slipway release ${old}`;
    artifacts.account.open = [7];
    const more = { description, status: 'FAILED' };
    artifacts.account.set(artifacts.account.stack(), 'slipway-pr-7-0123456789ab-1', 0, more);
    expect((await artifacts.sweep()).sweep.going).toHaveLength(3);
  });

  test('of other names are never touched, however old', async () => {
    const { artifacts } = await account();
    const others = ['notes.txt', 'A'.repeat(64), `x/${'a'.repeat(64)}`, 'a'.repeat(63)];
    for (const key of others) artifacts.account.s3.plant(bucket, key, 'mine');
    artifacts.wait(400);
    expect((await artifacts.sweep()).sweep).toMatchObject({ foreign: { count: 4, bytes: 16 } });
    expect(artifacts.account.s3.keys(bucket)).toEqual(expect.arrayContaining(others));
  });

  test('that somebody planted under a young key make no release', async () => {
    const { artifacts } = await account();
    artifacts.account.s3.plant(bucket, 'b'.repeat(64), '{"schema":1}', { ContentType: 'application/json' });
    const { sweep } = await artifacts.sweep();
    expect(sweep).toMatchObject({ outcome: 'swept', young: { count: 1 } });
    expect(sweep.going).toHaveLength(3);
  });

  test('come back when a release that needs them is made again', async () => {
    const { artifacts, old } = await account();
    await artifacts.sweep();
    expect(artifacts.has(old)).toBe(false);
    expect(await artifacts.release('old', ['shared'])).toBe(old);
    expect(artifacts.has('shared')).toBe(true);
    expect((await artifacts.sweep()).sweep.going).toEqual([]);
  });

  test('keep their versions, by which they can be brought back', async () => {
    const { artifacts, old } = await account();
    await artifacts.sweep();
    const { Versions = [], DeleteMarkers = [] } = await artifacts.account.s3.listObjectVersions({
      Bucket: bucket,
      Prefix: old,
    });
    expect([Versions.length, DeleteMarkers.length]).toEqual([1, 1]);
  });

  test('beyond the history that a rollback sees go', async () => {
    const { artifacts, old } = await account();
    const newest = await artifacts.release('newest');
    await artifacts.deployed(old);
    for (let each = 0; each < rollbackHistory - 1; each++) await artifacts.deployed(newest);
    artifacts.wait(36);
    const keys = async (): Promise<readonly string[]> =>
      (await artifacts.sweep({ isDryRun: true })).sweep.going.map(({ key }) => key);
    expect(await keys()).not.toContain(old);
    await artifacts.deployed(newest);
    expect(await keys()).toContain(old);
    expect(await keys()).not.toContain(newest);
  });
});

describe('nothing is swept, and it says why, where', () => {
  const records = 'ledger/notes/dev/records/00000001.json';
  const ledger = 'slipway-ledger-111111111111-eu-west-1';
  type Spoil = (artifacts: Artifacts) => unknown;
  test.each<readonly [string, Spoil, RegExp]>([
    [
      'a record is damaged',
      ({ account: { s3 } }) => {
        s3.plant(ledger, records, '{}');
      },
      /^the ledger of notes dev can't be read: .*00000001\.json is damaged/,
    ],
    [
      'a record is missing',
      async ({ account: { s3 } }) =>
        s3.deleteObjects({ Bucket: ledger, Delete: { Objects: [{ Key: records }] } }),
      /^the ledger of notes dev can't be read: .*missing/,
    ],
    [
      'another system’s ledger is damaged',
      ({ account: { s3 } }) => {
        s3.plant(ledger, 'ledger/gone/prod/head.json', 'what');
      },
      /^the ledger of gone prod can't be read: .*it is not JSON/,
    ],
    [
      'there is a ledger of an environment that is not known',
      ({ account: { s3 } }) => {
        s3.plant(ledger, 'ledger/notes/qa/head.json', '{}');
      },
      /ledger\/notes\/qa is of an environment that is not known here/,
    ],
    [
      'a release that a ledger names has no manifest',
      (artifacts) => artifacts.deployed('c'.repeat(64)),
      /^release cccccccc, which the ledger of notes dev names, has no manifest in any artifact bucket/,
    ],
    [
      'its manifest is none',
      async (artifacts) => artifacts.deployed(await artifacts.put('no manifest')),
      /^release [0-9a-f]{8}, which the ledger of notes dev names, can't be read: .*not JSON/,
    ],
    [
      'its manifest holds other bytes',
      async (artifacts) => {
        artifacts.account.s3.plant(bucket, 'd'.repeat(64), '{}');
        await artifacts.deployed('d'.repeat(64));
      },
      /does not hold what its name says/,
    ],
    [
      'buckets may not be listed',
      ({ account: { s3 } }) => {
        s3.failNext('listBuckets', 'AccessDenied', 403);
      },
      /^account 111111111111 can't be read: AccessDenied/,
    ],
    [
      'artifacts may not be read',
      ({ account: { s3 } }) => {
        s3.failNext('headObject', 'Forbidden', 403);
      },
      /^account 111111111111 can't be read: Forbidden/,
    ],
    [
      'the lock may not be taken',
      ({ account: { s3 } }) => {
        s3.failNext('putObject', 'AccessDenied', 403);
      },
      /^these credentials may not use s3:\/\/slipway-ledger/,
    ],
  ])('%s', async (_, spoil, why) => {
    const { artifacts } = await account();
    await artifacts.put('young');
    await spoil(artifacts);
    const { sweep, report } = await artifacts.sweep();
    expect(sweep).toMatchObject({ outcome: 'failed', why: expect.stringMatching(why), going: [] });
    expect(report.failed).toBe(1);
    expect(artifacts.has('shared')).toBe(true);
  });

  test('nobody could be asked which pull requests are open; that is no failure', async () => {
    const { artifacts } = await account();
    for (const more of [{ openPullRequests: null }, { sweep: { releasesOf: null } }]) {
      const { sweep, report } = await artifacts.sweep(more);
      expect(sweep).toMatchObject({
        outcome: 'skipped',
        why: 'nobody could be asked which pull requests are open',
      });
      expect(report.failed).toBe(0);
    }
    expect(artifacts.has('shared')).toBe(true);
  });

  test('a change set does not say of which release it is; that is no failure', async () => {
    const { artifacts } = await account();
    artifacts.account.open = [7];
    artifacts.account.set(artifacts.account.stack(), 'slipway-pr-7-0123456789ab-1', 1);
    const { sweep, report } = await artifacts.sweep();
    expect(sweep).toMatchObject({
      outcome: 'skipped',
      why: 'the change set slipway-pr-7-0123456789ab-1 on notes-dev-app does not say of which release it is',
      going: [],
    });
    expect(report.failed).toBe(0);
    expect(artifacts.has('shared')).toBe(true);
  });

  test('not all systems are asked for', async () => {
    const { artifacts } = await account();
    expect((await artifacts.account.cleanUp()).report.sweeps).toBeNull();
    expect(artifacts.account.s3.requests.listBuckets).toBe(0);
  });

  test('GitHub does not say what open pull requests show: nothing at all is deleted', async () => {
    const { artifacts } = await account();
    artifacts.account.set(artifacts.account.stack(), 'slipway-run-abc-1', 90);
    const releasesOf = () => Promise.reject(new Error('GitHub is away'));
    await expect(artifacts.sweep({ sweep: { releasesOf } })).rejects.toThrow('GitHub is away');
    expect(artifacts.account.region.left().changeSets).toHaveLength(1);
    expect(artifacts.has('shared')).toBe(true);
  });
});
