import { expect, test } from '@jest/globals';
import { estimateCost } from '../../../src/plan/cost/estimate-cost.ts';
import { estimate, stackOf, type Resources } from './estimates.ts';
import { cases, notSettled } from './price-cases.ts';

/** What a resource costs a month by itself: a sum, or why there is none; and what is paid by use. */
async function cost(Type: string, Properties: Resources = {}, region = 'eu-west-1') {
  const { items, byUse, notPriced } = await estimate({}, { It: { Type, Properties } }, region);
  return {
    usd: items[0]?.after ?? null,
    use: byUse[0]?.because ?? null,
    why: notPriced[0]?.because ?? null,
  };
}

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
