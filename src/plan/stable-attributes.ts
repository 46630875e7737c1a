import type { ResourceChange } from './plan.ts';

/**
 * Attributes that keep their value while a resource is updated without being replaced, because they are its identity or
 * derive from it alone. Source: "Return values" and "Update requires" of each type in the CloudFormation resource
 * reference. An attribute that is not here may change with any update (a table's `StreamArn`, a template's
 * `LatestVersionNumber`), so what takes it stays "possible".
 */
const stableAttributes: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::ApiKey': ['APIKeyId'],
  'AWS::ApiGateway::Authorizer': ['AuthorizerId'],
  'AWS::ApiGateway::Deployment': ['DeploymentId'],
  'AWS::ApiGateway::Resource': ['ResourceId'],
  'AWS::ApiGateway::RestApi': ['RestApiId', 'RootResourceId'],
  'AWS::ApiGatewayV2::Api': ['ApiEndpoint', 'ApiId'],
  'AWS::CloudFront::CachePolicy': ['Id'],
  'AWS::CloudFront::Distribution': ['DomainName', 'Id'],
  'AWS::CloudFront::Function': ['FunctionARN', 'FunctionMetadata.FunctionARN'],
  'AWS::CloudFront::OriginAccessControl': ['Id'],
  'AWS::CloudFront::OriginRequestPolicy': ['Id'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['Id'],
  'AWS::Cognito::UserPool': ['ProviderName', 'ProviderURL', 'UserPoolId'],
  'AWS::EC2::EIP': ['AllocationId'],
  'AWS::EC2::NatGateway': ['NatGatewayId'],
  'AWS::EC2::SecurityGroup': ['GroupId', 'VpcId'],
  'AWS::EC2::Subnet': ['SubnetId', 'VpcId'],
  'AWS::EC2::VPC': ['DefaultNetworkAcl', 'DefaultSecurityGroup', 'VpcId'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['CanonicalHostedZoneID', 'DNSName', 'LoadBalancerFullName'],
  'AWS::IAM::Role': ['RoleId'],
  'AWS::KMS::Key': ['KeyId'],
  'AWS::S3::Bucket': ['DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'],
  'AWS::SecretsManager::Secret': ['Id'],
  'AWS::SNS::Topic': ['TopicArn', 'TopicName'],
  'AWS::SQS::Queue': ['QueueName', 'QueueUrl'],
};

/** Changes of these leave what a resource answers to references as it was. */
const inertPaths =
  /^(?:DeletionPolicy|UpdateReplacePolicy|UpdatePolicy|CreationPolicy|Metadata|Tags)(?:\.|$)/;

/** Whether a reference to a resource gives after the change what it gave before; `null`: the resource does not change. */
export function keepsAttribute(
  change: ResourceChange | null,
  type: string,
  attribute: string | null,
): boolean {
  if (change === null || change.action === 'sync') return true;
  if (change.action !== 'modify' || change.replacement !== 'never') return false;
  const { properties } = change;
  return (
    (properties.length > 0 && properties.every(({ path }) => inertPaths.test(path))) ||
    survivesUpdate(type, attribute)
  );
}

/**
 * Whether a reference still gives the same after an update without replacement.
 *
 * @param attribute `null` for `Ref`, which gives the physical id; a custom resource may answer any update with a new one
 *   (User Guide, "Custom resource response objects", `PhysicalResourceId`)
 */
function survivesUpdate(type: string, attribute: string | null): boolean {
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') return false;
  if (attribute === null || attribute === 'Arn') return true;
  return stableAttributes[type]?.includes(attribute) ?? false;
}
