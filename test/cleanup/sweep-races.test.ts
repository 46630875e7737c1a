import { describe, expect, test } from '@jest/globals';
import { Artifacts, bucket } from './artifacts.ts';

const ledgers = 'slipway-ledger-111111111111-eu-west-1';

async function account(pageSize = 3): Promise<{ readonly artifacts: Artifacts; readonly old: string }> {
  const artifacts = new Artifacts({ pageSize });
  const old = await artifacts.release('old', ['shared']);
  await artifacts.deployed(await artifacts.release('running'));
  await artifacts.deployed(await artifacts.release('other'), { system: 'other' });
  artifacts.wait(36);
  return { artifacts, old };
}

/** Who holds which lock. */
function locks({ account: { s3 } }: Artifacts): Readonly<Record<string, string | null>> {
  const heads = s3.keys(ledgers).filter((key) => key.endsWith('head.json'));
  return Object.fromEntries(
    heads.map((key) => {
      const head = JSON.parse(new TextDecoder().decode(s3.bytesOf(ledgers, key))) as {
        lock: { holder: string } | null;
      };
      return [key.split('/').slice(1, 3).join(' '), head.lock?.holder ?? null];
    }),
  );
}

const free = { 'notes dev': null, 'other dev': null };

/** Once the sweep takes its first lock, which it does after it has looked and before it looks again. */
function betweenTheLooks({ account: { s3 } }: Artifacts, work: () => unknown): void {
  const stop = s3.before('putObject', async ({ Key }) => {
    if (!String(Key).endsWith('head.json')) return;
    stop();
    await work();
  });
}

describe('while artifacts are swept', () => {
  test('all ledgers of the account are locked, so nobody deploys; then all are free', async () => {
    const { artifacts } = await account();
    const seen: unknown[] = [];
    artifacts.account.s3.before('deleteObjects', async () => {
      seen.push(locks(artifacts));
      await expect(
        artifacts.account.ledger().lock({ holder: 'run 8', release: 'x', minutes: 6 }),
      ).rejects.toMatchObject({ code: 'LEDGER_LOCKED' });
    });
    expect((await artifacts.sweep()).sweep.going).toHaveLength(3);
    const holder = 'run 7 · clean-up';
    expect(seen).toEqual([{ 'notes dev': holder, 'other dev': holder }]);
    expect(locks(artifacts)).toEqual(free);
  });

  test('where a deployment is under way nothing goes, and that is no failure', async () => {
    const { artifacts } = await account();
    await artifacts.account.ledger({ system: 'other' }).lock({ holder: 'run 8', release: 'x', minutes: 6 });
    const { sweep, report } = await artifacts.sweep();
    expect(sweep).toMatchObject({
      outcome: 'skipped',
      why: expect.stringMatching(/^other in dev is being deployed by run 8/),
    });
    expect(report.failed).toBe(0);
    expect(artifacts.has('shared')).toBe(true);
    expect(locks(artifacts)).toEqual({ 'notes dev': null, 'other dev': 'run 8' });
  });

  test('a deployment that begins and ends between the two looks is seen', async () => {
    const { artifacts, old } = await account();
    betweenTheLooks(artifacts, () => artifacts.deployed(old));
    expect((await artifacts.sweep()).sweep).toMatchObject({ outcome: 'swept', going: [] });
    expect(artifacts.has('shared')).toBe(true);
    expect(artifacts.account.s3.requests.deleteObjects).toBe(0);
  });

  test('a plan that comes between the two looks is seen', async () => {
    const { artifacts, old } = await account();
    const stack = artifacts.account.stack();
    betweenTheLooks(artifacts, () =>
      artifacts.account.set(stack, 'slipway-run-x-1', 0, { description: `Slipway release ${old}` }),
    );
    expect((await artifacts.sweep()).sweep.going).toEqual([]);
    expect(artifacts.has('shared')).toBe(true);
  });

  test('a release that comes between the two looks keeps what it shares', async () => {
    const { artifacts } = await account();
    betweenTheLooks(artifacts, () => artifacts.release('new', ['shared']));
    const { sweep } = await artifacts.sweep();
    expect(sweep.going).toHaveLength(2);
    expect(artifacts.has('shared')).toBe(true);
    expect(artifacts.has('template of old')).toBe(false);
  });

  test('an artifact that S3 keeps is told of, the others go, and the next run goes on', async () => {
    const { artifacts, old } = await account();
    artifacts.account.s3.undeletable.add(old);
    const { sweep, report } = await artifacts.sweep();
    expect(sweep).toMatchObject({
      outcome: 'failed',
      why: `${old.slice(0, 12)}… stays: InternalError: try again`,
    });
    expect(sweep.going).toHaveLength(2);
    expect(report.failed).toBe(1);
    expect(locks(artifacts)).toEqual(free);
    artifacts.account.s3.undeletable.clear();
    expect((await artifacts.sweep()).sweep.going.map(({ key }) => key)).toEqual([old]);
  });

  test('a refusal of all is told of, and the locks are given back', async () => {
    const { artifacts } = await account();
    artifacts.account.s3.failNext('deleteObjects', 'AccessDenied', 403);
    expect((await artifacts.sweep()).sweep).toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/… stays: AccessDenied: AccessDenied \(asked for\), and 2 more$/),
      going: [],
    });
    expect(locks(artifacts)).toEqual(free);
    expect(artifacts.has('shared')).toBe(true);
  });

  test('many go a thousand at once; a run that is interrupted goes on where it was', async () => {
    const { artifacts } = await account(1000);
    for (let each = 0; each < 2_300; each++)
      artifacts.account.s3.plant(bucket, each.toString(16).padStart(64, '0'), 'x');
    artifacts.wait(36);
    const interrupt = new AbortController();
    let batches = 0;
    const stop = artifacts.account.s3.before('deleteObjects', () => {
      if (++batches === 2) interrupt.abort(new Error('received SIGTERM'));
    });
    const session = { ...artifacts.account.session(), signal: interrupt.signal };
    await expect(artifacts.sweep({ session })).rejects.toThrow('received SIGTERM');
    stop();
    expect(batches).toBe(2);
    expect(locks(artifacts)).toEqual(free);
    expect((await artifacts.sweep()).sweep.going).toHaveLength(303);
    expect((await artifacts.sweep()).sweep.going).toEqual([]);
  });

  test('one that was killed under its locks is gone on with at once', async () => {
    const { artifacts } = await account();
    for (const system of ['notes', 'other'])
      await artifacts.account
        .ledger({ system })
        .lock({ holder: 'run 7 · clean-up', release: 'clean-up', minutes: 6 });
    expect((await artifacts.sweep()).sweep).toMatchObject({ outcome: 'swept', going: { length: 3 } });
    expect(locks(artifacts)).toEqual(free);
  });

  test('one run deletes 10,000 at most, the oldest first', async () => {
    const { artifacts } = await account(1000);
    artifacts.wait(36);
    for (let each = 0; each < 10_000; each++)
      artifacts.account.s3.plant(bucket, each.toString(16).padStart(64, '0'), 'x');
    artifacts.wait(36);
    const { sweep } = await artifacts.sweep();
    expect(sweep).toMatchObject({ going: { length: 10_000 }, left: { count: 3, bytes: 3 } });
    expect(artifacts.has('shared')).toBe(false);
    expect((await artifacts.sweep()).sweep.going).toHaveLength(3);
  });
});
