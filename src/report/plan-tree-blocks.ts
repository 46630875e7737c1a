import type { EnvironmentName } from '../config/environment-name.ts';
import { isStatic, type AnyPlan } from '../plan/static-plan.ts';
import { cut, padded, widest } from './columns.ts';
import { clipped, code, fenced, prose } from './markdown.ts';
import { isGrave } from './plan-alike.ts';
import type { PlanEntry } from './plan-comment.ts';
import { notes, siteText, sizeText, warningsOf } from './plan-notes.ts';
import { planPicture } from './plan-picture.ts';
import { planItems, planRows, type PlanItem, type PlanRow, type Tone } from './plan-rows.ts';
import { kindOf, totals, verdictOf } from './plan-summary.ts';
import { counted, listed } from './units.ts';

/** How much of the trees is shown. */
export interface TreeDetail {
  /** What differs in its name alone: each by its name, or told once. */
  readonly alike: 'listed' | 'folded';
  /** `grave`: only what is made anew, or may be, tells which properties; parameters are left out. */
  readonly properties: 'listed' | 'grave';
  /** What alone is shown (`worstItems`); all of it where this is left out. */
  readonly only?: ReadonlySet<PlanItem>;
  /** Whether the first block shows the stacks as a picture. */
  readonly hasPicture: boolean;
  /** Characters of any sentence from outside. */
  readonly text: number;
  /** What one block may take. */
  readonly room: number;
  /** How a text is counted. */
  readonly sizeOf: (text: string) => number;
}

/** Environments whose changes read the same. */
export interface TreeGroup {
  readonly environments: readonly EnvironmentName[];
  readonly plan: AnyPlan;
}

/** Columns of the tree's left side, of a value, and of the right side. */
const [leftWidth, valueWidth, rightWidth] = [56, 32, 200];
/** Nobody reads more warnings than that in a comment. */
const mostWarnings = 10;

/** The plans that change something, together where they read the same; in promotion order. */
export function treeGroups(entries: readonly PlanEntry[]): readonly TreeGroup[] {
  const changing = entries.flatMap(({ environment, plan }) =>
    plan === null || verdictOf(plan) === 'no-changes' ? [] : [{ environment, plan }],
  );
  if (changing.length < 2)
    return changing.map(({ environment, plan }) => ({ environments: [environment], plan }));
  const groups = new Map<string, { environments: EnvironmentName[]; plan: AnyPlan }>();
  for (const { environment, plan } of changing) {
    const detail: TreeDetail = {
      ...{ alike: 'listed', properties: 'listed', hasPicture: false, text: Number.POSITIVE_INFINITY },
      ...{ room: Number.POSITIVE_INFINITY, sizeOf: (text) => text.length },
    };
    const text = treeBlocks({ environments: [], plan }, detail).join('\n');
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { environments: [environment], plan });
    else group.environments.push(environment);
  }
  return [...groups.values()];
}

/**
 * The changes of a group, folded away; in several blocks where one has no room for them. A block is cut between changes
 * only, and a later one says which stack it goes on with.
 */
export function treeBlocks(group: TreeGroup, detail: TreeDetail): readonly string[] {
  const { plan } = group;
  const { only } = detail;
  const rows = plan.stacks
    .filter((stack) => stack.outcome !== 'none')
    .filter((stack) => only === undefined || planItems(stack).some(({ item }) => only.has(item)))
    .flatMap((stack) =>
      planRows(stack, {
        ...{ additions: 'folded', possible: 'counted', value: valueWidth },
        ...{ alike: detail.alike, properties: detail.properties },
        worstFirst: detail.alike === 'folded' || only !== undefined,
        ...(only === undefined ? {} : { only }),
      }),
    );
  const title = `${listed(group.environments)}: ${sizeText(totals(plan.stacks))}`;
  const beside = besides(plan, detail.text);
  const picture = detail.hasPicture ? planPicture(plan) : [];
  // the title, the picture, and two fences that may be longer than any line's backticks
  const room = detail.room - detail.sizeOf([title, ...picture].join('\n')) - 700;
  const slices = sliced(rows, room, detail.sizeOf);
  const last = slices.at(-1) ?? [];
  if (last.length > 0 && detail.sizeOf([...last, ...beside].join('\n\n')) > room) slices.push([]);
  return slices.map((lines, index) => {
    const place = slices.length === 1 ? '' : `, ${index + 1} of ${slices.length}`;
    const blocks = [
      ...(lines.length > 0 ? [fenced('diff', lines)] : []),
      ...(index === slices.length - 1 ? beside : []),
      ...(index === 0 && picture.length > 0 ? [fenced('mermaid', picture)] : []),
    ];
    return `<details><summary>${title}${place}</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
  });
}

/** All that the trees of a plan show, the most important first: what the gate stops, what destroys, what may, and so on. */
export function worstItems(plan: AnyPlan): readonly PlanItem[] {
  const stops = new Set(plan.gate.stops.map(({ stack, path }) => `${stack}/${path}`));
  return plan.stacks
    .flatMap((stack) =>
      planItems(stack).map(({ item, node }) => {
        const isStop =
          'logicalId' in item && stops.has([stack.stack, ...node.path, item.logicalId].join('/'));
        return { item, rank: isStop ? 0 : rankOf(item) };
      }),
    )
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

function rankOf(item: PlanItem): number {
  if ('status' in item) return item.status === 'create' ? 5 : 1;
  const kind = kindOf(item);
  if (kind === 'remove' || kind === 'replace') return 2;
  if (isGrave(item)) return 3;
  return kind === 'add' ? 5 : 4;
}

/** The tree's lines, in as many blocks as they need; each but the first begins with the stack that it goes on with. */
function sliced(rows: readonly PlanRow[], room: number, sizeOf: TreeDetail['sizeOf']): string[][] {
  const left = widest(
    rows.map((row) => row.left),
    leftWidth,
  );
  const slices: string[][] = [[]];
  let size = 0;
  let stack: PlanRow | null = null;
  for (const { head, lines } of changesOf(rows, left)) {
    const added = sizeOf(lines.join('\n')) + 1;
    if (size > 0 && size + added > room) {
      const again =
        stack === null || head.level === 'stack' ? [] : [rowLine({ ...stack, right: 'goes on' }, left)];
      slices.push(again);
      size = sizeOf(again.join('\n')) + 1;
    }
    if (head.level === 'stack') stack = head;
    slices.at(-1)?.push(...lines);
    size += added;
  }
  return slices;
}

/** The lines of each change with those of its properties, and of each stack. */
function changesOf(
  rows: readonly PlanRow[],
  left: number,
): readonly { readonly head: PlanRow; readonly lines: readonly string[] }[] {
  const changes: { head: PlanRow; lines: string[] }[] = [];
  for (const row of rows) {
    const line = rowLine(row, left);
    const last = changes.at(-1);
    if (row.level === 'property' && last !== undefined) last.lines.push(line);
    else changes.push({ head: row, lines: [line] });
  }
  return changes;
}

const gutters: Readonly<Record<Tone, string>> = {
  plain: ' ',
  add: '+',
  change: '!',
  replace: '-',
  remove: '-',
  possible: ' ',
};

function rowLine(row: PlanRow, left: number): string {
  return `${gutters[row.tone]} ${padded(cut(row.left, left), left)}  ${cut(row.right, rightWidth)}`.trimEnd();
}

/** What the tree does not show: the site, what is only possible, warnings. */
function besides(plan: AnyPlan, text: number): readonly string[] {
  const site = isStatic(plan) ? null : siteText(plan.site);
  const warnings = warningsOf(plan);
  const shown = Number.isFinite(text) ? warnings.slice(0, mostWarnings) : warnings;
  const more = warnings.length - shown.length;
  const blocks = [
    site === null ? '' : `Site: ${prose(site)}.`,
    notes(plan)
      .map((note) => prose(clipped(note, text)))
      .join(' '),
    [
      ...shown.map((warning) => `- warning: ${code(clipped(warning, text))}`),
      ...(more > 0 ? [`- and ${counted(more, 'more warning')}`] : []),
    ].join('\n'),
  ];
  return blocks.filter((block) => block !== '');
}
