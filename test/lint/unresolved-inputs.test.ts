import { describe, expect, test } from '@jest/globals';
import { found } from './linted-shop.ts';

const app = 'templates/shop/app.yml';
const api = 'templates/modules/api.yml';

describe('inputs that are not resolved while a nested change set is made', () => {
  const cases: (readonly [string, readonly (readonly [string, string])[], string])[] = [
    [
      'a constraint',
      [['BucketName: { Type: String }', 'BucketName: { Type: String, AllowedPattern: "[a-z]+" }']],
      '3:47 AllowedPattern',
    ],
    [
      'a type',
      [['BucketName: { Type: String }', 'BucketName: { Type: "AWS::SSM::Parameter::Name" }']],
      '3:23 the type AWS::SSM::Parameter::Name',
    ],
    [
      'a condition',
      [['Resources:', 'Conditions:\n  HasBucket: !Not [!Equals [!Ref BucketName, ""]]\nResources:']],
      '6:29 the condition HasBucket',
    ],
    [
      'a rule',
      [
        [
          'Resources:',
          'Rules:\n  Named:\n    Assertions: [{ Assert: !Not [!Equals [!Ref BucketName, ""]] }]\nResources:',
        ],
      ],
      '7:43 the rule Named',
    ],
    [
      'Select and Split',
      [['BUCKET: !Ref BucketName', 'BUCKET: !Select [0, !Split ["-", !Ref BucketName]]']],
      '10:43 Select',
    ],
  ];
  cases.push([
    'an export name',
    [['Resources:', 'Outputs:\n  Out: { Value: x, Export: { Name: !Sub "${BucketName}-x" } }\nResources:']],
    '6:36 the export name of Out',
  ]);
  test.each(cases)('%s', async (_what, edits, place) => {
    const [position = '', ...what] = place.split(' ');
    expect(await found({ [api]: edits })).toEqual([
      `${api}:${position} wiring/unresolved-input BucketName is fed from Storage.Outputs.Name at ${app}:20, so ${what.join(' ')} cannot be evaluated while the change set is made`,
    ]);
  });

  test('reaches through a nested stack that hands the value on', async () => {
    expect(
      await found({
        [api]: [
          [
            'Resources:',
            'Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: inner.yml, Parameters: { Name: !Sub "x-${BucketName}" } }',
          ],
        ],
        'templates/modules/inner.yml':
          'Parameters: { Name: { Type: String, MinLength: 3 } }\nResources: { T: { Type: AWS::SNS::Topic } }\n',
      }),
    ).toEqual([
      `templates/modules/inner.yml:1:48 wiring/unresolved-input Name is fed from Storage.Outputs.Name at ${app}:20, so MinLength cannot be evaluated while the change set is made`,
    ]);
  });

  test("a value that comes from the root's parameters may be constrained and split", async () => {
    expect(
      await found({
        'templates/modules/storage.yml': [
          ['LogBucket: { Type: String }', 'LogBucket: { Type: String, AllowedPattern: ".+" }'],
          ['!Ref LogBucket', '!Select [0, !Split [".", !Ref LogBucket]]'],
        ],
      }),
    ).toEqual([]);
  });
});
