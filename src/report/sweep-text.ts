import type { CleanupReport } from '../cleanup/cleanup.ts';
import type { Amount, SweepReport } from '../cleanup/sweep/sweep.ts';
import { padded } from './columns.ts';
import { cell, code, prose } from './markdown.ts';
import type { Paint } from './paint.ts';
import { bytes, counted } from './units.ts';
import { visible } from './visible.ts';

/** Artifacts that are named one by one; `--json` has all. */
const named = 10;

const reasons = {
  needed: 'a release of a ledger, a change set, an open pull request or the last weeks needs them',
  young: 'they came a short while ago',
  foreign: 'not made by Slipway: their names are no digests',
  left: 'left for the next run',
} as const;

const superfluous = 'nothing that is known needs them, and they have lain there for weeks';

interface Row {
  readonly fate: 'deleted' | 'kept' | 'failed' | 'skipped';
  readonly text: string;
}

/** `12 artifacts, 3.4 MB`. */
function amountText({ count, bytes: size }: Amount): string {
  return `${counted(count, 'artifact')}, ${bytes(size)}`;
}

function goingOf({ going }: Pick<SweepReport, 'going'>): Amount {
  return { count: going.length, bytes: going.reduce((sum, { size }) => sum + size, 0) };
}

function rowsOf(sweep: SweepReport): readonly Row[] {
  const rows: Row[] = [];
  const going = goingOf(sweep);
  if (sweep.outcome !== 'swept') rows.push({ fate: sweep.outcome, text: sweep.why ?? '' });
  if (going.count > 0) rows.push({ fate: 'deleted', text: `${amountText(going)}: ${superfluous}` });
  for (const [key, why] of Object.entries(reasons)) {
    const amount = sweep[key as keyof typeof reasons];
    if (amount.count > 0) rows.push({ fate: 'kept', text: `${amountText(amount)}: ${why}` });
  }
  return rows.length === 0 ? [{ fate: 'kept', text: 'nothing is in it' }] : rows;
}

/** Some of what goes, the oldest first. */
function examples({ going }: SweepReport): readonly string[] {
  const lines = going
    .slice(0, named)
    .map(
      ({ key, size, modifiedAt }) =>
        `${key.slice(0, 16)}…  ${bytes(size)}, since ${new Date(modifiedAt).toISOString().slice(0, 10)}`,
    );
  const more = going.length - named;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

const unswept =
  'artifacts were not looked at: all systems share them; they are swept when no system is named';

/** `3 artifacts (12.3 MB) deleted`; empty where none goes. */
export function sweepCounts({ sweeps, isDryRun }: CleanupReport): string {
  const all = goingOf({ going: (sweeps ?? []).flatMap(({ going }) => going) });
  if (all.count === 0) return '';
  return `${counted(all.count, 'artifact')} (${bytes(all.bytes)}) ${isDryRun ? 'would be deleted' : 'deleted'}`;
}

/** Bucket by bucket what becomes of artifacts, and why. */
export function sweepText({ sweeps, isDryRun }: CleanupReport, paint: Paint): readonly string[] {
  if (sweeps === null) return [` ${paint.dim(unswept)}`];
  const words = isDryRun ? { deleted: 'delete', kept: 'keep', failed: 'failed', skipped: 'skip' } : fates;
  const colours = { deleted: paint.green, kept: paint.dim, failed: paint.red, skipped: paint.dim };
  return sweeps.map((sweep) =>
    [
      ` ${paint.bold(visible(`${sweep.account} ${sweep.region}  ${sweep.bucket}`))}`,
      ...rowsOf(sweep).flatMap(({ fate, text }) => [
        `   ${colours[fate](padded(words[fate], 7))}  ${visible(text)}`,
        ...(fate === 'deleted' ? examples(sweep).map((line) => `            ${paint.dim(line)}`) : []),
      ]),
    ].join('\n'),
  );
}

const fates = { deleted: 'deleted', kept: 'kept', failed: 'failed', skipped: 'skipped' } as const;

/** The same for a job's summary. */
export function sweepMarkdown({ sweeps, isDryRun }: CleanupReport): readonly string[] {
  if (sweeps === null) return [unswept, ''];
  const rows = sweeps.flatMap((sweep) =>
    rowsOf(sweep).map(({ fate, text }) =>
      [code(sweep.bucket), fate === 'deleted' && isDryRun ? 'would be deleted' : fate, prose(text)]
        .map(cell)
        .join(' | '),
    ),
  );
  if (rows.length === 0) return [];
  return ['| bucket | | artifacts |', '| --- | --- | --- |', ...rows.map((row) => `| ${row} |`), ''];
}
