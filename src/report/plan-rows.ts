import type { Position } from '../errors/position.ts';
import type { ParameterChange, PropertyChange, ResourceChange, StackNode, StackPlan } from '../plan/plan.ts';
import { kindOf, isTouched, mayReplace, nodesOf, shownChanges, type ChangeKind } from './plan-summary.ts';
import { counted } from './units.ts';
import { cut } from './columns.ts';
import { visible } from './visible.ts';

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
    ...nodeBody(root, '', options, (guide) => parameterRows(stack, guide, options)),
  ];
}

function nodeRow(node: StackNode, name: string, lead: string, options: RowOptions): PlanRow {
  const row = (tone: Tone, mark: string, said: string): PlanRow => ({
    level: 'stack',
    tone,
    left: lead + mark + visible(name),
    right: [said, visible(node.template ?? '')].filter((text) => text !== '').join('  '),
    at: null,
  });
  const resources = shownChanges(node).length;
  const size = counted(resources, 'resource');
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
  const children = node.children.filter((child) => nodesOf(child).some((each) => isShown(each, options)));
  const guide = `${lead}${children.length > 0 ? '│ ' : '  '}`;
  const row = (tone: Tone, left: string, right: string, at: Position | null): PlanRow => ({
    level: 'change',
    tone,
    left: guide + left,
    right,
    at,
  });
  return [
    ...parameters(guide),
    ...ownChanges(node, options).flatMap((change) => resourceRows(change, guide, options)),
    ...(node.outputsOnly ? [row('change', '~ outputs', 'only outputs or tags change', null)] : []),
    ...node.unseen.map((each) =>
      row(
        'possible',
        `? ${visible(each.logicalId)}`,
        `${visible(each.type)}  not seen, counted as touched`,
        each.at,
      ),
    ),
    ...children.flatMap((child, index) => {
      const last = index === children.length - 1;
      return [
        nodeRow(child, child.path.at(-1) ?? '', `${lead}${last ? '└─ ' : '├─ '}`, options),
        ...nodeBody(child, `${lead}${last ? '   ' : '│  '}`, options),
      ];
    }),
  ];
}

function ownChanges(node: StackNode, options: RowOptions): readonly ResourceChange[] {
  if (options.additions === 'folded' && node.status === 'create') return [];
  return shownChanges(node).filter(
    (change) => options.possible === 'listed' || kindOf(change) !== 'possible',
  );
}

function isShown(node: StackNode, options: RowOptions): boolean {
  if (!isTouched(node)) return false;
  return (
    node.status !== 'change' ||
    node.outputsOnly ||
    node.unseen.length > 0 ||
    ownChanges(node, options).length > 0
  );
}

function resourceRows(change: ResourceChange, guide: string, options: RowOptions): readonly PlanRow[] {
  const kind = kindOf(change);
  const tone = tones[kind];
  const head: PlanRow = {
    level: 'change',
    tone,
    left: `${guide}${marks[kind]} ${visible(change.logicalId)}`,
    right: [visible(change.type), wordFor(change, kind)].filter((text) => text !== '').join('  '),
    at: change.at,
  };
  if (kind === 'add' || kind === 'remove' || kind === 'possible') return [head];
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

function changeText(before: string | null, after: string | null, columns: number): string {
  return `${valueText(before, columns)} → ${valueText(after, columns)}`;
}

/** A value on one line; where there is none, a word for it. */
export function valueText(value: string | null, columns: number): string {
  return value === null ? '(none)' : value === '' ? '(empty)' : cut(visible(value), columns);
}

function parameterRows(stack: StackPlan, guide: string, options: RowOptions): readonly PlanRow[] {
  if (stack.outcome === 'create') return [];
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
