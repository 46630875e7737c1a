import { expect, test } from '@jest/globals';
import { account } from '../evaluated.ts';
import { withParameters, bucketArn, document, byBucket } from './leadshop.ts';

test('uploads that state no encryption are denied where that is asked for', async () => {
  const strict = await withParameters({ UnstatedEncryption: 'refused' });
  const policy = document(strict('AssetBucketPolicy/AssetsPolicy'));
  const sse = 's3:x-amz-server-side-encryption';
  expect(byBucket(policy, 's3:PutObject', `${bucketArn}/k`)).toBe('denied');
  expect(byBucket(policy, 's3:PutObject', `${bucketArn}/k`, { [sse]: 'AES256' })).toBe('not allowed');
});

test('the switch for a security incident denies everything to all but administrators, and lets CloudFormation turn it back', async () => {
  const locked = await withParameters({ SecurityIncident: 'on', Administrators: 'people/Administrator' });
  const policy = document(locked('AssetBucketPolicy/AssetsPolicy'));
  const by = (role: string, action: string, resource: string) =>
    byBucket(policy, action, resource, { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}` });
  for (const role of ['leadshop-application-prod', 'slipway-deploy', 'slipway-watch', 'Operator', 'people/Administrator2']) {
    expect(by(role, 's3:GetObject', `${bucketArn}/k`)).toBe('denied');
    expect(by(role, 's3:ListBucket', bucketArn)).toBe('denied');
    expect(by(role, 's3:PutBucketPolicy', bucketArn)).toBe('denied');
  }
  expect(by('people/Administrator', 's3:GetObject', `${bucketArn}/k`)).toBe('not allowed');
  expect(by('slipway-execution', 's3:PutBucketPolicy', bucketArn)).toBe('not allowed');
  const open = document((await withParameters({}))('AssetBucketPolicy/AssetsPolicy'));
  expect(byBucket(open, 's3:GetObject', `${bucketArn}/k`)).toBe('not allowed');
});

test('the switch for a cost overrun tightens every rule of the lifecycle', async () => {
  const tight = await withParameters({ CostOverrun: 'on', NoncurrentDays: '90' });
  const { Rules } = tight('AssetBucket/Assets')['LifecycleConfiguration'] as { Rules: unknown };
  expect(Rules).toEqual([
    expect.objectContaining({
      Transitions: [
        { StorageClass: 'STANDARD_IA', TransitionInDays: 30 },
        { StorageClass: 'GLACIER_IR', TransitionInDays: 60 },
      ],
    }),
    expect.objectContaining({ Prefix: 'tmp/', ExpirationInDays: 1 }),
    expect.objectContaining({ Prefix: 'slipway-smoke/' }),
    expect.objectContaining({
      NoncurrentVersionExpiration: { NoncurrentDays: 7 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    }),
  ]);
});
