import { expect, test } from '@jest/globals';
import { estimateCost } from '../../../src/plan/cost/estimate-cost.ts';
import { estimate, stackOf, type Resources } from './estimates.ts';

/** What a resource costs a month by itself: a sum, or why there is none; and what is paid by use. */
async function cost(Type: string, Properties: Resources = {}, region = 'eu-west-1') {
  const { items, byUse, notPriced } = await estimate({}, { It: { Type, Properties } }, region);
  return {
    usd: items[0]?.after ?? null,
    use: byUse[0]?.because ?? null,
    why: notPriced[0]?.because ?? null,
  };
}

const stat = (Period: unknown = 300) => ({ Id: 'a', MetricStat: { Period, Metric: {}, Stat: 'Sum' } });
const group = (properties: Resources) => ({ CacheNodeType: 'cache.r6g.xlarge', ...properties });
const managed = (VendorName: string, Name: string) => ({
  Name,
  Statement: { ManagedRuleGroupStatement: { VendorName, Name } },
});
const units = (read: number, write: number) => ({
  ProvisionedThroughput: { ReadCapacityUnits: read, WriteCapacityUnits: write },
});
const notSettled = 'its price goes by what the template does not settle';

type Case = readonly [
  what: string,
  type: string,
  properties: Resources,
  region: string,
  wanted: number | string,
];
const [ireland, virginia, capeTown] = ['eu-west-1', 'us-east-1', 'af-south-1'];

const cases: readonly Case[] = [
  ['an address', 'AWS::EC2::EIP', {}, ireland, 3.65],
  ['an address anywhere', 'AWS::EC2::EIP', {}, 'us-west-2', 3.65],
  ['a NAT gateway in Ireland', 'AWS::EC2::NatGateway', {}, ireland, 35.04],
  ['one in Virginia', 'AWS::EC2::NatGateway', {}, virginia, 32.85],
  ['one in Cape Town', 'AWS::EC2::NatGateway', {}, capeTown, 41.61],
  [
    'one where no price is known',
    'AWS::EC2::NatGateway',
    {},
    'us-west-2',
    'no price of a NAT gateway in us-west-2 is in the table',
  ],
  ['a key', 'AWS::KMS::Key', {}, capeTown, 1],
  ['a replica of a key', 'AWS::KMS::ReplicaKey', {}, ireland, 1],
  ['a secret', 'AWS::SecretsManager::Secret', {}, ireland, 0.4],
  [
    'a secret with two replicas',
    'AWS::SecretsManager::Secret',
    { ReplicaRegions: [{ Region: 'us-west-2' }, { Region: 'us-east-1' }] },
    ireland,
    1.2,
  ],
  ['a dashboard', 'AWS::CloudWatch::Dashboard', {}, virginia, 3],
  ['an alarm of one metric', 'AWS::CloudWatch::Alarm', { Period: 60 }, ireland, 0.1],
  [
    'an alarm of two metrics and what is computed from them',
    'AWS::CloudWatch::Alarm',
    { Metrics: [stat(), stat(), { Id: 'sum', Expression: 'a + b' }] },
    virginia,
    0.2,
  ],
  ['an alarm of high resolution', 'AWS::CloudWatch::Alarm', { Period: 10 }, ireland, 0.3],
  ['an alarm without a period', 'AWS::CloudWatch::Alarm', {}, ireland, notSettled],
  [
    'an alarm of a band',
    'AWS::CloudWatch::Alarm',
    { Metrics: [stat(), { Expression: 'ANOMALY_DETECTION_BAND(a)' }] },
    ireland,
    notSettled,
  ],
  [
    'an alarm elsewhere',
    'AWS::CloudWatch::Alarm',
    { Period: 60 },
    capeTown,
    'no price of a metric of an alarm in af-south-1 is in the table',
  ],
  [
    'an interface endpoint in two zones',
    'AWS::EC2::VPCEndpoint',
    { VpcEndpointType: 'Interface', SubnetIds: ['subnet-1', 'subnet-2'] },
    ireland,
    16.06,
  ],
  [
    'one in a zone of Virginia',
    'AWS::EC2::VPCEndpoint',
    { VpcEndpointType: 'Interface', SubnetIds: ['subnet-1'] },
    virginia,
    7.3,
  ],
  [
    'one of which nobody knows in how many zones',
    'AWS::EC2::VPCEndpoint',
    { VpcEndpointType: 'Interface', SubnetIds: { 'Fn::ImportValue': 'subnets' } },
    ireland,
    notSettled,
  ],
  [
    'an endpoint of another kind',
    'AWS::EC2::VPCEndpoint',
    { VpcEndpointType: 'GatewayLoadBalancer', SubnetIds: ['subnet-1'] },
    ireland,
    'no price of an endpoint of the kind GatewayLoadBalancer is in the table',
  ],
  ['one cache node', 'AWS::ElastiCache::ReplicationGroup', group({}), ireland, 334.34],
  ['two cache nodes', 'AWS::ElastiCache::ReplicationGroup', group({ NumCacheClusters: 2 }), ireland, 668.68],
  [
    'three shards with a replica each',
    'AWS::ElastiCache::ReplicationGroup',
    group({ NumNodeGroups: '3', ReplicasPerNodeGroup: 1, NumCacheClusters: 9 }),
    ireland,
    2006.04,
  ],
  [
    'shards of their own sizes',
    'AWS::ElastiCache::ReplicationGroup',
    group({ NodeGroupConfiguration: [{ ReplicaCount: 2 }, {}], ReplicasPerNodeGroup: 1 }),
    ireland,
    1671.7,
  ],
  ['a node of Valkey', 'AWS::ElastiCache::ReplicationGroup', group({ Engine: 'valkey' }), ireland, 267.47],
  [
    'a cluster of nodes',
    'AWS::ElastiCache::CacheCluster',
    { Engine: 'redis', CacheNodeType: 'cache.m6g.large', NumCacheNodes: 1 },
    ireland,
    119.72,
  ],
  [
    'nodes without a price',
    'AWS::ElastiCache::ReplicationGroup',
    { CacheNodeType: 'cache.t3.micro' },
    ireland,
    'no price of a cache.t3.micro node of Redis in eu-west-1 is in the table',
  ],
  [
    'an engine past its support',
    'AWS::ElastiCache::ReplicationGroup',
    group({ EngineVersion: '5.0.6' }),
    ireland,
    'Redis 5.0.6 is past its standard support, which costs more than its nodes',
  ],
  [
    'nodes as a global group has them',
    'AWS::ElastiCache::ReplicationGroup',
    { GlobalReplicationGroupId: 'g' },
    ireland,
    notSettled,
  ],
  [
    'a number of nodes that is looked up',
    'AWS::ElastiCache::ReplicationGroup',
    group({ NumCacheClusters: '{{resolve:ssm:/nodes}}' }),
    ireland,
    notSettled,
  ],
  ['a table with capacity', 'AWS::DynamoDB::Table', units(5, 5), virginia, 2.85],
  [
    'a table and its index with capacity',
    'AWS::DynamoDB::Table',
    { BillingMode: 'PROVISIONED', ...units(5, 5), GlobalSecondaryIndexes: [units(5, 5)] },
    virginia,
    5.69,
  ],
  [
    'an index without capacity',
    'AWS::DynamoDB::Table',
    { ...units(5, 5), GlobalSecondaryIndexes: [{}] },
    virginia,
    notSettled,
  ],
  [
    'a table of the other class',
    'AWS::DynamoDB::Table',
    { ...units(5, 5), TableClass: 'STANDARD_INFREQUENT_ACCESS' },
    virginia,
    'no price of capacity of the class STANDARD_INFREQUENT_ACCESS is in the table',
  ],
  ['a web ACL without rules', 'AWS::WAFv2::WebACL', {}, capeTown, 5],
  [
    'a web ACL with two rules',
    'AWS::WAFv2::WebACL',
    { Rules: [managed('AWS', 'AWSManagedRulesCommonRuleSet'), { Statement: { RateBasedStatement: {} } }] },
    virginia,
    7,
  ],
  [
    'a web ACL with a group that costs extra',
    'AWS::WAFv2::WebACL',
    { Rules: [managed('AWS', 'AWSManagedRulesBotControlRuleSet')] },
    virginia,
    notSettled,
  ],
  [
    "a web ACL with a seller's group",
    'AWS::WAFv2::WebACL',
    { Rules: [managed('Somebody', 'Rules')] },
    virginia,
    notSettled,
  ],
  [
    'a health check',
    'AWS::Route53::HealthCheck',
    { HealthCheckConfig: { Type: 'HTTPS', RequestInterval: 30 } },
    virginia,
    '$1.50 a month where its endpoint runs at AWS, $2.75 a month where it does not',
  ],
  [
    'a health check with all options',
    'AWS::Route53::HealthCheck',
    { HealthCheckConfig: { Type: 'HTTPS_STR_MATCH', RequestInterval: 10, MeasureLatency: true } },
    virginia,
    '$4.50 a month where its endpoint runs at AWS, $8.75 a month where it does not',
  ],
  [
    'a health check of others',
    'AWS::Route53::HealthCheck',
    { HealthCheckConfig: { Type: 'CALCULATED' } },
    virginia,
    notSettled,
  ],
  [
    'a hosted zone',
    'AWS::Route53::HostedZone',
    {},
    ireland,
    "$0.50 a month as one of its account's first 25, $0.10 a month as a later one; and queries",
  ],
  [
    'concurrency that is held ready',
    'AWS::Lambda::Alias',
    { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 } },
    ireland,
    'no price of provisioned concurrency is in the table',
  ],
  [
    'the cache of a stage',
    'AWS::ApiGateway::Stage',
    { CacheClusterEnabled: true, CacheClusterSize: '0.5' },
    ireland,
    "no price of a stage's cache is in the table",
  ],
  [
    'addresses of a distribution',
    'AWS::CloudFront::Distribution',
    { DistributionConfig: { ViewerCertificate: { SslSupportMethod: 'vip' } } },
    virginia,
    'no price of IP addresses of its own is in the table',
  ],
  [
    'a private certificate',
    'AWS::CertificateManager::Certificate',
    { CertificateAuthorityArn: 'arn' },
    virginia,
    'no price of a private certificate, or of one that can be exported, is in the table',
  ],
  ['what nobody has heard of', 'AWS::Odd::Thing', {}, ireland, 'nothing is known of its price'],
  ['what only looks like a property of objects', 'constructor', {}, ireland, 'nothing is known of its price'],
];

test.each(cases)('%s', async (_, type, properties, region, wanted) => {
  const { usd, why } = await cost(type, properties, region);
  expect({ usd, why }).toEqual(
    typeof wanted === 'number' ? { usd: wanted, why: null } : { usd: null, why: wanted },
  );
});

test.each([
  ['AWS::EC2::VPCEndpoint', {}],
  ['AWS::Lambda::Alias', {}],
  ['AWS::CertificateManager::Certificate', {}],
  ['AWS::IAM::Role', {}],
  ['AWS::EC2::VPC', {}],
])('%s costs nothing', async (type, properties) => {
  expect(await cost(type, properties)).toEqual({ usd: null, use: null, why: null });
});

test.each([
  ['AWS::S3::Bucket', {}, 'storage, requests, and request metrics where it has them'],
  ['AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' }, 'requests and storage'],
  ['AWS::Lambda::Version', {}, 'requests and run time'],
  ['AWS::ApiGateway::Stage', {}, 'requests'],
  ['AWS::CloudFront::Distribution', { DistributionConfig: {} }, 'requests and traffic'],
  ['AWS::ElastiCache::ServerlessCache', {}, 'data that it holds, and requests'],
])('%s is paid by use', async (type, properties, use) => {
  expect(await cost(type, properties)).toEqual({ usd: null, use, why: null });
});

test('what is paid by use on top of a price is said beside it, and is not in it', async () => {
  expect(await cost('AWS::EC2::NatGateway')).toEqual({
    usd: 35.04,
    use: 'data that goes through it',
    why: null,
  });
  expect((await cost('AWS::KMS::Key', { EnableKeyRotation: true })).use).toBe(
    'requests, and its first two rotations',
  );
});

test('a node type that is a secret is not told', async () => {
  const template = {
    Parameters: { Size: { Type: 'String', NoEcho: true } },
    Resources: {
      Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { CacheNodeType: { Ref: 'Size' } } },
    },
  };
  const after = await stackOf({ 'root.yml': template }, { Size: 'cache.canary.large' });
  const told = estimateCost({ region: 'eu-west-1', before: null, after });
  expect(told.notPriced).toMatchObject([{ path: 'Cache', because: notSettled }]);
  expect(JSON.stringify(told)).not.toContain('canary');
});

test('subnets that are still to be made are counted through the outputs that name them', async () => {
  const network = {
    Resources: { First: { Type: 'AWS::EC2::Subnet' }, Second: { Type: 'AWS::EC2::Subnet' } },
    Outputs: {
      Both: { Value: { 'Fn::Join': [',', [{ Ref: 'First' }, { Ref: 'Second' }]] } },
      One: { Value: { Ref: 'First' } },
    },
  };
  const endpoints = {
    Parameters: { SubnetIds: { Type: 'CommaDelimitedList' } },
    Resources: {
      Logs: {
        Type: 'AWS::EC2::VPCEndpoint',
        Properties: { VpcEndpointType: 'Interface', SubnetIds: { Ref: 'SubnetIds' } },
      },
    },
  };
  const templates = (output: string) => ({
    'root.yml': {
      Resources: {
        Network: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'network.yml' } },
        Endpoints: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: 'endpoints.yml',
            Parameters: { SubnetIds: { 'Fn::GetAtt': `Network.Outputs.${output}` } },
          },
        },
      },
    },
    'network.yml': network,
    'endpoints.yml': endpoints,
  });
  const of = async (output: string) =>
    estimateCost({ region: 'eu-west-1', before: null, after: await stackOf(templates(output)) });
  expect(await of('Both')).toMatchObject({ usd: 16.06, items: [{ path: 'Endpoints/Logs', after: 16.06 }] });
  // One text may be a list of any length.
  expect(await of('One')).toMatchObject({ usd: 0, notPriced: [{ because: notSettled }] });
});
