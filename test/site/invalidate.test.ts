import { describe, expect, test } from '@jest/globals';
import type { SlipwayError } from '../../src/errors/slipway-error.ts';
import { silentLogger as logger } from '../../src/runtime/logger.ts';
import { callerReference, invalidate, type InvalidationResult } from '../../src/site/invalidate.ts';
import { FakeCloudFront } from '../fakes/cloudfront/fake-cloudfront.ts';
import { SteppingClock } from './sample-site.ts';

const distributionId = 'E1';
const release = 'ab'.repeat(32);
const setting = (delay = 5000): { clock: SteppingClock; api: FakeCloudFront } => {
  const clock = new SteppingClock();
  return { clock, api: new FakeCloudFront({ clock, distributions: [distributionId], delay }) };
};
const run = (
  { clock, api }: { clock: SteppingClock; api: FakeCloudFront },
  given: { paths?: readonly string[]; attempt?: string; distribution?: string; deadline?: number } = {},
): Promise<InvalidationResult> => {
  const { paths = ['/index.html', '/'], attempt = '1', distribution = distributionId, deadline } = given;
  return invalidate({
    distributionId: distribution,
    paths,
    callerReference: callerReference({ release, attempt, paths }),
    api,
    clock,
    logger,
    ...(deadline === undefined ? {} : { deadline }),
  });
};
const failure = async (act: Promise<unknown>): Promise<SlipwayError> =>
  act.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: unknown) => error as SlipwayError,
  );

describe('an invalidation', () => {
  test('waits until CloudFront says it is completed', async () => {
    const at = setting(7000);
    const result = await run(at);
    expect(result).toMatchObject({ kind: 'completed', id: 'I1', paths: ['/', '/index.html'] });
    expect(result.kind === 'completed' && result.took).toBeGreaterThanOrEqual(7000);
    expect(result.kind === 'completed' && result.took).toBeLessThan(12_000);
  });

  test('nothing to invalidate calls nobody', async () => {
    const at = setting();
    expect(await run(at, { paths: [] })).toEqual({ kind: 'none' });
    expect(at.api.requests).toEqual({ createInvalidation: 0, getInvalidation: 0, getDistribution: 0 });
  });

  test('asked twice for one attempt makes one; another attempt makes another', async () => {
    const at = setting();
    await run(at);
    await run(at, { paths: ['/', '/index.html', '/'] });
    expect(at.api.invalidations).toHaveLength(1);
    await run(at, { attempt: '2' });
    await run(at, { paths: ['/robots.txt'] });
    expect(at.api.invalidations).toHaveLength(3);
  });

  test('too many paths go as their folder', async () => {
    const at = setting();
    const paths = Array.from({ length: 3001 }, (_each, index) => `/docs/${index}.html`);
    expect(await run(at, { paths })).toMatchObject({ paths: ['/docs/*'] });
  });
});

describe('CloudFront that says not now', () => {
  test.each([
    ['Throttling', 400],
    ['ServiceUnavailable', 503],
    ['UnknownError', 502],
    ['TooManyInvalidationsInProgress', 400],
  ])('%s is asked again', async (name, status) => {
    const at = setting();
    at.api.failNext('createInvalidation', name, status, 3);
    at.api.failNext('getInvalidation', name, status, 2);
    expect(await run(at)).toMatchObject({ kind: 'completed' });
    expect(at.api.requests.createInvalidation).toBe(4);
    expect(at.api.invalidations).toHaveLength(1);
  });

  test('others’ invalidations in progress are waited for', async () => {
    const at = setting(30_000);
    const many = Array.from({ length: 3000 }, (_each, index) => `/other/${index}`);
    await at.api.createInvalidation({
      DistributionId: distributionId,
      InvalidationBatch: { CallerReference: 'other', Paths: { Quantity: 3000, Items: many } },
    });
    expect(await run(at)).toMatchObject({ kind: 'completed' });
  });

  test('for longer than the deadline is an error that says what it waited for', async () => {
    const never = setting(3_600_000);
    const late = await failure(run(never, { deadline: 60_000 }));
    expect(late.code).toBe('INVALIDATION_TIMEOUT');
    expect(late.message).toContain('invalidation I1 is InProgress');
    const throttled = setting();
    throttled.api.failNext('createInvalidation', 'Throttling', 400, 1000);
    expect((await failure(run(throttled, { deadline: 60_000 }))).message).toContain('Throttling');
    expect(throttled.api.requests.createInvalidation).toBeLessThan(12);
  });
});

describe('CloudFront that refuses', () => {
  test('an unknown distribution', async () => {
    const error = await failure(run(setting(), { distribution: 'E9' }));
    expect([error.code, error.blame]).toEqual(['DISTRIBUTION_MISSING', 'user']);
  });

  test('a role that may not', async () => {
    const at = setting();
    at.api.failNext('createInvalidation', 'AccessDenied', 403);
    expect((await failure(run(at))).code).toBe('DISTRIBUTION_DENIED');
  });

  test('a path it does not take, at once', async () => {
    const at = setting();
    expect((await failure(run(at, { paths: ['no-slash'] }))).code).toBe('INVALIDATION_REFUSED');
    expect(at.api.requests.createInvalidation).toBe(1);
  });
});
