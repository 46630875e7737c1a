import type { CostItem } from '../../plan/cost/estimate-cost.ts';
import type { DriftEffect } from '../../plan/drift/drift.ts';
import type { StackNode, StackPlan } from '../../plan/plan.ts';
import type { AnyPlan } from '../../plan/static-plan.ts';
import { nodesOf, shownChanges } from '../plan-summary.ts';

/** What the parts of one plan's section know of each other: where a stop's change stands, what a change costs. */
export interface PlanContext {
  /** The section's own, unique in the page. */
  readonly id: string;
  readonly stack: StackPlan;
  /** By `Storage/PhotosBucket`: the target of a stop's change, and whether a word lets it happen. */
  readonly stops: ReadonlyMap<string, { readonly target: string; readonly overridden: boolean }>;
  readonly costs: ReadonlyMap<string, CostItem>;
  /** What becomes of what was changed by hand. */
  readonly drift: ReadonlyMap<string, DriftEffect>;
  readonly anchors: ReadonlyMap<StackNode, string>;
}

export function contextOf(plan: AnyPlan, stack: StackPlan, id: string): PlanContext {
  const stops = plan.gate.stops.flatMap((stop, index) =>
    stop.stack === stack.stack
      ? [
          [
            stop.path,
            { target: `${id}-stop-${index}`, overridden: 'override' in stop && stop.overridden },
          ] as const,
        ]
      : [],
  );
  const root = `${id}-${plan.stacks.indexOf(stack)}`;
  return {
    id,
    stack,
    // of two stops for one resource, the open one is told
    stops: new Map([...stops].sort((a, b) => Number(b[1].overridden) - Number(a[1].overridden))),
    costs: new Map((stack.cost?.items ?? []).map((item) => [item.path, item])),
    drift: new Map((stack.drift?.drifted ?? []).map(({ path, effect }) => [path.join('/'), effect])),
    // by position: names are what people write
    anchors: new Map(nodesOf(stack.root).map((node, index) => [node, `${root}-${index}`])),
  };
}

/** Where a stack stands in the page. */
export const nodeAnchor = ({ anchors }: PlanContext, node: StackNode): string => anchors.get(node) ?? '';

/** `Storage/PhotosBucket`, as stops and costs name a resource. */
export const pathOf = (node: StackNode, logicalId: string): string => [...node.path, logicalId].join('/');

/** The target of the change that a stop is about; `null` where the tree does not show it. */
export function stopAnchor({ stack, stops }: PlanContext, path: string): string | null {
  const isShown = nodesOf(stack.root).some((node) =>
    [...shownChanges(node), ...node.unseen].some(({ logicalId }) => pathOf(node, logicalId) === path),
  );
  return isShown ? (stops.get(path)?.target ?? null) : null;
}
