import { beforeAll, describe, expect, test } from '@jest/globals';
import { account, companycam, type Properties, type Resource } from './evaluated.ts';
import { decide, type PolicyDocument } from './iam.ts';

let resources: readonly Resource[];
beforeAll(async () => {
  resources = await companycam('dev');
});
const of = (path: string): Properties => resources.find((each) => each.path === path)?.properties ?? {};

describe("the photos bucket's policy", () => {
  const photo = 'arn:aws:s3:::x/photos/alice/1.jpg';
  const by = (principal: string, action: string, resource = photo, prefix?: string): string => {
    const statements = (of('PhotosBucket/PhotosPolicy')['PolicyDocument'] as PolicyDocument).Statement;
    const context = {
      'aws:PrincipalArn': principal,
      'aws:SecureTransport': 'true',
      ...(prefix === undefined ? {} : { 's3:prefix': prefix }),
    };
    // The bucket's own ARN is known only once it is there.
    const document = JSON.parse(
      JSON.stringify({ Statement: statements }).replaceAll('${Photos.Arn}', 'arn:aws:s3:::x'),
    ) as PolicyDocument;
    const named = document.Statement.filter(
      ({ Principal }) => Principal === '*' || JSON.stringify(Principal).includes(principal),
    );
    return decide([{ Statement: named }], { action, resource, context });
  };
  const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
  const session = (name: string): string => `arn:aws:sts::${account}:assumed-role/${name}/session`;

  test.each(['companycam-photos-function-dev', 'photo-upload-service-role-dev', 'detection-service-role-dev'])(
    'leaves %s to its own rights',
    (name) => {
      for (const principal of [role(name), session(name)]) {
        expect(by(principal, 's3:GetObject')).toBe('not allowed');
        expect(by(principal, 's3:PutObject')).toBe('not allowed');
      }
    },
  );

  test.each(['admin', 'photo-upload-service-role-dev2', 'companycam-photos-function-prod', 'slipway-execution', 'slipway-preview', 'slipway-plan', 'slipway-janitor'])(
    'keeps %s out, whatever its rights',
    (name) => {
      for (const action of ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObjectVersion']) {
        expect(by(role(name), action)).toBe('denied');
        expect(by(session(name), action)).toBe('denied');
      }
    },
  );

  test.each(['slipway-deploy', 'slipway-watch'])('lets the smoke checks as %s use their own corner, and nothing beside it', (name) => {
    const principal = role(name);
    for (const key of ['photos/slipway-smoke-1a2b/x.png', 'slipway-smoke/put.bin']) {
      for (const action of ['s3:GetObject', 's3:PutObject', 's3:DeleteObjectVersion']) {
        expect(by(principal, action, `arn:aws:s3:::x/${key}`)).toBe('allowed');
        expect(by(session(name), action, `arn:aws:s3:::x/${key}`)).not.toBe('denied');
      }
      expect(by(principal, 's3:PutObjectAcl', `arn:aws:s3:::x/${key}`)).toBe('not allowed');
    }
    expect(by(principal, 's3:GetObject')).toBe('not allowed');
    expect(by(principal, 's3:ListBucketVersions', 'arn:aws:s3:::x', 'photos/slipway-smoke-1a2b/')).toBe('allowed');
    expect(by(principal, 's3:ListBucketVersions', 'arn:aws:s3:::x', 'photos/alice/')).toBe('not allowed');
    expect(by(principal, 's3:ListBucket', 'arn:aws:s3:::x')).toBe('not allowed');
  });
});

test('is kept, archived and cleaned as the platform promises', () => {
  const { Rules } = of('PhotosBucket/Photos')['LifecycleConfiguration'] as {
    Rules: readonly { Prefix?: string; ExpirationInDays?: number }[];
  };
  expect(Rules).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 90 }] }),
      expect.objectContaining({ Prefix: 'tmp/', ExpirationInDays: 30 }),
      expect.objectContaining({ Prefix: 'depth-maps/', ExpirationInDays: 30 }),
      expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: '30' } }),
    ]),
  );
  expect(Rules.filter(({ Prefix, ExpirationInDays }) => ExpirationInDays !== undefined && Prefix === 'photos/')).toEqual([]);
  expect(of('PhotosBucket/Photos')['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
});

test("admits the site's origin and no other from a browser", () => {
  const { CorsRules } = of('PhotosBucket/Photos')['CorsConfiguration'] as { CorsRules: readonly unknown[] };
  expect(CorsRules).toEqual([
    {
      Id: 'web-origin',
      AllowedOrigins: ['${Site.Outputs.SiteUrl}'],
      AllowedMethods: ['GET', 'HEAD', 'POST', 'PUT'],
      AllowedHeaders: ['*'],
      ExposedHeaders: ['ETag'],
      MaxAge: 3600,
    },
  ]);
});

test('the queue of uploads takes events of this account’s bucket only, and gives up to a queue that is watched', () => {
  const policy = of('PhotoEvents/UploadedPhotosPolicy')['PolicyDocument'] as PolicyDocument;
  const from = (bucket: string, owner: string): string =>
    decide([policy], {
      action: 'sqs:SendMessage',
      context: { 'aws:SourceAccount': owner, 'aws:SourceArn': `arn:aws:s3:::${bucket}`, 'aws:SecureTransport': 'true' },
    });
  expect(from('companycam-photos-dev-111111111111-eu-west-1', account)).toBe('allowed');
  expect(from('companycam-photos-dev-111111111111-eu-west-1', '222222222222')).toBe('not allowed');
  expect(from('other', account)).toBe('not allowed');
  expect(of('PhotoEvents/UploadedPhotos')['RedrivePolicy']).toMatchObject({ maxReceiveCount: '5' });
  expect(of('Alarms/FailedPhotos')['Dimensions']).toEqual([
    { Name: 'QueueName', Value: '${PhotoEvents.Outputs.FailedQueueName}' },
  ]);
});
