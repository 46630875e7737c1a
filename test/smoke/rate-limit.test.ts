import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { startPhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { check, failures, resultOf } from './run.ts';

let platform: PhotoPlatform;
beforeAll(async () => {
  platform = await startPhotoPlatform(() => Date.now());
});
afterAll(() => platform.stop());

test('sends load only when it is named', async () => {
  const report = await check(platform);
  expect(report.results.filter(({ group }) => group === 'rate-limit')).toEqual([]);
  const asked = await check(platform, { groups: ['rate-limit'] });
  expect(asked.results.map(({ id }) => id)).toEqual([
    'rate-limit/within',
    'rate-limit/burst',
    'rate-limit/cors',
    'rate-limit/other-user',
    'rate-limit/recovers',
  ]);
  expect(failures(asked)).toEqual([]);
  expect(resultOf(asked, 'rate-limit/burst').got).toBe('40 of 60 refused');
});

test('is not enforceable in prod, where nobody signs tokens of two users', async () => {
  const report = await check(platform, {
    groups: ['rate-limit'],
    environment: {
      system: 'companycam',
      environment: 'prod',
      regions: { home: 'eu-west-1', edge: 'us-east-1' },
    },
  });
  expect(report.notEnforceable).toBe(5);
  for (const { reason } of report.results) expect(reason).toContain('prod trusts no test issuer');
});

test('a cache whose address is none of ElastiCache is not enforceable, and says why', async () => {
  const answer = { reachable: false, endpoint: 'redis', reason: 'ECONNRESET', milliseconds: 1 };
  const Payload = new TextEncoder().encode(JSON.stringify(answer)) as never;
  const report = await check(platform, {
    groups: ['cache-connectivity'],
    aws: {
      ...platform.aws,
      lambda: () => Promise.resolve({ invoke: () => Promise.resolve({ $metadata: {}, Payload }) }),
    },
  });
  expect(resultOf(report, 'cache-connectivity/reachable')).toMatchObject({
    outcome: 'not-enforceable',
    reason: expect.stringContaining('redis'),
  });
});
