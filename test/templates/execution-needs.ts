import { account, region, type Properties } from './evaluated.ts';

/**
 * What CloudFormation calls for a resource of each type that the systems use: `handlers.*.permissions` of the types' schemas in the
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

/** CloudFormation's own name for what has none in the template begins with the stack's. */
const api = `arn:aws:apigateway:${region}::/restapis/a1/x`;
export interface Needs {
  readonly calls: readonly string[];
  /** The ARN that they are made on; `generated` is the name that CloudFormation makes where the template gives none. */
  readonly on: (properties: Properties, generated: string) => string;
}
const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
const named =
  (service: string, kind: string, key: string): Needs['on'] =>
  (properties, generated) => {
    const value = properties[key];
    const given = typeof value === 'string' && !value.startsWith('${') ? value : generated;
    return arn(service, `${kind}${service === 'elasticache' ? given.toLowerCase() : given}`);
  };
const nothing: Needs['on'] = () => '*';
const iam = (kind: string, key: string): Needs['on'] => {
  const on = named('iam', kind, key);
  return (properties, generated) => on(properties, generated).replace(`:${region}:`, '::');
};
const calls = (service: string, verbs: string): readonly string[] => verbs.split(' ').map((verb) => `${service}:${verb}`);
const ec2 = (verbs: string): Needs => ({ calls: calls('ec2', `${verbs} CreateTags`), on: nothing });

const bucketArn: Needs['on'] = ({ BucketName }, generated) =>
  `arn:aws:s3:::${typeof BucketName === 'string' ? BucketName : generated}`;
const stackArn = arn('cloudformation', 'stack/companycam-dev-app-Child-X1/1');
const functionArn = named('lambda', 'function:', 'FunctionName');
const logsArn = named('logs', 'log-group:', 'LogGroupName');
const apiNeeds: Needs = { calls: apiCalls, on: () => api };
export const needs: Readonly<Record<string, Needs>> = {
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
  // A URL that a stack keeps for itself: nothing is called for it.
  'AWS::CloudFormation::WaitConditionHandle': { calls: [], on: nothing },
  'AWS::CloudFront::CachePolicy': { calls: cloudFrontCalls('CachePolicy'), on: nothing },
  'AWS::CloudFront::Distribution': {
    calls: [...cloudFrontCalls('Distribution'), 'cloudfront:ListTagsForResource', 'cloudfront:TagResource'],
    on: () => `arn:aws:cloudfront::${account}:distribution/E1`,
  },
  'AWS::CloudFront::Function': {
    calls: [...cloudFrontCalls('Function'), 'cloudfront:DescribeFunction', 'cloudfront:PublishFunction'],
    on: () => `arn:aws:cloudfront::${account}:function/x`,
  },
  'AWS::CloudFront::OriginAccessControl': { calls: cloudFrontCalls('OriginAccessControl'), on: nothing },
  'AWS::CloudFront::ResponseHeadersPolicy': { calls: cloudFrontCalls('ResponseHeadersPolicy'), on: nothing },
  'AWS::CloudWatch::Alarm': {
    calls: ['DeleteAlarms', 'DescribeAlarms', 'PutMetricAlarm', 'TagResource'].map((call) => `cloudwatch:${call}`),
    on: named('cloudwatch', 'alarm:', 'AlarmName'),
  },
  'AWS::IAM::ManagedPolicy': {
    calls: ['CreatePolicy', 'CreatePolicyVersion', 'DeletePolicy', 'DeletePolicyVersion', 'GetPolicy'].map(
      (call) => `iam:${call}`,
    ),
    on: iam('policy/', 'ManagedPolicyName'),
  },
  'AWS::IAM::Role': {
    calls: ['CreateRole', 'DeleteRole', 'GetRole', 'PutRolePolicy', 'DeleteRolePolicy', 'TagRole'].map(
      (call) => `iam:${call}`,
    ),
    on: iam('role/', 'RoleName'),
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
    on: functionArn,
  },
  'AWS::Lambda::Permission': {
    calls: ['lambda:AddPermission', 'lambda:RemovePermission', 'lambda:GetPolicy'],
    on: functionArn,
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
  'AWS::Logs::SubscriptionFilter': {
    calls: ['logs:DeleteSubscriptionFilter', 'logs:DescribeSubscriptionFilters', 'logs:PutSubscriptionFilter'],
    on: logsArn,
  },
  'AWS::S3::Bucket': { calls: bucketCalls, on: bucketArn },
  'AWS::S3::BucketPolicy': {
    calls: ['s3:DeleteBucketPolicy', 's3:GetBucketPolicy', 's3:PutBucketPolicy'],
    on: (_, generated) => `arn:aws:s3:::${generated}`,
  },
  'AWS::SNS::Subscription': {
    calls: ['sns:GetSubscriptionAttributes', 'sns:Subscribe', 'sns:Unsubscribe'],
    on: named('sns', '', 'TopicName'),
  },
  'AWS::SNS::Topic': {
    calls: ['CreateTopic', 'DeleteTopic', 'GetTopicAttributes', 'SetTopicAttributes', 'TagResource'].map(
      (call) => `sns:${call}`,
    ),
    on: named('sns', '', 'TopicName'),
  },
  'AWS::SNS::TopicPolicy': {
    calls: ['sns:SetTopicAttributes'],
    on: named('sns', '', 'TopicName'),
  },
  'AWS::SQS::Queue': {
    calls: ['CreateQueue', 'DeleteQueue', 'GetQueueAttributes', 'SetQueueAttributes', 'TagQueue'].map(
      (call) => `sqs:${call}`,
    ),
    on: named('sqs', '', 'QueueName'),
  },
  'AWS::SQS::QueuePolicy': {
    calls: ['sqs:SetQueueAttributes'],
    on: named('sqs', '', 'QueueName'),
  },
  'AWS::ApiGateway::ApiKey': { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/apikeys/k1` },
  'AWS::ApiGateway::BasePathMapping': { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/domainnames/x` },
  'AWS::ApiGateway::DomainName': { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/domainnames` },
  'AWS::ApiGateway::UsagePlan': { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/usageplans/u1` },
  'AWS::ApiGateway::UsagePlanKey': { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/usageplans/u1/keys` },
  ...Object.fromEntries(
    ['Api', 'Authorizer', 'Deployment', 'Integration', 'Route', 'Stage', 'ApiMapping', 'DomainName'].map((kind) => [
      `AWS::ApiGatewayV2::${kind}`,
      { calls: apiCalls, on: () => `arn:aws:apigateway:${region}::/${/Mapping|Domain/.test(kind) ? 'domainnames' : 'apis'}/a1` },
    ]),
  ),
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    calls: calls('application-autoscaling', 'RegisterScalableTarget DeregisterScalableTarget DescribeScalableTargets'),
    on: nothing,
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    calls: calls('application-autoscaling', 'PutScalingPolicy DeleteScalingPolicy DescribeScalingPolicies'),
    on: nothing,
  },
  'AWS::Budgets::Budget': {
    calls: calls('budgets', 'ModifyBudget ViewBudget'),
    on: ({ Budget }, generated) => {
      const { BudgetName = generated } = Budget as { BudgetName?: string };
      return `arn:aws:budgets::${account}:budget/${BudgetName}`;
    },
  },
  'AWS::CertificateManager::Certificate': {
    calls: calls('acm', 'AddTagsToCertificate DeleteCertificate DescribeCertificate RequestCertificate'),
    on: nothing,
  },
  'AWS::CloudWatch::Dashboard': {
    calls: calls('cloudwatch', 'DeleteDashboards GetDashboard PutDashboard'),
    on: (properties, generated) =>
      named('cloudwatch', 'dashboard/', 'DashboardName')(properties, generated).replace(`:${region}:`, '::'),
  },
  'AWS::DynamoDB::Table': {
    calls: calls(
      'dynamodb',
      'CreateTable DeleteTable DescribeContinuousBackups DescribeContributorInsights DescribeKinesisStreamingDestination DescribeTable DescribeTimeToLive GetResourcePolicy ListTagsOfResource TagResource UpdateContinuousBackups UpdateTable UpdateTimeToLive',
    ),
    on: named('dynamodb', 'table/', 'TableName'),
  },
  'AWS::EC2::EIP': ec2('AllocateAddress ReleaseAddress DescribeAddresses'),
  'AWS::EC2::FlowLog': ec2('CreateFlowLogs DeleteFlowLogs DescribeFlowLogs'),
  'AWS::EC2::InternetGateway': ec2('CreateInternetGateway DeleteInternetGateway DescribeInternetGateways'),
  'AWS::EC2::NatGateway': ec2('CreateNatGateway DeleteNatGateway DescribeNatGateways'),
  'AWS::EC2::Route': ec2('CreateRoute DeleteRoute ReplaceRoute DescribeRouteTables'),
  'AWS::EC2::RouteTable': ec2('CreateRouteTable DeleteRouteTable DescribeRouteTables'),
  'AWS::EC2::SecurityGroup': ec2(
    'AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateSecurityGroup DeleteSecurityGroup DescribeSecurityGroups RevokeSecurityGroupEgress RevokeSecurityGroupIngress',
  ),
  'AWS::EC2::SecurityGroupEgress': ec2('AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress DescribeSecurityGroupRules'),
  'AWS::EC2::SecurityGroupIngress': ec2('AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress DescribeSecurityGroupRules'),
  'AWS::EC2::Subnet': ec2('CreateSubnet DeleteSubnet DescribeSubnets ModifySubnetAttribute'),
  'AWS::EC2::SubnetRouteTableAssociation': ec2('AssociateRouteTable DisassociateRouteTable'),
  'AWS::EC2::VPC': ec2('CreateVpc DeleteVpc DescribeVpcs DescribeVpcAttribute ModifyVpcAttribute'),
  // With private DNS a zone is laid over the VPC (Service Authorization Reference, Amazon EC2: dependent actions).
  'AWS::EC2::VPCEndpoint': {
    calls: [
      ...calls('ec2', 'CreateVpcEndpoint DeleteVpcEndpoints DescribeVpcEndpoints ModifyVpcEndpoint CreateTags'),
      ...calls('route53', 'AssociateVPCWithHostedZone DisassociateVPCFromHostedZone'),
    ],
    on: nothing,
  },
  'AWS::EC2::VPCGatewayAttachment': ec2('AttachInternetGateway DetachInternetGateway'),
  'AWS::ElastiCache::ParameterGroup': {
    calls: calls(
      'elasticache',
      'AddTagsToResource CreateCacheParameterGroup DeleteCacheParameterGroup DescribeCacheParameterGroups DescribeCacheParameters ListTagsForResource ModifyCacheParameterGroup ResetCacheParameterGroup',
    ),
    on: named('elasticache', 'parametergroup:', 'CacheParameterGroupName'),
  },
  'AWS::ElastiCache::ReplicationGroup': {
    calls: calls(
      'elasticache',
      'AddTagsToResource CreateReplicationGroup DecreaseReplicaCount DeleteReplicationGroup DescribeReplicationGroups IncreaseReplicaCount ListTagsForResource ModifyReplicationGroup ModifyReplicationGroupShardConfiguration',
    ),
    on: named('elasticache', 'replicationgroup:', 'ReplicationGroupId'),
  },
  'AWS::ElastiCache::SubnetGroup': {
    calls: calls(
      'elasticache',
      'AddTagsToResource CreateCacheSubnetGroup DeleteCacheSubnetGroup DescribeCacheSubnetGroups ListTagsForResource ModifyCacheSubnetGroup',
    ),
    on: named('elasticache', 'subnetgroup:', 'CacheSubnetGroupName'),
  },
  'AWS::Events::Rule': {
    calls: calls('events', 'DeleteRule DescribeRule ListTargetsByRule PutRule PutTargets RemoveTargets TagResource'),
    on: named('events', 'rule/', 'Name'),
  },
  'AWS::KMS::Alias': { calls: calls('kms', 'CreateAlias DeleteAlias UpdateAlias'), on: named('kms', '', 'AliasName') },
  'AWS::KMS::Key': {
    calls: calls(
      'kms',
      'CreateKey DescribeKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListResourceTags PutKeyPolicy ScheduleKeyDeletion TagResource UpdateKeyDescription',
    ),
    on: nothing,
  },
  'AWS::Lambda::EventInvokeConfig': {
    calls: calls('lambda', 'PutFunctionEventInvokeConfig DeleteFunctionEventInvokeConfig GetFunctionEventInvokeConfig'),
    on: functionArn,
  },
  'AWS::Lambda::EventSourceMapping': {
    calls: calls('lambda', 'CreateEventSourceMapping DeleteEventSourceMapping GetEventSourceMapping UpdateEventSourceMapping'),
    on: nothing,
  },
  'AWS::Lambda::LayerVersion': {
    calls: calls('lambda', 'DeleteLayerVersion GetLayerVersion PublishLayerVersion'),
    on: named('lambda', 'layer:', 'LayerName'),
  },
  'AWS::Lambda::Version': { calls: calls('lambda', 'DeleteFunction GetFunction PublishVersion'), on: functionArn },
  'AWS::Route53::HealthCheck': {
    calls: calls(
      'route53',
      'ChangeTagsForResource CreateHealthCheck DeleteHealthCheck GetHealthCheck ListTagsForResource UpdateHealthCheck',
    ),
    on: nothing,
  },
  'AWS::Route53::RecordSet': {
    calls: calls('route53', 'ChangeResourceRecordSets GetChange GetHostedZone ListResourceRecordSets'),
    on: () => 'arn:aws:route53:::hostedzone/Z1',
  },
  'AWS::SES::ConfigurationSet': {
    calls: calls('ses', 'CreateConfigurationSet DeleteConfigurationSet GetConfigurationSet PutConfigurationSetDeliveryOptions PutConfigurationSetReputationOptions PutConfigurationSetSendingOptions PutConfigurationSetSuppressionOptions'),
    on: nothing,
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    calls: calls(
      'ses',
      'CreateConfigurationSetEventDestination DeleteConfigurationSetEventDestination GetConfigurationSetEventDestinations UpdateConfigurationSetEventDestination',
    ),
    on: nothing,
  },
  'AWS::SES::EmailIdentity': {
    calls: calls('ses', 'CreateEmailIdentity DeleteEmailIdentity GetEmailIdentity PutEmailIdentityConfigurationSetAttributes PutEmailIdentityDkimAttributes PutEmailIdentityFeedbackAttributes'),
    on: nothing,
  },
  'AWS::SES::Template': { calls: calls('ses', 'CreateTemplate DeleteTemplate GetTemplate UpdateTemplate'), on: nothing },
  'AWS::Scheduler::Schedule': {
    calls: calls('scheduler', 'CreateSchedule DeleteSchedule GetSchedule UpdateSchedule'),
    on: named('scheduler', 'schedule/default/', 'Name'),
  },
  'AWS::SecretsManager::Secret': {
    calls: calls('secretsmanager', 'CreateSecret DeleteSecret DescribeSecret TagResource UpdateSecret'),
    on: named('secretsmanager', 'secret:', 'Name'),
  },
  'AWS::StepFunctions::StateMachine': {
    calls: calls('states', 'CreateStateMachine DeleteStateMachine DescribeStateMachine ListTagsForResource TagResource UpdateStateMachine'),
    on: named('states', 'stateMachine:', 'StateMachineName'),
  },
};
