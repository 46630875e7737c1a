import { isStatic, type AnyPlan } from '../plan/static-plan.ts';
import { short } from '../runtime/sha256.ts';
import type { Paint } from './paint.ts';
import { driftReport, type DriftReport } from './drift-text.ts';
import { caveat, notes, siteText, sizeText, stopTexts, warningsOf, type StopText } from './plan-notes.ts';
import { planRows, type PlanRow, type Tone } from './plan-rows.ts';
import { totals, verdictOf, verdictWords, type Verdict } from './plan-summary.ts';
import { cut, padded, widest } from './columns.ts';
import { counted, someOf } from './units.ts';
import { visible } from './visible.ts';

export interface TerminalOptions {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/**
 * A plan for a terminal: what it comes to, why it stops, then the tree.
 *
 * @returns lines without a line end at the last
 */
export function planText(plan: AnyPlan, { paint, width }: TerminalOptions): string {
  const verdict = verdictOf(plan);
  const title = [
    ` ${paint.bold('plan')}  ${visible(plan.system)} → ${plan.environment}`,
    ...(isStatic(plan) ? [] : [`release ${short(plan.release)}`, `plan ${short(plan.fingerprint)}`]),
    verdictPaint(paint, verdict)(verdictWords[verdict]),
  ].join('   ');
  const lines = [title, ...stopsLines(stopTexts(plan), paint)];
  const caution = caveat(plan);
  if (caution !== null) lines.push(`   ${paint.dim(visible(caution))}`);
  const drift = driftReport(plan);
  if (drift !== null) lines.push(...driftLines(drift, paint));
  const site = isStatic(plan) ? null : siteText(plan.site);
  if (verdict === 'no-changes') {
    lines.push(
      ...(isStatic(plan)
        ? [
            '   the templates and parameters give what the base gives',
            ...plan.remarks.map((line) => `   ${visible(line)}`),
          ]
        : [`   ${plan.environment} already runs this: nothing to do`]),
      ...(drift === null ? [] : [`   ${paint.dim(visible(drift.note))}`]),
    );
    return lines.join('\n');
  }
  lines.push(`   ${sizeText(totals(plan.stacks))}`, '');
  const changed = plan.stacks.filter((stack) => stack.outcome !== 'none');
  const rows = changed.flatMap((stack) =>
    planRows(stack, { additions: 'folded', possible: 'counted', value: Math.max(20, Math.floor(width / 2)) }),
  );
  lines.push(...rowLines(rows, { paint, width }));
  if (site !== null) lines.push(`   ${paint.bold('site')}  ${site}`);
  lines.push('', ...notes(plan).map((note) => `   ${paint.dim(visible(note))}`));
  for (const warning of warningsOf(plan)) {
    lines.push(`   ${paint.yellow('warning')}  ${visible(warning)}`);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

/** So many resources that differ are told; the rest is counted. */
const mostDrifted = 10;

/** What differs from what was deployed and meets the plan, and what nobody knows. */
function driftLines({ headline, isGrave, resources, unknown }: DriftReport, paint: Paint): readonly string[] {
  if (headline === null) return [];
  const word = isGrave ? paint.red('drift') : paint.yellow('drift');
  const told = resources.slice(0, mostDrifted);
  const more = resources.length - told.length;
  return [
    `   ${word}    ${paint.bold(visible(headline))}`,
    ...told.flatMap(({ subject, place, fate, properties }) => [
      `            ${visible(subject)} ${fate}${place === null ? '' : `   ${visible(place)}`}`,
      ...properties.map(({ name, text }) => `              ${visible(name)} ${visible(cut(text, 200))}`),
    ]),
    ...(more > 0 ? [`            and ${counted(more, 'more resource')}, in --format html`] : []),
    ...unknown.map(
      ({ subjects, because }) =>
        `            unknown: ${visible(someOf(subjects, 'resource'))}: ${visible(cut(because, 200))}`,
    ),
  ];
}

/** The first ones in full; of many, the others are a line each. */
function stopsLines(stops: readonly StopText[], paint: Paint): readonly string[] {
  const told = stops.length > 4 ? 3 : stops.length;
  const rest = stops.slice(told).map((stop) => {
    const word = stop.label === null || stop.overridden ? '' : `   --allow ${wordOf(stop.label)}`;
    return `   ${verdictWord(stop, paint)}  ${visible(stop.headline)}: ${visible(stop.subject)}${word}`;
  });
  return [...stops.slice(0, told).flatMap((stop) => stopLines(stop, paint)), ...rest];
}

const verdictWord = (stop: StopText, paint: Paint): string =>
  stop.overridden ? paint.yellow('allowed') : paint.red('stopped');

/** The sixteen digits of a label. */
const wordOf = (label: string): string => label.split(' ')[1] ?? '';

function stopLines(stop: StopText, paint: Paint): readonly string[] {
  const subject =
    visible(stop.subject) + (stop.property === null ? '' : `: ${visible(stop.property)} changes`);
  const lines = [
    `   ${verdictWord(stop, paint)}  ${paint.bold(visible(stop.headline))}`,
    `            ${subject}${stop.place === null ? '' : `   ${visible(stop.place)}`}`,
  ];
  lines.push(`            ${visible(stop.fate)}`);
  if (stop.label !== null && !stop.overridden) {
    lines.push(`            If you mean it: --allow ${wordOf(stop.label)}`);
  }
  return lines;
}

/** Rows in two columns. What does not fit goes on in the next line after its arrow, and is cut on the right. */
function rowLines(rows: readonly PlanRow[], { paint, width }: TerminalOptions): readonly string[] {
  const left = widest(
    rows.map((row) => row.left),
    Math.max(24, Math.floor(width / 2)),
  );
  const room = Math.max(20, width - left - 6);
  return rows.flatMap((row) => {
    const name = padded(cut(row.left, left), left);
    const [first = '', ...rest] = inLines(row, room).map((text) => cut(text, room));
    return [
      `   ${tonePaint(paint, row.tone)(name)}  ${row.tone === 'plain' ? paint.dim(first) : first}`.trimEnd(),
      ...rest.map((text) => `   ${' '.repeat(left)}  ${text}`),
    ];
  });
}

/** What stands on the right of a row; of a property, the value after and the notes go on below where they have no room. */
function inLines({ level, right }: PlanRow, room: number): readonly string[] {
  if (level !== 'property' || widest([right]) <= room) return [right];
  const lines: string[] = [];
  for (const piece of right.split(/ (?=→ )| {2}(?=\([^()]*\)$)/)) {
    const joined = `${lines.at(-1) ?? ''} ${piece}`;
    if (lines.length > 0 && widest([joined]) <= room) lines.splice(-1, 1, joined);
    else lines.push(piece);
  }
  return lines;
}

function tonePaint(paint: Paint, tone: Tone): (text: string) => string {
  switch (tone) {
    case 'add':
      return paint.green;
    case 'change':
      return paint.yellow;
    case 'replace':
    case 'remove':
      return paint.red;
    case 'possible':
      return paint.dim;
    case 'plain':
      return paint.bold;
  }
}

function verdictPaint(paint: Paint, verdict: Verdict): (text: string) => string {
  switch (verdict) {
    case 'missing':
    case 'failed':
    case 'stopped':
      return paint.red;
    case 'ready':
      return paint.green;
    case 'changed':
      return paint.yellow;
    case 'no-changes':
      return paint.dim;
  }
}
