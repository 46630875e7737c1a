import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { IAM } from '@aws-sdk/client-iam';
import type { S3 } from '@aws-sdk/client-s3';
import { STS } from '@aws-sdk/client-sts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { Credentials } from '../front/hands.ts';
import { failLateInProd, failNoMore } from './late-failure.ts';
import { changesOf, planned } from './plan-changes.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(240_000);

const account = '111111111111';
const accounts = { dev: account, sit: '222222222222', prod: '333333333333' } as const;
const dev = 'params/leadshop/dev.yml';
const subject = 'repo:lead-factory/shop:environment:shop-dev';
let leadshop: SystemAtWork;
let bucket: string;
/** The application, with a token instead of a key. */
let application: S3;
/** Somebody with all rights to S3, by a role of that name. */
const withRole = new Map<string, S3>();

beforeAll(async () => {
  leadshop = await startSystem('leadshop', ['leadshop-replica']);
  leadshop.edit(
    dev,
    "OidcProviderArn: ''",
    `OidcProviderArn: arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
  );
  leadshop.edit(dev, "OidcSubject: ''", `OidcSubject: ${subject}`);
  leadshop.edit(dev, "OidcAudience: ''", 'OidcAudience: sts.amazonaws.com');
  leadshop.edit(
    dev,
    'Administrators: aws-reserved/sso.amazonaws.com/*AWSReservedSSO_AdministratorAccess_*',
    'Administrators: Administrator',
  );
});
afterAll(() => leadshop.end());

async function deployed(environment: string, system = 'leadshop'): Promise<DeploymentResult> {
  const ran = await leadshop.slipway('deploy', system, environment, '--yes');
  if (ran.result === null) throw new Error(ran.errors);
  return ran.result as DeploymentResult;
}

async function asRole(name: string): Promise<S3> {
  const config = {
    endpoint: leadshop.local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: account, secretAccessKey: 'root' },
  };
  const iam = new IAM(config);
  const everything = (Action: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  await iam.createRole({
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' },
      ],
    }),
  });
  await iam.putRolePolicy({ RoleName: name, PolicyName: 's3', PolicyDocument: everything('s3:*') });
  const { Credentials: given } = await new STS(config).assumeRole({
    RoleArn: `arn:aws:iam::${account}:role/${name}`,
    RoleSessionName: 'test',
  });
  return leadshop.s3('dev', keysOf(given));
}

function keysOf(
  given:
    | {
        AccessKeyId?: string | undefined;
        SecretAccessKey?: string | undefined;
        SessionToken?: string | undefined;
      }
    | undefined,
): Credentials {
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

function byToken(
  token: string,
  sts = new STS({
    endpoint: leadshop.local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  }),
) {
  return sts.assumeRoleWithWebIdentity({
    RoleArn: `arn:aws:iam::${account}:role/leadshop-application-dev`,
    RoleSessionName: 'shop',
    WebIdentityToken: token,
  });
}

const refused = { name: 'AccessDenied' };

describe('a first creation', () => {
  const template = 'templates/modules/asset-bucket.yml';
  const first = new Map<string, DeploymentResult>();

  test('that fails in prod keeps nothing, and runs again with the next release', async () => {
    failLateInProd(leadshop, template, 'Assets');
    await leadshop.succeed('release', 'leadshop');
    for (const environment of ['dev', 'sit']) first.set(environment, await deployed(environment));
    expect(await deployed('prod')).toMatchObject({
      outcome: 'deploy-failed',
      failure: { stack: 'app', rolledBack: true },
    });
    const { Buckets = [] } = await leadshop.s3('prod').listBuckets({});
    expect(Buckets.map(({ Name = '' }) => Name).filter((name) => name.startsWith('leadshop-'))).toEqual([]);

    failNoMore(leadshop, template);
    await leadshop.succeed('release', 'leadshop');
    for (const environment of ['dev', 'sit'])
      expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
    first.set('prod', await deployed('prod'));
  });

  test.each(environmentNames)(
    'of %s goes through the pipeline, and its smoke profile passes',
    (environment) => {
      const done = first.get(environment);
      expect(done).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
      expect(done?.smoke?.results.map(({ group }) => group)).toEqual(
        expect.arrayContaining(['presigned-put', 'presigned-post', 'bucket', 'cors-bucket', 'service-level']),
      );
      const part = environment === 'prod' ? '' : `-${environment}`;
      expect(done?.outputs['app']?.['AssetBucketName']).toMatch(
        new RegExp(`^leadshop-assets${part}-\\d{12}-us-east-1$`),
      );
    },
  );

  test.each(environmentNames)('done again in %s is no change', async (environment) => {
    expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
  });
});

describe('in dev', () => {
  beforeAll(async () => {
    ({ AssetBucketName: bucket = '' } = await leadshop.outputs('dev', 'app'));
    const { Credentials: given } = await byToken(await leadshop.local.issueGithubToken({ subject }));
    application = leadshop.s3('dev', keysOf(given));
    for (const role of ['Administrator', 'Operator']) withRole.set(role, await asRole(role));
  });

  test('the application role is taken with the one subject of its tokens', async () => {
    const other = await leadshop.local.issueGithubToken({ subject: `${subject}-2` });
    await expect(byToken(other)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('the application puts, gets, lists and deletes in this bucket, and does nothing else', async () => {
    await application.putObject({ Bucket: bucket, Key: 'a.txt', Body: 'a' });
    expect(
      await (await application.getObject({ Bucket: bucket, Key: 'a.txt' })).Body?.transformToString(),
    ).toBe('a');
    expect((await application.listObjectsV2({ Bucket: bucket })).KeyCount).toBe(1);
    await application.deleteObject({ Bucket: bucket, Key: 'a.txt' });
    await expect(application.listObjectVersions({ Bucket: bucket })).rejects.toMatchObject(refused);
    await expect(application.getBucketPolicy({ Bucket: bucket })).rejects.toMatchObject(refused);
    const { SecurityLogsBucketName } = await leadshop.outputs('dev', 'app');
    await expect(application.listObjectsV2({ Bucket: SecurityLogsBucketName })).rejects.toMatchObject(
      refused,
    );
    await expect(
      application.putObject({ Bucket: SecurityLogsBucketName, Key: 'x', Body: 'x' }),
    ).rejects.toMatchObject(refused);
  });

  test('an upload with another encryption than the expected one is denied', async () => {
    const put = (ServerSideEncryption: 'AES256' | 'aws:kms') =>
      application.putObject({ Bucket: bucket, Key: 'tmp/encrypted', Body: 'x', ServerSideEncryption });
    await expect(put('aws:kms')).rejects.toMatchObject(refused);
    await put('AES256');
  });

  test('nobody but administrators deletes an access log', async () => {
    const { SecurityLogsBucketName: logs } = await leadshop.outputs('dev', 'app');
    const log = { Bucket: logs, Key: 'assets/log' };
    await leadshop.s3('dev').putObject({ ...log, Body: 'GET' });
    await expect(withRole.get('Operator')?.deleteObject(log)).rejects.toMatchObject(refused);
    await expect(
      withRole
        .get('Operator')
        ?.putBucketVersioning({ Bucket: logs, VersioningConfiguration: { Status: 'Suspended' } }),
    ).rejects.toMatchObject(refused);
    expect(await withRole.get('Administrator')?.deleteObject(log)).toMatchObject({ DeleteMarker: true });
  });

  test('the restore command brings a key, and a prefix, back to a moment', async () => {
    const second = () => new Promise((resolve) => setTimeout(resolve, 1100));
    const read = async (Key: string) =>
      (await application.getObject({ Bucket: bucket, Key })).Body?.transformToString();
    for (const key of ['leads/ü 1', 'leads/2', 'other'])
      await application.putObject({ Bucket: bucket, Key: key, Body: 'good', ContentType: 'text/plain' });
    await second();
    const moment = new Date().toISOString();
    await second();
    await application.putObject({ Bucket: bucket, Key: 'leads/ü 1', Body: 'bad' });
    await application.putObject({ Bucket: bucket, Key: 'leads/3', Body: 'new' });
    await application.putObject({ Bucket: bucket, Key: 'other', Body: 'bad' });
    await application.deleteObject({ Bucket: bucket, Key: 'leads/2' });

    const back = (...args: readonly string[]) =>
      leadshop.asAdministrator(
        'dev',
        'restore',
        'leadshop',
        'dev',
        'app.AssetBucketName',
        '--as-of',
        moment,
        ...args,
      );
    expect(await back('--prefix', 'leads/', '--dry-run')).toMatchObject({
      exitCode: 0,
      result: { restored: null },
    });
    expect(await read('leads/ü 1')).toBe('bad');
    expect(await back('--prefix', 'leads/')).toMatchObject({ exitCode: 3, result: null });
    expect(await back('--prefix', 'leads/', '--yes')).toMatchObject({
      exitCode: 0,
      result: { plan: { newer: ['leads/3'] }, restored: { copied: 2, deleted: 0, failed: [] } },
    });
    expect([await read('leads/ü 1'), await read('leads/2'), await read('other')]).toEqual([
      'good',
      'good',
      'bad',
    ]);
    expect((await application.headObject({ Bucket: bucket, Key: 'leads/2' })).ContentType).toBe('text/plain');

    expect(await back('--key', 'other', '--yes')).toMatchObject({ exitCode: 0 });
    expect(await back('--prefix', 'leads/', '--remove-newer', '--yes')).toMatchObject({
      result: { restored: { copied: 0, deleted: 1 } },
    });
    expect(await read('other')).toBe('good');
    await expect(read('leads/3')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('one changed parameter is exactly that change', async () => {
    leadshop.edit(dev, 'NoncurrentDays: 7', 'NoncurrentDays: 14');
    await leadshop.succeed('release', 'leadshop');
    const plan = await planned(leadshop, 'leadshop', 'dev');
    expect(changesOf(plan)).toEqual([
      'modify app/AssetBucket/Assets: LifecycleConfiguration.Rules.3.NoncurrentVersionExpiration.NoncurrentDays',
    ]);
    expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded' });
  });

  test('the switch for a cost overrun changes the lifecycle and nothing else', async () => {
    leadshop.edit(dev, "CostOverrun: 'off'", "CostOverrun: 'on'");
    await leadshop.succeed('release', 'leadshop');
    expect(changesOf(await planned(leadshop, 'leadshop', 'dev'))).toEqual([
      `modify app/AssetBucket/Assets: ${[
        'LifecycleConfiguration.Rules.0.Transitions.1',
        'LifecycleConfiguration.Rules.1.ExpirationInDays',
        'LifecycleConfiguration.Rules.3.AbortIncompleteMultipartUpload.DaysAfterInitiation',
        'LifecycleConfiguration.Rules.3.NoncurrentVersionExpiration.NoncurrentDays',
      ].join(', ')}`,
    ]);
    expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded' });
  });

  test('the switch for a security incident at once shuts out all but administrators, and back', async () => {
    const object = { Bucket: bucket, Key: 'kept.txt' };
    await application.putObject({ ...object, Body: 'kept' });
    const operator = withRole.get('Operator');
    expect(await operator?.headObject(object)).toMatchObject({ ContentLength: 4 });

    leadshop.edit(dev, "SecurityIncident: 'off'", "SecurityIncident: 'on'");
    await leadshop.succeed('release', 'leadshop');
    expect(changesOf(await planned(leadshop, 'leadshop', 'dev'))).toEqual([
      expect.stringMatching(
        /^modify app\/AssetBucketPolicy\/AssetsPolicy: PolicyDocument\.\S+(, PolicyDocument\.\S+)*$/,
      ),
    ]);
    // The checks are shut out like everybody else, which is the proof that the switch is on.
    expect(await deployed('dev')).toMatchObject({ outcome: 'smoke-failed' });
    for (const hand of [application, operator]) {
      await expect(hand?.getObject(object)).rejects.toMatchObject(refused);
      await expect(hand?.putObject({ ...object, Body: 'x' })).rejects.toMatchObject(refused);
      await expect(hand?.deleteObject(object)).rejects.toMatchObject(refused);
      await expect(hand?.listObjectsV2({ Bucket: bucket })).rejects.toMatchObject(refused);
    }
    const read = await withRole.get('Administrator')?.getObject(object);
    expect(await read?.Body?.transformToString()).toBe('kept');

    leadshop.edit(dev, "SecurityIncident: 'on'", "SecurityIncident: 'off'");
    await leadshop.succeed('release', 'leadshop');
    expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded' });
    expect(await application.headObject(object)).toMatchObject({ ContentLength: 4 });
  });
});

// The local AWS copies nothing and forgets a bucket's replication: what is wired is seen in plans, roles and policies.
describe('the replica in a second region', () => {
  const template = 'templates/modules/replica-bucket.yml';
  const first = new Map<EnvironmentName, DeploymentResult>();
  const replicaOf = async (environment: EnvironmentName) =>
    leadshop.outputs(environment, 'app', 'leadshop-replica');

  test('goes to all three environments; a first creation that fails in prod keeps nothing and runs again', async () => {
    failLateInProd(leadshop, template, 'Replica');
    await leadshop.succeed('release', 'leadshop-replica');
    for (const environment of ['dev', 'sit'] as const)
      first.set(environment, await deployed(environment, 'leadshop-replica'));
    expect(await deployed('prod', 'leadshop-replica')).toMatchObject({
      outcome: 'deploy-failed',
      failure: { stack: 'app', rolledBack: true },
    });
    const { Buckets = [] } = await leadshop.s3('prod').listBuckets({});
    expect(Buckets.filter(({ Name = '' }) => Name.startsWith('leadshop-assets-replica'))).toEqual([]);

    failNoMore(leadshop, template);
    await leadshop.succeed('release', 'leadshop-replica');
    for (const environment of ['dev', 'sit'])
      expect(await deployed(environment, 'leadshop-replica')).toMatchObject({ outcome: 'no-changes' });
    first.set('prod', await deployed('prod', 'leadshop-replica'));
    for (const [environment, done] of first) {
      expect([environment, done.outcome]).toEqual([environment, 'succeeded']);
      expect(await replicaOf(environment)).toEqual({
        ReplicaBucketArn: expect.stringMatching(
          new RegExp(`^arn:aws:s3:::leadshop-assets-replica-${environment}-\\d{12}-us-west-2$`),
        ),
        ReplicaKeyArn: environment === 'dev' ? 'none' : expect.stringMatching(/^arn:aws:kms:us-west-2:/),
      });
    }
    expect(await deployed('prod', 'leadshop-replica')).toMatchObject({ outcome: 'no-changes' });
  });

  test('one changed parameter of it is exactly that change', async () => {
    leadshop.edit('params/leadshop-replica/dev.yml', 'NoncurrentDays: 7', 'NoncurrentDays: 8');
    await leadshop.succeed('release', 'leadshop-replica');
    expect(changesOf(await planned(leadshop, 'leadshop-replica', 'dev'))).toEqual([
      'modify app/Replica/Replica: LifecycleConfiguration.Rules.1.NoncurrentVersionExpiration.NoncurrentDays',
    ]);
  });

  test('its outputs as parameters of leadshop add a role and a rule, with and without a key', async () => {
    for (const environment of environmentNames) {
      const file = `params/leadshop/${environment}.yml`;
      const { ReplicaBucketArn = '', ReplicaKeyArn = '' } = await replicaOf(environment);
      leadshop.edit(file, "ReplicaBucketArn: ''", `ReplicaBucketArn: ${ReplicaBucketArn}`);
      if (ReplicaKeyArn !== 'none')
        leadshop.edit(file, "ReplicaKeyArn: ''", `ReplicaKeyArn: ${ReplicaKeyArn}`);
    }
    await leadshop.succeed('release', 'leadshop');
    for (const environment of environmentNames) {
      const changes = changesOf(await planned(leadshop, 'leadshop', environment));
      expect([environment, ...[...changes].sort()]).toEqual([
        environment,
        'add app/Alarms/ReplicationFailures',
        'add app/ReplicationRole/Replication',
        // Its role is made in the same deployment.
        'possibly modify app/AssetBucket/Assets: ReplicationConfiguration',
      ]);
      expect([environment, await deployed(environment)]).toMatchObject([
        environment,
        { outcome: 'succeeded', smoke: { failed: 0 } },
      ]);
    }
  });

  test.each(environmentNames)(
    'of %s may be written to by the replication role, with both keys, and S3 alone takes that role',
    async (environment) => {
      const { AssetBucketName = '', EncryptionKeyArn } = await leadshop.outputs(environment, 'app');
      const { ReplicaBucketArn, ReplicaKeyArn } = await replicaOf(environment);
      const iam = new IAM({
        endpoint: leadshop.local.endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: accounts[environment], secretAccessKey: 'root' },
      });
      const { PolicyDocument = '' } = await iam.getRolePolicy({
        RoleName: `leadshop-replication-${environment}`,
        PolicyName: 'copy-assets',
      });
      const { Role } = await iam.getRole({ RoleName: `leadshop-replication-${environment}` });
      expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toMatchObject({
        Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' } }],
      });
      const policy = decodeURIComponent(PolicyDocument);
      const expected = [`arn:aws:s3:::${AssetBucketName}/*`, `${ReplicaBucketArn ?? ''}/*`];
      const keys = environment === 'dev' ? [] : [EncryptionKeyArn ?? '', ReplicaKeyArn ?? ''];
      for (const arn of [...expected, ...keys]) expect(policy).toContain(arn);
    },
  );

  test('nobody but the replication writes there', async () => {
    const bucket = ((await replicaOf('dev'))['ReplicaBucketArn'] ?? '').split(':::')[1] ?? '';
    const object = { Bucket: bucket, Key: 'x', Body: 'x' };
    for (const who of ['Operator', 'Administrator'])
      await expect(withRole.get(who)?.putObject(object)).rejects.toMatchObject(refused);
  });
});

test('deleting prod keeps assets, their logs and their replica, deleting dev keeps nothing', async () => {
  const bucketsOf = async (environment: EnvironmentName): Promise<readonly string[]> => {
    const { Buckets = [] } = await leadshop.s3(environment).listBuckets({});
    return Buckets.map(({ Name = '' }) => Name.replaceAll(/\d{12}/g, '…'))
      .filter((name) => name.startsWith('leadshop-'))
      .sort();
  };
  for (const environment of ['dev', 'prod'] as const) {
    expect(await bucketsOf(environment)).toHaveLength(3);
    for (const [system, region] of [['leadshop'], ['leadshop-replica', 'us-west-2']] as const) {
      const client = leadshop.cloudFormation(environment, undefined, region);
      const name = { StackName: `${system}-${environment}-app` };
      await client.deleteStack(name);
      await waitUntilStackDeleteComplete({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, name);
    }
  }
  expect(await bucketsOf('dev')).toEqual([]);
  expect(await bucketsOf('prod')).toEqual([
    'leadshop-assets-replica-prod-…-us-west-2',
    'leadshop-assets-…-us-east-1',
    'leadshop-security-logs-…-us-east-1',
  ]);
});
