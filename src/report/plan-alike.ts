import type { ResourceChange, StackNode } from '../plan/plan.ts';
import { kindOf, mayReplace, nodesOf, shownChanges } from './plan-summary.ts';

/** Fewer than that are told each by its name. */
const fewest = 5;

/**
 * Changes of one stack that differ in nothing but the resource's name, together; in the order of their first. What
 * destroys, or may, stands alone: a reviewer has to see its name.
 */
export function alikeChanges(changes: readonly ResourceChange[]): readonly (readonly ResourceChange[])[] {
  return grouped(changes, roughly, (change) => (isGrave(change) ? null : likeness(change)));
}

/** Nested stacks of one parent that differ in nothing but their name, together. One that holds what destroys stands alone. */
export function alikeNodes(nodes: readonly StackNode[]): readonly (readonly StackNode[])[] {
  return grouped(
    nodes,
    ({ template, status, changes: [first] }) => `${template ?? ''} ${status} ${first ? roughly(first) : ''}`,
    nodeLikeness,
  );
}

/** Whether anything in a stack or below it has enough alike to be told together. */
export function hasAlike(root: StackNode): boolean {
  const isTogether = ({ length }: readonly unknown[]): boolean => length > 1;
  return nodesOf(root).some(
    (node) => alikeNodes(node.children).some(isTogether) || alikeChanges(shownChanges(node)).some(isTogether),
  );
}

/** Whether something that is there goes, is made anew, or may be. */
export function isGrave(change: ResourceChange): boolean {
  const kind = kindOf(change);
  return kind === 'remove' || kind === 'replace' || mayReplace(change);
}

/** `Function1 … Function50`. */
export function namesText(names: readonly string[]): string {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return names.length < 2 ? first : `${first} … ${last}`;
}

/** Nested stacks that hold what goes, is made anew, or may be, before others; else in their order. */
export function gravesFirst(nodes: readonly StackNode[]): readonly StackNode[] {
  const rank = (node: StackNode): number => (nodesOf(node).some(isGraveNode) ? 0 : 1);
  return nodes.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * @param rough equal wherever `key` is, and quick to tell: most things differ in it already
 * @param key `null`: alone
 */
function grouped<T>(
  items: readonly T[],
  rough: (item: T) => string,
  key: (item: T) => string | null,
): readonly (readonly T[])[] {
  const candidates = Map.groupBy(items, rough);
  const groups = new Map<string | T, T[]>();
  for (const item of items) {
    const kin = candidates.get(rough(item)) ?? [];
    const name = kin.length < fewest ? item : (key(item) ?? item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < fewest ? group.map((item) => [item]) : [group],
  );
}

/** What tells one resource from another, and nothing else of it. */
const own: ReadonlySet<string> = new Set(['logicalId', 'physicalId', 'at', 'renews']);

function roughly({ type, action, properties: [first] }: ResourceChange): string {
  return `${type} ${action} ${first?.path ?? ''} ${first?.before ?? ''} ${first?.after ?? ''}`;
}

function likeness(change: ResourceChange): string {
  const isRenewal = change.renews !== null;
  return JSON.stringify([isRenewal, change], (key, value: unknown) => (own.has(key) ? undefined : value));
}

function nodeLikeness(node: StackNode): string | null {
  if (nodesOf(node).some(isGraveNode)) return null;
  return JSON.stringify(node, (key, value: unknown) => {
    // a nested stack's place below this one, by which those of two alike are called the same
    if (key === 'path' && Array.isArray(value)) return (value as unknown[]).slice(node.path.length);
    return key === 'physicalId' || key === 'at' ? undefined : value;
  });
}

function isGraveNode(node: StackNode): boolean {
  return node.status === 'remove' || node.unseen.length > 0 || shownChanges(node).some(isGrave);
}
