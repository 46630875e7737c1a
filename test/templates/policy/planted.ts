import type { EnvironmentName } from '../../../src/config/environment-name.ts';

/** A template that breaks a rule, and how the rule tells. */
interface Planted {
  readonly rule: string;
  readonly message: string;
  /** What stands below `Resources:`. */
  readonly resources: string;
  readonly environment?: EnvironmentName;
}

const bucket = (properties: string, more = ''): string =>
  `  Bucket:\n    Type: AWS::S3::Bucket\n${more}    Properties: { ${properties} }\n`;
const one = (type: string, properties: string): string =>
  `  One:\n    Type: AWS::${type}\n    Properties: { ${properties} }\n`;
const role = (properties: string): string => one('IAM::Role', properties);
const statement = (text: string): string => `{ Statement: [{ ${text} }] }`;
const closed = 'BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true';

export const planted: readonly Planted[] = [
  {
    rule: 'what holds data is encrypted',
    message: 'SSEAlgorithm is undefined',
    resources: bucket('BucketName: open'),
  },
  {
    rule: 'what holds data is encrypted',
    message: 'SSEEnabled is not true',
    resources: one('DynamoDB::Table', 'SSESpecification: { SSEEnabled: false }'),
  },
  {
    rule: 'what holds data is encrypted',
    message: 'AtRestEncryptionEnabled is not true',
    resources: one('ElastiCache::ReplicationGroup', 'TransitEncryptionEnabled: true'),
  },
  {
    rule: 'what holds data is encrypted',
    message: 'neither SqsManagedSseEnabled nor KmsMasterKeyId',
    resources: one('SQS::Queue', 'QueueName: open'),
  },
  {
    rule: 'nothing goes over the wire in clear text',
    message: 's3:GetObject is not denied without TLS',
    resources: bucket('BucketName: open'),
  },
  {
    // the denial of another bucket's policy does not count
    rule: 'nothing goes over the wire in clear text',
    message: 's3:PutObject is not denied without TLS',
    resources: `${bucket('BucketName: open')}  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: other
      PolicyDocument: ${statement("Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': false } }")}
`,
  },
  {
    rule: 'nothing goes over the wire in clear text',
    message: 'ViewerProtocolPolicy is allow-all',
    resources: one(
      'CloudFront::Distribution',
      'DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy: allow-all } }',
    ),
  },
  {
    rule: 'nothing goes over the wire in clear text',
    message: 'MinimumProtocolVersion is TLSv1',
    resources: one(
      'CloudFront::Distribution',
      'DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy: https-only }, ViewerCertificate: { AcmCertificateArn: x, MinimumProtocolVersion: TLSv1 } }',
    ),
  },
  {
    rule: 'nothing goes over the wire in clear text',
    message: 'TransitEncryptionEnabled is not true',
    resources: one('ElastiCache::ReplicationGroup', 'AtRestEncryptionEnabled: true'),
  },
  {
    rule: 'no bucket is public, and none has access lists',
    message: 'RestrictPublicBuckets is not true',
    resources: bucket(`PublicAccessBlockConfiguration: { ${closed} }`),
  },
  {
    rule: 'no bucket is public, and none has access lists',
    message: 'AccessControl is PublicRead',
    resources: bucket('AccessControl: PublicRead'),
  },
  {
    rule: 'a bucket keeps versions and cleans up after uploads that were broken off',
    message: 'no rule aborts incomplete multipart uploads',
    resources: bucket(
      'LifecycleConfiguration: { Rules: [{ Status: Disabled, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] }',
    ),
  },
  {
    rule: 'a bucket keeps versions and cleans up after uploads that were broken off',
    message: 'it keeps no versions',
    resources: bucket('VersioningConfiguration: { Status: Suspended }'),
  },
  {
    rule: 'what holds data stays in prod, and goes elsewhere',
    message: 'Delete and Delete, not RetainExceptOnCreate and Retain',
    environment: 'prod',
    resources: bucket('BucketName: x', '    DeletionPolicy: Delete\n    UpdateReplacePolicy: Delete\n'),
  },
  {
    rule: 'what holds data stays in prod, and goes elsewhere',
    message: 'Retain and Retain, not Delete and Delete',
    resources: bucket('BucketName: x', '    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n'),
  },
  {
    rule: 'a key rotates',
    message: 'EnableKeyRotation is not true',
    resources: one('KMS::Key', "KeyPolicy: {}, EnableKeyRotation: 'false'"),
  },
  {
    rule: 'no template holds a secret',
    message: 'it has a SecretString',
    resources: one('SecretsManager::Secret', 'SecretString: hunter2'),
  },
  {
    rule: 'a function runs on arm64 with Node.js 24',
    message: 'Runtime is nodejs22.x',
    resources: one('Lambda::Function', 'Runtime: nodejs22.x, Architectures: [arm64]'),
  },
  {
    rule: 'a function runs on arm64 with Node.js 24',
    message: 'Architectures is x86_64, the default',
    resources: one('Lambda::Function', 'Runtime: nodejs24.x'),
  },
  {
    rule: 'a function is traced',
    message: 'TracingConfig.Mode is not Active',
    resources: one('Lambda::Function', 'TracingConfig: { Mode: PassThrough }'),
  },
  {
    rule: 'a function writes JSON to a log group of its own template',
    message: 'LogGroup is ${Elsewhere}',
    resources: one('Lambda::Function', 'LoggingConfig: { LogFormat: JSON, LogGroup: !Ref Elsewhere }'),
  },
  {
    rule: 'an API and a state machine are traced and write what they do',
    message: 'TracingEnabled is not true',
    resources: one('ApiGateway::Stage', 'AccessLogSetting: { DestinationArn: x }'),
  },
  {
    rule: 'an API and a state machine are traced and write what they do',
    message: 'it writes no access log',
    resources: one('ApiGatewayV2::Stage', 'StageName: v1'),
  },
  {
    rule: 'an API and a state machine are traced and write what they do',
    message: 'it writes no log',
    resources: one('StepFunctions::StateMachine', 'TracingConfiguration: { Enabled: true }'),
  },
  {
    rule: 'a log group ends its entries',
    message: 'RetentionInDays is undefined',
    resources: one('Logs::LogGroup', 'LogGroupName: x'),
  },
  {
    rule: 'no alarm is silent, and each tells what it means',
    message: 'it has no AlarmActions',
    resources: one('CloudWatch::Alarm', 'AlarmDescription: Something is wrong somewhere'),
  },
  {
    rule: 'no policy allows every action of a service',
    message: 'Wide allows s3:*',
    resources: role(
      `Policies: [{ PolicyName: x, PolicyDocument: ${statement("Sid: Wide, Effect: Allow, Action: ['s3:*', 's3:GetObject'], Resource: x")} }]`,
    ),
  },
  {
    rule: 'no policy allows every action of a service',
    message: 'Wide allows kms:*',
    resources: one(
      'KMS::Key',
      `KeyPolicy: ${statement("Sid: Wide, Effect: Allow, Principal: { AWS: 'arn:aws:iam::111111111111:role/x' }, Action: 'kms:*', Resource: '*'")}`,
    ),
  },
  {
    rule: 'no policy allows every action of a service',
    message: 'Rest allows all but some',
    resources: one('IAM::ManagedPolicy', `PolicyDocument: ${statement('Sid: Rest, Effect: Allow, NotAction: iam:*, Resource: x')}`),
  },
  {
    rule: 'no policy lets everybody in',
    message: 'Open admits everybody without a condition',
    resources: one(
      'S3::BucketPolicy',
      `PolicyDocument: ${statement("Sid: Open, Effect: Allow, Principal: { AWS: '*' }, Action: s3:GetObject, Resource: x")}`,
    ),
  },
  {
    rule: 'a role is bounded and says what it is for',
    message: 'PermissionsBoundary is undefined',
    resources: role('Description: Reads things and nothing else'),
  },
  {
    rule: 'a role is bounded and says what it is for',
    message: 'it carries a policy that AWS widens by itself',
    resources: role("ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']"),
  },
  {
    rule: 'a role trusts whom it names, and no service on behalf of anybody',
    message: 'it trusts everybody',
    resources: role(`AssumeRolePolicyDocument: ${statement("Effect: Allow, Principal: { AWS: '*' }, Action: sts:AssumeRole")}`),
  },
  {
    rule: 'a role trusts whom it names, and no service on behalf of anybody',
    message: 'it trusts every token of a provider',
    resources: role(
      `AssumeRolePolicyDocument: ${statement('Effect: Allow, Principal: { Federated: x }, Action: sts:AssumeRoleWithWebIdentity')}`,
    ),
  },
  {
    rule: 'a function is called by one API, bucket, queue or rule, not by any of a service',
    message: 's3.amazonaws.com may call it for anybody',
    resources: one('Lambda::Permission', 'Principal: s3.amazonaws.com'),
  },
  {
    rule: 'the internet reaches ports 80 and 443 only, and every rule of a group says why',
    message: '22 to 22 is open to the internet',
    resources: one(
      'EC2::SecurityGroup',
      "SecurityGroupIngress: [{ FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0', Description: for a moment }]",
    ),
  },
  {
    rule: 'the internet reaches ports 80 and 443 only, and every rule of a group says why',
    message: 'what goes out is left to the default: all',
    resources: one('EC2::SecurityGroup', 'GroupDescription: x'),
  },
  {
    rule: 'the internet reaches ports 80 and 443 only, and every rule of a group says why',
    message: '80 to 443 is open to the internet',
    resources: one('EC2::SecurityGroupIngress', "FromPort: 80, ToPort: 443, CidrIpv6: '::/0', Description: all of it"),
  },
];
