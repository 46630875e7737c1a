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
