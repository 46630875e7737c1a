import type { DeployedTree } from '../deployed-tree.ts';
import type { ResourceChange, StackNode } from '../plan.ts';
import { nestedStackType } from '../stateful-types.ts';
import type { UnknownDrift } from './drift.ts';

/** A resource that stands and that the plan does something to; `change` is `null` where no change set showed what. */
export interface DriftTarget {
  readonly logicalId: string;
  readonly type: string;
  readonly change: ResourceChange | null;
  readonly at: ResourceChange['at'];
}

/** One stack of the tree with what of it is to be looked at. */
export interface StackTargets {
  /** Logical ids from the root; empty for the root. */
  readonly path: readonly string[];
  /** The stack's ARN. */
  readonly stackId: string;
  readonly targets: readonly DriftTarget[];
}

export interface DriftTargets {
  readonly stacks: readonly StackTargets[];
  /** Stacks that have something to look at and can't be found. */
  readonly unknown: readonly UnknownDrift[];
}

/**
 * What drift could be overwritten in: resources that stand and that the plan modifies, replaces or removes, also as a mere
 * possibility, and those that it could not see. What nothing changes keeps its drift and is not looked at. Nested stacks are
 * no targets themselves: each is looked at as a stack of its own, since DetectStackDrift does not go into them.
 */
export function driftTargets(root: StackNode, deployed: DeployedTree | null): DriftTargets {
  const targets = [
    ...root.changes.flatMap((change): readonly DriftTarget[] =>
      meetsDrift(change) ? [{ logicalId: change.logicalId, type: change.type, change, at: change.at }] : [],
    ),
    ...root.unseen
      .filter(({ type }) => type !== nestedStackType)
      .map(({ logicalId, type, at }): DriftTarget => ({ logicalId, type, change: null, at })),
  ];
  const hidden = root.unseen
    .filter(({ type }) => type === nestedStackType)
    .map(({ logicalId }): UnknownDrift => ({
      path: [...root.path, logicalId],
      resources: [],
      because: 'the plan could not see what changes in it',
    }));
  const own: DriftTargets =
    targets.length === 0
      ? { stacks: [], unknown: hidden }
      : deployed === null
        ? { stacks: [], unknown: [...hidden, unread(root, targets)] }
        : { stacks: [{ path: root.path, stackId: deployed.stackId, targets }], unknown: hidden };
  const below = root.children
    .filter(({ status }) => status !== 'create')
    .map((child) => driftTargets(child, deployed?.children.get(child.path.at(-1) ?? '') ?? null));
  return {
    stacks: [...own.stacks, ...below.flatMap(({ stacks }) => stacks)],
    unknown: [...own.unknown, ...below.flatMap(({ unknown }) => unknown)],
  };
}

/** An addition has nothing that could have drifted, an import and a synchronization take what is there. */
function meetsDrift({ action, type }: ResourceChange): boolean {
  return type !== nestedStackType && (action === 'modify' || action === 'remove' || action === 'dynamic');
}

function unread({ path }: StackNode, targets: readonly DriftTarget[]): UnknownDrift {
  return {
    path,
    resources: targets.map(({ logicalId }) => logicalId),
    because: 'the stack could not be read',
  };
}
