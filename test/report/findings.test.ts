import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import { findingsMarkdown, findingsText } from '../../src/report/findings.ts';
import { plainPaint } from '../../src/report/paint.ts';

const finding = (file: string, line: number, rest: Partial<Finding> = {}): Finding => ({
  rule: 'wiring/unfed',
  severity: 'error',
  message: 'Storage is not given BucketName',
  at: { file, line, column: 3 },
  hint: null,
  ...rest,
});
const found = [
  finding('templates/b.yml', 12, {
    severity: 'warning',
    rule: 'W3002',
    message: 'a | b',
    hint: 'see <docs>',
  }),
  finding('templates/b.yml', 4),
  finding('templates/a.yml', 100),
];

test('findings are grouped by file, in the order of lines', () => {
  expect(findingsText(found, plainPaint)).toBe(
    ` templates/a.yml
   100:3  error    Storage is not given BucketName  wiring/unfed
 templates/b.yml
   4:3   error    Storage is not given BucketName  wiring/unfed
   12:3  warning  a | b  W3002
                  see <docs>

 2 errors, 1 warning`,
  );
  expect(findingsText([], plainPaint)).toBe(' lint  nothing found');
});

test('findings as a table', () => {
  expect(findingsMarkdown(found)).toBe(
    `### Lint · 2 errors, 1 warning

| | where | what | rule |
| --- | --- | --- | --- |
| **error** | \`templates/a.yml:100:3\` | Storage is not given BucketName | \`wiring/unfed\` |
| **error** | \`templates/b.yml:4:3\` | Storage is not given BucketName | \`wiring/unfed\` |
| warning | \`templates/b.yml:12:3\` | a &#124; b<br>see &#60;docs&#62; | \`W3002\` |`,
  );
});

test('what was linted is told, so that nothing found is seen to be nothing found there', () => {
  expect(findingsMarkdown([], ['buy-page', 'shop'])).toBe(
    '### Lint · nothing found\n\nLinted: `buy-page`, `shop`.',
  );
  expect(findingsMarkdown(found, ['shop'])).toContain('2 errors, 1 warning\n\nLinted: `shop`.\n\n| |');
});

test('of many findings the files come first, the worst one on top, and the list is folded away', () => {
  const many = Array.from({ length: 18 }, (_, index) =>
    finding('templates/c.yml', index + 1, { severity: 'warning' }),
  );
  const text = findingsMarkdown([...many, ...found]);
  expect(text.slice(0, text.indexOf('| |'))).toBe(`### Lint · 2 errors, 19 warnings

| file | errors | warnings | notes |
| --- | --- | --- | --- |
| \`templates/b.yml\` | 1 | 1 | – |
| \`templates/a.yml\` | 1 | – | – |
| \`templates/c.yml\` | – | 18 | – |

<details><summary>All 21 findings</summary>

`);
  expect(text.match(/^\| (\*\*error\*\*|warning) \|/gm)).toHaveLength(21);
  expect(text.endsWith('\n\n</details>')).toBe(true);
});
