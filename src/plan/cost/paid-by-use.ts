/** Types whose cost depends on how much they are used: no template tells it. Type → what is paid for. */
export const paidByUse: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'requests',
  'AWS::ApiGatewayV2::Api': 'messages and connection time',
  'AWS::CloudFront::Function': 'runs',
  'AWS::EC2::FlowLog': 'log data',
  'AWS::ElastiCache::ServerlessCache': 'data that it holds, and requests',
  'AWS::Events::Rule': 'events',
  'AWS::Lambda::Function': 'requests and run time',
  'AWS::Lambda::LayerVersion': 'storage',
  'AWS::Logs::LogGroup': 'log data and storage',
  'AWS::Logs::MetricFilter': 'hours in which its metric has data',
  'AWS::Route53::RecordSet': 'queries',
  'AWS::S3::Bucket': 'storage, requests, and request metrics where it has them',
  'AWS::SES::ConfigurationSet': 'mails',
  'AWS::SES::EmailIdentity': 'mails',
  'AWS::SNS::Topic': 'messages',
  'AWS::SQS::Queue': 'requests',
  'AWS::Scheduler::Schedule': 'runs',
  'AWS::StepFunctions::StateMachine': 'state changes',
};

/** Types with a fixed price that the table does not hold, or that a template does not settle. Type → why. */
export const notPriced: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::CompositeAlarm': 'no price of it is in the table',
  'AWS::CloudWatch::AnomalyDetector': 'no price of it is in the table',
  'AWS::DynamoDB::GlobalTable': 'no price of capacity or requests that are replicated is in the table',
  'AWS::WAFv2::RuleGroup': 'its rules are paid for where it is used',
};

/** Services and types that cost nothing by themselves: what they belong to is paid for. */
export const freeOfCharge: readonly RegExp[] = [
  /^AWS::IAM::/,
  /^AWS::CloudFormation::/,
  /^AWS::ApplicationAutoScaling::/,
  /^AWS::ApiGateway::(?!RestApi$|Stage$)/,
  /^AWS::ApiGatewayV2::(?!Api$)/,
  /^AWS::Budgets::Budget$/,
  /^AWS::CloudFront::(?!Distribution$|Function$)/,
  /^AWS::EC2::(?:InternetGateway|Route|RouteTable|SecurityGroup|SecurityGroupEgress|SecurityGroupIngress|Subnet|SubnetRouteTableAssociation|VPC|VPCGatewayAttachment)$/,
  /^AWS::ElastiCache::(?:ParameterGroup|SubnetGroup|User|UserGroup)$/,
  /^AWS::KMS::Alias$/,
  /^AWS::Lambda::(?:EventSourceMapping|Permission|LayerVersionPermission|EventInvokeConfig)$/,
  /^AWS::Logs::(?:SubscriptionFilter|ResourcePolicy)$/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::SES::(?:ConfigurationSetEventDestination|Template)$/,
  /^AWS::SecretsManager::(?:ResourcePolicy|RotationSchedule|SecretTargetAttachment)$/,
  /^AWS::SNS::(?:Subscription|TopicPolicy)$/,
  /^AWS::SQS::QueuePolicy$/,
  /^AWS::WAFv2::(?:IPSet|LoggingConfiguration|RegexPatternSet|WebACLAssociation)$/,
];
