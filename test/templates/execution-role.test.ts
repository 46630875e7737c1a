import { beforeAll, describe, expect, test } from '@jest/globals';
import { account, companycam, region, resourcesOf, type Properties, type Resource } from './evaluated.ts';
import { decide, type Decision, type IamRequest, type PolicyDocument } from './iam.ts';

/**
 * What CloudFormation calls for a resource of each type that companycam uses: `handlers.*.permissions` of the types' schemas in the
 * CloudFormation registry, as far as the properties in use need them.
 */
const bucketCalls = [
  's3:CreateBucket',
  's3:DeleteBucket',
  's3:GetAccelerateConfiguration',
  's3:GetAnalyticsConfiguration',
  's3:GetBucketCORS',
  's3:GetBucketLogging',
  's3:GetBucketNotification',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketTagging',
  's3:GetBucketVersioning',
  's3:GetEncryptionConfiguration',
  's3:GetInventoryConfiguration',
  's3:GetLifecycleConfiguration',
  's3:GetMetricsConfiguration',
  's3:GetReplicationConfiguration',
  's3:ListBucket',
  's3:PutBucketCORS',
  's3:PutBucketNotification',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketTagging',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutMetricsConfiguration',
];
const apiCalls = ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PATCH', 'apigateway:POST', 'apigateway:PUT'];
const cloudFrontCalls = (kind: string): readonly string[] =>
  ['Create', 'Delete', 'Get', 'Update'].map((verb) => `cloudfront:${verb}${kind}`);

const api = `arn:aws:apigateway:${region}::/restapis/a1/x`;
function name(properties: Properties, key: string): string {
  const value = properties[key];
  return typeof value === 'string' ? value : 'companycam-dev-app-Child-X1';
}
const bucketArn = (properties: Properties): string => `arn:aws:s3:::${name(properties, 'BucketName')}`;
const stackArn = `arn:aws:cloudformation:${region}:${account}:stack/companycam-dev-app-Child-X1/1`;
const functionArn = `arn:aws:lambda:${region}:${account}:function:companycam-dev-app-X1`;
const logsArn = (properties: Properties): string =>
  `arn:aws:logs:${region}:${account}:log-group:${name(properties, 'LogGroupName')}`;

interface Needs {
  readonly calls: readonly string[];
  readonly on: (properties: Properties) => string;
}
const apiNeeds: Needs = { calls: apiCalls, on: () => api };
const needs: Readonly<Record<string, Needs>> = {
  'AWS::ApiGateway::Authorizer': apiNeeds,
  'AWS::ApiGateway::Deployment': apiNeeds,
  'AWS::ApiGateway::GatewayResponse': apiNeeds,
  'AWS::ApiGateway::Method': apiNeeds,
  'AWS::ApiGateway::Resource': apiNeeds,
  'AWS::ApiGateway::RestApi': { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/restapis` },
  'AWS::ApiGateway::Stage': apiNeeds,
  'AWS::CloudFormation::Stack': {
    calls: ['CreateStack', 'DeleteStack', 'DescribeStacks', 'UpdateStack'].map((call) => `cloudformation:${call}`),
    on: () => stackArn,
  },
  'AWS::CloudFront::CachePolicy': { calls: cloudFrontCalls('CachePolicy'), on: () => '*' },
  'AWS::CloudFront::Distribution': {
    calls: [...cloudFrontCalls('Distribution'), 'cloudfront:ListTagsForResource', 'cloudfront:TagResource'],
    on: () => `arn:aws:cloudfront::${account}:distribution/E1`,
  },
  'AWS::CloudFront::Function': {
    calls: [...cloudFrontCalls('Function'), 'cloudfront:DescribeFunction', 'cloudfront:PublishFunction'],
    on: () => `arn:aws:cloudfront::${account}:function/x`,
  },
  'AWS::CloudFront::OriginAccessControl': { calls: cloudFrontCalls('OriginAccessControl'), on: () => '*' },
  'AWS::CloudFront::ResponseHeadersPolicy': { calls: cloudFrontCalls('ResponseHeadersPolicy'), on: () => '*' },
  'AWS::CloudWatch::Alarm': {
    calls: ['DeleteAlarms', 'DescribeAlarms', 'PutMetricAlarm', 'TagResource'].map((call) => `cloudwatch:${call}`),
    on: ({ AlarmName }) => `arn:aws:cloudwatch:${region}:${account}:alarm:${String(AlarmName)}`,
  },
  'AWS::IAM::ManagedPolicy': {
    calls: ['CreatePolicy', 'CreatePolicyVersion', 'DeletePolicy', 'DeletePolicyVersion', 'GetPolicy'].map(
      (call) => `iam:${call}`,
    ),
    on: () => `arn:aws:iam::${account}:policy/companycam-dev-app-ServiceRoles-X1-InvokeApi-Y2`,
  },
  'AWS::IAM::Role': {
    calls: ['CreateRole', 'DeleteRole', 'GetRole', 'PutRolePolicy', 'DeleteRolePolicy', 'TagRole'].map(
      (call) => `iam:${call}`,
    ),
    on: (properties) => `arn:aws:iam::${account}:role/${name(properties, 'RoleName')}`,
  },
  'AWS::Lambda::Function': {
    calls: [
      'CreateFunction',
      'DeleteFunction',
      'GetFunction',
      'PutFunctionConcurrency',
      'TagResource',
      'UpdateFunctionCode',
      'UpdateFunctionConfiguration',
    ].map((call) => `lambda:${call}`),
    on: () => functionArn,
  },
  'AWS::Lambda::Permission': {
    calls: ['lambda:AddPermission', 'lambda:RemovePermission', 'lambda:GetPolicy'],
    on: () => functionArn,
  },
  'AWS::Logs::LogGroup': {
    calls: [
      'CreateLogGroup',
      'DeleteLogGroup',
      'DescribeLogGroups',
      'GetDataProtectionPolicy',
      'ListTagsForResource',
      'PutRetentionPolicy',
      'TagResource',
    ].map((call) => `logs:${call}`),
    on: logsArn,
  },
  'AWS::Logs::MetricFilter': {
    calls: ['logs:DeleteMetricFilter', 'logs:DescribeMetricFilters', 'logs:PutMetricFilter'],
    on: logsArn,
  },
  'AWS::S3::Bucket': { calls: bucketCalls, on: bucketArn },
  'AWS::S3::BucketPolicy': {
    calls: ['s3:DeleteBucketPolicy', 's3:GetBucketPolicy', 's3:PutBucketPolicy'],
    on: () => 'arn:aws:s3:::companycam-photos-dev',
  },
  'AWS::SNS::Subscription': {
    calls: ['sns:GetSubscriptionAttributes', 'sns:Subscribe', 'sns:Unsubscribe'],
    on: () => `arn:aws:sns:${region}:${account}:companycam-alarms-dev`,
  },
  'AWS::SNS::Topic': {
    calls: ['CreateTopic', 'DeleteTopic', 'GetTopicAttributes', 'SetTopicAttributes', 'TagResource'].map(
      (call) => `sns:${call}`,
    ),
    on: ({ TopicName }) => `arn:aws:sns:${region}:${account}:${String(TopicName)}`,
  },
  'AWS::SNS::TopicPolicy': {
    calls: ['sns:SetTopicAttributes'],
    on: () => `arn:aws:sns:${region}:${account}:companycam-alarms-dev`,
  },
  'AWS::SQS::Queue': {
    calls: ['CreateQueue', 'DeleteQueue', 'GetQueueAttributes', 'SetQueueAttributes', 'TagQueue'].map(
      (call) => `sqs:${call}`,
    ),
    on: ({ QueueName }) => `arn:aws:sqs:${region}:${account}:${String(QueueName)}`,
  },
  'AWS::SQS::QueuePolicy': {
    calls: ['sqs:SetQueueAttributes'],
    on: () => `arn:aws:sqs:${region}:${account}:companycam-uploaded-photos-dev`,
  },
};

const workloadBoundary = `arn:aws:iam::${account}:policy/WorkloadBoundary`;
const bounded = { 'iam:PermissionsBoundary': workloadBoundary };
let system: readonly Resource[];
let policies: readonly PolicyDocument[];
let boundary: PolicyDocument;

beforeAll(async () => {
  system = await companycam('dev');
  const bootstrap = await resourcesOf('templates/bootstrap.yml', {
    IsHomeRegion: 'true',
    RepositorySubject: 'repo:acme/photos',
    DeploySubjects: 'repo:acme/photos:environment:companycam-dev',
    ProofSubjects: '',
  });
  const of = (id: string): Properties => bootstrap.find(({ logicalId }) => logicalId === id)?.properties ?? {};
  const inline = of('ExecutionRole')['Policies'] as readonly { PolicyDocument: PolicyDocument }[];
  policies = inline.map(({ PolicyDocument }) => PolicyDocument);
  boundary = of('ExecutionBoundary')['PolicyDocument'] as PolicyDocument;
  expect(of('ExecutionRole')['PermissionsBoundary']).toBe(`arn:aws:iam::${account}:policy/ExecutionBoundary`);
});

/** Both the role and its boundary have to allow (IAM User Guide, "Permissions boundaries"). */
function may(request: IamRequest): Decision {
  const own = decide(policies, request);
  return own === 'allowed' ? decide([boundary], request) : own;
}

test('suffices for every resource of companycam', () => {
  const missing = system.flatMap(({ path, type, properties }) => {
    const { calls, on } = needs[type] ?? { calls: [`nothing is written down for ${type}`], on: () => '' };
    return calls
      .filter((action) => may({ action, resource: on(properties), context: bounded }) !== 'allowed')
      .map((action) => `${path}: ${action} on ${on(properties)}`);
  });
  expect(missing).toEqual([]);
});

test('reads templates and code of releases, and hands roles to Lambda', () => {
  const key = `arn:aws:s3:::slipway-artifacts-${account}-${region}/${'a'.repeat(64)}`;
  expect(may({ action: 's3:GetObject', resource: key })).toBe('allowed');
  const role = `arn:aws:iam::${account}:role/companycam-photos-function-dev`;
  const pass = (service: string): Decision =>
    may({ action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': service } });
  expect([pass('lambda.amazonaws.com'), pass('ec2.amazonaws.com')]).toEqual(['allowed', 'not allowed']);
});

describe('does not suffice', () => {
  const role = `arn:aws:iam::${account}:role/companycam-dev-x`;
  const refused: readonly (readonly [string, IamRequest])[] = [
    ['for a role without the boundary', { action: 'iam:CreateRole', resource: role }],
    [
      'for a role with another boundary',
      {
        action: 'iam:CreateRole',
        resource: role,
        context: { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/x` },
      },
    ],
    ['to take a boundary off', { action: 'iam:DeleteRolePermissionsBoundary', resource: role, context: bounded }],
    ...['slipway-deploy', 'slipway-execution', 'admin'].flatMap((name) =>
      ['PutRolePolicy', 'AttachRolePolicy', 'UpdateAssumeRolePolicy', 'DeleteRole', 'PassRole'].map(
        (call): readonly [string, IamRequest] => [
          `for iam:${call} on ${name}`,
          { action: `iam:${call}`, resource: `arn:aws:iam::${account}:role/${name}`, context: bounded },
        ],
      ),
    ),
    [
      'to change a boundary',
      { action: 'iam:CreatePolicyVersion', resource: `arn:aws:iam::${account}:policy/slipway-workload-boundary` },
    ],
    ['to make a user', { action: 'iam:CreateUser', resource: `arn:aws:iam::${account}:user/x` }],
    ['to read a photo', { action: 's3:GetObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/a/x.jpg' }],
    ['to delete a photo', { action: 's3:DeleteObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/a/x.jpg' }],
    ['to delete the ledger', { action: 's3:DeleteBucket', resource: `arn:aws:s3:::slipway-ledger-${account}-${region}` }],
    [
      'to open the artifacts',
      { action: 's3:PutBucketPolicy', resource: `arn:aws:s3:::slipway-artifacts-${account}-${region}` },
    ],
    ['to read a secret', { action: 'secretsmanager:GetSecretValue', resource: '*' }],
    ['to call what no template uses', { action: 'ec2:RunInstances', resource: '*' }],
  ];
  test.each(refused)('%s', (_, request) => {
    expect(may(request)).not.toBe('allowed');
  });
});
