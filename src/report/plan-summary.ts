import type { ResourceChange, StackNode, StackPlan } from '../plan/plan.ts';
import { isStatic, type AnyPlan } from '../plan/static-plan.ts';

/** What a plan comes to. Only what is certain counts as a change; the rest is told apart. */
export interface PlanTotals {
  readonly add: number;
  /** Modifications in place, renewals, imports and drift put right. */
  readonly change: number;
  readonly replace: number;
  readonly remove: number;
  /** Decided while it runs. */
  readonly possible: number;
  readonly possibleReplace: number;
  /** Of the possible ones, those that replace nothing. */
  readonly possibleChange: number;
  /** Stacks of which only outputs or tags change. */
  readonly outputs: number;
  /** False changes that came only from unresolved inputs. */
  readonly dropped: number;
  readonly stacks: number;
  /** Stacks in which something certainly changes. */
  readonly touched: number;
  /** Stacks in which nothing changes: of the others, something is certain, possible, not seen, or cannot be planned. */
  readonly unchanged: number;
  /** Resources that no change set showed. */
  readonly unseen: number;
  /** Stacks whose change sets failed. */
  readonly failed: number;
}

/** How a change reads: its mark and the word for it. A pair that renews a resource is one change. */
export type ChangeKind = 'add' | 'change' | 'replace' | 'remove' | 'renew' | 'import' | 'possible';

export function kindOf(change: ResourceChange): ChangeKind {
  if (change.certainty === 'possible' || change.action === 'dynamic') return 'possible';
  switch (change.action) {
    case 'add':
      return change.renews === null ? 'add' : 'renew';
    case 'remove':
      return 'remove';
    case 'import':
      return 'import';
    case 'modify':
    case 'sync':
      return change.replacement === 'always' ? 'replace' : 'change';
  }
}

/** A node's own changes as they are shown: without nested stacks (they are nodes) and without a renewal's removed half. */
export function shownChanges(node: StackNode): readonly ResourceChange[] {
  const nested = new Set(node.children.map((child) => child.path.at(-1)));
  const renewed = new Set(node.changes.map((change) => change.renews));
  return node.changes.filter(
    (change) =>
      !(change.type === 'AWS::CloudFormation::Stack' && nested.has(change.logicalId)) &&
      !(change.action === 'remove' && renewed.has(change.logicalId)),
  );
}

/** A node and all that it nests, parents first. */
export function nodesOf(node: StackNode): readonly StackNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

export function isTouched(node: StackNode): boolean {
  return node.status !== 'unchanged' || node.changes.length > 0 || node.outputsOnly || node.unseen.length > 0;
}

export function totals(stacks: readonly StackPlan[]): PlanTotals {
  const nodes = stacks.flatMap((stack) => nodesOf(stack.root));
  const changes = nodes.flatMap(shownChanges);
  const count = (...kinds: readonly ChangeKind[]): number =>
    changes.filter((change) => kinds.includes(kindOf(change))).length;
  return {
    add: count('add'),
    change: count('change', 'renew', 'import'),
    replace: count('replace'),
    remove: count('remove'),
    possible: count('possible'),
    possibleReplace: changes.filter(mayReplace).length,
    possibleChange: changes.filter((change) => kindOf(change) === 'possible' && !mayReplace(change)).length,
    outputs: nodes.filter((node) => node.outputsOnly).length,
    dropped: nodes.reduce((sum, node) => sum + node.dropped, 0),
    stacks: nodes.length,
    touched: nodes.filter((node) => isNewOrGone(node) || isMoved(node)).length,
    unchanged: stacks.flatMap((stack) => nodesOf(stack.root).filter((node) => isStill(node, stack))).length,
    unseen: nodes.reduce((sum, node) => sum + node.unseen.length, 0),
    failed: stacks.reduce((sum, { failures }) => sum + failures.length, 0),
  };
}

/** The number of certain changes. */
export function certain(sum: PlanTotals): number {
  return sum.add + sum.change + sum.replace + sum.remove;
}

/** Whether nothing but what stacks give out, or are tagged with, changes. */
export function isOutputsOnly(sum: PlanTotals): boolean {
  return sum.outputs > 0 && certain(sum) + sum.possible === 0;
}

/** Whether the change set of this stack of a tree failed: what it does is not known in full. */
export function isFailed(node: StackNode, { failures }: StackPlan): boolean {
  return failures.some(({ path }) => path.join('/') === node.path.join('/'));
}

function isStill(node: StackNode, stack: StackPlan): boolean {
  if (isNewOrGone(node) || node.outputsOnly || isFailed(node, stack)) return false;
  return node.unseen.length === 0 && shownChanges(node).length === 0;
}

const isNewOrGone = ({ status }: StackNode): boolean => status === 'remove' || status === 'create';

function isMoved(node: StackNode): boolean {
  return shownChanges(node).some((change) => kindOf(change) !== 'possible') || node.outputsOnly;
}

/** A replacement that CloudFormation decides while it runs. */
export function mayReplace(change: ResourceChange): boolean {
  return (
    change.replacement === 'conditional' ||
    (change.replacement === 'always' && (change.certainty === 'possible' || change.action === 'dynamic'))
  );
}

/** What a plan means for whoever waits for it; the worst first. `changed` is all that a comparison of sources can say. */
export const verdicts = ['missing', 'failed', 'stopped', 'changed', 'ready', 'no-changes'] as const;
export type Verdict = (typeof verdicts)[number];

export function verdictOf(plan: AnyPlan | null): Verdict {
  if (plan === null) return 'missing';
  if (plan.stacks.some((stack) => stack.failures.length > 0)) return 'failed';
  if (plan.gate.verdict === 'stop') return 'stopped';
  if (!plan.hasChanges) return 'no-changes';
  return isStatic(plan) ? 'changed' : 'ready';
}

/** As it stands in a table. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  missing: 'no plan',
  failed: 'cannot be planned',
  stopped: 'stopped',
  changed: 'changes',
  ready: 'ready',
  'no-changes': 'no changes',
};
