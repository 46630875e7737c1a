import { describe, expect, test } from '@jest/globals';
import { locateFailure } from '../../src/stacks/locate-failure.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import type { TemplateTree } from '../../src/template/template.ts';

const api = `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      # how long a message stays hidden
      VisibilityTimeout: 999999
      Tags:
        - { Key: name, Value: photos }
        - Key: colour
          Value: blue
  PresignFunction:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: presign
      Role: !GetAtt PresignRole.Arn
      Code: { S3Bucket: !Ref ArtifactBucket, S3Key: abc }
      Environment:
        Variables:
          SIGNING_KEY: !If [HasKey, !Ref Key, none]
  Topic:
    Type: AWS::SNS::Topic
Outputs:
  QueueUrl: { Value: !Ref Queue }
`;
const root = `Resources:
  api:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: api.yml
`;

const tree: TemplateTree = {
  template: parseTemplate(root, 'templates/companycam/app.yml'),
  children: new Map([
    ['api', { template: parseTemplate(api, 'templates/companycam/api.yml'), children: new Map() }],
  ]),
};
const locate = locateFailure(tree);
const file = 'templates/companycam/api.yml';

function line(logicalId: string, reason: string): number | undefined {
  return locate(['api'], logicalId, reason)?.at.line;
}

describe('the place of a failure', () => {
  test('is the property that the reason names, by whichever words', () => {
    expect(locate(['api'], 'Queue', 'Invalid value for the parameter VisibilityTimeout.')).toEqual({
      at: { file, line: 6, column: 7 },
      sourceLine: 'VisibilityTimeout: 999999',
    });
    expect(
      line(
        'Queue',
        'Properties validation failed for resource Queue with message: #/VisibilityTimeout: 999999 is not less or equal to 43200',
      ),
    ).toBe(6);
    expect(line('Queue', 'Model validation failed (#/Tags/1/Value: too long)')).toBe(10);
    expect(line('Queue', 'Encountered unsupported property Tags')).toBe(7);
    expect(line('Queue', 'the visibility timeout is out of range')).toBe(6);
    expect(line('PresignFunction', 'The role defined for the function cannot be assumed by Lambda.')).toBe(
      15,
    );
    expect(line('PresignFunction', 'Environment variable SIGNING_KEY is too long')).toBe(19);
    expect(line('PresignFunction', 'Value of property Code must be an object')).toBe(16);
  });

  test('is the resource where the reason names no property of it', () => {
    expect(line('Queue', 'Resource limit exceeded (the Value is the Key)')).toBe(2);
    expect(line('Topic', 'Access denied')).toBe(20);
  });

  test('is in the template of the stack that holds the resource', () => {
    expect(locate([], 'api', 'S3 error: Access Denied')).toMatchObject({
      at: { file: 'templates/companycam/app.yml', line: 2 },
    });
    expect(locate([], 'api', 'TemplateURL must reference a valid S3 object')).toMatchObject({
      at: { line: 5 },
    });
  });

  test('is an output where the stack itself fails over one', () => {
    expect(line('companycam-dev-app', 'Unresolved resource dependencies [X] in QueueUrl')).toBe(23);
  });

  test('is unknown rather than wrong where template or resource are not in the release', () => {
    expect(locate(['gone'], 'Queue', 'x')).toBeNull();
    expect(locate(['api'], 'Gone', 'x')).toBeNull();
    expect(locate(['api'], 'constructor', 'x')).toBeNull();
  });
});
