import { describe, expect, test } from '@jest/globals';
import { cacheKeyOf, createEdgeCache } from '../../local/front/edge/cache.ts';
import { compress, encodingFor } from '../../local/front/edge/compression.ts';
import type { CachePolicy } from '../../local/front/edge/distribution-config.ts';
import { targetAfterFunction } from '../../local/front/edge/edge-functions.ts';
import { secondsFresh } from '../../local/front/edge/freshness.ts';
import { mayList } from '../../local/front/edge/missing-object.ts';
import { isInvalidated, matchesPattern } from '../../local/front/edge/path-pattern.ts';
import type { FrontRequest, FrontResponse, HeaderPairs } from '../../local/front/message.ts';

const now = Date.UTC(2026, 10, 21);
const times = { minimum: 0, default: 60, maximum: 600 };

function answer(status: number, headers: HeaderPairs = [], body = ''): FrontResponse {
  return { status, headers, body: Buffer.from(body) };
}

function asking(target: string, headers: HeaderPairs = []): FrontRequest {
  return {
    method: 'GET',
    scheme: 'https',
    host: 'd1.cloudfront.net',
    target,
    headers,
    body: Buffer.alloc(0),
  };
}

describe('how long a response stays fresh', () => {
  test.each<[string, number, number]>([
    ['max-age=100', 200, 100],
    ['public, max-age=0, s-maxage=300', 200, 300],
    ['max-age=10000', 200, 600],
    ['no-store', 200, 0],
    ['private, max-age=100', 200, 0],
    ['max-age=100', 206, 0],
    ['max-age=100', 404, 100],
    ['max-age=1', 404, 10],
    ['no-store', 404, 10],
  ])('%s with status %d: %d s', (header, status, seconds) => {
    expect(secondsFresh(answer(status, [['Cache-Control', header]]), times, 10, now)).toBe(seconds);
  });

  test('without a word of the origin it is the default, by Expires what is left', () => {
    expect(secondsFresh(answer(200), times, 10, now)).toBe(60);
    expect(
      secondsFresh(answer(200, [['Expires', new Date(now + 90_000).toUTCString()]]), times, 10, now),
    ).toBe(90);
    expect(secondsFresh(answer(200, [['Expires', new Date(now - 1000).toUTCString()]]), times, 10, now)).toBe(
      0,
    );
  });

  test('a minimum of the policy outweighs no-store', () => {
    expect(
      secondsFresh(answer(200, [['Cache-Control', 'no-store']]), { ...times, minimum: 5 }, 10, now),
    ).toBe(5);
  });
});

test.each([
  ['/assets/*', '/assets/a.js', true],
  ['assets/*', '/assets/a.js', true],
  ['/assets/*', '/Assets/a.js', false],
  ['/?.js', '/a.js', true],
  ['/?.js', '/ab.js', false],
  ['*.js', '/deep/a.js', true],
  ['/a.js', '/aXjs', false],
])('the pattern %s and the path %s', (pattern, path, matches) => {
  expect(matchesPattern(pattern, path)).toBe(matches);
});

test.each([
  ['/*', '/index.html', true],
  ['/', '/index.html', false],
  ['/index.html', '/index.html', true],
  ['/a*', '/abc?x=1', true],
  ['/*.js', '/a.js', false],
])('the invalidation of %s and the object %s', (invalidation, path, gone) => {
  expect(isInvalidated(invalidation, path)).toBe(gone);
});

const policy: CachePolicy = {
  times,
  brotli: true,
  gzip: true,
  query: { only: ['v'] },
  cookies: 'none',
  headers: ['origin'],
};

test('the cache key holds what the policy names, and nothing else', () => {
  const key = (target: string, headers: HeaderPairs = []): string =>
    cacheKeyOf(asking(target, headers), policy, undefined).text;
  expect(key('/a?v=1&utm=x')).toBe(key('/a?v=1'));
  expect(key('/a?v=1')).not.toBe(key('/a?v=2'));
  expect(key('/a', [['Cookie', 's=1']])).toBe(key('/a'));
  expect(key('/a', [['Origin', 'https://one']])).not.toBe(key('/a'));
  expect(cacheKeyOf(asking('/a'), policy, 'br').text).not.toBe(key('/a'));
});

test('an object leaves the cache when its time is over or an invalidation names it', () => {
  const cache = createEdgeCache();
  const key = cacheKeyOf(asking('/a'), policy, undefined);
  cache.put('D', key, answer(200), 10, now);
  expect(cache.get('D', key, now + 9000)?.ageSeconds).toBe(9);
  expect(cache.get('E', key, now)).toBeUndefined();
  expect(cache.get('D', key, now + 10_000)).toBeUndefined();
  cache.put('D', key, answer(200), 10, now);
  cache.invalidate('D', ['/b', '/a']);
  expect(cache.get('D', key, now)).toBeUndefined();
});

describe('compression', () => {
  const both = { brotli: true, gzip: true };
  test.each<[string | undefined, { brotli: boolean; gzip: boolean }, string | undefined]>([
    ['gzip, deflate, br', both, 'br'],
    ['gzip;q=1, br;q=0', both, 'gzip'],
    ['gzip, br', { brotli: false, gzip: true }, 'gzip'],
    ['deflate', both, undefined],
    [undefined, both, undefined],
  ])('accepting %s', (accepted, allowed, encoding) => {
    expect(encodingFor(accepted, allowed)).toBe(encoding);
  });

  test.each<[string, string, HeaderPairs, boolean]>([
    ['text', 'text/css', [], true],
    ['an image', 'image/png', [], false],
    ['what is encoded already', 'text/css', [['content-encoding', 'gzip']], false],
  ])('%s', (_what, type, more, packed) => {
    const body = 'a { color: red } '.repeat(100);
    const response = answer(200, [['content-type', type], ...more], body);
    expect(compress(response, 'gzip').body.length < body.length).toBe(packed);
  });

  test('less than a thousand bytes stay as they are', () => {
    const response = answer(200, [['content-type', 'text/css']], 'a'.repeat(999));
    expect(compress(response, 'br')).toBe(response);
  });
});

test('the edge keeps an object under the path that a function makes of the request', () => {
  const code =
    'function handler(event) { var r = event.request; if (!r.uri.includes(".")) r.uri = "/index.html"; return r; }';
  expect(targetAfterFunction(code, asking('/albums/7?x=1'), 'D')).toBe('/index.html?x=1');
  expect(targetAfterFunction(code, asking('/a.js'), 'D')).toBe('/a.js');
  expect(
    targetAfterFunction('function handler() { return { statusCode: 302 }; }', asking('/'), 'D'),
  ).toBeUndefined();
  expect(targetAfterFunction('function handler() { throw new Error(); }', asking('/'), 'D')).toBeUndefined();
  expect(targetAfterFunction('function handler() { for (;;) {} }', asking('/'), 'D')).toBeUndefined();
});

test('who may list a bucket learns that an object is missing', () => {
  const statement = (more: object) =>
    JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: ['arn:aws:s3:::site', 'arn:aws:s3:::site/*'],
          ...more,
        },
      ],
    });
  const from = (id: string) => ({
    Condition: { StringEquals: { 'AWS:SourceArn': `arn:aws:cloudfront::1:distribution/${id}` } },
  });
  expect(mayList(statement({}), 'site', 'E1')).toBe(true);
  expect(mayList(statement(from('E1')), 'site', 'E1')).toBe(true);
  expect(mayList(statement(from('E2')), 'site', 'E1')).toBe(false);
  expect(mayList(statement({ Action: 's3:GetObject' }), 'site', 'E1')).toBe(false);
  expect(mayList(statement({ Resource: 'arn:aws:s3:::site/*' }), 'site', 'E1')).toBe(false);
  expect(mayList(statement({ Effect: 'Deny' }), 'site', 'E1')).toBe(false);
});
