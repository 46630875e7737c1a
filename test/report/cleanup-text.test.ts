import { expect, test } from '@jest/globals';
import type { CleanupItem, CleanupReport } from '../../src/cleanup/cleanup.ts';
import { cleanupReport } from '../../src/cleanup/cleanup.ts';
import { cleanupMarkdown, cleanupText } from '../../src/report/cleanup-text.ts';
import { plainPaint } from '../../src/report/paint.ts';

function item(name: string, more: Partial<CleanupItem>): CleanupItem {
  return {
    kind: 'change-set',
    place: { system: 'notes', environment: 'dev', account: '111111111111', region: 'eu-west-1' },
    stackId: 'arn',
    stackName: 'notes-dev-app',
    name,
    arn: `arn of ${name}`,
    verdict: 'delete',
    why: 'pull request 7 is closed',
    ...more,
  };
}

const items = [
  item('slipway-pr-7-abc-1', {}),
  item('slipway-pr-8-abc-1', { verdict: 'keep', why: 'pull request 8 is open' }),
  item('notes-dev-new', {
    kind: 'stack',
    stackName: 'notes-dev-new',
    why: 'it was reviewed only, and holds nothing',
  }),
];
const [gone, , stack] = items;
const hostile = 'AccessDenied: <b>@acme</b> | `x`\n::error::';

function report(): CleanupReport {
  if (!gone || !stack) throw new Error('An item is missing.');
  return cleanupReport(items, [
    { item: gone, outcome: { kind: 'deleted' } },
    { item: stack, outcome: { kind: 'failed', reason: hostile } },
  ]);
}

test('reads stack by stack in a terminal', () => {
  expect(cleanupText(report(), plainPaint)).toBe(
    [
      ' 111111111111 eu-west-1  notes-dev-app',
      '   deleted  slipway-pr-7-abc-1: pull request 7 is closed',
      '   kept     slipway-pr-8-abc-1: pull request 8 is open',
      ' 111111111111 eu-west-1  notes-dev-new',
      '   failed   the stack itself: AccessDenied: <b>@acme</b> | `x`⏎::error::',
      ' 1 deleted, 1 kept, 1 failed',
    ].join('\n'),
  );
});

test('a dry run says so', () => {
  const text = cleanupText(cleanupReport(items, null), plainPaint);
  expect(text).toContain('   delete   slipway-pr-7-abc-1: pull request 7 is closed');
  expect(text).toContain(' 2 would be deleted, 1 kept');
});

test('in a summary what AWS says formats nothing, and what was kept is folded', () => {
  expect(cleanupMarkdown(report()).split('\n')).toEqual([
    '### Clean-up: 1 deleted, 1 kept, 1 failed',
    '',
    '| stack | what | | why |',
    '| --- | --- | --- | --- |',
    '| `notes-dev-app` eu-west-1 | `slipway-pr-7-abc-1` | deleted | pull request 7 is closed |',
    expect.stringMatching(
      /^\| `notes-dev-new` eu-west-1 \| the stack itself \| failed \| [^<|@`]*&#60;b&#62;.*\|$/,
    ),
    '',
    '<details><summary>Kept, and why</summary>',
    '',
    '| stack | what | | why |',
    '| --- | --- | --- | --- |',
    '| `notes-dev-app` eu-west-1 | `slipway-pr-8-abc-1` | kept | pull request 8 is open |',
    '',
    '</details>',
    '',
  ]);
});
