import { describe, expect, test } from '@jest/globals';
import type { Clock } from '../../src/runtime/clock.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { withLock } from '../../src/ledger/with-lock.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { bucket, headKey, releaseId } from './ledger-fixture.ts';

/** A clock that stands still until it is moved; who sleeps wakes when their time has come. */
class HandMovedClock implements Clock {
  #now = Date.parse('2026-11-21T10:00:00Z');
  #sleepers: { readonly until: number; wake(): void }[] = [];

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((wake, fail) => {
      this.#sleepers.push({ until: this.#now + milliseconds, wake });
      signal?.addEventListener('abort', () => {
        fail(new Error('woken early'));
      });
    });
  }

  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#sleepers.filter(({ until }) => until <= this.#now);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#now);
    for (const sleeper of due) sleeper.wake();
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  }
}

function setUp() {
  const clock = new HandMovedClock();
  const s3 = new FakeS3({ buckets: { [bucket]: {} }, now: () => clock.now() });
  const warnings: string[] = [];
  const logger = {
    info: () => undefined,
    debug: () => undefined,
    warn: (line: string) => void warnings.push(line),
  };
  const ledger = openLedger({ s3, bucket, system: 'companycam', environment: 'dev', clock, logger });
  const request = { ledger, clock, logger, holder: 'run-1', release: releaseId('one'), minutes: 30 };
  return { clock, s3, ledger, request, warnings };
}

describe('holding the lock', () => {
  test('renews it as long as the work takes and gives it back', async () => {
    const { clock, ledger, request } = setUp();
    const result = await withLock(request, async (signal) => {
      for (let round = 0; round < 12; round++) await clock.pass(10 * 60_000);
      expect((await ledger.readHead()).lock).toMatchObject({
        holder: 'run-1',
        until: '2026-11-21T12:30:00.000Z',
      });
      expect(signal.aborted).toBe(false);
      return 'done';
    });
    expect(result).toBe('done');
    expect((await ledger.readHead()).lock).toBeNull();
  });

  test('gives it back when the work fails', async () => {
    const { ledger, request } = setUp();
    await expect(withLock(request, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await ledger.readHead()).lock).toBeNull();
  });

  test('tells the work to stop when somebody else has taken it', async () => {
    const { clock, s3, ledger, request } = setUp();
    await withLock(request, async (signal) => {
      const head = await ledger.readHead();
      s3.plant(bucket, headKey, JSON.stringify({ ...head, lock: { ...head.lock, holder: 'run-2' } }));
      await clock.pass(10 * 60_000);
      expect(signal.reason).toMatchObject({ code: 'LEDGER_LOCK_LOST' });
    });
    expect((await ledger.readHead()).lock).toMatchObject({ holder: 'run-2' });
  });

  test('a stumble of S3 is no loss; one that lasts until the lock is about to run out is', async () => {
    const { clock, s3, ledger, request } = setUp();
    await withLock(request, async (signal) => {
      s3.failNext('getObject', 'InternalError', 500);
      await clock.pass(10 * 60_000);
      expect(signal.aborted).toBe(false);
      await clock.pass(10 * 60_000);
      expect((await ledger.readHead()).lock).toMatchObject({ until: '2026-11-21T10:50:00.000Z' });
      s3.failNext('getObject', 'InternalError', 500, 2);
      await clock.pass(10 * 60_000);
      await clock.pass(10 * 60_000);
      expect(signal.aborted).toBe(true);
    });
  });

  test('does no work where somebody else holds it', async () => {
    const { ledger, request } = setUp();
    await ledger.lock({ holder: 'run-2', release: releaseId('two'), minutes: 30 });
    let worked = false;
    const locked = withLock(request, () => {
      worked = true;
      return Promise.resolve();
    });
    await expect(locked).rejects.toMatchObject({ code: 'LEDGER_LOCKED' });
    expect(worked).toBe(false);
  });
});
