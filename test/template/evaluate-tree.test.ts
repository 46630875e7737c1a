import { describe, expect, test } from '@jest/globals';
import { evaluateTree, fedBy, type TreeScope } from '../../src/template/evaluate-tree.ts';
import { exact, known, lineage, printable } from '../../src/template/evaluated.ts';
import { readTemplateTree } from '../../src/template/read-template-tree.ts';

const sources: Record<string, string> = {
  'app.yml': `
Parameters:
  Stage: { Type: String }
  ArtifactBucket: { Type: String }
  LogBucket: { Type: String }
  Password: { Type: String, NoEcho: true, Default: canary-19c }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Photos:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: photos.yml
      Parameters:
        Stage: !Ref Stage
        Logs: !Ref LogBucket
        Password: !Ref Password
  Api:
    Type: AWS::CloudFormation::Stack
    DependsOn: Photos
    Properties:
      TemplateURL: api.yml
      Parameters:
        Bucket: !GetAtt Photos.Outputs.Name
        BucketArn: !GetAtt Photos.Outputs.Arn
        Login: !GetAtt Photos.Outputs.Login
  Extra:
    Type: AWS::CloudFormation::Stack
    Condition: IsProd
    Properties: { TemplateURL: api.yml, Parameters: { Bucket: x, BucketArn: x, Login: x } }
Outputs:
  Bucket: { Value: !GetAtt Photos.Outputs.Name }
  Url: { Value: !GetAtt Api.Outputs.Url }
  Extra: { Condition: IsProd, Value: !GetAtt Extra.Outputs.Url }
`,
  'photos.yml': `
Parameters:
  Stage: { Type: String }
  Logs: { Type: String }
  Password: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  HasLogs: !Not [!Equals [!Ref Logs, '']]
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: !If [IsProd, RetainExceptOnCreate, Delete]
    Properties:
      BucketName: !Sub photos-\${Stage}
      LoggingConfiguration: { DestinationBucketName: !Ref Logs }
  Notice:
    Type: AWS::SNS::Topic
    Condition: HasLogs
Outputs:
  Name: { Value: !Sub 'photos-\${Stage}' }
  Arn: { Value: !GetAtt Bucket.Arn }
  Login: { Value: !Sub 'app:\${Password}' }
`,
  'api.yml': `
Parameters:
  Bucket: { Type: String }
  BucketArn: { Type: String }
  Login: { Type: String }
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { BUCKET: !Ref Bucket, ARN: !Ref BucketArn, LOGIN: !Ref Login } }
  Api: { Type: AWS::ApiGateway::RestApi }
Outputs:
  Url: { Value: !Sub 'https://\${Api}.execute-api.\${AWS::Region}.amazonaws.com' }
`,
};

async function evaluated(scope: Partial<TreeScope> = {}) {
  const tree = await readTemplateTree('app.yml', (file) => Promise.resolve(sources[file] ?? ''));
  return evaluateTree(tree, {
    parameters: { Stage: 'dev', ArtifactBucket: 'slipway', LogBucket: fedBy('edge', 'LogBucket') },
    pseudo: { accountId: '111111111111', region: 'eu-west-1', stackName: 'shop-dev-app' },
    ...scope,
  });
}

describe('a tree as it would be created', () => {
  test("a child's known output comes back as its value, another by its name", async () => {
    const stack = await evaluated();
    expect(
      Object.fromEntries(Object.entries(stack.outputs).map(([name, value]) => [name, printable(value)])),
    ).toEqual({
      Bucket: 'photos-dev',
      Url: '${Api.Outputs.Url}',
    });
    const variables = stack.children.get('Api')?.resources[0]?.properties;
    expect(variables && printable(variables)).toEqual({
      Environment: {
        Variables: { BUCKET: 'photos-dev', ARN: '${Photos.Outputs.Arn}', LOGIN: '•••• (secret)' },
      },
    });
  });

  test('lineage names what a value waits for, from the root', async () => {
    const stack = await evaluated();
    const photos = stack.children.get('Photos');
    expect(photos?.path).toEqual(['Photos']);
    expect(lineage(photos?.outputs['Arn'] ?? known(null)).sources).toEqual(['Photos/Bucket.Arn']);
    expect(photos?.resources.map(({ logicalId, exists }) => [logicalId, exists])).toEqual([
      ['Bucket', 'yes'],
      ['Notice', 'possible'],
    ]);
    expect(photos?.resources[0] && lineage(photos.resources[0].properties).sources).toEqual([
      'edge.LogBucket',
    ]);
  });

  test('conditions leave children and outputs out', async () => {
    expect([...(await evaluated()).children.keys()]).toEqual(['Photos', 'Api']);
    const prod = await evaluated({ parameters: { Stage: 'prod', LogBucket: '' } });
    expect([...prod.children.keys()]).toEqual(['Photos', 'Api', 'Extra']);
    expect(prod.outputs['Extra']).toBeDefined();
    expect(prod.children.get('Photos')?.resources.map((each) => each.logicalId)).toEqual(['Bucket']);
  });

  test('policies are evaluated', async () => {
    const policy = async (stage: string) => {
      const stack = await evaluated({ parameters: { Stage: stage, LogBucket: '' } });
      const bucket = stack.children.get('Photos')?.resources[0];
      return bucket && [exact(bucket.deletionPolicy), bucket.updateReplacePolicy.kind];
    };
    expect(await policy('dev')).toEqual(['Delete', 'none']);
    expect(await policy('prod')).toEqual(['RetainExceptOnCreate', 'none']);
  });

  test('what is known of deployed resources is taken', async () => {
    const stack = await evaluated({
      resource: (path, logicalId, attribute) =>
        path.join('/') === 'Photos' && logicalId === 'Bucket' && attribute === 'Arn'
          ? known('arn:bucket')
          : undefined,
    });
    const properties = stack.children.get('Api')?.resources[0]?.properties;
    expect(properties && printable(properties)).toMatchObject({
      Environment: { Variables: { ARN: 'arn:bucket' } },
    });
  });

  test('a secret stays one through a child without NoEcho and back', async () => {
    const stack = await evaluated();
    const everything = JSON.stringify(
      [stack, ...stack.children.values()].map((each) => [
        each.resources.map((resource) => printable(resource.properties)),
        Object.values(each.outputs).map(printable),
        Object.values(each.parameters).map(printable),
      ]),
    );
    expect(everything).toContain('•••• (secret)');
    expect(everything).not.toContain('canary-19c');
  });

  test('two children that need each other end as unresolved', async () => {
    const circle: Record<string, string> = {
      'a.yml': `
Resources:
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yml, Parameters: { In: !GetAtt Two.Outputs.Out } } }
  Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yml, Parameters: { In: !GetAtt One.Outputs.Out } } }
`,
      'b.yml': `
Parameters: { In: { Type: String } }
Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Out: { Value: !Ref In } }
`,
    };
    const tree = await readTemplateTree('a.yml', (file) => Promise.resolve(circle[file] ?? ''));
    const stack = evaluateTree(tree, { parameters: {}, pseudo: {} });
    expect(stack.children.get('One')?.outputs['Out']?.kind).toBe('unresolved');
  });
});
