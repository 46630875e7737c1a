import { describe, expect, test } from '@jest/globals';
import { trusts } from '../../local/front/trust-policy.ts';

const issuer = 'token.actions.githubusercontent.com';
const claims = { sub: 'repo:acme/photos:environment:prod', aud: 'sts.amazonaws.com', repository_id: '7' };

function policy(Condition: object, more: object = {}): string {
  const Principal = { Federated: `arn:aws:iam::111111111111:oidc-provider/${issuer}` };
  return JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition, ...more }],
  });
}

const key = (name: string): string => `${issuer}:${name}`;

describe('a trust policy', () => {
  test.each<[string, object, boolean]>([
    ['the very subject', { StringEquals: { [key('sub')]: claims.sub, [key('aud')]: claims.aud } }, true],
    ['another subject', { StringEquals: { [key('sub')]: 'repo:acme/photos:environment:dev' } }, false],
    ['one of several subjects', { StringEquals: { [key('sub')]: ['x', claims.sub] } }, true],
    ['a pattern', { StringLike: { [key('sub')]: 'repo:acme/*:environment:prod' } }, true],
    ['a pattern is no equality', { StringEquals: { [key('sub')]: 'repo:acme/*' } }, false],
    ['a claim that the token lacks', { StringEquals: { [key('ref')]: 'refs/heads/main' } }, false],
    ['a claim that may be lacking', { StringEqualsIfExists: { [key('ref')]: 'refs/heads/main' } }, true],
    [
      'a claim that may be lacking and differs',
      { StringEqualsIfExists: { [key('repository_id')]: '8' } },
      false,
    ],
    ['an operator that is not known', { NumericEquals: { [key('repository_id')]: '7' } }, false],
    ['a key of another issuer', { StringEquals: { 'login.example.com:sub': claims.sub } }, false],
    ['no condition', {}, true],
  ])('with %s', (_what, condition, expected) => {
    expect(trusts(policy(condition), issuer, claims)).toBe(expected);
  });

  test('of another provider, another action or a denial trusts nobody', () => {
    expect(trusts(policy({}), 'login.dev.companycam.com', claims)).toBe(false);
    expect(trusts(policy({}, { Action: 'sts:AssumeRole' }), issuer, claims)).toBe(false);
    expect(trusts(policy({}, { Effect: 'Deny' }), issuer, claims)).toBe(false);
    expect(trusts('{}', issuer, claims)).toBe(false);
  });
});
