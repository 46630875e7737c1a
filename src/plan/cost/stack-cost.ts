import { evaluateTree, type TreeScope } from '../../template/evaluate-tree.ts';
import type { TemplateTree } from '../../template/template.ts';
import type { DeployedTree } from '../deployed-tree.ts';
import { estimateCost, type CostEstimate } from './estimate-cost.ts';

export interface StackCostInput {
  readonly region: string;
  readonly released: TemplateTree;
  /** `null` where the stack is not there yet. */
  readonly deployed: DeployedTree | null;
  /** The root's parameters with the release, and the pseudo parameters of both sides. */
  readonly after: Pick<TreeScope, 'parameters' | 'pseudo'>;
}

/**
 * What a release does to the monthly bill of one root stack. `null` where nothing that is paid for changes, and where a
 * deployed template can't be read: then nobody knows what is paid now.
 */
export function stackCost({ region, released, deployed, after }: StackCostInput): CostEstimate | null {
  const tree = deployed === null ? null : templatesOf(deployed);
  if (deployed !== null && tree === null) return null;
  const before =
    tree === null || deployed === null
      ? null
      : evaluateTree(tree, { parameters: deployed.parameters, pseudo: after.pseudo });
  const estimate = estimateCost({ region, before, after: evaluateTree(released, after) });
  const size = estimate.items.length + estimate.byUse.length + estimate.notPriced.length;
  return size === 0 ? null : estimate;
}

function templatesOf({ template, children }: DeployedTree): TemplateTree | null {
  if (template === null) return null;
  const below = [...children].map(([id, child]) => [id, templatesOf(child)] as const);
  if (below.some(([, tree]) => tree === null)) return null;
  return { template, children: new Map(below.flatMap(([id, tree]) => (tree === null ? [] : [[id, tree]]))) };
}
