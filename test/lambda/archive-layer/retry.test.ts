import { describe, expect, test } from '@jest/globals';
import {
  ArchiveError,
  asArchiveError,
  errorKinds,
  mayRecover,
} from '../../../lambda/archive-layer/errors.ts';
import { waitAsked } from '../../../lambda/archive-layer/request.ts';
import { retrying } from '../../../lambda/archive-layer/retry.ts';
import { awsError } from '../../fakes/media-storage/aws-error.ts';
import { fakeWaiting } from './fake-waiting.ts';

const failing = (times: number, error: Error) => {
  const state = { calls: 0 };
  const work = (): Promise<string> => {
    state.calls += 1;
    return state.calls <= times ? Promise.reject(error) : Promise.resolve('done');
  };
  return { state, work };
};
const unavailable = new ArchiveError('ProviderUnavailable', 'gone');

describe('a retry', () => {
  test('waits a random part of a span that doubles, and never more than the longest', async () => {
    const waiting = fakeWaiting();
    waiting.chance = 0.999;
    const { work } = failing(5, unavailable);
    await retrying(work, waiting, { attempts: 6, base: 100, longest: 500 });
    expect(waiting.slept.map(Math.round)).toEqual([100, 200, 400, 500, 500]);
    waiting.chance = 0;
    waiting.slept.length = 0;
    await retrying(failing(2, unavailable).work, waiting, { attempts: 6, base: 100, longest: 500 });
    expect(waiting.slept).toEqual([0, 0]);
  });

  test('ends after so many tries with the last error', async () => {
    const { state, work } = failing(9, unavailable);
    await expect(retrying(work, fakeWaiting())).rejects.toBe(unavailable);
    expect(state.calls).toBe(4);
  });

  test('waits as long as it is asked to, but not longer than the longest', async () => {
    const waiting = fakeWaiting();
    const limited = (retryAfter: number) => new ArchiveError('RateLimited', 'slowly', { retryAfter });
    await retrying(failing(1, limited(7000)).work, waiting);
    expect(waiting.slept).toEqual([7000]);
    const { state, work } = failing(1, limited(60_000));
    await expect(retrying(work, waiting)).rejects.toMatchObject({ name: 'RateLimited' });
    expect(state.calls).toBe(1);
  });

  test.each(['AccessTokenRejected', 'MediaNotFound', 'CredentialsInvalid'] as const)(
    'leaves %s alone',
    async (name) => {
      const { state, work } = failing(1, new ArchiveError(name, 'x'));
      await expect(retrying(work, fakeWaiting())).rejects.toMatchObject({ name });
      expect(state.calls).toBe(1);
    },
  );
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['soon', null],
  [null, null],
])('Retry-After %s is %p ms', (value, milliseconds) => {
  expect(waitAsked(value, Date.parse('2026-11-21T12:00:00Z'))).toBe(milliseconds);
});

describe('an error of AWS', () => {
  test.each([
    [awsError('InternalServerError', 500), 'StorageUnavailable'],
    [awsError('SlowDown', 503), 'StorageUnavailable'],
    [awsError('ProvisionedThroughputExceededException', 400), 'StorageUnavailable'],
    [awsError('TimeoutError', 0), 'StorageUnavailable'],
    [awsError('AccessDenied', 403), 'AccessDenied'],
    [awsError('ResourceNotFoundException', 400), 'ResourceNotFoundException'],
  ])('%s is %s', (error, name) => {
    expect(asArchiveError(error)).toMatchObject({ name });
  });
});

test('every name says whether hope is left, and one that nobody knows leaves some', () => {
  expect(Object.entries(errorKinds).map(([name]) => mayRecover(name))).not.toContain(undefined);
  expect(mayRecover('MediaNotFound')).toBe(false);
  expect(mayRecover('SizeMismatch')).toBe(true);
  expect(mayRecover('Lambda.Unknown')).toBe(true);
  expect(mayRecover('toString')).toBe(true);
});
