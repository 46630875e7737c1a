import { describe, expect, test } from '@jest/globals';
import { account } from '../evaluated.ts';
import { decide, type Decision } from '../iam.ts';
import { of, policies, resources } from './deployed.ts';

describe.each([
  ['dev', 'dev.specwizard.com'],
  ['sit', 'sit.specwizard.com'],
  ['prod', 'specwizard.com'],
] as const)('security in %s', (environment, domain) => {
  const role = of(environment, 'ApplicationRole/Application');
  const own = policies(role);
  const may = (action: string, resource: string, context: Readonly<Record<string, string>> = {}): Decision =>
    decide(own, { action, resource, context });
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/sessions`;
  const ses = (name: string): string => `arn:aws:ses:us-east-1:${account}:${name}`;
  const logs = (name: string): string => `arn:aws:logs:us-east-1:${account}:log-group:${name}:*`;

  test('KMS keys for table and bucket with rotation', () => {
    const keys = resources(environment).filter(({ type }) => type === 'AWS::KMS::Key');
    expect(keys.map(({ path, properties }) => [path, properties['EnableKeyRotation']])).toEqual([
      ['ExportsKey/Encryption', true],
      ['TableKey/Encryption', true],
    ]);
  });

  test('the execution role is for Lambda, within the boundary', () => {
    expect(role).toMatchObject({
      RoleName: `spec-wizard-application-${environment}`,
      PermissionsBoundary: `arn:aws:iam::${account}:policy/slipway-workload-boundary`,
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
    });
  });

  test('it keeps items of the one table and its index, and cannot scan or change the table', () => {
    for (const call of ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'BatchWriteItem'])
      expect(may(`dynamodb:${call}`, table)).toBe('allowed');
    expect(may('dynamodb:Query', `${table}/index/GSI1`)).toBe('allowed');
    expect(may('dynamodb:GetItem', `${table}-other`)).toBe('not allowed');
    for (const call of ['Scan', 'DeleteTable', 'UpdateTable', 'RestoreTableToPointInTime'])
      expect(may(`dynamodb:${call}`, table)).toBe('not allowed');
  });

  test('it keeps exports of the one bucket, and cannot destroy their versions', () => {
    for (const call of ['GetObject', 'PutObject', 'DeleteObject'])
      expect([may(`s3:${call}`, 'arn:aws:s3:::exports/a.pdf'), may(`s3:${call}`, 'arn:aws:s3:::other/a.pdf')]).toEqual([
        'allowed',
        'not allowed',
      ]);
    for (const call of ['DeleteObjectVersion', 'PutBucketPolicy', 'PutLifecycleConfiguration'])
      expect(may(`s3:${call}`, 'arn:aws:s3:::exports')).toBe('not allowed');
  });

  test('it uses the keys through their services only', () => {
    const by = (service: string) => ({ 'kms:ViaService': `${service}.us-east-1.amazonaws.com` });
    expect(may('kms:Decrypt', 'key-of-table', by('dynamodb'))).toBe('allowed');
    expect(may('kms:Decrypt', 'key-of-exports', by('s3'))).toBe('allowed');
    for (const key of ['key-of-table', 'key-of-exports', 'another-key'])
      expect(may('kms:Decrypt', key)).toBe('not allowed');
    expect(may('kms:Decrypt', 'key-of-table', by('s3'))).toBe('not allowed');
    expect(may('kms:ScheduleKeyDeletion', 'key-of-table', by('dynamodb'))).toBe('not allowed');
  });

  test('it sends mail from the one address, with the system’s settings and templates', () => {
    const from = (address: string) => ({ 'ses:FromAddress': address });
    const sender = `no-reply@${domain}`;
    for (const name of [
      'identity/identity',
      'configuration-set/mail-set',
      'template/export-ready',
      'template/submission-confirmed',
    ])
      expect(may('ses:SendEmail', ses(name), from(sender))).toBe('allowed');
    expect(may('ses:SendEmail', ses('identity/identity'), from(`ceo@${domain}`))).toBe('not allowed');
    expect(may('ses:SendEmail', ses('identity/another'), from(sender))).toBe('not allowed');
    expect(may('ses:DeleteEmailIdentity', ses('identity/identity'), from(sender))).toBe('not allowed');
  });

  test('it writes its logs and counts in one namespace', () => {
    for (const name of ['application-log', 'error-log']) expect(may('logs:PutLogEvents', logs(name))).toBe('allowed');
    expect(may('logs:PutLogEvents', logs('another'))).toBe('not allowed');
    expect(may('logs:DeleteLogGroup', logs('application-log'))).toBe('not allowed');
    const count = (namespace: string): Decision =>
      may('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': namespace });
    expect([count(`spec-wizard/${environment}`), count('AWS/SES')]).toEqual(['allowed', 'not allowed']);
  });

  test('it reads the two API keys, and no other secret', () => {
    for (const secret of ['anthropic', 'openai']) {
      expect(may('secretsmanager:GetSecretValue', secret)).toBe('allowed');
      expect(may('secretsmanager:PutSecretValue', secret)).toBe('not allowed');
    }
    expect(may('secretsmanager:GetSecretValue', 'another')).toBe('not allowed');
  });

  test('Secrets Manager secrets for two model-provider API keys, created empty', () => {
    const secrets = resources(environment).filter(({ type }) => type === 'AWS::SecretsManager::Secret');
    expect(secrets.map(({ properties }) => properties['Name'])).toEqual([
      `spec-wizard/${environment}/anthropic-api-key`,
      `spec-wizard/${environment}/openai-api-key`,
    ]);
    for (const { properties } of secrets) {
      expect(properties).not.toHaveProperty('SecretString');
      expect(properties).not.toHaveProperty('GenerateSecretString');
    }
  });
});
