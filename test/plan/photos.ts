import type { Sources } from './world.ts';

const artifactBucket = { ArtifactBucket: { Type: 'String' } };

export interface PhotosOptions {
  readonly memory?: number;
  readonly bucketName?: string;
  readonly bucketPolicy?: string;
  /** Whether the signing key is `NoEcho`; on unless set. */
  readonly noEcho?: boolean;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly apiOutput?: string;
}

/**
 * A system in small: `storage` gives its bucket to `api` and `alarms`, `api` gives its function to `alarms`; so that
 * every child but the first is fed by another.
 */
export function photos(options: PhotosOptions = {}): Sources {
  const { memory = 256, bucketName, bucketPolicy = 'Delete', extra = {}, noEcho = true } = options;
  return {
    'root.yml': {
      Parameters: {
        ...artifactBucket,
        Stage: { Type: 'String', Default: 'dev' },
        SigningKey: { Type: 'String', Default: 'none', NoEcho: noEcho },
        LogBucket: { Type: 'String', Default: '' },
      },
      Resources: {
        storage: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: 'storage.yml', Parameters: { Stage: { Ref: 'Stage' } } },
        },
        api: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: 'api.yml',
            Parameters: {
              BucketName: { 'Fn::GetAtt': ['storage', 'Outputs.BucketName'] },
              BucketArn: { 'Fn::GetAtt': ['storage', 'Outputs.BucketArn'] },
              SigningKey: { Ref: 'SigningKey' },
              LogBucket: { Ref: 'LogBucket' },
            },
          },
        },
        alarms: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: 'alarms.yml',
            Parameters: {
              FunctionArn: { 'Fn::GetAtt': ['api', 'Outputs.FunctionArn'] },
              Label: { 'Fn::Join': ['-', ['photos', { 'Fn::GetAtt': ['storage', 'Outputs.BucketName'] }]] },
            },
          },
        },
      },
      Outputs: { Url: { Value: { 'Fn::GetAtt': ['api', 'Outputs.Url'] } } },
    },
    'storage.yml': {
      Parameters: { Stage: { Type: 'String' } },
      Resources: {
        PhotosBucket: {
          Type: 'AWS::S3::Bucket',
          DeletionPolicy: bucketPolicy,
          UpdateReplacePolicy: bucketPolicy,
          Properties: {
            BucketName: bucketName ?? { 'Fn::Sub': 'photos-${Stage}' },
            Tags: [{ Key: 'stage', Value: { Ref: 'Stage' } }],
          },
        },
        BucketPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: { Ref: 'PhotosBucket' }, Resource: { 'Fn::Sub': '${PhotosBucket.Arn}/*' } },
        },
        ...extra,
      },
      Outputs: {
        BucketName: { Value: { Ref: 'PhotosBucket' } },
        BucketArn: { Value: { 'Fn::GetAtt': ['PhotosBucket', 'Arn'] } },
      },
    },
    'api.yml': {
      Parameters: {
        BucketName: { Type: 'String' },
        BucketArn: { Type: 'String' },
        SigningKey: { Type: 'String' },
        LogBucket: { Type: 'String' },
      },
      Resources: {
        PresignFunction: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            MemorySize: memory,
            Environment: {
              Variables: {
                BUCKET: { Ref: 'BucketName' },
                SIGNING_KEY: { Ref: 'SigningKey' },
                LOGS: { Ref: 'LogBucket' },
              },
            },
          },
        },
        PresignRole: { Type: 'AWS::IAM::Role', Properties: { Resource: { 'Fn::Sub': '${BucketArn}/*' } } },
      },
      Outputs: {
        FunctionArn: { Value: { 'Fn::GetAtt': ['PresignFunction', 'Arn'] } },
        Url: { Value: options.apiOutput ?? { 'Fn::Sub': 'https://${PresignFunction}.example' } },
      },
    },
    'alarms.yml': {
      Parameters: { FunctionArn: { Type: 'String' }, Label: { Type: 'String' } },
      Resources: {
        Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Label' } } },
        ErrorAlarm: {
          Type: 'AWS::CloudWatch::Alarm',
          Properties: { Dimension: { Ref: 'FunctionArn' }, Action: { Ref: 'Topic' } },
        },
      },
    },
  };
}
