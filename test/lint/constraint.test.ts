import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { violation } from '../../src/lint/constraint.ts';

test.each([
  [{ Type: 'Number' }, '3', null],
  [{ Type: 'Number' }, '', 'is "", which is no number'],
  [{ Type: 'Number' }, '3px', 'is "3px", which is no number'],
  [{ Type: 'Number', MinValue: 2, MaxValue: 4 }, '1', 'is "1", which is less than 2'],
  [{ Type: 'Number', MinValue: 2, MaxValue: '4' }, '5', 'is "5", which is more than 4'],
  [{ Type: 'Number', AllowedValues: [1, 7] }, '7', null],
  [{ Type: 'String', AllowedValues: ['a', 'b'] }, 'c', 'is "c", which is not one of "a", "b"'],
  [{ Type: 'String', AllowedValues: [true, false] }, 'true', null],
  [{ Type: 'String', MinLength: 2 }, 'a', 'is "a", which is shorter than 2 characters'],
  [{ Type: 'String', MaxLength: 2 }, 'abc', 'is "abc", which is longer than 2 characters'],
  [{ Type: 'String', AllowedPattern: '[a-z]+' }, 'abc1', 'is "abc1", which does not match [a-z]+'],
  [{ Type: 'String', AllowedPattern: '|https://.*' }, '', null],
  [{ Type: 'String', AllowedPattern: '(?<=x' }, 'anything', null],
  [{ Type: 'List<Number>' }, '1, 2,x', 'is "x", which is no number'],
  [{ Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] }, 'a, b', null],
  [{ Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] }, 'a,c', 'is "c", which is not one of "a", "b"'],
  [{ Type: 'String', MaxLength: 3 }, '{{resolve:secretsmanager:db}}', null],
  [
    { Type: 'String', NoEcho: true, MaxLength: 3 },
    'canary',
    'is a value (not shown) that is longer than 3 characters',
  ],
])('%j takes %j: %j', (parameter, value, expected) => {
  expect(violation(parameter, value)).toBe(expected);
});

describe('properties', () => {
  test('an allowed value is never refused, another always', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.string(), (allowed, value) => {
        const free = violation({ Type: 'String', AllowedValues: allowed }, value) === null;
        expect(free).toBe(allowed.includes(value));
      }),
    );
  });

  test('a number is judged by its range alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (value, least, most) => {
        const free = violation({ Type: 'Number', MinValue: least, MaxValue: most }, String(value)) === null;
        expect(free).toBe(value >= least && value <= most);
      }),
    );
  });
});
