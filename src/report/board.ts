import { environmentNames, type EnvironmentName } from '../config/environment-name.ts';
import type { LedgerHead } from '../ledger/ledger.ts';
import { short } from '../runtime/sha256.ts';
import { cell, code, prose } from './markdown.ts';
import type { Paint } from './paint.ts';
import { ago, counted } from './units.ts';
import { padded, widest } from './columns.ts';
import { visible } from './visible.ts';

/** What is where: one environment of a system. */
export interface BoardCell {
  readonly environment: EnvironmentName;
  /** `null` where the ledger could not be read; `problem` says why. */
  readonly head: LedgerHead | null;
  readonly problem: string | null;
  /** How many releases the environment before it is ahead; `null` where that is not known. */
  readonly behind: number | null;
  /** What somebody should know: failed checks, a plan that waits. */
  readonly notes: readonly string[];
}

export interface BoardRow {
  readonly system: string;
  /** In promotion order. */
  readonly cells: readonly BoardCell[];
}

/** Which release is where, since when, and what is wrong with it. */
export function boardText(rows: readonly BoardRow[], { paint, now }: { paint: Paint; now: number }): string {
  const names = padded('', widest(rows.map((row) => row.system)) + 1);
  const widths = environmentNames.map(
    (environment) => widest([environment, ...rows.map((row) => cellText(row, environment, now))]) + 3,
  );
  const header = environmentNames
    .map((environment, index) => padded(environment, widths[index] ?? 0))
    .join('');
  const lines = rows.map((row) => {
    const cells = environmentNames.map((environment, index) => {
      const text = padded(cellText(row, environment, now), widths[index] ?? 0);
      return statePaint(
        paint,
        row.cells.find((each) => each.environment === environment),
      )(text);
    });
    const remarks = remarksOf(row);
    return ` ${paint.bold(padded(visible(row.system), names.length))} ${cells.join('')}${remarks === '' ? '' : `← ${remarks}`}`.trimEnd();
  });
  return [` ${names} ${paint.dim(header.trimEnd())}`, ...lines].join('\n');
}

export function boardMarkdown(rows: readonly BoardRow[], now: number): string {
  const lines = rows.map((row) => {
    const cells = environmentNames.map((environment) => {
      const found = row.cells.find((each) => each.environment === environment);
      const release = found?.head?.release;
      if (!found?.head || release === null || release === undefined)
        return prose(cellText(row, environment, now));
      const state = found.head.state === 'red' ? '**red** ' : '';
      return `${state}${code(short(release))} ${found.head.since === null ? '' : ago(found.head.since, now)}`.trim();
    });
    return `| ${[prose(row.system), ...cells, prose(remarksOf(row))].map(cell).join(' | ')} |`;
  });
  return [`| system | ${environmentNames.join(' | ')} | |`, '| --- | --- | --- | --- | --- |', ...lines].join(
    '\n',
  );
}

/** `91cc4e07  2 min ago`, `– never`. */
export function cellText(row: BoardRow, environment: EnvironmentName, now: number): string {
  const found = row.cells.find((each) => each.environment === environment);
  if (!found) return '';
  if (!found.head) return '? unknown';
  const { release, since, state } = found.head;
  if (release === null) return since === null ? '– never' : `– torn down ${ago(since, now)}`;
  return [short(release), since === null ? '' : ago(since, now), state === 'red' ? 'red' : '']
    .filter((part) => part !== '')
    .join('  ');
}

/** What stands after the arrow. */
export function remarksOf(row: BoardRow): string {
  return row.cells
    .flatMap(({ environment, head, problem, behind, notes }) => [
      ...(problem === null ? [] : [`${environment}: ${problem}`]),
      ...(behind !== null && behind > 0 ? [`${environment} is ${counted(behind, 'release')} behind`] : []),
      ...(head?.lock ? [`${environment} is locked by ${head.lock.holder}`] : []),
      ...notes.map((note) => `${environment}: ${note}`),
    ])
    .map(visible)
    .join('; ');
}

function statePaint(paint: Paint, found: BoardCell | undefined): (text: string) => string {
  if (found?.head?.state === 'red' || found?.head === null) return paint.red;
  return found?.head?.state === 'green' ? paint.green : paint.dim;
}
