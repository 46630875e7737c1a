import { expect, test } from '@jest/globals';
import { ruleFunction, type RuleFunction } from '../../src/template/rule-functions.ts';

test.each<[RuleFunction, Parameters<typeof ruleFunction>[1], boolean | undefined]>([
  ['Fn::Contains', [['a', 'b'], 'b'], true],
  ['Fn::Contains', [['a', 'b'], 'c'], false],
  ['Fn::Contains', [[1, 2], '2'], true],
  ['Fn::Contains', [['a'], ['a']], undefined],
  ['Fn::Contains', ['a', 'a'], undefined],
  ['Fn::Contains', [undefined, 'a'], undefined],
  ['Fn::EachMemberEquals', [['a', 'a'], 'a'], true],
  ['Fn::EachMemberEquals', [['a', 'b'], 'a'], false],
  [
    'Fn::EachMemberIn',
    [
      ['a', 'b'],
      ['b', 'a', 'c'],
    ],
    true,
  ],
  [
    'Fn::EachMemberIn',
    [
      ['a', 'd'],
      ['b', 'a', 'c'],
    ],
    false,
  ],
  ['Fn::EachMemberIn', [['a'], 'a'], undefined],
])('%s of %j is %j', (name, args, expected) => {
  expect(ruleFunction(name, args)).toBe(expected);
});
