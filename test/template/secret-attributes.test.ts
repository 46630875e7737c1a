import { expect, test } from '@jest/globals';
import { evaluate, type Scope } from '../../src/template/evaluate.ts';
import { lineage, maskedSecret, printable } from '../../src/template/evaluated.ts';
import { parameterValues } from '../../src/template/parameter-values.ts';

const body = {
  Parameters: {
    Secret: { Type: 'String', NoEcho: true },
    Block: { Type: 'String', NoEcho: true, Default: '10.0.0.0/16' },
    Plain: { Type: 'String', Default: 'plain' },
  },
  Mappings: { Keys: { sesame: { Value: 'chosen' }, plain: { Value: 'open' } } },
  Resources: {
    Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: 'ada' } },
    Client: { Type: 'AWS::Cognito::UserPoolClient' },
    Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Name: 'x', Value: { Ref: 'Secret' } } },
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'b-${Secret}' } } },
    Custom: { Type: 'Custom::Signer', Properties: { Key: { Ref: 'Secret' } } },
    Open: { Type: 'Custom::Signer', Properties: { Key: { Ref: 'Plain' } } },
    Circle: { Type: 'Custom::Signer', Properties: { Key: { 'Fn::GetAtt': ['Circle', 'X'] } } },
  },
};
const scope: Scope = {
  body,
  parameters: parameterValues(body, { Secret: 'sesame' }),
  pseudo: {},
  path: [],
  resource: () => undefined,
};

const secret: readonly unknown[] = [
  { 'Fn::GetAtt': ['Key', 'SecretAccessKey'] },
  { 'Fn::GetAtt': ['Client', 'ClientSecret'] },
  { 'Fn::Sub': 'k=${Key.SecretAccessKey}' },
  { 'Fn::GetAtt': ['Parameter', 'Value'] },
  { 'Fn::GetAtt': ['Custom', 'Signature'] },
  { Ref: 'Named' },
  { 'Fn::GetAtt': ['Named', 'Arn'] },
  { 'Fn::FindInMap': ['Keys', { Ref: 'Secret' }, 'Value'] },
  { 'Fn::Select': [0, { 'Fn::Cidr': [{ Ref: 'Block' }, 1, 8] }] },
  { 'Fn::ImportValue': { 'Fn::Sub': 'x-${Secret}' } },
  { 'Fn::Join': [{ Ref: 'Secret' }, ['a', 'b']] },
];
test.each(secret)('%j is a secret', (value) => {
  const evaluated = evaluate(value, scope);
  expect(lineage(evaluated).secret).toBe(true);
  expect(printable(evaluated)).toBe(maskedSecret);
});

const open: readonly unknown[] = [
  { Ref: 'Key' },
  { Ref: 'Client' },
  { 'Fn::GetAtt': ['Parameter', 'Type'] },
  { Ref: 'Parameter' },
  { 'Fn::GetAtt': ['Open', 'Signature'] },
  { 'Fn::GetAtt': ['Circle', 'X'] },
  { 'Fn::FindInMap': ['Keys', { Ref: 'Plain' }, 'Value'] },
  { Ref: 'Nowhere' },
];
test.each(open)('%j is none', (value) => {
  expect(lineage(evaluate(value, scope)).secret).toBe(false);
});
