import { expect, test } from '@jest/globals';
import { estimateCost } from '../../../src/plan/cost/estimate-cost.ts';
import { findPrice, priceTable } from '../../../src/plan/cost/price-table.ts';
import { estimate, root, stackOf } from './estimates.ts';

const key = { Type: 'AWS::KMS::Key', Properties: {} };
const nat = { Type: 'AWS::EC2::NatGateway' };
const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
const cache = (properties: Readonly<Record<string, unknown>>) => ({
  Type: 'AWS::ElastiCache::ReplicationGroup',
  Properties: { CacheNodeType: 'cache.r6g.xlarge', ...properties },
});

test('the table says for every price where it stands at AWS, since when, and for which region', () => {
  for (const line of priceTable) {
    expect(line.source).toMatch(/^https:\/\/(?:aws\.amazon\.com|pricing\.us-east-1\.amazonaws\.com)\//);
    expect(line.read).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(line.region).toMatch(/^(?:any|[a-z]{2}-[a-z]+-\d)$/);
    expect(line.usd).toBeGreaterThan(0);
    // A file of one region's prices says nothing of another's.
    const region = /\/([a-z]{2}-[a-z]+-\d)\/index\.json$/.exec(line.source)?.[1];
    if (region !== undefined && line.region !== 'any') expect(line.region).toBe(region);
  }
  expect(new Set(priceTable.map(({ what, region }) => `${what} ${region}`)).size).toBe(priceTable.length);
});

test('the table has no price of another region in place of one that it lacks', () => {
  expect(findPrice('a NAT gateway', 'eu-west-1')?.usd).toBe(0.048);
  expect(findPrice('a NAT gateway', 'us-west-2')).toBeNull();
});

test('what comes, goes and grows is counted, and not what stays', async () => {
  const replicas = { ReplicaRegions: [{ Region: 'us-west-2' }] };
  const sum = await estimate(
    { Old: key, Stays: key, Nat: nat },
    { Stays: key, New: { Type: 'AWS::SecretsManager::Secret', Properties: replicas } },
  );
  expect(sum.items.map(({ path, before, after }) => [path, before, after])).toEqual([
    ['Old', 1, 0],
    ['Nat', 35.04, 0],
    ['New', 0, 0.8],
  ]);
  expect(sum.usd).toBe(-35.24);
  const same = await estimate({ A: key }, { A: { ...key, Properties: { Enabled: false } } });
  expect(same).toEqual({ region: 'eu-west-1', usd: 0, items: [], byUse: [], notPriced: [] });
});

test('a change of size costs the difference, as old as its oldest price', async () => {
  const grown = await estimate(
    { Cache: cache({ NumCacheClusters: 1 }) },
    { Cache: cache({ NumNodeGroups: 3, ReplicasPerNodeGroup: 1 }) },
  );
  expect(grown).toMatchObject({
    usd: 1671.7,
    items: [{ path: 'Cache', before: 334.34, after: 2006.04, read: '2026-08-12' }],
    byUse: [],
    notPriced: [],
  });
  const engine = await estimate({ Cache: cache({}) }, { Cache: cache({ Engine: 'valkey' }) });
  expect(engine.usd).toBe(-66.87);
});

test('what has no price on one side has no difference', async () => {
  const smaller = await estimate({ Cache: cache({}) }, { Cache: cache({ CacheNodeType: 'cache.t3.micro' }) });
  expect(smaller).toMatchObject({ usd: 0, items: [], notPriced: [{ path: 'Cache' }] });
  const micro = cache({ CacheNodeType: 'cache.t3.micro', NumCacheClusters: 1 });
  const tagged = cache({ CacheNodeType: 'cache.t3.micro', Tags: [{ Key: 'a', Value: 'b' }] });
  expect((await estimate({ Cache: micro }, { Cache: tagged })).notPriced).toEqual([]);
});

test('what turns from a price to use says both', async () => {
  const table = (BillingMode: string) => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: { BillingMode, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } },
  });
  const change = await estimate(
    { Table: table('PROVISIONED') },
    { Table: table('PAY_PER_REQUEST') },
    'us-east-1',
  );
  expect(change).toMatchObject({
    usd: -2.85,
    items: [{ path: 'Table', before: 2.85, after: 0 }],
    byUse: [{ path: 'Table', because: 'requests and storage' }],
  });
});

test('what is paid by use, and what has no price, is in no sum', async () => {
  const sum = await estimate({}, { B: bucket, Odd: { Type: 'AWS::Odd::Thing' } });
  expect(sum).toMatchObject({ usd: 0, items: [], byUse: [{ path: 'B' }], notPriced: [{ path: 'Odd' }] });
});

const keptNote = 'the old one leaves the stack, is kept and goes on costing';

test('what leaves the stack and is kept goes on costing', async () => {
  const kept = (DeletionPolicy: string) => ({ ...key, DeletionPolicy });
  for (const policy of ['Retain', 'RetainExceptOnCreate']) {
    expect(await estimate({ Key: kept(policy) }, {})).toMatchObject({
      usd: 0,
      items: [{ path: 'Key', before: 1, after: 1, note: keptNote }],
      byUse: [{ path: 'Key', because: `requests; ${keptNote}` }],
      notPriced: [],
    });
  }
  expect(await estimate({ Key: kept('Delete') }, {})).toMatchObject({ usd: -1, items: [{ after: 0 }] });
  const before = {
    Bucket: { ...bucket, DeletionPolicy: 'Retain' },
    Role: { Type: 'AWS::IAM::Role', DeletionPolicy: 'Retain' },
    Cache: { ...cache({ CacheNodeType: 'cache.t3.micro' }), DeletionPolicy: 'Retain' },
  };
  expect(await estimate(before, {})).toMatchObject({
    items: [],
    byUse: [{ path: 'Bucket', because: expect.stringContaining(keptNote) as unknown as string }],
    notPriced: [{ path: 'Cache', because: expect.stringContaining(keptNote) as unknown as string }],
  });
});

test('a nested stack that is kept keeps all that it holds', async () => {
  const templates = {
    'root.yml': {
      Resources: {
        Store: {
          Type: 'AWS::CloudFormation::Stack',
          DeletionPolicy: 'Retain',
          Properties: { TemplateURL: 'store.yml' },
        },
      },
    },
    'store.yml': { Resources: { Key: { ...key, DeletionPolicy: 'Delete' } } },
  };
  const after = await stackOf(root({ Topic: { Type: 'AWS::SNS::Topic' } }));
  const sum = estimateCost({ region: 'eu-west-1', before: await stackOf(templates), after });
  expect(sum).toMatchObject({ usd: 0, items: [{ path: 'Store/Key', before: 1, after: 1 }] });
});

test('a replacement costs nothing, unless the old one is kept beside the new one', async () => {
  const [before, after] = [await stackOf(root({ Key: key })), await stackOf(root({ Key: key }))];
  expect(estimateCost({ region: 'eu-west-1', before, after })).toMatchObject({
    usd: 0,
    items: [],
    byUse: [],
  });
  const kept = estimateCost({ region: 'eu-west-1', before, after, keptOnReplacement: new Set(['Key']) });
  expect(kept).toMatchObject({ usd: 1, items: [{ path: 'Key', before: 1, after: 2, note: keptNote }] });
});

test('a condition leaves out what it is false for; one that only the deployment decides has no sum', async () => {
  const templates = {
    'root.yml': {
      Parameters: { Zones: { Type: 'String' } },
      Conditions: {
        HasSecond: { 'Fn::Equals': [{ Ref: 'Zones' }, 'two'] },
        IsOdd: { 'Fn::Equals': [{ 'Fn::GetAtt': ['Key', 'Arn'] }, 'x'] },
      },
      Resources: {
        Key: key,
        First: nat,
        Second: { ...nat, Condition: 'HasSecond' },
        Perhaps: { ...nat, Condition: 'IsOdd' },
        PerhapsStore: { ...bucket, Condition: 'IsOdd' },
      },
    },
  };
  const [one, two] = [await stackOf(templates, { Zones: 'one' }), await stackOf(templates, { Zones: 'two' })];
  const made = estimateCost({ region: 'eu-west-1', before: null, after: one });
  expect(made.items.map(({ path }) => path)).toEqual(['Key', 'First']);
  expect(made.notPriced).toMatchObject([
    { path: 'Perhaps', because: 'whether it is made is decided while it runs; $35.04 a month if it is' },
    { path: 'PerhapsStore', because: expect.stringContaining('by use if it is') as unknown as string },
  ]);
  expect(estimateCost({ region: 'eu-west-1', before: one, after: two })).toMatchObject({
    usd: 35.04,
    items: [{ path: 'Second' }],
    notPriced: [],
  });
});
