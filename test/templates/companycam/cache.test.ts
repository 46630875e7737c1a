import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { parseTemplate } from '../../../src/template/parse-template.ts';
import { companycam, resourcesOf, root, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

const deployed = new Map<string, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames) deployed.set(environment, await companycam(environment));
});
const named = (environment: string, path: string): Resource => {
  const found = deployed.get(environment)?.find((each) => each.path === path);
  if (found === undefined) throw new Error(`There is no ${path} in ${environment}.`);
  return found;
};
const alone = {
  Engine: 'redis',
  NumCacheClusters: '1',
  AutomaticFailoverEnabled: false,
  MultiAZEnabled: false,
};

test.each([
  ['dev', { ...alone, CacheNodeType: 'cache.t3.micro' }],
  ['sit', { ...alone, CacheNodeType: 'cache.t3.small' }],
  [
    'prod',
    {
      Engine: 'redis',
      CacheNodeType: 'cache.r6g.xlarge',
      NumNodeGroups: '3',
      ReplicasPerNodeGroup: '1',
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
    },
  ],
] as const)('Redis 7; dev: one `cache.t3.micro`; sit: one `cache.t3.small`; prod: `cache.r6g.xlarge`, cluster mode, 3 shards across AZs with replicas: %s', (environment, expected) => {
  const { properties } = named(environment, 'Cache/Cache');
  expect(texts(properties)).toMatchObject(expected);
  expect(properties['EngineVersion']).toMatch(/^7\./);
  expect('NumCacheClusters' in properties).toBe(environment !== 'prod');
});

/** Numbers as texts: a parameter's value is a text, a literal is not. */
function texts(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  );
}

describe.each(environmentNames)('cache in %s', (environment) => {
  test('`allkeys-lru`; parameter group with timeout and connection settings', () => {
    const { properties } = named(environment, 'Cache/Settings');
    expect(properties).toMatchObject({
      CacheParameterGroupFamily: 'redis7',
      Properties: {
        'maxmemory-policy': 'allkeys-lru',
        timeout: '300',
        'tcp-keepalive': '60',
        'cluster-enabled': environment === 'prod' ? 'yes' : 'no',
      },
    });
    expect(named(environment, 'Cache/Cache').properties['CacheParameterGroupName']).toBe('${Settings}');
  });

  test('private subnets', () => {
    expect(named(environment, 'Cache/Subnets').properties['SubnetIds']).toBe('${Network.Outputs.DataSubnetIds}');
    expect(named(environment, 'Cache/Cache').properties['CacheSubnetGroupName']).toBe('${Subnets}');
  });

  test('encrypted in transit and at rest', () => {
    expect(named(environment, 'Cache/Cache').properties).toMatchObject({
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'required',
    });
  });

  test('reachable from the backend security group only', () => {
    expect(named(environment, 'Cache/Cache').properties['SecurityGroupIds']).toEqual([
      '${SecurityGroups.Outputs.CacheGroupId}',
    ]);
    const ingress = named(environment, 'SecurityGroups/Cache').properties['SecurityGroupIngress'];
    expect(ingress).toEqual([expect.objectContaining({ SourceSecurityGroupId: '${Backend}' })]);
  });

  test('a Lambda in the private subnets that answers whether the cache can be reached', () => {
    const { properties } = named(environment, 'CacheConnectivity/CacheConnectivity');
    expect(properties).toMatchObject({
      FunctionName: `companycam-cache-connectivity-${environment}`,
      VpcConfig: {
        SubnetIds: '${Network.Outputs.ServiceSubnetIds}',
        SecurityGroupIds: ['${SecurityGroups.Outputs.BackendGroupId}'],
      },
      Environment: {
        Variables: { CACHE_HOST: '${Cache.Outputs.Address}', CACHE_PORT: '${Cache.Outputs.Port}' },
      },
    });
  });

  test('its role has a network interface, and its code can make none', () => {
    const policies = (
      named(environment, 'CacheConnectivity/CacheConnectivityRole').properties['Policies'] as {
        PolicyDocument: PolicyDocument;
      }[]
    ).map(({ PolicyDocument }) => ({
      Statement: PolicyDocument.Statement.map((statement) => {
        const { ArnEquals, ...rest } = statement.Condition ?? {};
        return { ...statement, Condition: { ...rest, ...(ArnEquals ? { StringEquals: ArnEquals } : {}) } };
      }),
    }));
    const by = (context: Readonly<Record<string, string>>): string =>
      decide(policies, { action: 'ec2:CreateNetworkInterface', resource: '*', context });
    expect(by({})).toBe('allowed');
    const own = `arn:aws:lambda:eu-west-1:111111111111:function:companycam-cache-connectivity-${environment}`;
    expect(by({ 'lambda:SourceFunctionArn': own })).toBe('denied');
  });

  test('alarms: cache CPU / memory / evictions, over every node, at one minute', () => {
    const nodes =
      environment === 'prod'
        ? ['0001-001', '0001-002', '0002-001', '0002-002', '0003-001', '0003-002']
        : ['001'];
    for (const [id, metric] of [
      ['CacheCpu', 'EngineCPUUtilization'],
      ['CacheMemory', 'DatabaseMemoryUsagePercentage'],
      ['CacheEvictions', 'Evictions'],
    ] as const) {
      const [expression, ...stats] = named(environment, `CacheAlarms/${id}`).properties['Metrics'] as Properties[];
      const read = stats.map(({ Id, MetricStat }) => {
        const { Period, Metric } = MetricStat as {
          Period: unknown;
          Metric: { MetricName: string; Dimensions: { Value: string }[] };
        };
        return [Id, String(Period), Metric.MetricName, Metric.Dimensions[0]?.Value];
      });
      expect(read.map(([, ...rest]) => rest)).toEqual(
        nodes.map((node) => ['60', metric, `\${Cache.Outputs.ReplicationGroupId}-${node}`]),
      );
      expect(String(expression?.['Expression'])).toMatch(
        new RegExp(`^(MAX|SUM)\\(\\[${read.map(([name]) => String(name)).join(', ')}\\]\\)$`),
      );
    }
  });
});

test('absent where the cache is', async () => {
  const paths = async (HasCache: string): Promise<readonly string[]> =>
    (
      await resourcesOf('templates/companycam/network.yml', {
        ArtifactBucket: 'artifacts',
        Environment: 'dev',
        NatGateways: 'one',
        CacheTopology: 'single-node',
        CacheNodeType: 'cache.t3.micro',
        HasCache,
      })
    ).map(({ path }) => path.split('/')[0] ?? '');
  const parts = ['Cache', 'CacheConnectivity', 'CacheAlarms'];
  expect(await paths('true')).toEqual(expect.arrayContaining(parts));
  expect((await paths('false')).filter((part) => parts.includes(part))).toEqual([]);
});

test('a single node is refused in prod', () => {
  const file = 'templates/modules/cache.yml';
  const { Rules } = parseTemplate(readFileSync(`${root}${file}`, 'utf8'), file).body;
  expect(Rules).toMatchObject({
    ProdOutlivesZone: {
      RuleCondition: { 'Fn::Equals': [{ Ref: 'Environment' }, 'prod'] },
      Assertions: [{ Assert: { 'Fn::Equals': [{ Ref: 'Topology' }, 'cluster'] } }],
    },
  });
});
