/** Types whose cost depends on how much they are used: no template tells it. Type → what is paid for. */
export const paidByUse: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'requests',
  'AWS::ApiGateway::Stage': 'requests',
  'AWS::ApiGatewayV2::Api': 'messages and connection time',
  'AWS::CloudFront::Distribution': 'requests and traffic',
  'AWS::CloudFront::Function': 'runs',
  'AWS::DynamoDB::Table': 'requests and storage',
  'AWS::EC2::FlowLog': 'log data',
  'AWS::Events::Rule': 'events',
  'AWS::Lambda::Function': 'requests and run time',
  'AWS::Lambda::LayerVersion': 'storage',
  'AWS::Lambda::Version': 'requests and run time',
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
  'AWS::ElastiCache::ReplicationGroup': 'no price of its nodes is in the table',
  'AWS::Route53::HealthCheck': 'it depends on whether its endpoint counts as one of AWS',
  'AWS::WAFv2::WebACL': 'no price of it is in the table',
};

/** Services and types that cost nothing by themselves: what they belong to is paid for. */
export const freeOfCharge: readonly RegExp[] = [
  /^AWS::IAM::/,
  /^AWS::CloudFormation::/,
  /^AWS::ApplicationAutoScaling::/,
  /^AWS::ApiGateway::(?!RestApi$|Stage$)/,
  /^AWS::ApiGatewayV2::(?!Api$)/,
  /^AWS::Budgets::Budget$/,
  /^AWS::CertificateManager::Certificate$/,
  /^AWS::CloudFront::(?!Distribution$|Function$)/,
  /^AWS::EC2::(?:InternetGateway|Route|RouteTable|SecurityGroup|SecurityGroupEgress|SecurityGroupIngress|Subnet|SubnetRouteTableAssociation|VPC|VPCGatewayAttachment)$/,
  /^AWS::ElastiCache::(?:ParameterGroup|SubnetGroup)$/,
  /^AWS::KMS::Alias$/,
  /^AWS::Lambda::(?:EventSourceMapping|Permission|LayerVersionPermission|Alias|EventInvokeConfig)$/,
  /^AWS::Logs::(?:SubscriptionFilter|ResourcePolicy)$/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::SES::(?:ConfigurationSetEventDestination|Template)$/,
  /^AWS::SNS::(?:Subscription|TopicPolicy)$/,
  /^AWS::SQS::QueuePolicy$/,
];
