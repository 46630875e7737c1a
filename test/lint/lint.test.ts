import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { findsNothing, line, writeShop, type Edits } from './fixture.ts';

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true });
});

async function shopRoot(edits?: Edits): Promise<string> {
  const root = await writeShop(edits);
  roots.push(root);
  return root;
}

async function found(edits?: Edits): Promise<string[]> {
  return (await lint(await shopRoot(edits), [], findsNothing)).map(line);
}

const app = 'templates/shop/app.yml';
const api = 'templates/modules/api.yml';
const prod = 'params/shop/prod.yml';

test('a sound system has no findings', async () => {
  expect(await found()).toEqual([]);
});

describe('wiring of nested stacks', () => {
  const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
    [
      'a parameter that is not fed',
      { [app]: [['        LogBucket: !Ref LogBucket\n', '']] },
      [
        `${app}:11:7 wiring/parameter-missing The nested stack Storage does not feed LogBucket, which templates/modules/storage.yml needs.`,
      ],
    ],
    [
      'an artifact bucket that is not handed on',
      { [app]: [['        ArtifactBucket: !Ref ArtifactBucket\n', '']] },
      [
        `${app}:18:7 wiring/parameter-missing The nested stack Api does not feed ArtifactBucket, which ${api} needs.`,
      ],
    ],
    [
      'a parameter that the child does not take',
      { [app]: [['        Days: !Ref Days\n', '        Days: !Ref Days\n        Dayz: 1\n']] },
      [`${app}:22:9 wiring/parameter-unknown The nested stack Api is fed Dayz, which ${api} does not take.`],
    ],
    [
      'an output that the child does not have',
      { [app]: [['BucketName: !GetAtt Storage.Outputs.Name', 'BucketName: !Sub "${Storage.Outputs.Nam}"']] },
      [`${app}:20:21 wiring/output-unknown The nested stack Storage has no output Nam.`],
    ],
    [
      'an attribute of a nested stack that is no output',
      { [app]: [['BucketName: !GetAtt Storage.Outputs.Name', 'BucketName: !GetAtt Storage.Name']] },
      [
        `${app}:20:21 wiring/output-unknown Storage.Name is no output; the nested stack's outputs are read as Storage.Outputs.<name>.`,
      ],
    ],
    [
      'code without an artifact bucket',
      {
        [api]: [['  ArtifactBucket: { Type: String }\n', '']],
        [app]: [['        ArtifactBucket: !Ref ArtifactBucket\n', '']],
      },
      [
        `${api}:5:3 wiring/artifact-bucket Function is packaged, but the template has no parameter ArtifactBucket.`,
      ],
    ],
    [
      'a transform',
      {
        'templates/shop/edge.yml':
          'Transform: AWS::LanguageExtensions\nResources:\n  Logs: { Type: AWS::S3::Bucket }\nOutputs:\n  LogBucket: { Value: x }\n',
      },
      [
        'templates/shop/edge.yml:1:1 template/transform The template uses a Transform; nested change sets of templates with one are not to be had.',
      ],
    ],
    [
      'a template that nobody nests',
      { 'templates/modules/old.yml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' },
      [
        'templates/modules/old.yml:1:1 wiring/orphan-template No system deploys templates/modules/old.yml, and no template nests it.',
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
        `${app}:20:21 wiring/output-absent Storage.Outputs.Name is used in dev, where conditions leave it out.`,
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

describe('parameter files', () => {
  const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
    [
      'a value that the root template does not take',
      { [prod]: [['    Days: 30', '    Dayz: 30\n    Days: 30']] },
      [
        'params/shop/dev.yml:4:3 CONFIG_PARAMETER_KEYS values.app has no Dayz, which params/shop/prod.yml sets; all environments set the same parameters.',
        'params/shop/prod.yml:6:5 params/unknown templates/shop/app.yml has no parameter Dayz.',
        'params/shop/sit.yml:4:3 CONFIG_PARAMETER_KEYS values.app has no Dayz, which params/shop/prod.yml sets; all environments set the same parameters.',
      ],
    ],
    [
      'a value that is missing',
      Object.fromEntries(
        ['dev', 'sit', 'prod'].map((name) => [`params/shop/${name}.yml`, [['    Days: 30\n', '']] as const]),
      ),
      ['dev', 'prod', 'sit'].map(
        (name) =>
          `params/shop/${name}.yml:4:3 params/missing The stack app needs a value for Days in ${name}.`,
      ),
    ],
    [
      'a value that is not allowed, told once where it stands',
      { [prod]: [['Stage: prod', 'Stage: production']] },
      [
        'params/shop/prod.yml:5:12 params/value Stage is "production", which is not one of "dev", "sit", "prod".',
      ],
    ],
    [
      'a number out of its range',
      { [prod]: [['Days: 30', 'Days: 365']] },
      ['params/shop/prod.yml:6:11 params/value Days is "365", which is more than 90.'],
    ],
    [
      'a wired value that is not allowed',
      {
        'params/shop/system.yml': [["'${edge.LogBucket}'", "'${edge.LogBucket}', Days: x"]],
        ...Object.fromEntries(
          ['dev', 'sit', 'prod'].map((name) => [
            `params/shop/${name}.yml`,
            [['    Days: 30\n', '']] as const,
          ]),
        ),
      },
      ['params/shop/system.yml:7:57 params/value Days is "x", which is no number.'],
    ],
    [
      'an output that a stack does not have',
      {
        'params/shop/system.yml': [
          ['edge.LogBucket', 'edge.LogBuckt'],
          ['bucket: ${app.Bucket}', 'bucket: ${app.Bukket}'],
        ],
      },
      [
        'params/shop/system.yml:7:30 wiring/output-unknown The stack edge has no output LogBuckt.',
        'params/shop/system.yml:10:11 wiring/output-unknown The stack app has no output Bukket.',
      ],
    ],
    [
      'a value that a nested stack refuses, in the environment where it does',
      {
        [api]: [['Days: { Type: Number }', 'Days: { Type: Number, AllowedValues: [30] }']],
        [prod]: [['Days: 30', 'Days: 90']],
      },
      [`${app}:21:15 wiring/value In prod, Days of the nested stack Api is "90", which is not one of "30".`],
    ],
    [
      'mistakes of form are findings like others',
      { [prod]: [['regions:', 'regoins:']], 'templates/shop/edge.yml': 'Resources:\n  Logs: [\n' },
      [
        'params/shop/prod.yml:1:1 CONFIG_MISSING_KEY This file needs the key regions.',
        'params/shop/prod.yml:2:1 CONFIG_UNKNOWN_KEY This file has no key regoins. Did you mean regions?',
        'templates/shop/edge.yml:3:1 YAML_SYNTAX templates/shop/edge.yml is not valid YAML: deficient indentation.',
      ],
    ],
  ];
  test.each(cases)('%s', async (_what, edits, expected) => {
    expect(await found(edits)).toEqual(expected);
  });

  test('a secret that breaks a rule is not repeated', async () => {
    const texts = await found({
      [app]: [
        [
          '  LogBucket: { Type: String }',
          '  LogBucket: { Type: String }\n  Password: { Type: String, NoEcho: true, Default: canary-55, MaxLength: 3 }',
        ],
        ['        Days: !Ref Days\n', '        Days: !Ref Days\n        Login: !Sub "app:${Password}"\n'],
      ],
      [api]: [['Parameters:', 'Parameters:\n  Login: { Type: String, MaxLength: 4 }']],
    });
    expect(texts).toEqual([
      `${app}:23:16 wiring/value In dev, Login of the nested stack Api is a value (not shown) that is longer than 4 characters.`,
      `${app}:23:16 wiring/value In prod, Login of the nested stack Api is a value (not shown) that is longer than 4 characters.`,
      `${app}:23:16 wiring/value In sit, Login of the nested stack Api is a value (not shown) that is longer than 4 characters.`,
    ]);
  });
});

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
      `${api}:${position} wiring/unresolved-input BucketName is fed from Storage.Outputs.Name at ${app}:20, so ${what.join(' ')} cannot be evaluated while the change set is made.`,
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
      `templates/modules/inner.yml:1:48 wiring/unresolved-input Name is fed from Storage.Outputs.Name at ${app}:20, so MinLength cannot be evaluated while the change set is made.`,
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

describe('the test issuer of the smoke checks', () => {
  const trusting: Edits = {
    [app]: [
      [
        '  LogBucket: { Type: String }',
        "  LogBucket: { Type: String }\n  SmokeIssuer: { Type: String, Default: '' }",
      ],
      ['        Days: !Ref Days\n', '        Days: !Ref Days\n        SmokeIssuer: !Ref SmokeIssuer\n'],
    ],
    [api]: [['Parameters:', "Parameters:\n  SmokeIssuer: { Type: String, Default: '' }"]],
  };
  const set = (issuer: string): Edits =>
    Object.fromEntries(
      ['dev', 'sit', 'prod'].map((name) => [
        `params/shop/${name}.yml`,
        [
          ['    Days: 30', `    Days: 30\n    SmokeIssuer: ${name === 'prod' ? issuer : 'https://test'}`],
        ] as const,
      ]),
    );

  test('is allowed in dev and sit', async () => {
    expect(await found({ ...trusting, ...set("''") })).toEqual([]);
  });

  test('is refused in prod', async () => {
    expect(await found({ ...trusting, ...set('https://test') })).toEqual([
      'params/shop/prod.yml:7:18 policy/smoke-issuer-in-prod SmokeIssuer is set for prod; tokens of a test issuer must not be accepted there.',
    ]);
  });

  test('is refused in prod where a template sets it by itself', async () => {
    const hidden = {
      ...trusting,
      [api]: [
        ['Parameters:', 'Parameters:\n  SmokeIssuer: { Type: String, Default: https://test }'],
      ] as const,
    };
    const without = {
      ...hidden,
      [app]: null,
      'params/shop/system.yml': [
        ['templates/shop/app.yml', api],
        ["{ LogBucket: '${edge.LogBucket}' }", "{ BucketName: '${edge.LogBucket}' }"],
      ] as const,
    };
    const texts = await found({
      ...without,
      ...Object.fromEntries(
        ['dev', 'sit', 'prod'].map((name) => [
          `params/shop/${name}.yml`,
          [[`    Stage: ${name}\n`, '']] as const,
        ]),
      ),
      'templates/modules/storage.yml': null,
    });
    expect(texts.filter((text) => text.includes('policy/'))).toEqual([
      `${api}:2:3 policy/smoke-issuer-in-prod SmokeIssuer is set for prod; tokens of a test issuer must not be accepted there.`,
    ]);
  });
});

describe('what is linted', () => {
  test('a pattern that matches nothing is an error with the choices', async () => {
    const root = await shopRoot();
    await expect(lint(root, ['shpo'], findsNothing)).rejects.toMatchObject({
      code: 'LINT_NOTHING',
      message: 'shpo matches no system; the systems are shop. Did you mean shop?',
    });
    await expect(lint(root, ['shop', 'x-*'], findsNothing)).rejects.toMatchObject({ code: 'LINT_NOTHING' });
    await expect(lint(join(root, 'templates'), [], findsNothing)).rejects.toMatchObject({
      code: 'LINT_NOTHING',
    });
    expect(await lint(root, ['sh*'], findsNothing)).toEqual([]);
  });
});
