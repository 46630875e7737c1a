import type { StackNode, StackPlan } from '../plan/plan.ts';
import type { AnyPlan } from '../plan/static-plan.ts';
import { alikeNodes, gravesFirst, isGrave, namesText } from './plan-alike.ts';
import { countsText } from './plan-counts.ts';
import { isFailed, isTouched, kindOf, nodesOf, shownChanges } from './plan-summary.ts';
import { cut } from './columns.ts';
import { counted } from './units.ts';
import { visible } from './visible.ts';

/** More boxes than that are no picture any more; GitHub draws at most 500 arrows and 50,000 characters. */
const mostBoxes = 20;
/** Columns of a name in a box, and of a value's name at an arrow. */
const nameLength = 40;

/** The worst that happens in a stack, by which its box is coloured; its words say the same. */
type Look = 'failed' | 'stops' | 'gone' | 'changed' | 'new' | 'maybe' | 'calm';

const looks: Readonly<Record<Look, string>> = {
  failed: 'fill:#cf222e,stroke:#82071e,color:#ffffff',
  stops: 'fill:#cf222e,stroke:#82071e,color:#ffffff',
  gone: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  changed: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  new: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  maybe: 'fill:#f6f8fa,stroke:#656d76,color:#1f2328,stroke-dasharray:4 3',
  calm: 'fill:#f6f8fa,stroke:#d0d7de,color:#656d76',
};

interface Box {
  readonly id: string;
  /** Lines, as they came. */
  readonly label: readonly string[];
  readonly look: Look;
  /** The box that an arrow comes from. */
  readonly from: string | null;
}

/**
 * The stacks with what changes in each, as a Mermaid flowchart: arrows go to nested stacks, dotted ones from a stack whose
 * outputs another waits for. What does not change is one box; what is alike, too; beyond twenty, what matters least is
 * counted. Names from outside are letters and digits of a label, whatever they hold.
 *
 * @returns lines; none where less than two boxes tell of a change: that is no picture
 */
export function planPicture(plan: AnyPlan): readonly string[] {
  const { boxes, roots } = drawn(plan);
  if (boxes.filter(({ look }) => look !== 'calm').length < 2) return [];
  const unchanged = plan.stacks.flatMap((stack) =>
    nodesOf(stack.root).filter((node) => !isDrawn(node, stack)),
  ).length;
  if (unchanged > 0) {
    boxes.push({ id: 'unchanged', label: [`${unchanged} unchanged`], look: 'calm', from: null });
  }
  return [
    'flowchart LR',
    ...boxes.map(({ id, label, look }) => `  ${id}["${label.map(lettered).join('<br/>')}"]:::${look}`),
    ...boxes.flatMap(({ id, from }) => (from === null ? [] : [`  ${from} --> ${id}`])),
    ...wiring(plan, roots).map((arrow) => `  ${arrow}`),
    ...[...new Set(boxes.map(({ look }) => look))].map((look) => `  classDef ${look} ${looks[look]}`),
  ];
}

interface Waiting {
  /** Alike; the first stands for all. */
  readonly group: readonly StackNode[];
  readonly stack: StackPlan;
  /** The box of the stack that nests them; `null` for a root. */
  readonly from: string | null;
}

/** Roots first, then what they nest, the worst first; `roots` tells the box of each. */
function drawn(plan: AnyPlan): { readonly boxes: Box[]; readonly roots: ReadonlyMap<string, string> } {
  const stops = new Set(plan.gate.stops.map(({ stack, path }) => `${stack}/${path}`));
  const boxes: Box[] = [];
  const roots = new Map<string, string>();
  const beyond = new Map<string | null, StackNode[]>();
  const waiting: Waiting[] = plan.stacks
    .filter((stack) => isAround(stack.root, stack))
    .map((stack) => ({ group: [stack.root], stack, from: null }));
  for (const { group, stack, from } of waiting) {
    const [node] = group;
    if (node === undefined) continue;
    if (boxes.length >= mostBoxes) {
      const more = group.flatMap(nodesOf).filter((each) => isDrawn(each, stack));
      beyond.set(from, [...(beyond.get(from) ?? []), ...more]);
      continue;
    }
    const id = `s${boxes.length}`;
    const look = lookOf(node, stack, stops);
    const name = from === null ? stack.stack : namesText(group.map(({ path }) => path.at(-1) ?? ''));
    boxes.push({ id, label: [name, ...words(node, group.length, look)], look, from });
    if (from === null) roots.set(stack.stack, id);
    const children = node.children.filter((child) => isAround(child, stack));
    const failed = children.filter((child) => isFailed(child, stack));
    const others = gravesFirst(children.filter((child) => !failed.includes(child)));
    const groups = [...failed.map((child) => [child]), ...alikeNodes(others)];
    waiting.push(...groups.map((each) => ({ group: each, stack, from: id })));
  }
  for (const [from, rest] of beyond) {
    const label = [counted(rest.length, 'more stack'), countsText(rest.flatMap(shownChanges))];
    boxes.push({
      id: `s${boxes.length}`,
      label: label.filter((line) => line !== ''),
      look: rest.some(holdsGrave) ? 'gone' : 'changed',
      from,
    });
  }
  return { boxes, roots };
}

function words(node: StackNode, alike: number, look: Look): readonly string[] {
  const resources = shownChanges(node).length;
  const size = (before: string): string => (resources === 0 ? '' : before + counted(resources, 'resource'));
  const own = [
    look === 'stops' ? 'stops' : '',
    look === 'failed' ? 'cannot be planned' : '',
    node.status === 'create' ? `new stack${size(', ')}` : '',
    node.status === 'remove' ? `removed${size(' with ')}` : '',
    node.status === 'change' || node.status === 'unchanged' ? countsText(shownChanges(node)) : '',
    node.outputsOnly ? 'outputs or tags' : '',
    node.unseen.length > 0 ? `${node.unseen.length} not seen` : '',
  ].filter((text) => text !== '');
  return [own.join(', '), alike > 1 ? `${alike} alike, each so` : ''].filter((line) => line !== '');
}

function lookOf(node: StackNode, stack: StackPlan, stops: ReadonlySet<string>): Look {
  const at = [stack.stack, ...node.path].join('/');
  if (isFailed(node, stack)) return 'failed';
  const resources = [...node.changes, ...node.unseen];
  if (resources.some(({ logicalId }) => stops.has(`${at}/${logicalId}`))) return 'stops';
  if (holdsGrave(node)) return 'gone';
  if (node.status === 'create') return 'new';
  const kinds = new Set(shownChanges(node).map(kindOf));
  if (kinds.size === 0 && !node.outputsOnly && node.unseen.length === 0) return 'calm';
  if (kinds.size === 1 && kinds.has('add')) return 'new';
  if ((kinds.size === 1 && kinds.has('possible')) || (kinds.size === 0 && node.unseen.length > 0))
    return 'maybe';
  return 'changed';
}

/** Whether something happens in a stack, or nobody knows what. */
const isDrawn = (node: StackNode, stack: StackPlan): boolean => isTouched(node) || isFailed(node, stack);

const isAround = (node: StackNode, stack: StackPlan): boolean =>
  nodesOf(node).some((each) => isDrawn(each, stack));

const holdsGrave = (node: StackNode): boolean => node.status === 'remove' || shownChanges(node).some(isGrave);

/** From each stack whose outputs may still change to those that wait for them. */
function wiring({ stacks }: AnyPlan, roots: ReadonlyMap<string, string>): readonly string[] {
  return stacks.flatMap((stack) => {
    const to = roots.get(stack.stack);
    const lineages = new Set([
      ...stack.parameters.flatMap(({ deferred }) => deferred ?? []),
      ...nodesOf(stack.root).flatMap(({ changes }) =>
        changes.flatMap(({ properties }) => properties.flatMap(({ lineage }) => lineage)),
      ),
    ]);
    const values = Map.groupBy(lineages, (lineage) => lineage.slice(0, Math.max(0, lineage.indexOf('.'))));
    return [...values].flatMap(([source, those]) => {
      const from = roots.get(source);
      if (from === undefined || to === undefined || from === to) return [];
      const [only = ''] = those;
      const text = those.length === 1 ? only.slice(source.length + 1) : counted(those.length, 'value');
      return [`${from} -. "${lettered(text)}" .-> ${to}`];
    });
  });
}

/** Letters, digits and what means nothing to Mermaid; all else by its number (Mermaid, "Entity codes to escape characters"). */
function lettered(text: string): string {
  return Array.from(cut(visible(text), nameLength))
    .map((character) =>
      /^[\p{L}\p{N} ,…]$/u.test(character) ? character : `#${character.codePointAt(0) ?? 0};`,
    )
    .join('');
}
