import { describe, expect, test } from '@jest/globals';
import { account, type Properties } from '../evaluated.ts';
import { decide, type Decision } from '../iam.ts';
import { at, list, of, policies, resources, stackWith } from './deployed.ts';

describe.each([
  ['dev', 'http://localhost:3000', '7', false],
  ['sit', 'https://sit.specwizard.com', '30', false],
  ['prod', 'https://specwizard.com', '90', true],
] as const)('the exports bucket in %s', (environment, origin, days, logged) => {
  const bucket = of(environment, 'ExportsBucket/Exports');

  test('has its name, and is closed to the public', () => {
    expect(bucket).toMatchObject({
      BucketName: `spec-wizard-exports-${environment}-${account}-us-east-1`,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  test('KMS, with a key of its own that rotates', () => {
    expect(bucket['BucketEncryption']).toEqual({
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: 'aws:kms',
            KMSMasterKeyID: '${ExportsKey.Outputs.KeyArn}',
          },
        },
      ],
    });
    expect(of(environment, 'ExportsKey/Encryption')['EnableKeyRotation']).toBe(true);
  });

  test('CORS for browser uploads', () => {
    expect((bucket['CorsConfiguration'] as Properties)['CorsRules']).toEqual([
      expect.objectContaining({ AllowedOrigins: [origin], AllowedMethods: ['GET', 'HEAD', 'POST', 'PUT'] }),
    ]);
  });

  test('lifecycle: Intelligent-Tiering at 30 days, Glacier at 90, delete at 365', () => {
    const rules = list((bucket['LifecycleConfiguration'] as Properties)['Rules']);
    expect(rules).toEqual([
      expect.objectContaining({
        Status: 'Enabled',
        Transitions: [
          { StorageClass: 'INTELLIGENT_TIERING', TransitionInDays: 30 },
          { StorageClass: 'GLACIER', TransitionInDays: 90 },
        ],
        ExpirationInDays: 365,
      }),
      expect.objectContaining({ Prefix: 'slipway-smoke/', ExpirationInDays: 1 }),
      expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: days } }),
    ]);
    expect(rules[0]).not.toHaveProperty('Prefix');
  });

  test(`access logs in prod: ${logged ? 'on' : 'off'}`, () => {
    const names = resources(environment)
      .filter(({ type }) => type === 'AWS::S3::Bucket')
      .map(({ path }) => path);
    expect(names).toEqual(
      logged
        ? ['AccessLogBucket/AccessLogs', 'SecurityLogs/SecurityLogs', 'ExportsBucket/Exports']
        : ['ExportsBucket/Exports'],
    );
    if (logged)
      expect(bucket['LoggingConfiguration']).toMatchObject({
        DestinationBucketName: '${SecurityLogs.Outputs.BucketName}',
        LogFilePrefix: 'exports/',
      });
    else expect(bucket).not.toHaveProperty('LoggingConfiguration');
  });

  test('TLS only, the bucket’s encryption only, and of CloudFront its own distribution only', () => {
    const [policy] = policies(of(environment, 'ExportsBucketPolicy/AssetsPolicy'));
    const on = (action: string, context: Readonly<Record<string, string>>, resource = 'arn:aws:s3:::exports/a.pdf') =>
      decide(policy === undefined ? [] : [policy], { action, resource, context });
    expect(on('s3:GetObject', { 'aws:SecureTransport': 'false' })).toBe('denied');
    expect(on('s3:PutObject', { 's3:x-amz-server-side-encryption': 'AES256' })).toBe('denied');
    const statements = policy?.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudfront'));
    const read = (distribution: string, action = 's3:GetObject', resource = 'arn:aws:s3:::exports/a.pdf'): Decision =>
      decide([{ Statement: statements ?? [] }], {
        action,
        resource,
        context: { 'aws:SourceArn': `arn:aws:cloudfront::${account}:distribution/${distribution}` },
      });
    expect(read('E1')).toBe('allowed');
    expect(read('E2')).toBe('not allowed');
    // who may list would see every document's name
    expect(read('E1', 's3:ListBucket', 'arn:aws:s3:::exports')).toBe('not allowed');
  });

  test('its key opens for distributions of this account, to read', () => {
    const [policy] = policies(of(environment, 'ExportsKey/Encryption'));
    const statements = policy?.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudfront'));
    const use = (action: string, from: string): Decision =>
      decide([{ Statement: statements ?? [] }], {
        action,
        resource: 'key-of-exports',
        context: { 'aws:SourceArn': `arn:aws:cloudfront::${from}:distribution/E1` },
      });
    expect(use('kms:Decrypt', account)).toBe('allowed');
    expect(use('kms:Decrypt', '999999999999')).toBe('not allowed');
    expect(use('kms:Encrypt', account)).toBe('not allowed');
  });
});

test('versioning by parameter: off adds no version', async () => {
  const status = async (ExportsVersioning: string): Promise<unknown> =>
    at(await stackWith('exports', { ExportsVersioning }), 'ExportsBucket/Exports')['VersioningConfiguration'];
  expect(await status('on')).toEqual({ Status: 'Enabled' });
  expect(await status('off')).toEqual({ Status: 'Suspended' });
});

test.each([
  ['', ''],
  ['-blue', '-blue'],
  ['-{account}-{region}', '-us-east-1'],
])('with the suffix "%s" the name ends with the account and "%s"', async (BucketSuffix, end) => {
  const made = await stackWith('exports', { BucketSuffix });
  expect(at(made, 'ExportsBucket/Exports')['BucketName']).toBe(`spec-wizard-exports-prod-${account}${end}`);
});
