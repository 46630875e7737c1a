import { describe, expect, test } from '@jest/globals';
import type { CleanupItem, CleanupReport } from '../../src/cleanup/cleanup.ts';
import { cleanupReport } from '../../src/cleanup/cleanup.ts';
import { nothingSwept, type SweepReport } from '../../src/cleanup/sweep/sweep.ts';
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

function report(sweeps: CleanupReport['sweeps'] = []): CleanupReport {
  if (!gone || !stack) throw new Error('An item is missing.');
  return cleanupReport(
    items,
    [
      { item: gone, outcome: { kind: 'deleted' } },
      { item: stack, outcome: { kind: 'failed', reason: hostile } },
    ],
    sweeps,
  );
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
  const text = cleanupText(cleanupReport(items, null, []), plainPaint);
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

describe('artifacts', () => {
  const going = Array.from({ length: 12 }, (_, index) => ({
    key: index.toString(16).padStart(64, 'a'),
    size: 1_500,
    modifiedAt: Date.parse('2026-09-01T10:00:00Z') + index * 86_400_000,
  }));
  const place = {
    account: '111111111111',
    region: 'eu-west-1',
    bucket: 'slipway-artifacts-111111111111-eu-west-1',
  };
  const swept: SweepReport = {
    ...nothingSwept,
    ...place,
    outcome: 'swept',
    why: null,
    needed: { count: 214, bytes: 12_300_000 },
    young: { count: 1, bytes: 900 },
    foreign: { count: 2, bytes: 20 },
    going,
  };
  const failed: SweepReport = {
    ...nothingSwept,
    ...place,
    region: 'us-east-1',
    outcome: 'failed',
    why: hostile,
  };

  test('are told bucket by bucket, with how many, how much and why', () => {
    expect(cleanupText(cleanupReport([], null, [swept]), plainPaint).split('\n')).toEqual([
      ' 111111111111 eu-west-1  slipway-artifacts-111111111111-eu-west-1',
      '   delete   12 artifacts, 18.0 kB: nothing that is known needs them, and they have lain there for weeks',
      ...going
        .slice(0, 10)
        .map(
          ({ key, modifiedAt }) =>
            `            ${key.slice(0, 16)}…  1.5 kB, since ${new Date(modifiedAt).toISOString().slice(0, 10)}`,
        ),
      '            and 2 more',
      '   keep     214 artifacts, 12.3 MB: a release of a ledger, a change set, an open pull request or the last weeks needs them',
      '   keep     1 artifact, 900 B: they came a short while ago',
      '   keep     2 artifacts, 20 B: not made by Slipway: their names are no digests',
      ' 0 would be deleted, 0 kept, 12 artifacts (18.0 kB) would be deleted',
    ]);
  });

  test('that could not be swept count as failed, with the reason', () => {
    const report = cleanupReport([], [], [failed]);
    expect(cleanupText(report, plainPaint)).toContain(
      '   failed   AccessDenied: <b>@acme</b> | `x`⏎::error::\n 0 deleted, 0 kept, 1 failed',
    );
    expect(cleanupMarkdown(report)).not.toContain('<b>');
  });

  test('stand in the summary, too', () => {
    const report = cleanupReport(
      [],
      [],
      [swept, { ...failed, outcome: 'skipped', why: 'notes dev is busy' }],
    );
    expect(cleanupMarkdown(report).split('\n').slice(0, 6)).toEqual([
      '### Clean-up: 0 deleted, 0 kept, 12 artifacts (18.0 kB) deleted',
      '',
      '| bucket | | artifacts |',
      '| --- | --- | --- |',
      expect.stringMatching(
        /^\| `slipway-artifacts-111111111111-eu-west-1` \| deleted \| 12 artifacts, 18.0 kB: /,
      ),
      expect.stringMatching(/ \| kept \| 214 artifacts, 12.3 MB: /),
    ]);
    expect(cleanupMarkdown(report)).toContain('| skipped | notes dev is busy |');
  });

  test('that were not looked at are told of, with how they would be', () => {
    const report = cleanupReport([], [], null);
    for (const text of [cleanupText(report, plainPaint), cleanupMarkdown(report)])
      expect(text).toContain('artifacts were not looked at: all systems share them');
  });
});
