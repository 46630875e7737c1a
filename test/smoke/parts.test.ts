import { describe, expect, test } from '@jest/globals';
import { redact, withoutQuery } from '../../src/smoke/evidence.ts';
import { caseVariants } from '../../src/smoke/forgeries.ts';
import { hostileOrigins, originOf } from '../../src/smoke/groups/cors-origins.ts';
import { acceptedTypes, isHashed, pageAssets } from '../../src/smoke/groups/page-assets.ts';
import { sizeRange } from '../../src/smoke/groups/post-policy.ts';
import { judgeTogether } from '../../src/smoke/run-check.ts';
import type { SmokeResult } from '../../src/smoke/report.ts';

describe('redact', () => {
  test.each([
    ['Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln refused', 'Bearer ••• refused'],
    [
      'https://b.s3.eu-west-1.amazonaws.com/k?X-Amz-Signature=ab&x=1 failed',
      'https://b.s3.eu-west-1.amazonaws.com/k?••• failed',
    ],
    [`signature ${'a1'.repeat(32)}`, 'signature •••'],
    ['key ASIAABCDEFGHIJKLMNOP', 'key •••'],
    ['HTTP 403 AccessDenied', 'HTTP 403 AccessDenied'],
    ['the field privateKeyJwk', 'the field privateKeyJwk'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('cuts a long text', () => {
    expect(redact('no '.repeat(200))).toHaveLength(301);
  });

  test('an address loses its query', () => {
    expect(withoutQuery('https://a.example/b?c=d')).toBe('https://a.example/b');
  });
});

test('caseVariants gives each spelling once', () => {
  const variants = caseVariants('none');
  expect(new Set(variants).size).toBe(16);
  expect(variants).toEqual(expect.arrayContaining(['none', 'NONE', 'nOnE']));
});

describe('hostileOrigins', () => {
  test('are those of the list, from the allowed one', () => {
    const all = hostileOrigins('https://allowed.example').flatMap(({ origins }) => origins);
    expect(all).toEqual([
      'https://evil.example',
      'null',
      'https://allowed.example.evil.example',
      'https://evilallowed.example',
      'https://allowedxexample',
      'https://allowed_.example',
      'https://allowed.example`.evil.example',
      'http://allowed.example',
      'https://slipway-smoke.allowed.example',
    ]);
  });

  test('without TLS and without a dot, as on a developer’s own machine, never name the allowed origin itself', () => {
    const all = hostileOrigins('http://localhost:3000');
    expect(all.find(({ name }) => name === 'http-twin')?.origins).toEqual(['https://localhost:3000']);
    expect(all.flatMap(({ origins }) => origins)).not.toContain('http://localhost:3000');
    expect(all.filter(({ origins }) => origins.length === 0)).toEqual([]);
  });

  test('an address is cut down to its origin', () => {
    expect(originOf('https://a.example/path')).toBe('https://a.example');
  });
});

describe('pageAssets', () => {
  test.each([
    ['<script src=/a.js></script>', ['/a.js']],
    ["<link rel='stylesheet' href='/a.css'><link rel=canonical href=/b>", ['/a.css']],
    [
      '<link rel="modulepreload" href="./a.js"><img src="data:image/png;base64,AA"><img src="i.png">',
      ['/a.js', '/i.png'],
    ],
    ['<!-- <script src="/a.js"></script> --><script>let a</script>', []],
    [
      '<script src="https://cdn.example/a.js"></script><script src="/a.js"></script><script src="/a.js"></script>',
      ['/a.js'],
    ],
  ])('%s', (html, expected) => {
    expect(pageAssets(html, 'https://site.example/')).toEqual(expected);
  });

  test('names with a digest are told from others', () => {
    expect(['/assets/index-BcD3fG7h.js', '/a.1b2c3d4e5f.css'].every(isHashed)).toBe(true);
    expect(['/favicon.ico', '/assets/index.js', '/release.json'].some(isHashed)).toBe(false);
  });

  test('a script must have a type that browsers run', () => {
    expect(acceptedTypes('/a.js')).toEqual(['text/javascript', 'application/javascript']);
    expect(acceptedTypes('/a.unknown')).toBeNull();
  });
});

describe('sizeRange', () => {
  const policy = (conditions: unknown) => Buffer.from(JSON.stringify({ conditions })).toString('base64');
  test.each([
    [policy([{ bucket: 'b' }, ['content-length-range', 1, 20]]), [1, 20]],
    [policy([['content-length-range', '1', '20']]), [1, 20]],
    [policy([['starts-with', '$key', 'a']]), null],
    ['no policy', null],
  ])('%s', (text, expected) => {
    expect(sizeRange(text)).toEqual(expected);
  });
});

describe('judgeTogether', () => {
  const result = (
    id: string,
    outcome: SmokeResult['outcome'],
    pairedWith: string | null = null,
  ): SmokeResult => ({
    id,
    group: 'jwt',
    severity: 'major',
    outcome,
    pairedWith,
    took: 1,
    got: outcome === 'failed' ? 'HTTP 200' : null,
    want: '401',
    hint: null,
    reason: null,
    evidence: [],
  });
  const judged = (positive: SmokeResult['outcome'] | null, negative: SmokeResult['outcome']) =>
    judgeTogether([...(positive ? [result('p', positive)] : []), result('n', negative, 'p')], []).at(-1);

  test.each([
    ['passed', 'passed', 'passed', null],
    ['failed', 'passed', 'failed', 'not meaningful: p did not pass'],
    [null, 'passed', 'failed', 'not meaningful: p was not run'],
    ['not-enforceable', 'passed', 'not-enforceable', null],
    ['failed', 'failed', 'failed', 'HTTP 200'],
    ['failed', 'not-enforceable', 'not-enforceable', null],
  ] as const)('positive %s, negative %s: %s', (positive, negative, outcome, got) => {
    expect(judged(positive, negative)).toMatchObject({ outcome, got });
  });

  test('a failure that another one implies names it, and stays a failure', () => {
    const checks = [{ id: 'cause' }, { id: 'effect', impliedBy: 'cause' }];
    const both = judgeTogether([result('cause', 'failed'), result('effect', 'failed')], checks);
    expect(both.map(({ followsFrom }) => followsFrom)).toEqual([undefined, 'cause']);
    expect(both.every(({ outcome }) => outcome === 'failed')).toBe(true);
    const alone = judgeTogether([result('cause', 'passed'), result('effect', 'failed')], checks);
    expect(alone[1]).not.toHaveProperty('followsFrom');
  });
});
