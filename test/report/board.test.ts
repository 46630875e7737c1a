import { expect, test } from '@jest/globals';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { LedgerHead } from '../../src/ledger/ledger.ts';
import { boardMarkdown, boardText, type BoardCell, type BoardRow } from '../../src/report/board.ts';
import { plainPaint } from '../../src/report/paint.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const head = (environment: EnvironmentName, rest: Partial<LedgerHead> = {}): LedgerHead => ({
  schema: 1,
  system: 'companycam',
  environment,
  sequence: 3,
  release: '91cc4e07'.padEnd(64, '0'),
  goodRelease: null,
  since: '2026-11-21T09:58:00Z',
  state: 'green',
  lock: null,
  ...rest,
});
const cellOf = (
  environment: EnvironmentName,
  found: LedgerHead | null,
  rest: Partial<BoardCell> = {},
): BoardCell => ({
  environment,
  head: found,
  problem: null,
  behind: null,
  notes: [],
  ...rest,
});
const rows: readonly BoardRow[] = [
  {
    system: 'companycam',
    cells: [
      cellOf('dev', head('dev')),
      cellOf('sit', head('sit', { since: '2026-11-21T09:59:50Z' })),
      cellOf('prod', head('prod', { release: '5b0e77aa'.padEnd(64, '0'), since: '2026-11-18T09:00:00Z' }), {
        behind: 2,
        notes: ['plan waits for approval'],
      }),
    ],
  },
  {
    system: 'cloud-sync',
    cells: [
      cellOf('dev', head('dev', { state: 'red', since: '2026-11-20T08:00:00Z' }), {
        notes: ['smoke failed: archive/kms'],
      }),
      cellOf('sit', head('sit', { release: null, since: null, state: 'empty' })),
      cellOf('prod', null, { problem: 'no credentials for 333333333333' }),
    ],
  },
];

test('the board says what is where, since when, and what is wrong', () => {
  expect(boardText(rows, { paint: plainPaint, now })).toBe(
    `             dev                        sit                  prod
 companycam  91cc4e07  2 min ago        91cc4e07  just now   5b0e77aa  3 days ago   ← prod is 2 releases behind; prod: plan waits for approval
 cloud-sync  91cc4e07  yesterday  red   – never              ? unknown              ← dev: smoke failed: archive/kms; prod: no credentials for 333333333333`,
  );
});

test('the board as a table', () => {
  expect(boardMarkdown(rows, now)).toBe(
    `| system | dev | sit | prod | |
| --- | --- | --- | --- | --- |
| companycam | \`91cc4e07\` 2 min ago | \`91cc4e07\` just now | \`5b0e77aa\` 3 days ago | prod is 2 releases behind; prod: plan waits for approval |
| cloud-sync | **red** \`91cc4e07\` yesterday | – never | ? unknown | dev: smoke failed: archive/kms; prod: no credentials for 333333333333 |`,
  );
});
