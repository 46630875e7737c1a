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
  cases.push(
    [
      'a key of a map',
      [
        [
          'Resources:',
          'Mappings: { Sizes: { a: { b: c } } }\nOutputs:\n  Out: { Value: !FindInMap [Sizes, !Ref BucketName, b] }\nResources:',
        ],
      ],
      '7:17 FindInMap',
    ],
    [
      'a block of addresses',
      [['BUCKET: !Ref BucketName', 'BUCKET: !Cidr [!Ref BucketName, 2, 8]']],
      '10:43 Cidr',
    ],
    [
      'a parameter that names one of SSM',
      [['BucketName: { Type: String }', 'BucketName: { Type: "AWS::SSM::Parameter::Value<String>" }']],
      '3:23 the type AWS::SSM::Parameter::Value<String>',
    ],
    [
      'allowed values',
      [['BucketName: { Type: String }', 'BucketName: { Type: String, AllowedValues: [a] }']],
      '3:46 AllowedValues',
    ],
  );
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

  test.each([
    ['an import', '!ImportValue names', 'an import'],
    ['a text with an import in it', "!Join ['-', [a, !ImportValue names]]", 'an import'],
    ['a resource', '!Ref Topic', 'Topic'],
  ])('takes %s for not known, too', async (_what, value, source) => {
    const findings = await found({
      [api]: [['BucketName: { Type: String }', 'BucketName: { Type: String, MinLength: 3 }']],
      [app]: [
        ['BucketName: !GetAtt Storage.Outputs.Name', `BucketName: ${value}`],
        ['Resources:\n', 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n'],
      ],
    });
    expect(findings).toEqual([
      `${api}:3:42 wiring/unresolved-input BucketName is fed from ${source} at ${app}:21, so MinLength cannot be evaluated while the change set is made`,
    ]);
  });

  test('two export names that are both placeholders are told, each', async () => {
    const outputs =
      'Outputs:\n  A: { Value: x, Export: { Name: !Sub "${BucketName}-a" } }\n  B: { Value: x, Export: { Name: !Sub "${BucketName}-b" } }\nResources:';
    const findings = await found({ [api]: [['Resources:', outputs]] });
    expect(findings.map((each) => /the export name of \w/.exec(each)?.[0])).toEqual([
      'the export name of A',
      'the export name of B',
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
