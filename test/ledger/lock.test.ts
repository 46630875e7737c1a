import { describe, expect, test } from '@jest/globals';
import { bucket, draft, headKey, releaseId, setUp } from './ledger-fixture.ts';

const holder = 'run-1';

describe('the lock', () => {
  const release = releaseId('one');

  test('is held by one; who comes second is told by whom and since when, and changes nothing', async () => {
    const { open, s3 } = setUp();
    await open().lock({ holder, release, minutes: 30 });
    const before = s3.textOf(bucket, headKey);
    await expect(open().lock({ holder: 'run-2', release, minutes: 30 })).rejects.toMatchObject({
      code: 'LEDGER_LOCKED',
      message: expect.stringMatching(/run-1 since 2026-11-21T10:00:00/),
      next: expect.stringContaining('2026-11-21T10:30:00'),
    });
    expect(s3.textOf(bucket, headKey)).toBe(before);
  });

  test('of two who ask at the same moment exactly one gets it', async () => {
    const { open, s3 } = setUp();
    let second: Promise<unknown> | undefined;
    const takeAway = s3.before('putObject', async () => {
      takeAway();
      second = open().lock({ holder: 'run-2', release, minutes: 30 });
      await second;
    });
    await expect(open().lock({ holder, release, minutes: 30 })).rejects.toMatchObject({
      code: 'LEDGER_LOCKED',
    });
    expect(await second).toMatchObject({ holder: 'run-2' });
    expect((await open().readHead()).lock).toMatchObject({ holder: 'run-2' });
  });

  test('a lost answer to the request that took it is no reason to be locked out', async () => {
    const { open, s3 } = setUp();
    const takeAway = s3.before('putObject', async (input) => {
      takeAway();
      await s3.putObject(input as unknown as Parameters<typeof s3.putObject>[0]);
    });
    expect(await open().lock({ holder, release, minutes: 30 })).toMatchObject({ holder });
  });

  test('is renewed for its holder, keeps its beginning, and is given back', async () => {
    const { open, clock } = setUp();
    const ledger = open();
    await ledger.lock({ holder, release, minutes: 30 });
    clock.pass(20 * 60_000);
    expect(await ledger.renew({ holder, minutes: 30 })).toEqual({
      holder,
      release,
      since: '2026-11-21T10:00:00.000Z',
      until: '2026-11-21T10:50:00.000Z',
    });
    await ledger.unlock(holder);
    expect((await ledger.readHead()).lock).toBeNull();
    expect(await open().lock({ holder: 'run-2', release, minutes: 30 })).toMatchObject({ holder: 'run-2' });
  });

  test('that ran out is taken over, and that is said; the first holder learns of it', async () => {
    const { open, clock, warnings } = setUp();
    const first = open();
    await first.lock({ holder, release, minutes: 30 });
    clock.pass(30 * 60_000);
    expect(await open().lock({ holder: 'run-2', release, minutes: 30 })).toMatchObject({ holder: 'run-2' });
    expect(warnings).toEqual([expect.stringMatching(/taking over the lock of run-1.*10:30:00/)]);
    await expect(first.renew({ holder, minutes: 30 })).rejects.toMatchObject({
      code: 'LEDGER_LOCK_LOST',
      message: expect.stringContaining('run-2'),
    });
    await first.unlock(holder);
    expect((await first.readHead()).lock).toMatchObject({ holder: 'run-2' });
  });

  test('survives a record, and history is written even without it, saying so', async () => {
    const { open, warnings } = setUp();
    await open().lock({ holder: 'run-2', release, minutes: 30 });
    const { head } = await open().append({ holder, record: draft('one') });
    expect(head).toMatchObject({ sequence: 1, lock: { holder: 'run-2' } });
    expect(warnings).toEqual([expect.stringContaining('run-2 took the lock over')]);
  });
});
