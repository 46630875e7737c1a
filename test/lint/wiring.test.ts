import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { findsNothing, type Edits } from './fixture.ts';
import { found, shopRoot } from './linted-shop.ts';

const app = 'templates/shop/app.yml';
const api = 'templates/modules/api.yml';

describe('wiring of nested stacks', () => {
  const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
    [
      'a parameter that is not fed',
      { [app]: [['        LogBucket: !Ref LogBucket\n', '']] },
      [
        `${app}:11:7 wiring/parameter-missing The nested stack Storage does not feed LogBucket, which templates/modules/storage.yml needs`,
      ],
    ],
    [
      'an artifact bucket that is not handed on',
      { [app]: [['        ArtifactBucket: !Ref ArtifactBucket\n', '']] },
      [
        `${app}:18:7 wiring/parameter-missing The nested stack Api does not feed ArtifactBucket, which ${api} needs`,
      ],
    ],
    [
      'a parameter that the child does not take',
      { [app]: [['        Days: !Ref Days\n', '        Days: !Ref Days\n        Dayz: 1\n']] },
      [`${app}:22:9 wiring/parameter-unknown The nested stack Api is fed Dayz, which ${api} does not take`],
    ],
    [
      'an output that the child does not have',
      { [app]: [['BucketName: !GetAtt Storage.Outputs.Name', 'BucketName: !Sub "${Storage.Outputs.Nam}"']] },
      [`${app}:20:21 wiring/output-unknown The nested stack Storage has no output Nam`],
    ],
    [
      'an attribute of a nested stack that is no output',
      { [app]: [['BucketName: !GetAtt Storage.Outputs.Name', 'BucketName: !GetAtt Storage.Name']] },
      [
        `${app}:20:21 wiring/output-unknown Storage.Name is no output; the nested stack's outputs are read as Storage.Outputs.<name>`,
      ],
    ],
    [
      'code without an artifact bucket',
      {
        [api]: [['  ArtifactBucket: { Type: String }\n', '']],
        [app]: [['        ArtifactBucket: !Ref ArtifactBucket\n', '']],
      },
      [
        `${api}:5:3 wiring/artifact-bucket Function is packaged, but the template has no parameter ArtifactBucket`,
      ],
    ],
    [
      'a transform',
      {
        'templates/shop/edge.yml':
          'Transform: AWS::LanguageExtensions\nResources:\n  Logs: { Type: AWS::S3::Bucket }\nOutputs:\n  LogBucket: { Value: x }\n',
      },
      [
        'templates/shop/edge.yml:1:1 template/transform The template uses a Transform; nested change sets of templates with one are not to be had',
      ],
    ],
    [
      'a template that nobody nests',
      { 'templates/modules/old.yml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' },
      [
        'templates/modules/old.yml:1:1 wiring/orphan-template No system deploys templates/modules/old.yml, and no template nests it',
      ],
    ],
    [
      'an output that conditions leave out in one environment',
      {
        'templates/modules/storage.yml': [
          ['Resources:', 'Conditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:'],
          ['Name: { Value', 'Name: { Condition: IsProd, Value'],
        ],
        'params/shop/sit.yml': [['Stage: sit', 'Stage: prod']],
      },
      [
        `${app}:20:21 wiring/output-absent Storage.Outputs.Name is used in dev, where conditions leave it out`,
      ],
    ],
  ];
  test.each(cases)('%s', async (_what, edits, expected) => {
    expect(await found(edits)).toEqual(expected);
  });

  test('an output behind the same condition is used rightly', async () => {
    const conditional: Edits = {
      'templates/modules/storage.yml': [
        ['Resources:', 'Conditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:'],
        ['Name: { Value', 'Name: { Condition: IsProd, Value'],
      ],
      [app]: [
        ['Resources:', 'Conditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:'],
        [
          'BucketName: !GetAtt Storage.Outputs.Name',
          'BucketName: !If [IsProd, !GetAtt Storage.Outputs.Name, none]',
        ],
        ['Bucket: { Value: !GetAtt', 'Bucket: { Condition: IsProd, Value: !GetAtt'],
      ],
    };
    expect(await found(conditional)).toEqual([]);
  });

  test('a hint names what was meant', async () => {
    const root = await shopRoot({
      [app]: [['Storage.Outputs.Name\n        Days', 'Storage.Outputs.Nmae\n        Days']],
    });
    expect((await lint(root, [], findsNothing)).map(({ hint }) => hint)).toEqual(['Did you mean Name?']);
  });
});
