import type { ResourceChange, StackNode } from '../plan/plan.ts';
import { kindOf, mayReplace, nodesOf, shownChanges } from './plan-summary.ts';

/** Fewer than that are told each by its name. */
const fewest = 5;

/**
 * Changes of one stack that differ in nothing but the resource's name, together; in the order of their first. What
 * destroys, or may, stands alone: a reviewer has to see its name.
 */
export function alikeChanges(changes: readonly ResourceChange[]): readonly (readonly ResourceChange[])[] {
  return grouped(changes, (change) => (isGrave(change) ? null : likeness(change)));
}

/** Nested stacks of one parent that differ in nothing but their name, together. One that holds what destroys stands alone. */
export function alikeNodes(nodes: readonly StackNode[]): readonly (readonly StackNode[])[] {
  return grouped(nodes, nodeLikeness);
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

function grouped<T>(items: readonly T[], key: (item: T) => string | null): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const [index, item] of items.entries()) {
    const name = key(item) ?? `alone ${index}`;
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
