import { expect, test } from '@jest/globals';
import { plainPaint } from '../../src/report/paint.ts';
import { smokeJunit } from '../../src/report/smoke-junit.ts';
import { smokeMarkdown, smokeText } from '../../src/report/smoke-text.ts';
import { check, failingSmoke, smokeReport } from './smoke-samples.ts';

test('a failed check says what was seen, what is wanted and what it usually is', () => {
  expect(smokeText(failingSmoke(), plainPaint)).toBe(
    ` smoke  companycam · dev   1 passed   1 failed   1 not enforceable here   5.8 s
   failed  cors-api/reflects-any-origin  critical   GET https://abc.execute-api.eu-west-1.amazonaws.com/v1/photos   Origin: https://evil.example
           got   Access-Control-Allow-Origin: https://evil.example
           want  no such header
           usually: the Lambda echoes the Origin header. · docs/runbooks/cors.md
   open    bucket/encrypted  HEAD does not show the default encryption`,
  );
});

test('a passing report is one line', () => {
  expect(smokeText(smokeReport([check('a'), check('b')]), plainPaint)).toBe(
    ' smoke  companycam · dev   2 passed   5.8 s',
  );
});

test('the gravest failures come first', () => {
  const failed = (id: string, severity: 'critical' | 'major' | 'minor') =>
    check(id, { outcome: 'failed', severity });
  const text = smokeText(
    smokeReport([failed('a', 'minor'), failed('b', 'major'), failed('c', 'critical')]),
    plainPaint,
  );
  expect([...text.matchAll(/failed {2}(\w) /g)].map(([, id]) => id)).toEqual(['c', 'b', 'a']);
});

test('Markdown for a summary', () => {
  const nasty = smokeReport([check('x', { outcome: 'failed', got: 'a | b `c` <script>', hint: '@all' })]);
  expect(smokeMarkdown(nasty)).toBe(
    `### Smoke · companycam · dev · failed

1 failed, 0 passed, 5.8 s

| failed check | severity | got | want | usually |
| --- | --- | --- | --- | --- |
| \`x\` | major | \`\`a \\| b \`c\` <script>\`\` | \`no such header\` | &#64;<!-- -->all<br>\`docs/runbooks/cors.md\` |`.replace(
      '1 failed, 0 passed',
      '0 passed, 1 failed',
    ),
  );
});

test('JUnit XML has a suite a group, failures and skips with their reasons', () => {
  expect(smokeJunit(failingSmoke())).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="slipway smoke companycam dev" tests="3" failures="1" time="5.800">
  <testsuite name="cors-api" tests="2" failures="1" skipped="0" time="0.240" timestamp="2026-11-21T10:00:00.000Z">
    <testcase classname="cors-api" name="cors-api/preflight" time="0.120"/>
    <testcase classname="cors-api" name="cors-api/reflects-any-origin" time="0.120"><failure type="critical" message="got Access-Control-Allow-Origin: https://evil.example; want no such header">got Access-Control-Allow-Origin: https://evil.example / want no such header / usually: the Lambda echoes the Origin header.</failure></testcase>
  </testsuite>
  <testsuite name="bucket" tests="1" failures="0" skipped="1" time="0.120" timestamp="2026-11-21T10:00:00.000Z">
    <testcase classname="bucket" name="bucket/encrypted" time="0.120"><skipped message="HEAD does not show the default encryption"/></testcase>
  </testsuite>
</testsuites>
`,
  );
  expect(smokeJunit(smokeReport([check('a', { outcome: 'failed', got: '"<&\u0000' })]))).toContain(
    'message="got &#34;&#60;&#38;\\u{0}; want no such header"',
  );
});

test('what only follows from another failure is told with it, not beside it', () => {
  const report = smokeReport([
    check('cors-api/a-follower', { outcome: 'failed', followsFrom: 'cors-api/the-cause' }),
    check('cors-api/the-cause', { outcome: 'failed', hint: 'usually: a regular expression' }),
  ]);
  const text = smokeText(report, plainPaint);
  expect(text.match(/^ {3}failed {2}\S+/gm)).toEqual(['   failed  cors-api/the-cause']);
  expect(text).toContain('also failed because of it: cors-api/a-follower');
});
