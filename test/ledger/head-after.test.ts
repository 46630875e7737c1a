import { describe, expect, test } from '@jest/globals';
import { emptyHead, headAfter } from '../../src/ledger/head-after.ts';
import type { LedgerDraft, LedgerHead, LedgerRecord } from '../../src/ledger/ledger.ts';
import { draft, releaseId } from './ledger-fixture.ts';

function record(release: string, more: Partial<LedgerDraft> = {}): LedgerRecord {
  return {
    schema: 1,
    system: 'companycam',
    environment: 'dev',
    sequence: 1,
    previousRelease: null,
    ...draft(release, more),
  };
}

const empty = emptyHead('companycam', 'dev');
const green = headAfter(empty, record('one'));
const badSmoke = { passed: 40, failed: 1, notEnforceable: 2, failures: ['cors/reflects-any-origin'] };

function after(head: LedgerHead, more: Partial<LedgerDraft>): Partial<LedgerHead> {
  const { release, goodRelease, state } = headAfter(head, record('two', more));
  return { release, goodRelease, state };
}

describe('what the ledger says after', () => {
  const one = releaseId('one');
  const two = releaseId('two');

  test('a deployment whose checks passed: it runs and it is good', () => {
    expect(green).toMatchObject({
      release: one,
      goodRelease: one,
      state: 'green',
      since: '2026-11-21T10:01:00.000Z',
    });
  });

  test('failed smoke checks or a failed site: it runs, red, and the one before stays the good one', () => {
    expect(after(green, { outcome: 'smoke-failed', smoke: badSmoke })).toEqual({
      release: two,
      goodRelease: one,
      state: 'red',
    });
    expect(after(green, { outcome: 'site-failed', smoke: null })).toEqual({
      release: two,
      goodRelease: one,
      state: 'red',
    });
  });

  test('a stack that failed and rolled back: what ran before still runs, as green as it was', () => {
    expect(after(green, { outcome: 'deploy-failed', smoke: null })).toEqual({
      release: one,
      goodRelease: one,
      state: 'green',
    });
    expect(after(empty, { outcome: 'deploy-failed', smoke: null })).toEqual({
      release: null,
      goodRelease: null,
      state: 'empty',
    });
  });

  test('a stack that failed after another had changed, or an interruption: red', () => {
    expect(after(green, { outcome: 'deploy-failed', smoke: null, partial: true })).toEqual({
      release: one,
      goodRelease: one,
      state: 'red',
    });
    expect(after(green, { outcome: 'interrupted', smoke: null })).toMatchObject({
      release: one,
      state: 'red',
    });
  });

  test('a deployment of a system without smoke checks: it runs, and nothing more can be asked of it', () => {
    expect(after(green, { smoke: null })).toEqual({ release: two, goodRelease: two, state: 'green' });
  });

  test('a release that changed nothing: as good, or as red, as what it found', () => {
    expect(after(green, { outcome: 'no-changes', smoke: null })).toEqual({
      release: two,
      goodRelease: two,
      state: 'green',
    });
    const red = headAfter(green, record('bad', { outcome: 'smoke-failed', smoke: badSmoke }));
    expect(after(red, { outcome: 'no-changes', smoke: null })).toEqual({
      release: two,
      goodRelease: one,
      state: 'red',
    });
    expect(after(red, { outcome: 'no-changes' })).toEqual({ release: two, goodRelease: two, state: 'green' });
  });

  test('the same release again: since when stays', () => {
    expect(headAfter(green, record('one', { finishedAt: '2026-11-22T00:00:00.000Z' })).since).toBe(
      green.since,
    );
  });

  test('anything: the lock stays', () => {
    const lock = {
      holder: 'run-1',
      release: one,
      since: '2026-11-21T10:00:00.000Z',
      until: '2026-11-21T10:30:00.000Z',
    };
    expect(headAfter({ ...green, lock }, record('two')).lock).toEqual(lock);
  });
});
