import type { DescribeChangeSetOutput } from '@aws-sdk/client-cloudformation';
/** A child that makes a queue. */
const store = (visibility: string) => `
Parameters:
  Visibility: { Type: String, Default: '30' }
Resources:
  Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: ${visibility} } }
Outputs:
  QueueName: { Value: !GetAtt Queue.QueueName }
`;

/** A child whose topic is named by another child's output. */
const reader = `
Parameters:
  Source: { Type: String }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Source } }
`;

export interface RootSettings {
  readonly store?: 'store-1.yml' | 'store-2.yml';
  readonly reader?: string;
  /** What feeds the reader's parameter. */
  readonly source?: string;
  readonly withExtra?: 'yes' | 'no';
}

/** Makes a change set of such a root. */
export type Planned = (settings: RootSettings, nested?: boolean) => Promise<DescribeChangeSetOutput>;

/** A root with two children; `bucket` holds their templates. */
export function nestedRoot(bucket: string, settings: RootSettings = {}): string {
  const { store: storeKey = 'store-1.yml', reader: readerKey = 'reader.yml' } = settings;
  const source = settings.source ?? '!GetAtt Store.Outputs.QueueName';
  return `
Parameters:
  WithExtra: { Type: String, Default: '${settings.withExtra ?? 'no'}' }
Conditions:
  HasExtra: !Equals [!Ref WithExtra, 'yes']
Resources:
  Store:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${bucket}/${storeKey}
  Reader:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${bucket}/${readerKey}
      Parameters: { Source: ${source} }
  Extra: { Type: AWS::SNS::Topic, Condition: HasExtra }
Outputs:
  Name: { Value: !GetAtt Store.Outputs.QueueName }
`;
}

/** A root with one child, fed by nothing. */
export function plainRoot(bucket: string, key: string): string {
  return `
Resources:
  Store:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${bucket}/${key}
`;
}

/** A stack that gives a topic's name to others. */
export function exporting(name: string): string {
  return `
Resources:
  Topic: { Type: AWS::SNS::Topic }
Outputs:
  Name: { Value: !GetAtt Topic.TopicName, Export: { Name: ${name} } }
`;
}

/** A queue, and a policy that names it by an attribute. */
export function queueWithPolicy(deletionPolicy: 'Delete' | 'Retain'): string {
  return `
Resources:
  Queue:
    Type: AWS::SQS::Queue
    DeletionPolicy: ${deletionPolicy}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn }
`;
}

/** What lies in the bucket, by key. */
export const nestedTemplates: Readonly<Record<string, string>> = {
  'store-1.yml': store('!Ref Visibility'),
  'store-2.yml': store('60'),
  'store-broken.yml': store('999999'),
  'reader.yml': reader,
  'reader-ssm.yml': reader.replace(
    'Source: { Type: String }',
    'Source: { Type: AWS::SSM::Parameter::Value<String> }',
  ),
  'reader-select.yml': reader.replace('!Ref Source', "!Select [1, !Split ['|', !Ref Source]]"),
  'reader-broken.yml': reader.replace('AWS::SNS::Topic', 'AWS::SNS::Tropic'),
};
