import { describe, expect, test } from '@jest/globals';
import { whyUnusable } from '../../site/src/token.ts';
import { size } from '../../site/src/words.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object): string => `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;

describe('what the sign-in page can tell about a token', () => {
  test.each([
    ['one that lasts', token({ exp: now / 1000 + 60, name: 'Zoë 🦊' }), null],
    ['one without expiry', token({ sub: 'me' }), null],
    ['one whose claims are none', 'YQ.YQ.YQ', null],
    ['an expired one', token({ exp: now / 1000 }), /has expired/],
    ['a password', 'correct horse', /not an access token/],
    ['two parts', 'a.b', /not an access token/],
    ['an empty signature', `${part({})}.${part({})}.`, /not an access token/],
    ['nothing', '', /not an access token/],
  ])('%s', (_what, given, expected) => {
    const why = whyUnusable(given, now);
    if (expected === null) expect(why).toBeNull();
    else expect(why).toMatch(expected);
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [12_345_678, '12.3 MB'],
])('%i bytes read %s', (bytes, text) => {
  expect(size(bytes)).toBe(text.replace(' ', '\u00a0'));
});
