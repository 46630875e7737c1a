import { beforeAll, describe, expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { companycam, resourcesOf, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

const deployed = new Map<string, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames) deployed.set(environment, await companycam(environment));
});
const within = (environment: string, type: string): readonly Resource[] =>
  (deployed.get(environment) ?? []).filter((each) => each.type === `AWS::EC2::${type}`);
const named = (environment: string, path: string): Properties => {
  const found = deployed.get(environment)?.find((each) => each.path === path);
  if (found === undefined) throw new Error(`There is no ${path} in ${environment}.`);
  return found.properties;
};

/** Logical id of a subnet → of the route table that it uses. */
function tables(environment: string): ReadonlyMap<string, string> {
  return new Map(
    within(environment, 'SubnetRouteTableAssociation').map(({ properties }) => [
      String(properties['SubnetId']),
      String(properties['RouteTableId']),
    ]),
  );
}
const routes = (environment: string): readonly Properties[] =>
  within(environment, 'Route').map(({ properties }) => properties);

describe.each(environmentNames)('network in %s', (environment) => {
  test('VPC `10.0.0.0/16`, with names for what stands in it', () => {
    expect(within(environment, 'VPC').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({ CidrBlock: '10.0.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true }),
    ]);
  });

  test('2 public and 4 private subnets over 2 AZs, none of which overlap', () => {
    const subnets = within(environment, 'Subnet');
    expect(subnets.map(({ logicalId, properties }) => [logicalId, properties['CidrBlock']])).toEqual([
      ['PublicFirst', '10.0.0.0/24'],
      ['PublicSecond', '10.0.1.0/24'],
      ['ServiceFirst', '10.0.2.0/24'],
      ['ServiceSecond', '10.0.3.0/24'],
      ['DataFirst', '10.0.4.0/24'],
      ['DataSecond', '10.0.5.0/24'],
    ]);
    const zone = (id: string): unknown =>
      subnets.find(({ logicalId }) => logicalId === id)?.properties['AvailabilityZone'];
    for (const kind of ['Public', 'Service', 'Data']) expect(zone(`${kind}First`)).not.toEqual(zone(`${kind}Second`));
    expect(zone('PublicFirst')).toEqual(zone('ServiceFirst'));
    for (const { properties } of subnets) expect(properties['MapPublicIpOnLaunch']).not.toBe(true);
  });

  test('only public subnets have a route to the internet, and what holds data has no way out at all', () => {
    const used = tables(environment);
    expect(used.size).toBe(6);
    const out = (subnet: string): readonly Properties[] =>
      routes(environment).filter(({ RouteTableId }) => RouteTableId === used.get(`\${${subnet}}`));
    for (const subnet of ['PublicFirst', 'PublicSecond']) {
      expect(out(subnet)).toEqual([expect.objectContaining({ GatewayId: '${InternetGateway}' })]);
    }
    for (const subnet of ['ServiceFirst', 'ServiceSecond']) {
      expect(out(subnet)).toEqual([expect.objectContaining({ NatGatewayId: expect.stringMatching(/^\$\{Nat/) })]);
    }
    for (const subnet of ['DataFirst', 'DataSecond']) expect(out(subnet)).toEqual([]);
  });

  test('security groups: load balancer (80/443 from the internet), backend (from the load balancer on service ports), database (5432 from backend), cache (6379 from backend)', () => {
    const rules = (id: string): unknown =>
      (named(environment, `SecurityGroups/${id}`)['SecurityGroupIngress'] as Properties[]).map((rule) => [
        String(rule['FromPort']),
        String(rule['ToPort']),
        rule['CidrIp'] ?? rule['SourceSecurityGroupId'],
      ]);
    expect(rules('LoadBalancer')).toEqual([
      ['80', '80', '0.0.0.0/0'],
      ['443', '443', '0.0.0.0/0'],
    ]);
    expect(rules('Backend')).toEqual([['8080', '8089', '${LoadBalancer}']]);
    expect(rules('Database')).toEqual([['5432', '5432', '${Backend}']]);
    expect(rules('Cache')).toEqual([['6379', '6379', '${Backend}']]);
    expect(within(environment, 'SecurityGroup')).toHaveLength(4);
    for (const id of ['Database', 'Cache']) {
      expect(named(environment, `SecurityGroups/${id}`)['SecurityGroupEgress']).toEqual([
        expect.objectContaining({ CidrIp: '127.0.0.1/32' }),
      ]);
    }
  });

  test('flow logs of all traffic, in a group that ends its entries, by a role that writes nowhere else', () => {
    expect(named(environment, 'FlowLogs/FlowLog')).toMatchObject({
      ResourceType: 'VPC',
      ResourceId: '${Network.Outputs.VpcId}',
      TrafficType: 'ALL',
      LogGroupName: '${Flows}',
    });
    expect(named(environment, 'FlowLogs/Flows')).toMatchObject({
      LogGroupName: `/aws/vpc/companycam-${environment}`,
      RetentionInDays: environment === 'prod' ? '90' : '30',
    });
    const [policy] = named(environment, 'FlowLogs/FlowLogRole')['Policies'] as { PolicyDocument: PolicyDocument }[];
    const to = (group: string): string =>
      decide(policy ? [policy.PolicyDocument] : [], {
        action: 'logs:PutLogEvents',
        resource: `arn:aws:logs:eu-west-1:111111111111:log-group:${group}:log-stream:x`,
      });
    expect(to('${Flows}')).toBe('allowed');
    expect(to('/aws/lambda/other')).toBe('not allowed');
  });

  test('S3 gateway endpoint for the private subnets', () => {
    expect(within(environment, 'VPCEndpoint').map(({ properties }) => properties)).toEqual([
      {
        VpcId: '${Network.Outputs.VpcId}',
        VpcEndpointType: 'Gateway',
        ServiceName: 'com.amazonaws.eu-west-1.s3',
        RouteTableIds: '${Network.Outputs.PrivateRouteTableIds}',
      },
    ]);
  });
});

test.each([
  ['dev', 1],
  ['sit', 2],
  ['prod', 2],
])('a NAT gateway in each public subnet (one in dev by parameter): %s has %i', (environment, count) => {
  const gateways = within(environment, 'NatGateway').map(({ properties }) => properties['SubnetId']);
  expect(gateways).toEqual(['${PublicFirst}', '${PublicSecond}'].slice(0, count));
  expect(within(environment, 'EIP')).toHaveLength(count);
  const ways = routes(environment).map(({ NatGatewayId }) => NatGatewayId);
  expect(ways.filter((way) => way !== undefined)).toEqual(
    count === 1 ? ['${NatFirst}', '${NatFirst}'] : ['${NatFirst}', '${NatSecond}'],
  );
});

test('the gateway endpoint of DynamoDB is there for systems that ask for it', async () => {
  const of = async (DynamoDb: string): Promise<readonly unknown[]> =>
    (await resourcesOf('templates/modules/network-endpoints.yml', { VpcId: 'vpc-1', RouteTableIds: 'rtb-1', DynamoDb })).map(
      ({ properties }) => properties['ServiceName'],
    );
  expect(await of('false')).toEqual(['com.amazonaws.eu-west-1.s3']);
  expect(await of('true')).toEqual(['com.amazonaws.eu-west-1.s3', 'com.amazonaws.eu-west-1.dynamodb']);
});
