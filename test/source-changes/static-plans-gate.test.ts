import { describe, expect, test } from '@jest/globals';
import type { Edits } from './git-repository.ts';
import { planOf, told, bucketName } from './static-plan-of.ts';

describe("a function's code", () => {
  const upload = (text: string): Edits => ({ 'lambda/upload/index.ts': text });

  test('changes with its sources and what they import', async () => {
    expect(told(await planOf(upload("export const handler = () => 'two';")))).toEqual([
      'app/Api/Upload modify never: Code lambda/upload → its sources change (certain, never)',
    ]);
    expect(told(await planOf({ 'lambda/shared/respond.ts': 'export const respond = () => 2;' }))).toEqual([
      'app/Api/List modify never: Code lambda/list → its sources change (certain, never)',
    ]);
  });

  test('may change with packages, and with what lies beside it', async () => {
    expect(told(await planOf({ 'lambda/list/README.md': 'x' }))).toEqual([
      'app/Api/List modify never: Code lambda/list → its sources change (possible, never)',
    ]);
    expect(told(await planOf({ 'package-lock.json': '{}' }))).toEqual([
      'app/Api/List modify never: Code lambda/list → its sources change (possible, never)',
      'app/Api/Upload modify never: Code lambda/upload → its sources change (possible, never)',
    ]);
  });

  test('in another folder is other code', async () => {
    const plan = await planOf({
      'lambda/put/index.ts': 'export const handler = () => 1;',
      'templates/shop/api.yml': ['lambda/upload', 'lambda/put'],
    });
    expect(told(plan)).toContain(
      'app/Api/Upload modify never: Code lambda/upload → lambda/put (certain, never)',
    );
  });

  test('does not change with a layer, which is replaced as a whole', async () => {
    const first: Edits = {
      'lambda/common/index.ts': "export { respond } from './respond.ts';\n",
      'lambda/common/respond.ts': 'export const respond = (value: number) => ({ value });\n',
      'lambda/list/index.ts':
        "import { respond } from '../common/index.ts';\nexport const handler = () => respond(1);\n",
      'templates/shop/api.yml': [
        'Resources:',
        'Resources:\n  Common:\n    Type: AWS::Lambda::LayerVersion\n    Properties: { Content: ../../lambda/common }',
      ],
    };
    const plan = await planOf(
      { 'lambda/common/respond.ts': 'export const respond = (value: number) => ({ given: value });\n' },
      { first },
    );
    expect(told(plan)).toEqual([
      'app/Api/Common modify always: Content lambda/common → its sources change (certain, always)',
    ]);
  });

  test('is not run, bundled or looked for', async () => {
    const plan = await planOf({ 'lambda/upload/index.ts': 'process.exit(1); import "nowhere"; (' });
    expect(told(plan)).toHaveLength(1);
  });
});

describe('the gate', () => {
  test('stops at what would destroy data, with the line, and offers no word', async () => {
    const { gate } = await planOf(bucketName);
    expect(gate).toEqual({
      verdict: 'stop',
      stops: [
        {
          stack: 'app',
          path: 'Storage/Bucket',
          type: 'AWS::S3::Bucket',
          action: 'replace',
          reason: 'its objects',
          at: { file: 'templates/modules/storage.yml', line: 8, column: 7 },
          property: 'BucketName',
          policyAction: 'ReplaceAndDelete',
        },
      ],
    });
  });

  test('lets pass what changes a stateful resource in place', async () => {
    const { gate } = await planOf({ 'templates/modules/storage.yml': ['Key: stage', 'Key: environment'] });
    expect(gate).toEqual({ verdict: 'pass', stops: [] });
  });

  test('stops at a stateful resource that becomes something else, however it does', async () => {
    const topic: Edits = {
      'templates/modules/storage.yml': ['Type: AWS::S3::Bucket', 'Type: AWS::SNS::Topic'],
    };
    const plan = await planOf(topic);
    expect(told(plan)).toContain(
      'app/Storage/Bucket modify always: Type AWS::S3::Bucket → AWS::SNS::Topic (certain, always)',
    );
    expect(plan.gate.stops).toMatchObject([
      {
        ...{ path: 'Storage/Bucket', type: 'AWS::S3::Bucket', action: 'replace', property: 'Type' },
        at: { file: 'templates/modules/storage.yml', line: 6 },
      },
    ]);

    const left = await planOf({
      'templates/modules/storage.yml': [
        'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket',
        'Conditions: { Never: !Equals [a, b] }\nResources:\n  Bucket:\n    Condition: Never\n    Type: AWS::SNS::Topic',
      ],
    });
    expect(left.gate.stops).toMatchObject([
      { path: 'Storage/Bucket', type: 'AWS::S3::Bucket', action: 'remove' },
    ]);
  });

  test('stops at a nested stack that becomes a resource of another kind', async () => {
    const nested = `  Old:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ../modules/storage.yml, Parameters: { Stage: !Ref Stage, LogBucket: x } }
`;
    const plan = await planOf(
      { 'templates/shop/app.yml': [nested, '  Old: { Type: AWS::SNS::Topic }\n'] },
      { first: { 'templates/shop/app.yml': ['Resources:\n', `Resources:\n${nested}`] } },
    );
    expect(plan.gate.stops).toMatchObject([{ path: 'Old/Bucket', action: 'remove' }]);
  });

  test('stops at a nested stack that goes with what it holds, and at protection that is taken away', async () => {
    const nested = `  Old:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ../modules/storage.yml, Parameters: { Stage: !Ref Stage, LogBucket: x } }
`;
    const removed = await planOf(
      { 'templates/shop/app.yml': [nested, ''] },
      { first: { 'templates/shop/app.yml': ['Resources:\n', `Resources:\n${nested}`] } },
    );
    expect(told(removed)).toEqual(['app/Old remove', 'app/Old/Bucket remove never']);
    expect(removed.gate.stops).toMatchObject([{ path: 'Old/Bucket', action: 'remove' }]);
    const kept = '    DeletionPolicy: Retain\n    Properties:';
    const weakened = await planOf(
      { 'templates/modules/storage.yml': [kept, '    Properties:'] },
      { first: { 'templates/modules/storage.yml': ['    Properties:', kept] } },
    );
    expect(weakened.gate.stops).toMatchObject([{ action: 'weaken', property: 'DeletionPolicy' }]);
  });

  test('stops at a nested stack whose condition becomes false, and tells of it once', async () => {
    const first: Edits = {
      'templates/shop/app.yml': [
        'Resources:\n',
        'Conditions: { HasStorage: !Equals [!Ref Stage, test] }\nResources:\n  More:\n    Type: AWS::CloudFormation::Stack\n    Condition: HasStorage\n    Properties: { TemplateURL: ../modules/storage.yml, Parameters: { Stage: !Ref Stage, LogBucket: x } }\n',
      ],
    };
    const plan = await planOf({ 'params/shop/dev.yml': ['Stage: test', 'Stage: other'] }, { first });
    expect(told(plan).filter((line) => line.startsWith('app/More'))).toEqual([
      'app/More remove',
      'app/More/Bucket remove never',
    ]);
  });
});
