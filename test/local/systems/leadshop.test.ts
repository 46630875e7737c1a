import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { IAM } from '@aws-sdk/client-iam';
import type { S3 } from '@aws-sdk/client-s3';
import { STS } from '@aws-sdk/client-sts';
import { environmentNames } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { Plan, StackNode } from '../../../src/plan/plan.ts';
import type { Credentials } from '../front/hands.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(240_000);

const account = '111111111111';
const dev = 'params/leadshop/dev.yml';
const subject = 'repo:lead-factory/shop:environment:shop-dev';
let leadshop: SystemAtWork;
let bucket: string;
/** The application, with a token instead of a key. */
let application: S3;
/** Somebody with all rights to S3, by a role of that name. */
const withRole = new Map<string, S3>();

beforeAll(async () => {
  leadshop = await startSystem('leadshop');
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

/** What a plan changes: `app/AssetBucket/Assets: LifecycleConfiguration.Rules…`, nested stacks left out. */
function changesOf(plan: Plan): readonly string[] {
  const within = (stack: string, node: StackNode): readonly string[] => [
    ...node.changes
      .filter(({ type }) => type !== 'AWS::CloudFormation::Stack')
      .map(({ logicalId, action, properties }) => {
        const paths = new Set(properties.map(({ path }) => path.split(/[.[/]/)[0]));
        return `${action} ${[stack, ...node.path, logicalId].join('/')}: ${[...paths].join(', ')}`;
      }),
    ...node.children.flatMap((child) => within(stack, child)),
  ];
  return plan.stacks.flatMap(({ stack, root }) => within(stack, root));
}

async function planned(environment: string): Promise<Plan> {
  const { entries } = (await leadshop.succeed('plan', 'leadshop', environment)) as {
    readonly entries: readonly { readonly plan: Plan }[];
  };
  const [entry] = entries;
  if (entry === undefined) throw new Error('There is no plan.');
  return entry.plan;
}

async function deployed(environment: string): Promise<DeploymentResult> {
  const ran = await leadshop.slipway('deploy', 'leadshop', environment, '--yes');
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
    leadshop.edit(
      template,
      'Resources:\n  Assets:\n',
      `Resources:
  # Fails in prod, after the bucket has been made.
  Late:
    Type: AWS::SQS::Queue
    DependsOn: Assets
    Properties:
      VisibilityTimeout: !If [IsProd, 999999, 30]

  Assets:
`,
    );
    await leadshop.succeed('release', 'leadshop');
    for (const environment of ['dev', 'sit']) first.set(environment, await deployed(environment));
    expect(await deployed('prod')).toMatchObject({
      outcome: 'deploy-failed',
      failure: { stack: 'app', rolledBack: true },
    });
    const { Buckets = [] } = await leadshop.s3('prod').listBuckets({});
    expect(Buckets.map(({ Name = '' }) => Name).filter((name) => name.startsWith('leadshop-'))).toEqual([]);

    leadshop.edit(template, '999999', '60');
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
    const plan = await planned('dev');
    expect(changesOf(plan)).toEqual(['modify app/AssetBucket/Assets: LifecycleConfiguration']);
    expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded' });
  });

  test('the switch for a cost overrun changes the lifecycle and nothing else', async () => {
    leadshop.edit(dev, "CostOverrun: 'off'", "CostOverrun: 'on'");
    await leadshop.succeed('release', 'leadshop');
    expect(changesOf(await planned('dev'))).toEqual([
      'modify app/AssetBucket/Assets: LifecycleConfiguration',
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
    expect(changesOf(await planned('dev'))).toEqual([
      'modify app/AssetBucketPolicy/AssetsPolicy: PolicyDocument',
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

test.each([
  ['dev', false],
  ['prod', true],
] as const)('deleting the stack of %s keeps what holds data: %s', async (environment, kept) => {
  const { AssetBucketName = '', SecurityLogsBucketName = '' } = await leadshop.outputs(environment, 'app');
  const cloudFormation = leadshop.cloudFormation(environment);
  const StackName = `leadshop-${environment}-app`;
  await cloudFormation.deleteStack({ StackName });
  await waitUntilStackDeleteComplete(
    { client: cloudFormation, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { StackName },
  );
  const { Buckets = [] } = await leadshop.s3(environment).listBuckets({});
  const names = Buckets.map(({ Name }) => Name);
  for (const each of [AssetBucketName, SecurityLogsBucketName]) expect(names.includes(each)).toBe(kept);
});
