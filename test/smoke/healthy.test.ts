import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { startPhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { check, failures } from './run.ts';

let platform: PhotoPlatform;
beforeAll(async () => {
  platform = await startPhotoPlatform(() => Date.now());
});
afterAll(() => platform.stop());

describe('a sound target', () => {
  test('passes every check, and all are enforceable', async () => {
    const report = await check(platform);
    expect(failures(report)).toEqual([]);
    expect(report.notEnforceable).toBe(0);
    expect(report.passed).toBe(report.results.length);
    expect(new Set(report.results.map(({ group }) => group))).toEqual(
      new Set([
        'presigned-put',
        'presigned-post',
        'bucket',
        'service-level',
        'jwt',
        'cors-api',
        'cors-bucket',
        'site',
        'headers',
        'tls',
        'cache-connectivity',
        'cleanup',
      ]),
    );
  });

  test('holds nothing afterwards that it did not hold before', async () => {
    const before = platform.versions.length;
    const report = await check(platform);
    expect(platform.versions).toHaveLength(before);
    expect(report.results.at(-1)).toMatchObject({ id: 'cleanup/nothing-left', outcome: 'passed' });
    expect(report.results.at(-1)?.got).toMatch(/^[1-9]\d* versions removed$/);
  });

  test('has every negative check beside a positive one that exists, and every id once', async () => {
    const { results } = await check(platform);
    const ids = results.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const positives = new Set(results.filter(({ pairedWith }) => pairedWith === null).map(({ id }) => id));
    for (const { pairedWith } of results) if (pairedWith !== null) expect(positives).toContain(pairedWith);
  });

  test('is reported without a token, a signature or a query', async () => {
    const report = await check(platform);
    const text = JSON.stringify(report);
    for (const secret of platform.secrets) if (secret.length > 8) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/X-Amz-|eyJ|\?/);
    const evidence = report.results.find(({ id }) => id === 'jwt/valid')?.evidence[0];
    expect(evidence).toEqual({
      method: 'GET',
      url: 'https://photoapi01.execute-api.eu-west-1.amazonaws.com/v1/photos',
      requestHeaders: { authorization: 'Bearer •••' },
      status: 200,
      responseHeaders: expect.objectContaining({ 'content-type': 'application/json' }),
    });
  });
});

describe('prod, where no test issuer is trusted', () => {
  const prod = {
    system: 'companycam',
    environment: 'prod',
    regions: { home: 'eu-west-1', edge: 'us-east-1' },
  } as const;

  test('takes the valid token from the smoke client, and says which claims it cannot try', async () => {
    const report = await check(platform, { environment: prod });
    expect(failures(report)).toEqual([]);
    const skipped = report.results.filter(({ outcome }) => outcome === 'not-enforceable');
    expect(skipped.map(({ id }) => id)).toEqual([
      'jwt/trusted-unknown-kid',
      'jwt/trusted-missing-kid',
      'jwt/expired',
      'jwt/future-nbf',
      'jwt/future-iat',
      'jwt/wrong-issuer',
      'jwt/wrong-audience',
      'jwt/wrong-token-use',
      'jwt/missing-scope',
      'cors-api/on-403',
    ]);
    for (const { reason } of skipped) expect(reason).toContain('prod trusts no test issuer');
    expect(report.results.find(({ id }) => id === 'jwt/hs256-public-key')?.outcome).toBe('passed');
  });

  test('still notices a forged token that passes', async () => {
    platform.break('takes-public-key-as-hmac-key');
    const report = await check(platform, { environment: prod, groups: ['jwt'] });
    platform.break();
    expect(failures(report)).toEqual(['jwt/hs256-public-key']);
  });
});
