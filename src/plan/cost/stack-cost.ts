import { evaluateTree, type TreeScope } from '../../template/evaluate-tree.ts';
import type { TemplateTree } from '../../template/template.ts';
import { nestedStacks } from '../../template/read-template-tree.ts';
import type { DeployedTree } from '../deployed-tree.ts';
import type { StackNode } from '../plan.ts';
import { nestedStackType } from '../stateful-types.ts';
import { estimateCost, type CostEstimate } from './estimate-cost.ts';

export interface StackCostInput {
  readonly region: string;
  readonly released: TemplateTree;
  /** `null` where the stack is not there yet. */
  readonly deployed: DeployedTree | null;
  /** The root's parameters with the release, and the pseudo parameters of both sides. */
  readonly after: Pick<TreeScope, 'parameters' | 'pseudo'>;
  /** What the change set said, where there is one: which replaced resources are kept. */
  readonly root?: StackNode;
}

/**
 * What a release does to the monthly bill of one root stack. `null` where nothing that is paid for changes. Where a deployed
 * template can't be read, nobody knows what is paid now: the estimate says just that.
 */
export function stackCost({ region, released, deployed, after, root }: StackCostInput): CostEstimate | null {
  const unread = deployed === null ? [] : unreadPaths(deployed, []);
  if (unread.length > 0) {
    const because = 'the template that is deployed could not be read, so nobody knows what is paid now';
    const notPriced = unread.map((path) => ({ path, type: nestedStackType, because }));
    return { region, usd: 0, items: [], byUse: [], notPriced };
  }
  const tree = deployed === null ? null : templatesOf(deployed);
  const before =
    tree === null || deployed === null
      ? null
      : evaluateTree(tree, { parameters: deployed.parameters, pseudo: after.pseudo });
  const keptOnReplacement = new Set(root === undefined ? [] : keptPaths(root));
  const estimate = estimateCost({ region, before, after: evaluateTree(released, after), keptOnReplacement });
  const size = estimate.items.length + estimate.byUse.length + estimate.notPriced.length;
  return size === 0 ? null : estimate;
}

/** Stacks of the deployed tree that are there and could not be read; the root is called `this stack`. */
function unreadPaths(
  { template, children, physicalIds }: DeployedTree,
  path: readonly string[],
): readonly string[] {
  if (template === null) return [path.join('/') || 'this stack'];
  return nestedStacks(template).flatMap(({ logicalId }) => {
    const child = children.get(logicalId);
    const below = [...path, logicalId];
    if (child !== undefined) return unreadPaths(child, below);
    return physicalIds.has(logicalId) ? [below.join('/')] : [];
  });
}

function templatesOf({ template, children }: DeployedTree): TemplateTree | null {
  if (template === null) return null;
  const below = [...children].flatMap(([id, child]) => {
    const tree = templatesOf(child);
    return tree === null ? [] : [[id, tree] as const];
  });
  return { template, children: new Map(below) };
}

/** Resources that are certainly replaced, whose old one stays (API reference, ResourceChange, `PolicyAction`). */
function keptPaths({ path, changes, children }: StackNode): readonly string[] {
  const own = changes
    .filter((change) => change.replacement === 'always' && change.policyAction === 'ReplaceAndRetain')
    .map((change) => [...path, change.logicalId].join('/'));
  return [...own, ...children.flatMap(keptPaths)];
}
