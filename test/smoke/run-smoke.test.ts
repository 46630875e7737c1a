import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MockAgent } from 'undici';
import { toSummary } from '../../src/smoke/summary.ts';
import type { PhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { startPhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { profileOfCompanycam } from './profile-of-companycam.ts';
import { check, failures, resultOf } from './run.ts';

let platform: PhotoPlatform;
beforeAll(async () => {
  platform = await startPhotoPlatform(() => Date.now());
});
beforeEach(() => {
  platform.break();
});
afterAll(() => platform.stop());

describe('a dead endpoint does not look secure', () => {
  test('what refuses everything passes nothing', async () => {
    platform.break('api-is-dead');
    const report = await check(platform, { groups: ['jwt', 'cors-api', 'presigned-post'] });
    const passed = report.results.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    // The run's own form goes to S3, which is alive; the clean-up has something to do because of it.
    expect(passed).toEqual([
      'presigned-post/own-form-valid',
      'presigned-post/expired',
      'presigned-post/size-limits',
      'cleanup/nothing-left',
    ]);
    expect(resultOf(report, 'jwt/valid')).toMatchObject({ outcome: 'failed', got: 'HTTP 403' });
  });

  test('a negative that would have passed says that it means nothing', async () => {
    platform.break('prefix-is-not-readable');
    const report = await check(platform, { groups: ['bucket'] });
    expect(resultOf(report, 'bucket/anonymous-get')).toMatchObject({
      outcome: 'failed',
      got: 'not meaningful: bucket/signed-read did not pass',
    });
  });

  test('no answer at all is a failure that names the address and the cause', async () => {
    const http = new MockAgent();
    http.disableNetConnect();
    const report = await check(platform, { http, groups: ['site', 'jwt'] });
    expect(report.passed).toBe(0);
    expect(resultOf(report, 'site/http2').outcome).toBe('failed');
    expect(resultOf(report, 'site/root').got).toMatch(
      /^GET https:\/\/d111111abcdef8\.cloudfront\.net\/ got no answer: /,
    );
    expect(resultOf(report, 'site/root').evidence).toEqual([
      expect.objectContaining({ status: null, url: 'https://d111111abcdef8.cloudfront.net/' }),
    ]);
  });
});

test('an API that echoes any origin is one failure, and eight that follow from it', async () => {
  platform.break('cors-reflects');
  const report = await check(platform, { groups: ['cors-api'] });
  const failed = report.results.filter(({ outcome }) => outcome === 'failed');
  expect(failed.filter(({ followsFrom }) => followsFrom === undefined)).toEqual([
    expect.objectContaining({
      id: 'cors-api/reflects-any-origin',
      got: 'preflight: Access-Control-Allow-Origin: https://evil.example',
      evidence: [
        expect.objectContaining({
          method: 'OPTIONS',
          requestHeaders: expect.objectContaining({ origin: 'https://evil.example' }) as unknown,
        }),
      ],
    }),
  ]);
  expect(failed.filter(({ followsFrom }) => followsFrom === 'cors-api/reflects-any-origin')).toHaveLength(8);
});

describe('a target that was deployed a moment ago', () => {
  test.each([
    ['api', ['jwt', 'cors-api', 'presigned-post']],
    ['site', ['site']],
  ] as const)('may lag (%s): nothing fails, and the report says how long it did', async (host, groups) => {
    platform.lag(host, 4);
    const report = await check(platform, { groups });
    expect(failures(report)).toEqual([]);
    // Who meets the lag first is a matter of chance; somebody does.
    const notes = report.results.flatMap(({ got }) => (got?.startsWith('answered') === true ? [got] : []));
    expect(notes[0]).toMatch(/^answered at try \d, after \d+\.\d s/);
  });

  test('is not waited for without end', async () => {
    platform.break('site-serves-old-release');
    const report = await check(platform, { groups: ['site'] });
    const result = resultOf(report, 'site/serves-release');
    expect(result).toMatchObject({ outcome: 'failed', got: 'release 00000000' });
    expect(result.took).toBeGreaterThan(9_000);
    expect(result.took).toBeLessThan(11_000);
  });
});

describe('a run that is ended early', () => {
  test('reports what is missing as failed, and removes what it wrote', async () => {
    const stop = new AbortController();
    const before = platform.versions.length;
    const running = check(platform, { signal: stop.signal });
    while (platform.versions.length < before + 2) await new Promise((resolve) => setImmediate(resolve));
    stop.abort(new Error('interrupted by SIGINT'));
    const report = await running;
    expect(report.failed).toBeGreaterThan(0);
    expect(failures(report)).not.toContain('cleanup/nothing-left');
    expect(report.results.some(({ got }) => got === 'interrupted by SIGINT')).toBe(true);
    expect(platform.versions).toHaveLength(before);
  });

  test('by its own deadline says so', async () => {
    const profile = profileOfCompanycam();
    platform.break('site-serves-old-release');
    const report = await check(platform, {
      groups: ['site'],
      profile: { ...profile, content: { ...profile.content, seconds: 5 } },
    });
    expect(resultOf(report, 'site/serves-release').got).toBe('out of time: all checks together may take 5 s');
  });
});

describe('the clean-up', () => {
  test.each([
    ['versions-stay', /^\d+ versions are left in companycam-photos-dev$/],
    ['deleting-is-denied', /^companycam-photos-dev\/slipway-smoke\/.+: AccessDenied/],
  ] as const)('%s fails the run', async (mistake, got) => {
    platform.break(mistake);
    const report = await check(platform, { groups: ['bucket'] });
    expect(resultOf(report, 'cleanup/nothing-left').got).toMatch(got);
    expect(report.failed).toBe(1);
  });

  test('also removes what a mistake of the target let in', async () => {
    await check(platform, { groups: ['presigned-post', 'bucket'] });
    const before = platform.versions.length;
    platform.break('post-ignores-conditions', 'public-write', 'post-takes-extra-fields');
    const report = await check(platform, { groups: ['presigned-post', 'bucket'] });
    expect(failures(report)).toContain('presigned-post/wrong-bucket');
    expect(resultOf(report, 'cleanup/nothing-left').outcome).toBe('passed');
    expect(platform.versions).toHaveLength(before);
  });
});

describe('a secret that cannot be used', () => {
  const withSecret = (secret: string) => {
    const profile = profileOfCompanycam();
    const { api } = profile.content;
    if (!api) throw new Error('the profile has an api');
    const tokens = { ...api.tokens, testIssuer: { secret, environments: ['dev' as const] } };
    return { ...profile, content: { ...profile.content, api: { ...api, tokens } } };
  };

  test.each([
    [
      'slipway/companycam/absent',
      'the secret slipway/companycam/absent could not be read: ResourceNotFoundException',
    ],
    [
      'slipway/companycam/damaged',
      'the secret slipway/companycam/damaged does not hold what it should (kid, privateKeyJwk, audience, clientId)',
    ],
  ])('%s fails the checks, without its content', async (secret, got) => {
    const report = await check(platform, { groups: ['jwt'], profile: withSecret(secret) });
    expect(resultOf(report, 'jwt/valid').got).toBe(got);
    expect(JSON.stringify(report)).not.toContain('very secret');
    expect(report.results.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)).toEqual([
      'jwt/open-routes',
    ]);
  });
});

test('an output that is not there stops the run before a request', async () => {
  const run = check(platform, { outputs: { app: { ApiUrl: 'https://api.example' } } });
  await expect(run).rejects.toThrow(
    'the smoke profile names ${app.SiteUrl}, but the stack has no such output (outputs: ApiUrl)',
  );
  await expect(run).rejects.toMatchObject({
    code: 'SMOKE_OUTPUT_MISSING',
    at: { file: 'params/companycam/smoke.yml', line: 25, column: 13 },
  });
});

test('the summary for the ledger counts and names the failures', async () => {
  platform.break('public-list');
  const report = await check(platform, { groups: ['bucket'] });
  expect(toSummary(report)).toEqual({
    passed: 6,
    failed: 1,
    notEnforceable: 0,
    failures: ['bucket/anonymous-list'],
  });
});
