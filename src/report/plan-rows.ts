import type { Position } from '../errors/position.ts';
import type { ParameterChange, PropertyChange, ResourceChange, StackNode, StackPlan } from '../plan/plan.ts';
import { kindOf, isTouched, mayReplace, nodesOf, shownChanges, type ChangeKind } from './plan-summary.ts';
import { alikeChanges, alikeNodes, gravesFirst, isGrave, namesText } from './plan-alike.ts';
import { countsText } from './plan-counts.ts';
import { certainOutputs, outputRows, tagRows } from './output-lines.ts';
import { counted } from './units.ts';
import { changeText } from './value-text.ts';
import { visible } from './visible.ts';

export { valueText } from './value-text.ts';

export type Tone = 'plain' | 'add' | 'change' | 'replace' | 'remove' | 'possible';

/** One line of a plan's tree: what stands left, and what is said about it on the right. */
export interface PlanRow {
  readonly level: 'stack' | 'change' | 'property';
  readonly tone: Tone;
  readonly left: string;
  readonly right: string;
  readonly at: Position | null;
}

export interface RowOptions {
  /** `folded`: a new stack is one line; `listed`: with its resources. */
  readonly additions: 'folded' | 'listed';
  /** `counted`: left out here, for a line of their own; `listed`: each a row. */
  readonly possible: 'counted' | 'listed';
  /** The longest that one value may be, in columns. */
  readonly value: number;
  /** `folded`: what differs in its name alone is told once (`plan-alike.ts`). */
  readonly alike?: 'folded' | 'listed';
  /** Nested stacks in which something is removed or made anew, or may be, stand before others. */
  readonly worstFirst?: boolean;
  /** `grave`: only those of what is made anew, or may be; parameters neither. */
  readonly properties?: 'listed' | 'grave';
  /** What alone is shown; the stacks count the rest. All of it where this is left out. */
  readonly only?: ReadonlySet<PlanItem>;
}

/** What is shown or left out as one: a resource's change, or a stack that is a change by itself. */
export type PlanItem = ResourceChange | StackNode;

/** What the tree of one stack is made of, each with the stack it is in; possible changes are counted elsewhere. */
export function planItems(
  stack: StackPlan,
): readonly { readonly item: PlanItem; readonly node: StackNode }[] {
  return nodesOf(stack.root).flatMap((node) => [
    ...(isItem(node) ? [{ item: node, node }] : []),
    ...(node.status === 'create' ? [] : certainChanges(node).map((item) => ({ item, node }))),
  ]);
}

/** Whether a stack is told by itself, whatever it holds. */
function isItem(node: StackNode): boolean {
  return node.status === 'create' || node.status === 'remove' || node.outputsOnly || node.unseen.length > 0;
}

function certainChanges(node: StackNode): readonly ResourceChange[] {
  return shownChanges(node).filter((change) => kindOf(change) !== 'possible');
}

export const marks: Readonly<Record<ChangeKind, string>> = {
  add: '+',
  change: '~',
  replace: '±',
  remove: '-',
  renew: '↻',
  import: '←',
  possible: '?',
};

export const tones: Readonly<Record<ChangeKind, Tone>> = {
  add: 'add',
  change: 'change',
  replace: 'replace',
  remove: 'remove',
  renew: 'change',
  import: 'add',
  possible: 'possible',
};

/** The tree of one stack's changes, parents first. Stacks without a change are left out. */
export function planRows(stack: StackPlan, options: RowOptions): readonly PlanRow[] {
  const { root } = stack;
  return [
    nodeRow(root, stack.stack, '', options),
    ...nodeBody(root, '', options, (guide) => [
      ...parameterRows(stack, guide, options),
      ...tagRows(stack, guide, options),
    ]),
  ];
}

function nodeRow(node: StackNode, name: string, lead: string, options: RowOptions, alike = 1): PlanRow {
  const row = (tone: Tone, mark: string, said: string): PlanRow => ({
    level: 'stack',
    tone,
    left: lead + mark + visible(name),
    right: [said, alike > 1 ? `${alike} alike, each so` : '', visible(node.template ?? '')]
      .filter((text) => text !== '')
      .join('  '),
    at: null,
  });
  const resources = shownChanges(node).length;
  const size =
    resources === 0 && node.children.length > 0
      ? counted(node.children.length, 'nested stack')
      : counted(resources, 'resource');
  switch (node.status) {
    case 'create':
      return row(
        'add',
        '+ ',
        options.additions === 'folded' && resources > 0 ? `new stack, ${size}` : 'new stack',
      );
    case 'remove':
      return row('remove', '- ', `removed with ${size}`);
    case 'change':
    case 'unchanged':
      return row('plain', '', '');
  }
}

function nodeBody(
  node: StackNode,
  lead: string,
  options: RowOptions,
  parameters: (guide: string) => readonly PlanRow[] = () => [],
): readonly PlanRow[] {
  const visibleChildren = node.children.filter((child) =>
    nodesOf(child).some((each) => isShown(each, options)),
  );
  const shown = options.worstFirst === true ? gravesFirst(visibleChildren) : visibleChildren;
  const children = options.alike === 'folded' ? alikeNodes(shown) : shown.map((child) => [child]);
  const own = ownChanges(node, options);
  const groups = options.alike === 'folded' ? alikeChanges(own) : own.map((change) => [change]);
  const left = leftOut(node, options);
  const isWhole = options.only?.has(node) !== false;
  const guide = `${lead}${children.length > 0 ? '│ ' : '  '}`;
  const row = (tone: Tone, left: string, right: string, at: Position | null): PlanRow => ({
    level: 'change',
    tone,
    left: guide + left,
    right,
    at,
  });
  const first = parameters(guide);
  return [
    ...first,
    ...groups.flatMap((group) => resourceRows(group, guide, options)),
    ...(isWhole ? outputRows(node, guide, options, first.length > 0) : []),
    ...(isWhole ? node.unseen : []).map((each) =>
      row(
        'possible',
        `? ${visible(each.logicalId)}`,
        `${visible(each.type)}  not seen, counted as touched`,
        each.at,
      ),
    ),
    ...(left.length === 0 ? [] : [row('plain', `… ${left.length} more`, countsText(left), null)]),
    ...children.flatMap((group, index) => {
      const last = index === children.length - 1;
      const [child] = group;
      if (child === undefined) return [];
      const name = namesText(group.map((each) => each.path.at(-1) ?? ''));
      return [
        nodeRow(child, name, `${lead}${last ? '└─ ' : '├─ '}`, options, group.length),
        ...nodeBody(child, `${lead}${last ? '   ' : '│  '}`, options),
      ];
    }),
  ];
}

/** The certain changes of a stack that are not among those to show. */
function leftOut(node: StackNode, { only }: RowOptions): readonly ResourceChange[] {
  if (only === undefined || node.status === 'create') return [];
  return certainChanges(node).filter((change) => !only.has(change));
}

function ownChanges(node: StackNode, options: RowOptions): readonly ResourceChange[] {
  if (options.additions === 'folded' && node.status === 'create') return [];
  return shownChanges(node).filter(
    (change) =>
      (options.possible === 'listed' || kindOf(change) !== 'possible') && options.only?.has(change) !== false,
  );
}

function isShown(node: StackNode, options: RowOptions): boolean {
  if (!isTouched(node)) return false;
  if (options.only !== undefined) return options.only.has(node) || ownChanges(node, options).length > 0;
  return (
    node.status !== 'change' ||
    node.outputsOnly ||
    certainOutputs(node).length > 0 ||
    node.unseen.length > 0 ||
    ownChanges(node, options).length > 0
  );
}

/** The first of some that are alike stands for all of them. */
function resourceRows(
  alike: readonly ResourceChange[],
  guide: string,
  options: RowOptions,
): readonly PlanRow[] {
  const [change] = alike;
  if (change === undefined) return [];
  const kind = kindOf(change);
  const tone = tones[kind];
  const head: PlanRow = {
    level: 'change',
    tone,
    left: `${guide}${marks[kind]} ${visible(namesText(alike.map(({ logicalId }) => logicalId)))}`,
    right: [
      alike.length === 1 ? visible(change.type) : `${alike.length} × ${visible(change.type)}`,
      wordFor(change, kind),
    ]
      .filter((text) => text !== '')
      .join('  '),
    at: change.at,
  };
  if (kind === 'add' || kind === 'remove' || kind === 'possible') return [head];
  if (options.properties === 'grave' && !isGrave(change)) return [head];
  const properties = change.properties.map((property): PlanRow => ({
    level: 'property',
    tone,
    left: `${guide}    ${visible(property.path)}`,
    right: propertyText(property, options.value),
    at: null,
  }));
  return [head, ...properties];
}

/** What the mark alone may not say. */
export function wordFor(change: ResourceChange, kind: ChangeKind): string {
  const words: string[] = [];
  if (kind === 'replace') words.push('replaced');
  if (kind === 'import') words.push('imported');
  if (kind === 'renew')
    words.push(change.type === 'AWS::ApiGateway::Deployment' ? 'API redeployed' : 'renewed');
  if (kind === 'possible') words.push('decided while it runs');
  if (mayReplace(change)) words.push('may be replaced');
  if (change.action === 'sync') words.push('drift put right');
  if (kind === 'remove' && change.policyAction?.includes('Retain') === true)
    words.push('kept, no longer managed');
  return words.join(', ');
}

/** `256 → 512`; a secret only says that it changes. */
export function propertyText(property: PropertyChange, columns: number): string {
  const notes = propertyNotes(property);
  const change = property.secret
    ? '•••• (secret) changed'
    : changeText(property.before, property.after, columns);
  return notes.length === 0 ? change : `${change}  (${notes.join('; ')})`;
}

/** What is said of a property beside its values: what it does to the resource, and where the value comes from. */
export function propertyNotes(property: PropertyChange): readonly string[] {
  return [
    property.replacement === 'always'
      ? 'replaces'
      : property.replacement === 'conditional'
        ? 'may replace'
        : '',
    property.lineage.length > 0 ? `from ${visible(property.lineage.join(', '))}` : '',
    property.certainty === 'possible' ? 'decided while it runs' : '',
  ].filter((note) => note !== '');
}

function parameterRows(stack: StackPlan, guide: string, options: RowOptions): readonly PlanRow[] {
  if (stack.outcome === 'create' || options.properties === 'grave') return [];
  return stack.parameters.filter(isParameterChange).map((parameter) => ({
    level: 'property',
    tone: 'change',
    left: `${guide}~ parameter ${visible(parameter.name)}`,
    right: parameterText(parameter, options.value),
    at: null,
  }));
}

export function isParameterChange(parameter: ParameterChange): boolean {
  return parameter.before !== parameter.after;
}

export function parameterText(parameter: ParameterChange, columns: number): string {
  if (parameter.secret) return '•••• (secret) changed';
  const text = changeText(parameter.before, parameter.after, columns);
  return parameter.deferred === null
    ? text
    : `${text}  (from ${visible(parameter.deferred)}, known after it)`;
}
