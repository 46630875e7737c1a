import { isStatic, type AnyPlan } from '../plan/static-plan.ts';
import { costCell } from './cost-text.ts';
import { driftVerdict } from './drift-text.ts';
import { cell, clipped, prose } from './markdown.ts';
import type { PlanEntry } from './plan-comment.ts';
import { isOutputsOnly, totals, verdictOf, verdictWords, type PlanTotals } from './plan-summary.ts';

/** One line an environment. The site has a column where one of them publishes something. */
export function planTable(entries: readonly PlanEntry[]): string {
  const hasSite = entries.some(({ plan }) => plan !== null && siteCell(plan) !== '–');
  const heads = [
    ...['environment', 'add', 'change', 'replace', 'remove'],
    ...(hasSite ? ['site'] : []),
    ...['monthly cost', 'verdict'],
  ];
  const rows = entries.map((entry) => cells(entry, hasSite, heads.length));
  return [heads, heads.map(() => '---'), ...rows]
    .map((row) => `|${row.map((text) => (text === '' ? ' ' : ` ${cell(text)} `)).join('|')}|`)
    .join('\n');
}

function cells({ environment, plan }: PlanEntry, hasSite: boolean, columns: number): readonly string[] {
  if (plan === null) {
    return [environment, ...Array.from({ length: columns - 2 }, () => ''), `**${verdictWords.missing}**`];
  }
  const sum = totals(plan.stacks);
  const region = plan.stacks.find((stack) => stack.region !== 'us-east-1')?.region ?? plan.stacks[0]?.region;
  return [
    region === undefined ? environment : `${environment} · ${prose(clipped(region, 30))}`,
    numberCell(sum.add),
    changeCell(sum),
    graveCell(sum.replace, sum.possibleReplace),
    graveCell(sum.remove),
    ...(hasSite ? [siteCell(plan)] : []),
    costCell(plan.stacks),
    verdictCell(plan, sum),
  ];
}

const numberCell = (count: number): string => (count === 0 ? '–' : String(count));

/** What is only possible stands beside what is certain, and never in its number. */
function changeCell(sum: PlanTotals): string {
  const parts = [
    sum.change > 0 ? String(sum.change) : '',
    sum.outputs > 0 ? 'outputs' : '',
    sum.possibleChange > 0 ? `${sum.possibleChange} possible` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '–' : parts.join(' + ');
}

function graveCell(count: number, possible = 0): string {
  const text = count === 0 ? (possible > 0 ? '' : '–') : `**${count}**`;
  return [text, possible > 0 ? `${possible} possible` : ''].filter((part) => part !== '').join(' + ');
}

function verdictCell(plan: AnyPlan, sum: PlanTotals): string {
  const verdict = verdictOf(plan);
  const isCalm = verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes';
  const word = isCalm ? verdictWords[verdict] : `**${verdictWords[verdict]}**`;
  const allowed = isStatic(plan) ? 0 : plan.gate.stops.filter((stop) => stop.overridden).length;
  const drift = driftVerdict(plan);
  const more = [
    isCalm && isOutputsOnly(sum) && siteCell(plan) === '–' ? 'outputs only' : '',
    allowed > 0 ? `${allowed} allowed` : '',
    drift === '' ? '' : `**${drift}**`,
  ].filter((text) => text !== '');
  return [word, ...more].join(', ');
}

function siteCell(plan: AnyPlan): string {
  const site = isStatic(plan) ? null : plan.site;
  if (site === null) return '–';
  const parts = [
    site.added.length > 0 ? `${site.added.length} new` : '',
    site.changed.length > 0 ? `${site.changed.length} changed` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '–' : parts.join(', ');
}
