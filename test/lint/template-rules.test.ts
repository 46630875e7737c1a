import { describe, expect, test } from '@jest/globals';
import type { Edits } from './fixture.ts';
import { found } from './linted-shop.ts';

const app = 'templates/shop/app.yml';
const storage = 'templates/modules/storage.yml';
const prod = 'params/shop/prod.yml';

/** `Rules` before the resources of a template. */
function rules(text: string): readonly (readonly [string, string])[] {
  return [['Resources:', `Rules:\n  Strict:\n${text}Resources:`]];
}

const prodKeeps = `    RuleCondition: !Equals [!Ref Stage, prod]
    Assertions:
      - Assert: !Equals [!Ref Days, 90]
        AssertDescription: prod keeps ninety days
`;

describe('rules of templates', () => {
  const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
    ['that hold', { [app]: rules(prodKeeps), [prod]: [['Days: 30', 'Days: 90']] }, []],
    [
      'of a root, at the value that its assertion names',
      { [app]: rules(prodKeeps) },
      [`${prod}:6:11 params/rule In prod, the rule Strict is broken: prod keeps ninety days`],
    ],
    [
      'of a nested stack, at the value that comes to it from a file',
      {
        [storage]: rules(
          '    Assertions:\n      - { Assert: !Not [!Equals [!Ref Stage, sit]], AssertDescription: there is no sit }\n',
        ),
      },
      ['params/shop/sit.yml:5:12 params/rule In sit, the rule Strict is broken: there is no sit'],
    ],
    [
      'at the file of a value in the condition, where the assertion names only defaults',
      {
        [app]: [
          ['Resources:', `Rules:\n  Strict:\n${prodKeeps.replace('!Ref Days', '!Ref Kept')}Resources:`],
          [
            '  LogBucket: { Type: String }',
            '  LogBucket: { Type: String }\n  Kept: { Type: Number, Default: 1 }',
          ],
        ],
      },
      [`${prod}:5:12 params/rule In prod, the rule Strict is broken: prod keeps ninety days`],
    ],
    [
      'each assertion by itself, and one without a description by its number',
      {
        [app]: rules(
          [
            '    Assertions:',
            '      - Assert: !Contains [[dev, sit, prod], !Ref Stage]',
            '      - Assert: !Contains [[dev, sit], !Ref Stage]',
            '      - { Assert: !EachMemberIn [[dev, prod], [dev, sit, !Ref Stage]], AssertDescription: other }',
            '',
          ].join('\n'),
        ),
      },
      [
        'params/shop/dev.yml:5:12 params/rule In dev, the rule Strict is broken: other',
        `${prod}:5:12 params/rule In prod, the rule Strict is broken: its assertion 2 is false`,
        'params/shop/sit.yml:5:12 params/rule In sit, the rule Strict is broken: other',
      ],
    ],
    [
      'that wait for another stack, or ask the account, are left to CloudFormation',
      {
        [app]: rules(
          [
            '    Assertions:',
            "      - Assert: !Equals [!Ref LogBucket, '']",
            '      - Assert: !EachMemberEquals [!RefAll "AWS::EC2::VPC::Id", x]',
            '      - Assert: !Equals [!ValueOf [Stage, Tags.x], y]',
            '',
          ].join('\n'),
        ),
      },
      [],
    ],
  ];
  test.each(cases)('%s', async (_what, edits, expected) => {
    expect(await found(edits)).toEqual(expected);
  });
});
