/** A child that makes a queue. */
const store = (visibility: string) => `
Parameters:
  Visibility: { Type: String, Default: '30' }
Resources:
  Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: ${visibility} } }
Outputs:
  QueueName: { Value: !GetAtt Queue.QueueName }
`;
/** A child whose topic is named by the first child's output. */
const reader = `
Parameters:
  Source: { Type: String }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Source } }
`;
/** A root with both, whose children lie under these keys. */
export const root = (storeKey: string, readerKey = 'reader.yml', extra = '') => `
Parameters:
  ArtifactBucket: { Type: String }
  Visibility: { Type: String, Default: '30' }
  WithExtra: { Type: String, Default: 'no' }
Conditions:
  HasExtra: !Equals [!Ref WithExtra, 'yes']
Resources:
  Store:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${storeKey}
      Parameters: { Visibility: !Ref Visibility }
  Reader:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${readerKey}
      Parameters: { Source: !GetAtt Store.Outputs.QueueName }
  Extra: { Type: AWS::SNS::Topic, Condition: HasExtra }
Outputs:
  Name: { Value: !GetAtt Store.Outputs.QueueName }
${extra}
`;

/** What lies in the artifact bucket, by key. */
export const templates = {
  'store-1.yml': store('!Ref Visibility'),
  'store-2.yml': store('60'),
  'reader.yml': reader,
  'reader-ssm.yml': reader.replace(
    'Source: { Type: String }',
    'Source: { Type: AWS::SSM::Parameter::Value<String> }',
  ),
  'reader-select.yml': reader.replace('!Ref Source', "!Select [1, !Split ['-', !Ref Source]]"),
  'broken.yml': reader.replace('AWS::SNS::Topic', 'AWS::SNS::Tropic'),
  'middle.yml': `
Parameters: { ArtifactBucket: { Type: String }, StoreKey: { Type: String } }
Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: !Sub 'https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/\${StoreKey}' }
`,
  'top.yml': `
Parameters: { ArtifactBucket: { Type: String }, StoreKey: { Type: String } }
Resources:
  Middle:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/middle.yml
      Parameters: { ArtifactBucket: !Ref ArtifactBucket, StoreKey: !Ref StoreKey }
`,
};
