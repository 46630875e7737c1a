import { describe, expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { account } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';
import { of, list, withParameters, document } from './leadshop.ts';

describe('an application outside AWS', () => {
  test('takes the role with one subject and one audience of its provider’s tokens', async () => {
    const resource = await withParameters({
      OidcProviderArn: `arn:aws:iam::${account}:oidc-provider/oidc.vercel.com/lead-factory`,
      OidcSubject: 'owner:lead-factory:project:shop:environment:production',
      OidcAudience: 'https://vercel.com/lead-factory',
    });
    const trust = JSON.parse(String(resource('ApplicationRole/Application')['AssumeRolePolicyDocument'])) as PolicyDocument;
    expect(trust.Statement[1]).toMatchObject({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/oidc.vercel.com/lead-factory` },
      Condition: {
        StringEquals: {
          'oidc.vercel.com/lead-factory:aud': 'https://vercel.com/lead-factory',
          'oidc.vercel.com/lead-factory:sub': 'owner:lead-factory:project:shop:environment:production',
        },
      },
    });
  });

  test('is nobody by default', () => {
    expect(JSON.stringify(of('prod', 'ApplicationRole/Application')['AssumeRolePolicyDocument'])).not.toContain('WebIdentity');
  });
});

describe('replication', () => {
  const replica = 'arn:aws:s3:::leadshop-assets-replica-333333333333-us-west-2';
  const key = 'arn:aws:kms:us-west-2:333333333333:key/replica';

  test('is off by default', () => {
    for (const environment of environmentNames) {
      expect(of(environment, 'AssetBucket/Assets')).not.toHaveProperty('ReplicationConfiguration');
      expect(of(environment, 'ReplicationRole/Replication')).toEqual({});
    }
  });

  test('copies new versions, encrypted with the key there, and no deletion', async () => {
    const resource = await withParameters({ Encryption: 'aws:kms', ReplicaBucketArn: replica, ReplicaKeyArn: key });
    expect(resource('AssetBucket/Assets')['ReplicationConfiguration']).toMatchObject({
      Role: '${ReplicationRole.Outputs.RoleArn}',
      Rules: [
        {
          Status: 'Enabled',
          DeleteMarkerReplication: { Status: 'Disabled' },
          SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
          Destination: { Bucket: replica, EncryptionConfiguration: { ReplicaKmsKeyID: key } },
        },
      ],
    });
    expect(resource('Alarms/ReplicationFailures')['Dimensions']).toContainEqual({
      Name: 'DestinationBucket',
      Value: 'leadshop-assets-replica-333333333333-us-west-2',
    });
  });

  test('its role reads this bucket, by the name that the bucket has, and writes that one', async () => {
    const resource = await withParameters({ ReplicaBucketArn: replica });
    const [policy] = list(resource('ReplicationRole/Replication')['Policies']);
    const own = [document(policy ?? {})];
    const name = String(resource('AssetBucket/Assets')['BucketName']);
    expect(decide(own, { action: 's3:ListBucket', resource: `arn:aws:s3:::${name}` })).toBe('allowed');
    expect(decide(own, { action: 's3:GetObjectVersionForReplication', resource: `arn:aws:s3:::${name}/k` })).toBe('allowed');
    expect(decide(own, { action: 's3:ReplicateObject', resource: `${replica}/k` })).toBe('allowed');
    expect(decide(own, { action: 's3:ReplicateDelete', resource: `${replica}/k` })).toBe('not allowed');
    expect(decide(own, { action: 's3:GetObject', resource: `arn:aws:s3:::${name}/k` })).toBe('not allowed');
  });
});
