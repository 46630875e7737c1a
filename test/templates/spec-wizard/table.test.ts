import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '../evaluated.ts';
import { of, resources, at } from './deployed.ts';

describe.each([
  ['dev', false, 'Delete', 'Delete'],
  ['sit', false, 'Delete', 'Delete'],
  ['prod', true, 'RetainExceptOnCreate', 'Retain'],
] as const)('the table in %s', (environment, recovers, deletionPolicy, updateReplacePolicy) => {
  const table = of(environment, 'SessionsTable/Sessions');

  test('single table PK/SK with GSI1', () => {
    expect(table).toMatchObject({
      TableName: `spec-wizard-sessions-${environment}`,
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeySchema: [
            { AttributeName: 'GSI1PK', KeyType: 'HASH' },
            { AttributeName: 'GSI1SK', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    });
  });

  test('TTL attribute, streams with new and old images', () => {
    expect(table).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  test('customer-managed KMS key with rotation', () => {
    expect(table['SSESpecification']).toEqual({
      SSEEnabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: '${TableKey.Outputs.KeyArn}',
    });
    expect(of(environment, 'TableKey/Encryption')['EnableKeyRotation']).toBe(true);
    expect(of(environment, 'TableKey/EncryptionAlias')['AliasName']).toBe(`alias/spec-wizard-sessions-${environment}`);
  });

  test('on-demand, and nothing scales', () => {
    expect(table['BillingMode']).toBe('PAY_PER_REQUEST');
    expect(table).not.toHaveProperty('ProvisionedThroughput');
    expect(resources(environment).filter(({ type }) => type.startsWith('AWS::ApplicationAutoScaling'))).toEqual([]);
  });

  test(`point-in-time recovery ${recovers ? 'is on' : 'is for prod'}`, () => {
    expect(table['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: recovers });
  });

  test('table, keys, buckets, secrets and sender stay in prod, and go elsewhere', () => {
    const kept = resources(environment).filter(({ type }) =>
      [
        'AWS::DynamoDB::Table',
        'AWS::KMS::Key',
        'AWS::S3::Bucket',
        'AWS::SecretsManager::Secret',
        'AWS::SES::EmailIdentity',
      ].includes(type),
    );
    // one table, two keys, two secrets, a sender, the exports; in prod two buckets of logs
    expect(kept).toHaveLength(recovers ? 9 : 7);
    for (const each of kept) expect(each).toMatchObject({ deletionPolicy, updateReplacePolicy });
  });
});

describe('provisioned with auto scaling by parameter', () => {
  const table = { System: 'spec-wizard', Environment: 'prod', KeyArn: 'key', ReadCapacity: '7', WriteCapacity: '3' };

  test('table and index begin with the capacity that is given', async () => {
    const made = await resourcesOf('templates/modules/sessions-table.yml', { ...table, Capacity: 'provisioned' });
    const throughput = { ReadCapacityUnits: '7', WriteCapacityUnits: '3' };
    expect(at(made, 'Sessions')).toMatchObject({
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: throughput,
      GlobalSecondaryIndexes: [{ ProvisionedThroughput: throughput }],
    });
  });

  test('reads and writes of table and index scale between their bounds at 70 %', async () => {
    const made = await resourcesOf('templates/modules/table-scaling.yml', {
      TableName: 'sessions',
      IndexName: 'GSI1',
      MinimumRead: '5',
      MaximumRead: '100',
      MinimumWrite: '4',
      MaximumWrite: '80',
    });
    const targets = made.filter(({ type }) => type.endsWith('ScalableTarget')).map(({ properties }) => properties);
    expect(
      targets.map((each) => [each['ScalableDimension'], each['ResourceId'], each['MinCapacity'], each['MaxCapacity']]),
    ).toEqual([
      ['dynamodb:table:ReadCapacityUnits', 'table/sessions', '5', '100'],
      ['dynamodb:table:WriteCapacityUnits', 'table/sessions', '4', '80'],
      ['dynamodb:index:ReadCapacityUnits', 'table/sessions/index/GSI1', '5', '100'],
      ['dynamodb:index:WriteCapacityUnits', 'table/sessions/index/GSI1', '4', '80'],
    ]);
    const scaled = made.filter(({ type }) => type.endsWith('ScalingPolicy')).map(({ properties }) => properties);
    expect(scaled.map((each) => each['ScalingTargetId'])).toEqual([
      '${TableRead}',
      '${TableWrite}',
      '${IndexRead}',
      '${IndexWrite}',
    ]);
    for (const [index, each] of scaled.entries())
      expect(each['TargetTrackingScalingPolicyConfiguration']).toMatchObject({
        TargetValue: '70',
        PredefinedMetricSpecification: {
          PredefinedMetricType: `DynamoDB${index % 2 === 0 ? 'Read' : 'Write'}CapacityUtilization`,
        },
      });
  });
});
