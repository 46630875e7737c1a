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
  // by Java's rules: what JavaScript reads otherwise is left to CloudFormation
  ...['(?<=x', '[a-z&&[^b]]+', '\\h+', '\\p{Alnum}+', '\\Ab\\z', '\\Qa\\E', 'b++'].map(
    (pattern) => [{ Type: 'String', AllowedPattern: pattern }, 'B', null] as const,
  ),
  [{ Type: 'String', AllowedPattern: '[a-z]\\@b' }, 'a@b', null],
  [{ Type: 'String', AllowedPattern: '[a-z]\\@b' }, 'a-b', 'is "a-b", which does not match [a-z]\\@b'],
  [{ Type: 'String', AllowedPattern: 'a.b' }, 'a\nb', null],
  [
    { Type: 'String', AllowedPattern: 'Z.+', ConstraintDescription: "a zone's id" },
    '/hostedzone/Z1',
    'is "/hostedzone/Z1", which does not match Z.+: a zone\'s id',
  ],
  [{ Type: 'List<Number>' }, '1, 2,x', 'is "x", which is no number'],
  [{ Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] }, 'a, b', null],
  [{ Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] }, 'a,c', 'is "c", which is not one of "a", "b"'],
  [{ Type: 'String', MaxLength: 3 }, '{{resolve:secretsmanager:db}}', null],
  [
    { Type: 'String', NoEcho: true, MaxLength: 3 },
    'canary',
    'is a value (not shown) that is longer than 3 characters',
  ],
  [{ Type: 'AWS::EC2::VPC::Id' }, 'vpc-0123456789abcdef0', null],
  [{ Type: 'AWS::EC2::VPC::Id' }, 'vpc-01234567', null],
  [{ Type: 'AWS::EC2::VPC::Id' }, 'subnet-01234567', 'is "subnet-01234567", which is no VPC id'],
  [
    { Type: 'List<AWS::EC2::Subnet::Id>' },
    'subnet-01234567, subnet-x',
    'is "subnet-x", which is no subnet id',
  ],
  [{ Type: 'AWS::EC2::AvailabilityZone::Name' }, 'us-gov-west-1a', null],
  [{ Type: 'AWS::EC2::AvailabilityZone::Name' }, 'us-west-2-lax-1a', null],
  [
    { Type: 'AWS::EC2::AvailabilityZone::Name' },
    'eu-west-1',
    'is "eu-west-1", which is no availability zone',
  ],
  [{ Type: 'AWS::Route53::HostedZone::Id' }, 'kimmyai.io', 'is "kimmyai.io", which is no hosted zone id'],
  [{ Type: 'AWS::SSM::Parameter::Value<List<String>>' }, '/shop/names', null],
  [{ Type: 'AWS::SSM::Parameter::Value<String>' }, 'a b', 'is "a b", which is no name of an SSM parameter'],
  [{ Type: 'AWS::EC2::KeyPair::KeyName' }, 'any name', null],
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
