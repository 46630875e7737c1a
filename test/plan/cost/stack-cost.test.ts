import { expect, test } from '@jest/globals';
import { stackCost } from '../../../src/plan/cost/stack-cost.ts';
import type { DeployedTree } from '../../../src/plan/deployed-tree.ts';
import { readTemplateTree } from '../../../src/template/read-template-tree.ts';
import type { TemplateTree } from '../../../src/template/template.ts';
import { change, node } from '../stack-plans.ts';

const region = 'eu-west-1';
const key = { Type: 'AWS::KMS::Key' };
const child = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'store.yml' } };
const after = { parameters: {}, pseudo: { accountId: '111111111111', region } };

const treeOf = (resources: Readonly<Record<string, unknown>>): Promise<TemplateTree> =>
  readTemplateTree('root.yml', (file) =>
    Promise.resolve(JSON.stringify({ Resources: file === 'root.yml' ? resources : { Key: key } })),
  );

function deployed(
  tree: TemplateTree | null,
  children: Readonly<Record<string, DeployedTree>> = {},
  physicalIds: Readonly<Record<string, string>> = {},
): DeployedTree {
  return {
    stackId: 'id',
    stackName: 'stack',
    status: 'UPDATE_COMPLETE',
    parameters: {},
    outputs: {},
    tags: {},
    template: tree?.template ?? null,
    physicalIds: new Map(Object.entries(physicalIds)),
    children: new Map(Object.entries(children)),
  };
}

const unknown = 'the template that is deployed could not be read, so nobody knows what is paid now';

test('a stack that is not there yet costs what it holds; one that stays says nothing', async () => {
  const released = await treeOf({ Key: key });
  expect(stackCost({ region, released, deployed: null, after })?.usd).toBe(1);
  expect(stackCost({ region, released, deployed: deployed(released), after })).toBeNull();
});

test('where a deployed template could not be read the estimate says so, and nothing else', async () => {
  const released = await treeOf({ Key: key });
  expect(stackCost({ region, released, deployed: deployed(null), after })).toEqual({
    region,
    usd: 0,
    items: [],
    byUse: [],
    notPriced: [{ path: 'this stack', type: 'AWS::CloudFormation::Stack', because: unknown }],
  });
});

test('so it does for a nested stack that could not be read or described, and not for one that is not there', async () => {
  const tree = await treeOf({ Store: child });
  const of = (below: DeployedTree) => stackCost({ region, released: tree, deployed: below, after });
  for (const below of [deployed(tree, { Store: deployed(null) }), deployed(tree, {}, { Store: 'arn' })]) {
    expect(of(below)).toMatchObject({ usd: 0, items: [], notPriced: [{ path: 'Store', because: unknown }] });
  }
  expect(of(deployed(tree))).toMatchObject({ usd: 1, items: [{ path: 'Store/Key' }] });
});

test('an old resource that its replacement keeps goes on costing', async () => {
  const released = await treeOf({ Key: key });
  const root = node({
    path: [],
    changes: [
      change({
        logicalId: 'Key',
        type: 'AWS::KMS::Key',
        replacement: 'always',
        policyAction: 'ReplaceAndRetain',
      }),
    ],
  });
  const cost = stackCost({ region, released, deployed: deployed(released), after, root });
  expect(cost).toMatchObject({ usd: 1, items: [{ path: 'Key', before: 1, after: 2 }] });
});
