import { describe, expect, test } from '@jest/globals';
import type { Edits } from './fixture.ts';
import { found } from './linted-shop.ts';

const app = 'templates/shop/app.yml';
const api = 'templates/modules/api.yml';
const prod = 'params/shop/prod.yml';

describe('parameter files', () => {
  const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
    [
      'a value that the root template does not take',
      { [prod]: [['    Days: 30', '    Dayz: 30\n    Days: 30']] },
      [
        'params/shop/dev.yml:4:3 CONFIG_PARAMETER_KEYS values.app has no Dayz, which params/shop/prod.yml sets; all environments set the same parameters',
        'params/shop/prod.yml:6:5 params/unknown templates/shop/app.yml has no parameter Dayz',
        'params/shop/sit.yml:4:3 CONFIG_PARAMETER_KEYS values.app has no Dayz, which params/shop/prod.yml sets; all environments set the same parameters',
      ],
    ],
    [
      'a value that is missing',
      Object.fromEntries(
        ['dev', 'sit', 'prod'].map((name) => [`params/shop/${name}.yml`, [['    Days: 30\n', '']] as const]),
      ),
      ['dev', 'prod', 'sit'].map(
        (name) =>
          `params/shop/${name}.yml:4:3 params/missing The stack app needs a value for Days in ${name}`,
      ),
    ],
    [
      'a value that is not allowed, told once where it stands',
      { [prod]: [['Stage: prod', 'Stage: production']] },
      [
        'params/shop/prod.yml:5:12 params/value Stage is "production", which is not one of "dev", "sit", "prod"',
      ],
    ],
    [
      'a number out of its range',
      { [prod]: [['Days: 30', 'Days: 365']] },
      ['params/shop/prod.yml:6:11 params/value Days is "365", which is more than 90'],
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
      ['params/shop/system.yml:7:57 params/value Days is "x", which is no number'],
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
        'params/shop/system.yml:7:30 wiring/output-unknown The stack edge has no output LogBuckt',
        'params/shop/system.yml:10:11 wiring/output-unknown The stack app has no output Bukket',
      ],
    ],
    [
      'a value that a nested stack refuses, in the environment where it does',
      {
        [api]: [['Days: { Type: Number }', 'Days: { Type: Number, AllowedValues: [30] }']],
        [prod]: [['Days: 30', 'Days: 90']],
      },
      [`${prod}:6:11 wiring/value In prod, Days of the nested stack Api is "90", which is not one of "30"`],
    ],
    [
      'a default that a nested stack refuses, at the default',
      {
        [api]: [['Days: { Type: Number }', 'Days: { Type: Number, MaxValue: 7 }']],
        [app]: [['MinValue: 1, MaxValue: 90', 'MinValue: 1, MaxValue: 90, Default: 14']],
        ...Object.fromEntries(
          ['dev', 'sit', 'prod'].map((name) => [
            `params/shop/${name}.yml`,
            [['    Days: 30\n', '']] as const,
          ]),
        ),
      },
      ['dev', 'prod', 'sit'].map(
        (name) =>
          `${app}:4:61 wiring/value In ${name}, Days of the nested stack Api is "14", which is more than 7`,
      ),
    ],
    [
      'a value with what its template says about it',
      {
        [app]: [['MaxValue: 90', 'MaxValue: 90, ConstraintDescription: a quarter at most']],
        [prod]: [['Days: 30', 'Days: 365']],
      },
      ['params/shop/prod.yml:6:11 params/value Days is "365", which is more than 90: a quarter at most'],
    ],
    [
      'mistakes of form are findings like others',
      { [prod]: [['regions:', 'regoins:']], 'templates/shop/edge.yml': 'Resources:\n  Logs: [\n' },
      [
        'params/shop/prod.yml:1:1 CONFIG_MISSING_KEY This file needs the key regions',
        'params/shop/prod.yml:2:1 CONFIG_UNKNOWN_KEY This file has no key regoins. Did you mean regions?',
        'templates/shop/edge.yml:3:1 YAML_SYNTAX templates/shop/edge.yml is not valid YAML: deficient indentation',
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
      `${app}:23:16 wiring/value In dev, Login of the nested stack Api is a value (not shown) that is longer than 4 characters`,
      `${app}:23:16 wiring/value In prod, Login of the nested stack Api is a value (not shown) that is longer than 4 characters`,
      `${app}:23:16 wiring/value In sit, Login of the nested stack Api is a value (not shown) that is longer than 4 characters`,
    ]);
  });
});
