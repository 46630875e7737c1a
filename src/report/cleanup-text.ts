import type { CleanupLine, CleanupReport } from '../cleanup/cleanup.ts';
import { cell, code, prose } from './markdown.ts';
import type { Paint } from './paint.ts';
import { padded } from './columns.ts';
import { sweepCounts, sweepMarkdown, sweepText } from './sweep-text.ts';
import { visible } from './visible.ts';

/** `12 deleted, 3 kept, 4 artifacts (1.2 MB) deleted, 1 failed`. */
export function cleanupCounts(report: CleanupReport): string {
  const { isDryRun, deleted, kept, failed } = report;
  return [
    `${deleted} ${isDryRun ? 'would be deleted' : 'deleted'}`,
    `${kept} kept`,
    sweepCounts(report),
    failed > 0 ? `${failed} failed` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Stack by stack and bucket by bucket, what was deleted, what was kept, and why. */
export function cleanupText(report: CleanupReport, paint: Paint): string {
  const colours = { deleted: paint.green, kept: paint.dim, failed: paint.red };
  const word = report.isDryRun ? { deleted: 'delete', kept: 'keep', failed: 'failed' } : fates;
  const blocks = byStack(report.lines).map(([place, lines]) =>
    [
      ` ${paint.bold(visible(place))}`,
      ...lines.map(
        ({ item, fate, why }) =>
          `   ${colours[fate](padded(word[fate], 7))}  ${visible(nameOf(item))}: ${visible(why)}`,
      ),
    ].join('\n'),
  );
  return [...blocks, ...sweepText(report, paint), ` ${cleanupCounts(report)}`].join('\n');
}

const fates = { deleted: 'deleted', kept: 'kept', failed: 'failed' } as const;

/** The same for a job's summary; what was kept is folded. */
export function cleanupMarkdown(report: CleanupReport): string {
  const gone = report.lines.filter(({ fate }) => fate !== 'kept');
  const kept = report.lines.filter(({ fate }) => fate === 'kept');
  return [
    `### Clean-up: ${cleanupCounts(report)}`,
    '',
    ...table(gone, report.isDryRun),
    ...sweepMarkdown(report),
    ...(kept.length === 0
      ? []
      : ['<details><summary>Kept, and why</summary>', '', ...table(kept, report.isDryRun), '</details>', '']),
  ].join('\n');
}

function table(lines: readonly CleanupLine[], isDryRun: boolean): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ item, fate, why }) =>
    [
      `${code(item.stackName)} ${item.place.region}`,
      item.kind === 'stack' ? 'the stack itself' : code(item.name),
      fate === 'deleted' && isDryRun ? 'would be deleted' : fate,
      prose(why),
    ]
      .map(cell)
      .join(' | '),
  );
  return ['| stack | what | | why |', '| --- | --- | --- | --- |', ...rows.map((row) => `| ${row} |`), ''];
}

function nameOf({ kind, name }: CleanupLine['item']): string {
  return kind === 'stack' ? 'the stack itself' : name;
}

function byStack(lines: readonly CleanupLine[]): readonly (readonly [string, readonly CleanupLine[]])[] {
  const stacks = new Map<string, CleanupLine[]>();
  for (const line of lines) {
    const { place, stackName } = line.item;
    const key = `${place.account} ${place.region}  ${stackName}`;
    stacks.set(key, [...(stacks.get(key) ?? []), line]);
  }
  return [...stacks];
}
