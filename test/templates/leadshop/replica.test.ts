import { expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { account, deployedSystem } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

test.each(environmentNames)('the replica of %s lies in a second region, encrypted as the assets, and only replication writes it', async (environment) => {
  const resources = await deployedSystem('leadshop-replica', environment);
  const assets = await deployedSystem('leadshop', environment);
  const of = (path: string) => resources.find((each) => each.path === path);
  const algorithm = (bucket: unknown) => /"SSEAlgorithm":"([^"]+)"/.exec(JSON.stringify(bucket))?.[1];
  const replica = of('Replica/Replica');
  expect(replica?.properties).toMatchObject({
    BucketName: `leadshop-assets-replica-${environment}-${account}-us-west-2`,
    VersioningConfiguration: { Status: 'Enabled' },
  });
  expect(replica?.deletionPolicy).toBe(environment === 'prod' ? 'RetainExceptOnCreate' : 'Delete');
  expect(algorithm(replica?.properties)).toBe(
    algorithm(assets.find(({ path }) => path === 'AssetBucket/Assets')?.properties),
  );
  const policy = of('Replica/ReplicaPolicy')?.properties['PolicyDocument'] as PolicyDocument;
  const by = (role: string, action: string) =>
    decide([policy], {
      action,
      context: { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}` },
    });
  expect(by(`leadshop-replication-${environment}`, 's3:ReplicateObject')).toBe('not allowed');
  for (const action of ['s3:PutObject', 's3:ReplicateObject', 's3:ReplicateDelete'])
    expect(by('admin', action)).toBe('denied');
  expect(by('admin', 's3:GetObject')).toBe('not allowed');
});
