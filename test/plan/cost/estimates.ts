import { estimateCost, type CostEstimate } from '../../../src/plan/cost/estimate-cost.ts';
import { evaluateTree, type EvaluatedStack } from '../../../src/template/evaluate-tree.ts';
import { readTemplateTree } from '../../../src/template/read-template-tree.ts';

export type Resources = Readonly<Record<string, unknown>>;
/** Templates by file; the first is the root. */
export type Templates = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A stack of these templates as it would be made; `null` for none. */
export async function stackOf(
  templates: Templates | null,
  parameters: Readonly<Record<string, string>> = {},
): Promise<EvaluatedStack | null> {
  const root = Object.keys(templates ?? {})[0];
  if (templates === null || root === undefined) return null;
  const tree = await readTemplateTree(root, (file) => Promise.resolve(JSON.stringify(templates[file])));
  return evaluateTree(tree, { parameters, pseudo: { accountId: '111111111111', region: 'eu-west-1' } });
}

export const root = (resources: Resources): Templates | null =>
  Object.keys(resources).length === 0 ? null : { 'root.yml': { Resources: resources } };

/** What a change of a stack without nested ones costs. */
export async function estimate(
  before: Resources,
  after: Resources,
  region = 'eu-west-1',
): Promise<CostEstimate> {
  return estimateCost({ region, before: await stackOf(root(before)), after: await stackOf(root(after)) });
}
