import { describe, expect, test } from '@jest/globals';
import { account, type Properties } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';
import { deployed, of, list, bucketArn, document, byBucket } from './leadshop.ts';

describe.each([
  ['dev', '-dev', 'http://localhost:3000', 'AES256', '7', '30', 'Delete', 'Delete'],
  ['sit', '-sit', 'https://staging.leadfactory.com', 'aws:kms', '30', '30', 'Delete', 'Delete'],
  ['prod', '', 'https://leadfactory.com', 'aws:kms', '90', '90', 'RetainExceptOnCreate', 'Retain'],
] as const)('in %s', (environment, part, origin, algorithm, days, logDays, deletionPolicy, updateReplacePolicy) => {
  test('the bucket has its name, versions, encryption, and is closed to the public', () => {
    const assets = of(environment, 'AssetBucket/Assets');
    expect(assets).toMatchObject({
      BucketName: `leadshop-assets${part}-${account}-us-east-1`,
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: algorithm === 'aws:kms',
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: algorithm,
              ...(algorithm === 'aws:kms' ? { KMSMasterKeyID: '${Key.Outputs.KeyArn}' } : {}),
            },
          },
        ],
      },
    });
    expect(of(environment, 'Key/Encryption')['EnableKeyRotation']).toBe(algorithm === 'aws:kms' ? true : undefined);
  });

  test('CORS admits the one origin', () => {
    expect(list((of(environment, 'AssetBucket/Assets')['CorsConfiguration'] as Properties)['CorsRules'])).toEqual([
      expect.objectContaining({ AllowedOrigins: [origin], AllowedMethods: ['GET', 'HEAD', 'POST', 'PUT'] }),
    ]);
  });

  test('the lifecycle: STANDARD_IA after 30 days, tmp/ deleted after 7, old versions and uploads cleaned', () => {
    const rules = list((of(environment, 'AssetBucket/Assets')['LifecycleConfiguration'] as Properties)['Rules']);
    expect(rules).toEqual([
      expect.objectContaining({ Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }] }),
      expect.objectContaining({ Prefix: 'tmp/', ExpirationInDays: 7 }),
      expect.objectContaining({ Prefix: 'slipway-smoke/', ExpirationInDays: 1 }),
      expect.objectContaining({
        NoncurrentVersionExpiration: { NoncurrentDays: days },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      }),
    ]);
  });

  test('access logs go to the locked bucket with date-partitioned keys', () => {
    expect(of(environment, 'AssetBucket/Assets')['LoggingConfiguration']).toEqual({
      DestinationBucketName: '${SecurityLogs.Outputs.BucketName}',
      LogFilePrefix: 'assets/',
      TargetObjectKeyFormat: { PartitionedPrefix: { PartitionDateSource: 'EventTime' } },
    });
    const logs = of(environment, 'SecurityLogs/SecurityLogs');
    expect(logs).toMatchObject({
      BucketName: `leadshop-security-logs${part}-${account}-us-east-1`,
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: { Rules: expect.arrayContaining([expect.objectContaining({ ExpirationInDays: logDays })]) },
    });
    expect(logs).not.toHaveProperty('ObjectLockEnabled');
    expect(logs).not.toHaveProperty('ObjectLockConfiguration');
  });

  test('the locked bucket takes TLS only, logs of this account only, and deletions by administrators only', () => {
    const policy = document(of(environment, 'SecurityLogs/SecurityLogsPolicy'));
    const log = 'arn:aws:s3:::logs/assets/1';
    expect(byBucket(policy, 's3:GetObject', log, { 'aws:SecureTransport': 'false' })).toBe('denied');
    const admin = `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_1f`;
    for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion']) {
      expect(byBucket(policy, action, log)).toBe('denied');
      expect(byBucket(policy, action, log, { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/slipway-execution` })).toBe('denied');
      expect(byBucket(policy, action, log, { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/AWSReservedSSO_AdministratorAccess_1f` })).toBe('denied');
      expect(byBucket(policy, action, log, { 'aws:PrincipalArn': admin })).toBe('not allowed');
    }
    for (const action of ['s3:DeleteBucket', 's3:PutBucketPolicy', 's3:PutLifecycleConfiguration', 's3:PutBucketVersioning'])
      expect(byBucket(policy, action, 'arn:aws:s3:::logs')).toBe('denied');
    const deliver = (SourceAccount: string, SourceArn: string) =>
      decide([{ Statement: policy.Statement.filter(({ Effect }) => Effect === 'Allow') }], {
        action: 's3:PutObject',
        resource: log,
        context: { 'aws:SourceAccount': SourceAccount, 'aws:SourceArn': SourceArn },
      });
    expect(deliver(account, `arn:aws:s3:::leadshop-assets${part}-x`)).toBe('allowed');
    expect(deliver('999999999999', `arn:aws:s3:::leadshop-assets${part}-x`)).toBe('not allowed');
    expect(deliver(account, 'arn:aws:s3:::other')).toBe('not allowed');
  });

  test('plain HTTP, another encryption and keys of the caller are denied; the expected and the unstated are not', () => {
    const policy = document(of(environment, 'AssetBucketPolicy/AssetsPolicy'));
    const put = (context: Readonly<Record<string, string>>) =>
      byBucket(policy, 's3:PutObject', `${bucketArn}/k`, context);
    const sse = 's3:x-amz-server-side-encryption';
    const key = `${sse}-aws-kms-key-id`;
    const other = algorithm === 'AES256' ? 'aws:kms' : 'AES256';
    expect(put({ 'aws:SecureTransport': 'false' })).toBe('denied');
    expect(put({ [sse]: other })).toBe('denied');
    expect(put({ [`${sse}-customer-algorithm`]: 'AES256' })).toBe('denied');
    expect(put({})).toBe('not allowed');
    if (algorithm === 'aws:kms') {
      expect(put({ [sse]: algorithm, [key]: 'the-key' })).toBe('not allowed');
      expect(put({ [sse]: algorithm, [key]: 'another-key' })).toBe('denied');
      expect(put({ [sse]: algorithm })).toBe('denied');
    } else expect(put({ [sse]: algorithm })).toBe('not allowed');
  });

  test('the application role gets, puts, deletes and lists in this bucket, and nothing else', () => {
    const role = of(environment, 'ApplicationRole/Application');
    expect(role).toMatchObject({
      RoleName: `leadshop-application-${environment}`,
      PermissionsBoundary: `arn:aws:iam::${account}:policy/slipway-workload-boundary`,
    });
    const [policy] = list(role['Policies']);
    const own = [document(policy ?? {})];
    const may = (action: string, resource: string) => decide(own, { action, resource, context: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } });
    for (const action of ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']) {
      expect(may(action, `${bucketArn}/k`)).toBe('allowed');
      expect(may(action, 'arn:aws:s3:::other/k')).toBe('not allowed');
    }
    expect(may('s3:ListBucket', bucketArn)).toBe('allowed');
    for (const action of ['s3:DeleteObjectVersion', 's3:PutBucketPolicy', 's3:PutObjectAcl', 's3:DeleteBucket', 'iam:PassRole'])
      for (const resource of [bucketArn, `${bucketArn}/k`]) expect(may(action, resource)).toBe('not allowed');
    expect(may('kms:Decrypt', 'the-key')).toBe(algorithm === 'aws:kms' ? 'allowed' : 'not allowed');
  });

  test('request metrics are on, and the dashboard shows size, objects, requests and bytes', () => {
    expect(of(environment, 'AssetBucket/Assets')['MetricsConfigurations']).toEqual([{ Id: 'EntireBucket' }]);
    const dashboard = of(environment, 'Dashboard/Usage');
    expect(dashboard['DashboardName']).toBe(`leadshop-assets-${environment}`);
    const body = JSON.parse(String(dashboard['DashboardBody'])) as {
      widgets: readonly { properties: { region: string; metrics: readonly (readonly string[])[] } }[];
    };
    const metrics = body.widgets.flatMap(({ properties }) => properties.metrics.map(([, name]) => name));
    for (const name of ['BucketSizeBytes', 'NumberOfObjects', 'AllRequests', 'BytesUploaded', 'BytesDownloaded'])
      expect(metrics).toContain(name);
    for (const { properties } of body.widgets) {
      expect(properties.region).toBe('us-east-1');
      expect(JSON.stringify(properties.metrics[0])).toContain('${AssetBucket.Outputs.BucketName}');
    }
  });

  test('a budget of 40 USD a month tells at 80 and 100 % by e-mail and SNS, from the us-east-1 stack', () => {
    const budget = of(environment, 'Budget/Costs');
    expect(budget['Budget']).toMatchObject({
      BudgetName: `leadshop-${environment}`,
      BudgetLimit: { Amount: '40', Unit: 'USD' },
      TimeUnit: 'MONTHLY',
    });
    const told = list(budget['NotificationsWithSubscribers']);
    expect(told.map(({ Notification }) => (Notification as Properties)['Threshold'])).toEqual([80, 100]);
    for (const { Subscribers } of told)
      expect(Subscribers).toEqual([
        { SubscriptionType: 'SNS', Address: '${BudgetTopic.Outputs.TopicArn}' },
        { SubscriptionType: 'EMAIL', Address: `lead-factory+${environment}@leadfactory.com` },
      ]);
    const policy = of(environment, 'BudgetTopic/NotificationsPolicy')['PolicyDocument'] as PolicyDocument;
    expect(JSON.stringify(policy.Statement[0])).toContain('"Service":"budgets.amazonaws.com"');
  });

  test('what holds data is kept as the environment demands', () => {
    const stateful = (deployed.get(environment) ?? []).filter(({ type }) =>
      ['AWS::S3::Bucket', 'AWS::KMS::Key'].includes(type),
    );
    expect(stateful).toHaveLength(algorithm === 'aws:kms' ? 3 : 2);
    for (const each of stateful) expect(each).toMatchObject({ deletionPolicy, updateReplacePolicy });
  });

  test('no alarm is silent', () => {
    const alarms = (deployed.get(environment) ?? []).filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
    expect(alarms.map(({ properties }) => properties['AlarmName'])).toEqual([
      `leadshop-${environment}-asset-client-errors`,
      `leadshop-${environment}-asset-server-errors`,
    ]);
    for (const { properties } of alarms)
      expect(properties['AlarmActions']).toEqual(['${AlarmTopic.Outputs.TopicArn}']);
  });
});
