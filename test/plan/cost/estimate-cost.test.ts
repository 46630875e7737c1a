import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../../src/config/load.ts';
import { stackInstances } from '../../../src/config/stack-instances.ts';
import { estimateCost, type CostEstimate } from '../../../src/plan/cost/estimate-cost.ts';
import { findPrice, priceTable } from '../../../src/plan/cost/price-table.ts';
import { evaluateTree, fedBy, type EvaluatedStack } from '../../../src/template/evaluate-tree.ts';
import type { Evaluated } from '../../../src/template/evaluated.ts';
import { readTemplateTree } from '../../../src/template/read-template-tree.ts';
import { root } from '../../templates/evaluated.ts';

const systems = ['companycam', 'buy-page', 'leadshop', 'leadshop-replica', 'spec-wizard', 'cloud-sync'];
const pseudo = { accountId: '111111111111', region: 'eu-west-1' };

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
      const after = evaluateTree(tree, { parameters: values, pseudo: { ...pseudo, region } });
      return { stack, region, after };
    }),
  );
}

async function creation(name: string, environment: EnvironmentName): Promise<readonly CostEstimate[]> {
  const stacks = await stacksOf(name, environment);
  return stacks.map(({ region, after }) => estimateCost({ region, before: null, after }));
}

async function stackOf(resources: Readonly<Record<string, unknown>>): Promise<EvaluatedStack | null> {
  if (Object.keys(resources).length === 0) return null;
  const tree = await readTemplateTree('root.yml', () =>
    Promise.resolve(JSON.stringify({ Resources: resources })),
  );
  return evaluateTree(tree, { parameters: {}, pseudo });
}

const estimate = async (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  region = 'eu-west-1',
): Promise<CostEstimate> =>
  estimateCost({ region, before: await stackOf(before), after: await stackOf(after) });

describe('the price table', () => {
  test('says for every price where it stands at AWS, since when, and for which region', () => {
    for (const line of priceTable) {
      expect(line.source).toMatch(/^https:\/\/(?:aws\.amazon\.com|pricing\.us-east-1\.amazonaws\.com)\//);
      expect(line.read).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(line.region).toMatch(/^(?:any|[a-z]{2}-[a-z]+-\d)$/);
      expect(line.usd).toBeGreaterThan(0);
    }
    expect(new Set(priceTable.map(({ what, region }) => `${what} ${region}`)).size).toBe(priceTable.length);
  });

  test('has no price of another region in place of one that it lacks', () => {
    expect(findPrice('a NAT gateway', 'eu-west-1')?.usd).toBe(0.048);
    expect(findPrice('a NAT gateway', 'af-south-1')).toBeNull();
  });
});

describe('an estimate', () => {
  const key = { Type: 'AWS::KMS::Key', Properties: {} };
  const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
  const alarm = (Metrics: unknown) => ({ Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics } });
  const metric = (Period = 300) => ({ Id: 'a', MetricStat: { Period, Metric: {}, Stat: 'Sum' } });

  test('counts what comes, goes and grows, and not what stays', async () => {
    const sum = await estimate(
      { Old: key, Stays: key, Nat: { Type: 'AWS::EC2::NatGateway' } },
      {
        Stays: key,
        New: {
          Type: 'AWS::SecretsManager::Secret',
          Properties: { ReplicaRegions: [{ Region: 'us-west-2' }] },
        },
      },
    );
    expect(sum.items.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['Old', 1, 0],
      ['Nat', 35.04, 0],
      ['New', 0, 0.8],
    ]);
    expect(sum.usd).toBe(-35.24);
    expect(await estimate({ A: key }, { A: { ...key, Properties: { Enabled: false } } })).toMatchObject({
      usd: 0,
      items: [],
    });
  });

  test('counts an alarm by its metrics, without expressions', async () => {
    const grown = await estimate(
      { A: alarm([metric()]) },
      { A: alarm([metric(), metric(), { Id: 'sum', Expression: 'a + b' }]) },
    );
    expect(grown).toMatchObject({ usd: 0.1, items: [{ path: 'A', before: 0.1, after: 0.2 }] });
    for (const other of [[metric(10)], [metric(), { Expression: 'ANOMALY_DETECTION_BAND(a)' }]]) {
      expect(await estimate({}, { A: alarm(other) })).toMatchObject({ usd: 0, notPriced: [{ path: 'A' }] });
    }
  });

  test('keeps what is paid by use, and what has no price, out of the sum', async () => {
    const node = (CacheNodeType: string) => ({
      Type: 'AWS::ElastiCache::ReplicationGroup',
      Properties: { CacheNodeType },
    });
    const sum = await estimate(
      { Cache: node('cache.t3.micro'), Same: node('cache.t3.small') },
      {
        Cache: node('cache.t3.small'),
        Same: node('cache.t3.small'),
        B: bucket,
        Odd: { Type: 'AWS::Odd::Thing' },
      },
    );
    expect(sum).toMatchObject({ usd: 0, items: [] });
    expect(sum.byUse.map(({ path }) => path)).toEqual(['B']);
    expect(sum.notPriced.map(({ path }) => path)).toEqual(['Cache', 'Odd']);
    expect(await estimate({}, { Nat: { Type: 'AWS::EC2::NatGateway' } }, 'af-south-1')).toMatchObject({
      usd: 0,
      notPriced: [{ path: 'Nat', because: 'no price of a NAT gateway in af-south-1 is in the table' }],
    });
  });
});

describe('the systems', () => {
  test.each(systems)('%s holds no type of which nothing is known', async (name) => {
    for (const environment of environmentNames) {
      const unknown = (await creation(name, environment)).flatMap(({ notPriced }) => notPriced);
      expect(unknown.filter(({ because }) => because === 'nothing is known of its price')).toEqual([]);
    }
  });

  test('change nothing by being what they are', async () => {
    for (const { region, after } of await stacksOf('companycam', 'prod')) {
      const same = estimateCost({ region, before: after, after });
      expect(same).toEqual({ region, usd: 0, items: [], byUse: [], notPriced: [] });
    }
  });

  test('cost what their pages say where every price is known: the NAT gateways and keys of cloud-sync', async () => {
    const fixed = async (environment: EnvironmentName, type: string): Promise<number> =>
      (await creation('cloud-sync', environment))
        .flatMap(({ items }) => items)
        .filter((item) => item.type === type)
        .reduce((sum, { after }) => sum + after, 0);
    expect(await fixed('sit', 'AWS::EC2::NatGateway')).toBeCloseTo(35.04);
    expect(await fixed('prod', 'AWS::EC2::NatGateway')).toBeCloseTo(70.08);
    expect(await fixed('prod', 'AWS::EC2::EIP')).toBeCloseTo(7.3);
    expect(await fixed('dev', 'AWS::KMS::Key')).toBe(1);
    expect(await fixed('dev', 'AWS::SecretsManager::Secret')).toBeCloseTo(0.8);
  });
});
