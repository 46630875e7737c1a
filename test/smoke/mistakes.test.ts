import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeObjectSigner } from '../../src/smoke/object-signer.ts';
import type { ObjectSigner } from '../../src/smoke/object-signer.ts';
import type { SmokeGroup } from '../../src/smoke/report.ts';
import type { SmokeOptions } from '../../src/smoke/run-smoke.ts';
import type { TlsAnswer, TlsConnector } from '../../src/smoke/tls-connection.ts';
import type { Mistake } from '../fakes/photo-api/mistakes.ts';
import { mistakes } from '../fakes/photo-api/mistakes.ts';
import type { PhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { startPhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { check, failures, resultOf, soundTls } from './run.ts';
import { virtualClock } from './virtual-clock.ts';

let platform: PhotoPlatform;
beforeAll(async () => {
  platform = await startPhotoPlatform(() => Date.now());
});
afterAll(() => platform.stop());

/** A mistake of the platform → the group that is run, and exactly the checks that must fail for it. */
const caught: Record<Mistake, readonly [SmokeGroup, readonly string[]]> = {
  's3-skips-signatures': [
    'presigned-put',
    ['altered-key', 'altered-method', 'altered-signed-header', 'altered-signature'],
  ],
  's3-ignores-expiry': ['presigned-put', ['expired']],
  's3-redirects': ['presigned-put', ['regional-host', '*']],
  'put-stores-nothing': ['presigned-put', ['valid', '*']],
  'put-loses-type': ['presigned-put', ['valid', '*']],
  'post-stores-other-type': ['presigned-post', ['valid', '*']],
  'post-takes-unsigned': ['presigned-post', ['missing-signature']],
  'post-ignores-conditions': [
    'presigned-post',
    ['wrong-bucket', 'wrong-key', 'missing-field', 'wrong-content-type'],
  ],
  'post-takes-extra-fields': ['presigned-post', ['extra-field']],
  'post-ignores-size': ['presigned-post', ['size-is-bound', 'size-limits']],
  'prefix-is-not-writable': ['presigned-post', ['own-form-valid', 'expired', '*']],
  'prefix-is-not-readable': ['bucket', ['signed-read', '*']],
  'public-read': ['bucket', ['anonymous-get']],
  'public-list': ['bucket', ['anonymous-list']],
  'public-write': ['bucket', ['anonymous-put']],
  'plain-http-is-open': ['bucket', ['plain-http']],
  'encrypts-otherwise': ['bucket', ['encryption']],
  'hides-encryption': ['bucket', []],
  'versions-stay': ['bucket', ['cleanup/nothing-left']],
  'deleting-is-denied': ['bucket', ['cleanup/nothing-left']],
  'cors-reflects': [
    'cors-api',
    [
      'reflects-any-origin',
      'null-origin',
      'suffixed-origin',
      'prefixed-origin',
      'dot-swapped-origin',
      'underscore-origin',
      'backtick-origin',
      'http-twin',
      'subdomain',
    ],
  ],
  'cors-null': ['cors-api', ['null-origin']],
  'cors-compares-start': ['cors-api', ['suffixed-origin', 'backtick-origin']],
  'cors-compares-end': ['cors-api', ['prefixed-origin', 'http-twin', 'subdomain']],
  'cors-dot-is-any': ['cors-api', ['dot-swapped-origin']],
  'cors-underscore': ['cors-api', ['underscore-origin']],
  'cors-backtick': ['cors-api', ['backtick-origin']],
  'cors-any-scheme': ['cors-api', ['http-twin']],
  'cors-subdomains': ['cors-api', ['subdomain']],
  'cors-wildcard-with-credentials': ['cors-api', ['wildcard-with-credentials', 'preflight', '*']],
  'cors-missing': ['cors-api', ['preflight', 'allowed-origin', '*']],
  'cors-not-on-errors': ['cors-api', ['on-401', 'on-403', 'on-404', 'on-5xx']],
  'cors-without-vary': ['cors-api', ['vary-origin']],
  'cors-without-expose': ['cors-api', ['exposed-headers']],
  'api-form-without-size': ['presigned-post', ['size-is-bound']],
  'api-form-of-global-endpoint': ['presigned-post', ['regional-host', '*']],
  'api-preflight-needs-token': ['cors-api', ['preflight']],
  'api-unknown-route-is-a-page': ['site', ['unknown-api-path']],
  'api-guards-open-routes': ['jwt', ['open-routes']],
  'limits-nobody': ['rate-limit', ['burst', 'cors']],
  'limits-all-together': ['rate-limit', ['other-user']],
  'limits-for-ever': ['rate-limit', ['recovers']],
  'cache-is-out-of-reach': ['cache-connectivity', ['reachable']],
  'cache-function-fails': ['cache-connectivity', ['reachable']],
  'api-is-dead': ['jwt', ['valid', '*']],
  'takes-no-token': ['jwt', ['no-token']],
  'takes-empty-token': ['jwt', ['empty-token', 'basic-scheme']],
  'takes-malformed-token': ['jwt', ['malformed-token']],
  'takes-any-scheme': ['jwt', ['basic-scheme']],
  'takes-alg-none': ['jwt', ['alg-none']],
  'takes-alg-none-in-mixed-case': ['jwt', ['alg-none']],
  'takes-null-signature': ['jwt', ['null-signature']],
  'takes-blank-hmac-key': ['jwt', ['blank-hmac-key', 'kid-dev-null', 'kid-traversal']],
  'takes-public-key-as-hmac-key': ['jwt', ['hs256-public-key']],
  'only-decodes': ['jwt', ['tampered-payload', 'unknown-kid', 'missing-kid', '*']],
  'takes-any-kid': ['jwt', ['trusted-unknown-kid']],
  'takes-missing-kid': ['jwt', ['trusted-missing-kid']],
  'reads-kid-as-file': ['jwt', ['kid-dev-null', 'kid-traversal']],
  'queries-kid': ['jwt', ['kid-sql']],
  'trusts-jwk': ['jwt', ['injected-jwk']],
  'trusts-jku': ['jwt', ['injected-jku']],
  'ignores-exp': ['jwt', ['expired']],
  'ignores-nbf': ['jwt', ['future-nbf']],
  'ignores-iat': ['jwt', ['future-iat']],
  'ignores-iss': ['jwt', ['wrong-issuer']],
  'ignores-aud': ['jwt', ['wrong-audience']],
  'ignores-token-use': ['jwt', ['wrong-token-use']],
  'ignores-scope': ['jwt', ['missing-scope']],
  'site-is-down': ['headers', ['answers', '*']],
  'site-without-deep-links': ['site', ['deep-link', 'html-not-cached']],
  'site-turns-errors-into-page': ['site', ['missing-asset']],
  'site-without-asset-caching': ['site', ['hashed-assets-cached']],
  'site-caches-html': ['site', ['html-not-cached']],
  'site-serves-script-as-html': ['site', ['assets-load']],
  'site-lacks-an-asset': ['site', ['assets-load', 'hashed-assets-cached']],
  'site-serves-old-release': ['site', ['serves-release']],
  'site-stays-on-http': ['site', ['redirects-to-https']],
  'site-does-not-compress': ['site', ['compression']],
  'site-without-hsts': ['headers', ['hsts']],
  'site-without-csp': ['headers', ['csp', '*']],
  'site-without-nosniff': ['headers', ['content-type-options']],
  'site-without-frame-protection': ['headers', ['frame-protection']],
  'site-without-referrer-policy': ['headers', ['referrer-policy']],
  'site-without-headers-on-errors': ['headers', ['*', 'hsts']],
};

/** The same mistakes seen by other groups, where a check of theirs has no mistake of its own. */
const alsoCaught: readonly (readonly [Mistake, SmokeGroup, readonly string[]])[] = [
  ['api-is-dead', 'rate-limit', ['within', '*']],
  ['cors-reflects', 'cors-bucket', ['reflects-any-origin', 'null-origin', '*']],
  ['cors-compares-start', 'cors-bucket', ['suffixed-origin', 'backtick-origin']],
  ['cors-compares-end', 'cors-bucket', ['prefixed-origin', 'http-twin', 'subdomain']],
  ['cors-dot-is-any', 'cors-bucket', ['dot-swapped-origin']],
  ['cors-underscore', 'cors-bucket', ['underscore-origin']],
  ['cors-missing', 'cors-bucket', ['preflight', 'allowed-origin', '*']],
  ['cors-wildcard-with-credentials', 'cors-bucket', ['wildcard-with-credentials', '*']],
  ['cors-not-on-errors', 'cors-bucket', ['on-403']],
  ['cors-without-vary', 'cors-bucket', ['vary-origin']],
  ['cors-without-expose', 'cors-bucket', ['exposed-headers']],
  ['s3-skips-signatures', 'presigned-post', ['bad-signature']],
  ['s3-ignores-expiry', 'presigned-post', ['expired']],
  ['site-is-down', 'site', ['root', '*']],
];

const proven = new Set<string>();
const full = (group: SmokeGroup, names: readonly string[]) =>
  names.filter((name) => name !== '*').map((name) => (name.includes('/') ? name : `${group}/${name}`));

async function catches(
  group: SmokeGroup,
  names: readonly string[],
  change: Partial<SmokeOptions> = {},
): Promise<void> {
  const report = await check(platform, { groups: [group], ...change });
  const expected = full(group, names);
  for (const id of expected) proven.add(id);
  // With `*` other checks fail too: they say nothing once their positive has failed.
  if (names.includes('*')) expect(failures(report)).toEqual(expect.arrayContaining([...expected]));
  else expect([...failures(report)].sort()).toEqual([...expected].sort());
}

describe('a mistake of the target is caught', () => {
  test.each(mistakes)('%s', async (mistake) => {
    platform.break(mistake);
    await catches(...caught[mistake]);
  });

  test.each(alsoCaught)('%s, by %s', async (mistake, group, names) => {
    platform.break(mistake);
    await catches(group, names);
  });
});

describe('a mistake in making links is caught', () => {
  const signers: readonly (readonly [string, string, (link: URL) => void])[] = [
    [
      'the global endpoint',
      'regional-host',
      (link) => (link.hostname = link.hostname.replace('.eu-west-1', '')),
    ],
    [
      'a checksum of an empty body',
      'no-empty-checksum',
      (link) => {
        link.searchParams.set('x-amz-checksum-crc32', 'AAAAAA==');
      },
    ],
  ];
  test.each(signers)('%s', async (_name, id, spoil) => {
    platform.break();
    const sound = makeObjectSigner('eu-west-1', () => platform.aws.credentials());
    const signer: ObjectSigner = {
      ...sound,
      put: async (object) => {
        const link = new URL(await sound.put(object));
        spoil(link);
        return link.href;
      },
    };
    await catches('presigned-put', [id, '*'], { signer });
  });
});

describe('a mistake in TLS is caught', () => {
  const instead =
    (when: (attempt: Parameters<TlsConnector>[0]) => boolean, answer: TlsAnswer): TlsConnector =>
    (attempt, signal) =>
      when(attempt) ? Promise.resolve(answer) : soundTls(attempt, signal);
  const connected = {
    kind: 'connected',
    protocol: 'TLSv1.2',
    alpn: 'h2',
    notAfter: Date.now() + 90 * 86_400_000,
  } as const;
  const both = (name: string) => [`api-${name}`, `site-${name}`];

  test.each([
    ['TLS 1.0', both('refuses-tlsv1'), instead(({ maxVersion }) => maxVersion === 'TLSv1', connected)],
    ['TLS 1.1', both('refuses-tlsv1.1'), instead(({ maxVersion }) => maxVersion === 'TLSv1.1', connected)],
    [
      'a certificate for another name',
      [...both('handshake'), '*'],
      instead(({ minVersion }) => minVersion === 'TLSv1.2', {
        kind: 'refused',
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      }),
    ],
    [
      'a certificate about to end',
      both('certificate-lasts'),
      instead(({ trust }) => trust === 'public', { ...connected, notAfter: Date.now() + 20 * 86_400_000 }),
    ],
  ] as const)('%s', async (_name, names, tls) => {
    platform.break();
    // Under a domain name of its own; what CloudFront's own does stands below.
    const outputs = {
      ...platform.outputs,
      app: { ...platform.outputs['app'], SiteUrl: 'https://photos.example' },
    };
    await catches('tls', names, { tls, outputs });
  });

  test('no HTTP/2', async () => {
    platform.break();
    await catches('site', ['http2'], {
      tls: instead(({ alpn }) => alpn !== undefined, { ...connected, alpn: 'http/1.1' }),
    });
  });

  test("a name of CloudFront's own takes old versions by rule, so nothing is said about it", async () => {
    const report = await check(platform, {
      tls: instead(({ maxVersion }) => maxVersion === 'TLSv1', connected),
      groups: ['tls'],
    });
    expect(resultOf(report, 'tls/site-refuses-tlsv1')).toMatchObject({
      outcome: 'not-enforceable',
      reason: expect.stringContaining('domain name'),
    });
  });
});

test('a slow target is caught', async () => {
  platform.break();
  const clock = virtualClock();
  const slow = { ...clock, now: () => (clock.advance(12_000), clock.now()) };
  await catches('service-level', ['upload', 'download', 'presign', '*'], {
    clock: { ...slow, sleep: forever },
  });
});

const forever = (_milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new Error('over'));
    });
  });

test('each check there is has been seen to fail', async () => {
  platform.break();
  const report = await check(platform);
  expect(report.results.map(({ id }) => id).filter((id) => !proven.has(id))).toEqual([]);
});

test('what S3 always shows and a stand-in hides is not enforceable, and says why', async () => {
  platform.break('hides-encryption');
  const report = await check(platform, { groups: ['bucket'] });
  expect(resultOf(report, 'bucket/encryption')).toMatchObject({
    outcome: 'not-enforceable',
    reason: 'no encryption is named at all, which S3 itself always does',
  });
});

test('HTTP/2 cannot be judged behind a proxy that ends TLS itself', async () => {
  platform.break();
  const tls: TlsConnector = ({ trust }) =>
    Promise.resolve(
      trust === 'public'
        ? { kind: 'refused', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }
        : { kind: 'connected', protocol: 'TLSv1.3', alpn: null, notAfter: Date.now() },
    );
  const report = await check(platform, { groups: ['site', 'tls'], tls });
  expect(resultOf(report, 'site/http2')).toMatchObject({
    outcome: 'not-enforceable',
    reason: 'a proxy on the way ends TLS and does not offer HTTP/2',
  });
  expect(resultOf(report, 'tls/site-certificate-lasts').outcome).toBe('not-enforceable');
});
