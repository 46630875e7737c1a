import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../../src/config/load.ts';
import { stackInstances } from '../../../src/config/stack-instances.ts';
import { estimateCost, type CostEstimate } from '../../../src/plan/cost/estimate-cost.ts';
import { evaluateTree, fedBy } from '../../../src/template/evaluate-tree.ts';
import type { Evaluated } from '../../../src/template/evaluated.ts';
import { readTemplateTree } from '../../../src/template/read-template-tree.ts';
import { root } from '../../templates/evaluated.ts';

const systems = ['companycam', 'buy-page', 'leadshop', 'leadshop-replica', 'spec-wizard', 'cloud-sync'];

async function stacksOf(name: string, environment: EnvironmentName) {
  const system = await loadSystem(root, name);
  const definition = await loadEnvironment(root, system, environment);
  return Promise.all(
    stackInstances(system, definition).map(async ({ name: stack, template, parameters, region }) => {
      const tree = await readTemplateTree(template, (file) =>
        Promise.resolve(readFileSync(`${root}${file}`, 'utf8')),
      );
      const given = Object.entries(parameters).map(([key, source]): [string, string | Evaluated] => [
        key,
        source.kind === 'literal' ? source.value : fedBy(source.stack, source.output),
      ]);
      const values = { ArtifactBucket: 'artifacts', ...Object.fromEntries(given) };
      const pseudo = { accountId: '111111111111', region };
      return { stack, region, after: evaluateTree(tree, { parameters: values, pseudo }) };
    }),
  );
}

async function creation(name: string, environment: EnvironmentName): Promise<readonly CostEstimate[]> {
  const stacks = await stacksOf(name, environment);
  return stacks.map(({ region, after }) => estimateCost({ region, before: null, after }));
}

/** Of all resources of the type; `null` where one of them has no price. */
async function fixed(name: string, environment: EnvironmentName, type: string): Promise<number | null> {
  const estimates = await creation(name, environment);
  if (estimates.some(({ notPriced }) => notPriced.some((item) => item.type === type))) return null;
  const items = estimates.flatMap((each) => each.items).filter((item) => item.type === type);
  return Math.round(items.reduce((sum, { after }) => sum + after, 0) * 100) / 100;
}

/** What the table has no price for; whoever adds to it shortens this. */
const withoutPrice = [
  'buy-page prod SiteAlarms/SiteHealth: $1.50 a month where its endpoint runs at AWS, $2.75 a month where it does not',
  'companycam dev Cache/Cache: no price of a cache.t3.micro node of Redis in eu-west-1 is in the table',
  'companycam sit Cache/Cache: no price of a cache.t3.small node of Redis in eu-west-1 is in the table',
];

test('all that the systems hold has a price, is paid by use or is free, but for what is listed', async () => {
  const open = await Promise.all(
    systems.flatMap((name) =>
      environmentNames.map(async (environment) =>
        (await creation(name, environment)).flatMap(({ notPriced }) =>
          notPriced.map(({ path, because }) => `${name} ${environment} ${path}: ${because}`),
        ),
      ),
    ),
  );
  expect(open.flat().sort()).toEqual(withoutPrice);
});

test('a system changes nothing by being what it is', async () => {
  for (const { region, after } of await stacksOf('companycam', 'prod')) {
    const same = estimateCost({ region, before: after, after });
    expect(same).toEqual({ region, usd: 0, items: [], byUse: [], notPriced: [] });
  }
});

test.each<readonly [string, EnvironmentName, string, number | null]>([
  ['companycam', 'dev', 'AWS::EC2::NatGateway', 35.04],
  ['companycam', 'prod', 'AWS::EC2::NatGateway', 70.08],
  ['companycam', 'prod', 'AWS::EC2::EIP', 7.3],
  ['companycam', 'dev', 'AWS::ElastiCache::ReplicationGroup', null],
  ['companycam', 'prod', 'AWS::ElastiCache::ReplicationGroup', 2006.04],
  ['cloud-sync', 'dev', 'AWS::EC2::VPCEndpoint', 0],
  ['cloud-sync', 'sit', 'AWS::EC2::VPCEndpoint', 48.18],
  ['cloud-sync', 'sit', 'AWS::EC2::NatGateway', 35.04],
  ['cloud-sync', 'prod', 'AWS::EC2::NatGateway', 70.08],
  ['cloud-sync', 'dev', 'AWS::KMS::Key', 1],
  ['cloud-sync', 'dev', 'AWS::SecretsManager::Secret', 0.8],
  ['spec-wizard', 'prod', 'AWS::KMS::Key', 2],
  ['spec-wizard', 'prod', 'AWS::CloudWatch::Alarm', 1.3],
  ['spec-wizard', 'prod', 'AWS::CloudWatch::Dashboard', 3],
  ['leadshop', 'prod', 'AWS::CloudWatch::Alarm', 0.2],
  ['buy-page', 'dev', 'AWS::CloudWatch::Alarm', 0.1],
])('%s in %s pays for %s what its page says', async (name, environment, type, usd) => {
  expect(await fixed(name, environment, type)).toBe(usd);
});
