import { describe, expect, test } from '@jest/globals';
import { fate, noun, stopHeadline, withArticle } from '../../src/report/gate-words.ts';
import { code, fenced, prose } from '../../src/report/markdown.ts';
import { ago, bytes, clockTime, counted, duration, listed } from '../../src/report/units.ts';
import { cut } from '../../src/report/columns.ts';
import { visible } from '../../src/report/visible.ts';
import { stop } from './plan-samples.ts';

test.each([
  ['AWS::S3::Bucket', 'a bucket'],
  ['AWS::Cognito::UserPool', 'a user pool'],
  ['AWS::ApiGateway::ApiKey', 'an api key'],
  ['AWS::RDS::DBInstance', 'a DB instance'],
  ['AWS::EC2::EIP', 'an EIP'],
  ['AWS::IAM::User', 'a user'],
  ['AWS::KMS::Key', 'a key'],
  ['AWS::Timestream::Table', 'a table'],
  ['AWS::EC2::Instance', 'an instance'],
])('%s is %s', (type, words) => {
  expect(withArticle(noun(type))).toBe(words);
});

describe('what becomes of it', () => {
  test.each([
    [stop({ policyAction: 'Delete' }), 'prod would replace a bucket', 'Lost: its objects.'],
    [
      stop({ action: 'remove', policyAction: 'Retain' }),
      'prod would remove a bucket',
      'The bucket is kept, but nothing manages it any more.',
    ],
    [
      stop({ action: 'remove', policyAction: 'Snapshot' }),
      'prod would remove a bucket',
      'A snapshot is taken first. Lost: its objects.',
    ],
    [
      stop({ action: 'weaken', policyAction: null }),
      'prod would take protection from a bucket',
      'At stake: its objects.',
    ],
    [
      stop({ action: 'unseen', policyAction: null }),
      'prod may touch a bucket that the plan could not see',
      'At stake: its objects.',
    ],
  ])('%#', (each, headline, words) => {
    expect([stopHeadline('prod', each), fate(each)]).toEqual([headline, words]);
  });
});

test('times, sizes and lists', () => {
  expect([0, 41_000, 725_000, 3_609_000].map(clockTime)).toEqual(['0:00', '0:41', '12:05', '1:00:09']);
  expect([340, 5800, 59_940, 59_960, 62_000].map(duration)).toEqual([
    '340 ms',
    '5.8 s',
    '59.9 s',
    '0:59 min',
    '1:02 min',
  ]);
  expect([999, 12_345, 999_949, 4_000_000].map(bytes)).toEqual(['999 B', '12.3 kB', '999.9 kB', '4.0 MB']);
  expect([counted(1, 'path'), counted(2, 'path')]).toEqual(['1 path', '2 paths']);
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  const now = Date.parse('2026-11-21T10:00:00Z');
  const moments = [
    '2026-11-21T09:59:30Z',
    '2026-11-21T09:01:00Z',
    '2026-11-21T07:00:00Z',
    '2026-11-20T07:00:00Z',
    '2026-11-17T10:00:00Z',
    '2026-01-02T10:00:00Z',
  ];
  expect(moments.map((moment) => ago(moment, now))).toEqual([
    'just now',
    '59 min ago',
    '3 h ago',
    'yesterday',
    '4 days ago',
    '2026-01-02',
  ]);
});

test('what acts is shown, and long values are cut in the middle', () => {
  expect(visible('a\r\nb\tc\u001b\u200b\ufeffé漢')).toBe('a⏎b c\\u{1b}\\u{200b}\\u{feff}é漢');
  expect([cut('abcdefghij', 7), cut('abc', 7), cut('漢漢漢漢', 5)]).toEqual(['abc…hij', 'abc', '漢…漢']);
});

test('Markdown code and prose', () => {
  expect([code('a'), code('`a'), code('a``b'), code(''), code(' a ')]).toEqual([
    '`a`',
    '`` `a ``',
    '```a``b```',
    '` `',
    '`  a  `',
  ]);
  expect(fenced('diff', ['```', 'x'])).toBe('````diff\n```\nx\n````');
  expect(prose('- *a* <b> [c](d) @e #1 https://f www.g')).toBe(
    '&#45; &#42;a&#42; &#60;b&#62; &#91;c&#93;&#40;d&#41; &#64;<!-- -->e &#35;<!-- -->1 https:<!-- -->//f www<!-- -->.g',
  );
});
