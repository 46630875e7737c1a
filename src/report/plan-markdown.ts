import type { EnvironmentName } from '../config/environment-name.ts';
import { isStatic, type AnyPlan } from '../plan/static-plan.ts';
import { short } from '../runtime/sha256.ts';
import { cell, code, fenced, prose } from './markdown.ts';
import { caveat, notes, siteText, sizeText, stopTexts, type StopText } from './plan-notes.ts';
import { planRows, type PlanRow, type Tone } from './plan-rows.ts';
import { totals, verdictOf, verdicts, verdictWords, type Verdict } from './plan-summary.ts';
import { listed } from './units.ts';
import { cut, padded, widest } from './columns.ts';

export interface PlanEntry {
  readonly environment: EnvironmentName;
  /** `null` where there is none: the comment says so instead of leaving the environment out. */
  readonly plan: AnyPlan | null;
  /** Why there is none. */
  readonly problem?: string | undefined;
}

export interface PlanComment {
  readonly system: string;
  /** Empty where there is none: sources were compared. */
  readonly release: string;
  readonly commit: string | null;
  /** The merge of the commit into its base, where that is what was planned. */
  readonly merge?: string | null | undefined;
  /** Sentences that have to be read before the plans. */
  readonly cautions?: readonly string[];
  /** In promotion order. */
  readonly entries: readonly PlanEntry[];
  readonly links?: readonly { readonly text: string; readonly url: string }[];
  /** Characters that the place takes: 65,536 for a comment on GitHub. */
  readonly limit?: number;
}

const commentLimit = 65_536;
/** Columns of the tree's left and right side. */
const leftWidth = 56;
const valueWidth = 32;

/**
 * The plans of one system for a pull request: the verdict, one line an environment, what stops, and the changes folded
 * away. If the place is too small, the trees are left out first, and the comment says so.
 */
export function planMarkdown(comment: PlanComment): string {
  const limit = comment.limit ?? commentLimit;
  const whole = render(comment, details(comment.entries, 'listed'));
  if (whole.length <= limit) return whole;
  const folded = render(comment, details(comment.entries, 'folded'));
  if (folded.length <= limit) return folded;
  const bare = render(comment, ['The changes are too many for a comment; the full report lists them.']);
  if (bare.length <= limit) return bare;
  const room = bare.slice(0, limit - 3);
  const end = room.lastIndexOf('\n\n');
  return `${end > 0 ? room.slice(0, end) : room}\n\n…`;
}

function render(comment: PlanComment, trees: readonly string[]): string {
  const problems = comment.entries.filter((entry) => entry.plan === null);
  return [
    `### Slipway · ${prose(comment.system)} · ${headline(comment.entries)}`,
    ...(comment.cautions ?? []).map((text) => `> ${prose(text)}`),
    ...cautions(comment.entries),
    table(comment.entries),
    ...comment.entries.flatMap(({ plan }) => (plan === null ? [] : stopBlocks(stopTexts(plan)))),
    ...problems.map(
      ({ environment, problem }) =>
        `> **${environment} has no plan.** ${problem === undefined ? 'Its job did not hand one in.' : prose(problem)}`,
    ),
    ...trees,
    footer(comment),
  ].join('\n\n');
}

/** Said before anything else, so that nobody takes a comparison of sources for a plan. */
function cautions(entries: readonly PlanEntry[]): readonly string[] {
  const texts = entries.flatMap(({ plan }) => (plan === null ? [] : (caveat(plan) ?? [])));
  return [...new Set(texts)].map((text) => `> ${prose(text)}`);
}

/** `prod stops, dev and sit are ready`: the worst first. */
export function headline(entries: readonly PlanEntry[]): string {
  const phrases = verdicts.flatMap((verdict) => {
    const names = entries
      .filter(({ plan }) => verdictOf(plan) === verdict)
      .map(({ environment }) => environment);
    return names.length === 0 ? [] : [`${listed(names)} ${verbs[verdict][names.length === 1 ? 0 : 1]}`];
  });
  return phrases.length === 0 ? 'nothing planned' : phrases.join(', ');
}

const verbs: Readonly<Record<Verdict, readonly [string, string]>> = {
  missing: ['has no plan', 'have no plan'],
  failed: ['cannot be planned', 'cannot be planned'],
  stopped: ['stops', 'stop'],
  changed: ['changes', 'change'],
  ready: ['is ready', 'are ready'],
  'no-changes': ['has no changes', 'have no changes'],
};

function table(entries: readonly PlanEntry[]): string {
  const number = (count: number): string => (count === 0 ? '–' : String(count));
  const grave = (count: number, possible = 0): string => {
    const text = count === 0 ? (possible > 0 ? '' : '–') : `**${count}**`;
    return [text, possible > 0 ? `${possible} possible` : ''].filter((part) => part !== '').join(' + ');
  };
  const rows = entries.map(({ environment, plan }) => {
    const verdict = verdictOf(plan);
    const word =
      verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes'
        ? verdictWords[verdict]
        : `**${verdictWords[verdict]}**`;
    if (plan === null) return `| ${environment} | | | | | | ${word} |`;
    const sum = totals(plan.stacks);
    const region =
      plan.stacks.find((stack) => stack.region !== 'us-east-1')?.region ?? plan.stacks[0]?.region;
    const allowed = isStatic(plan) ? 0 : plan.gate.stops.filter((stop) => stop.overridden).length;
    const cells = [
      region === undefined ? environment : `${environment} · ${prose(region)}`,
      number(sum.add),
      number(sum.change),
      grave(sum.replace, sum.possibleReplace),
      grave(sum.remove),
      siteCell(plan),
      allowed > 0 ? `${word}, ${allowed} allowed` : word,
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return [
    '| environment | add | change | replace | remove | site | verdict |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
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

/** The first ones in full; of many, the others are a line each, for nobody reads a wall. */
function stopBlocks(stops: readonly StopText[]): readonly string[] {
  const told = stops.length > 4 ? 3 : stops.length;
  const rest = stops.slice(told).map((stop) => {
    const label =
      stop.label === null ? '' : ` ${stop.overridden ? 'Allowed by' : 'Label'} ${code(stop.label)}.`;
    return `> - ${prose(stop.headline)}: ${code(stop.subject)}.${label}`;
  });
  return [...stops.slice(0, told).map(stopBlock), ...(rest.length > 0 ? [rest.join('\n')] : [])];
}

function stopBlock(stop: StopText): string {
  const cause = stop.property === null ? '' : `: ${code(stop.property)} changes`;
  const where = stop.place === null ? '' : ` (${prose(stop.place)})`;
  const lines = [
    `> **${prose(stop.headline)}${stop.overridden ? ', and may' : ''}.** ${code(stop.subject)}${cause}${where}.`,
    `> ${prose(stop.fate)}`,
  ];
  if (stop.label !== null) {
    lines.push(
      stop.overridden
        ? `> Allowed by ${code(stop.label)}.`
        : `> If you mean it, add the label ${code(stop.label)} (this release, this environment, this resource, this action; nothing else).`,
    );
  }
  return lines.join('\n');
}

/** Environments whose trees read the same share one. */
function details(entries: readonly PlanEntry[], possible: 'listed' | 'folded'): readonly string[] {
  const groups = new Map<string, EnvironmentName[]>();
  for (const { environment, plan } of entries) {
    if (plan === null || verdictOf(plan) === 'no-changes') continue;
    const text = detail(plan, possible);
    groups.set(text, [...(groups.get(text) ?? []), environment]);
  }
  return [...groups].map(([text, environments]) => {
    const plan = entries.find(({ environment }) => environment === environments[0])?.plan;
    const size = plan ? sizeText(totals(plan.stacks)) : '';
    return `<details><summary>${listed(environments)}: ${size}</summary>\n\n${text}\n\n</details>`;
  });
}

function detail(plan: AnyPlan, mode: 'listed' | 'folded'): string {
  const options = { additions: 'folded', possible: 'counted', value: valueWidth } as const;
  const rows = plan.stacks
    .filter((stack) => stack.outcome !== 'none')
    .flatMap((stack) => planRows(stack, options))
    .filter((row) => mode === 'listed' || row.level !== 'property');
  const site = isStatic(plan) ? null : siteText(plan.site);
  const warnings = plan.stacks.flatMap((stack) => stack.warnings);
  const blocks = [
    rows.length > 0 ? fenced('diff', rowLines(rows)) : '',
    mode === 'folded'
      ? 'Properties are left out: the comment would be too long. The full report has them.'
      : '',
    site === null ? '' : `Site: ${prose(site)}.`,
    notes(plan).map(prose).join(' '),
    warnings.map((warning) => `- warning: ${code(warning)}`).join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const gutters: Readonly<Record<Tone, string>> = {
  plain: ' ',
  add: '+',
  change: '!',
  replace: '-',
  remove: '-',
  possible: ' ',
};

function rowLines(rows: readonly PlanRow[]): readonly string[] {
  const left = widest(
    rows.map((row) => row.left),
    leftWidth,
  );
  return rows.map((row) =>
    `${gutters[row.tone]} ${padded(cut(row.left, left), left)}  ${row.right}`.trimEnd(),
  );
}

function footer(comment: PlanComment): string {
  const fingerprints = comment.entries.flatMap(({ environment, plan }) =>
    plan === null || isStatic(plan) ? [] : [`${environment} ${code(short(plan.fingerprint))}`],
  );
  const parts = [
    comment.release === '' ? '' : `release ${code(short(comment.release))}`,
    fingerprints.length > 0 ? `plan ${fingerprints.join(', ')}` : '',
    comment.commit === null ? '' : `commit ${code(comment.commit.slice(0, 7))}${mergeText(comment)}`,
    ...(comment.links ?? []).map(
      ({ text, url }) =>
        `[${prose(text)}](<${encodeURI(url).replaceAll('>', '%3E').replaceAll('<', '%3C')}>)`,
    ),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function mergeText({ merge }: PlanComment): string {
  return merge === null || merge === undefined ? '' : `, merged as ${code(merge.slice(0, 7))}`;
}
