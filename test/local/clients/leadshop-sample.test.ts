import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IAM } from '@aws-sdk/client-iam';
import { STS, type Credentials } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestAws, type TestAws } from '../front/local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const account = '111111111111';
const sample = join(import.meta.dirname, '../../../clients/leadshop/sample.ts');
const bucket = `leadshop-assets-dev-${account}-us-east-1`;
const files = { 'one.txt': 'first', 'two words.txt': 'second', 'ü.txt': 'third' };
const keys = Object.keys(files).map((name) => `samples/${name}`);

let aws: TestAws;
let folder: string;
let pending: string;
/** A session of the application's role, with what leadshop's role may do with the bucket. */
let application: Credentials;

beforeAll(async () => {
  aws = await startTestAws([account]);
  folder = mkdtempSync(join(tmpdir(), 'leadshop-sample-'));
  pending = join(folder, 'pending');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const s3 = aws.s3(account, 'us-east-1');
  await s3.createBucket({ Bucket: bucket });
  await s3.putBucketVersioning({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } });
  application = await session();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await aws.end();
});

async function session(): Promise<Credentials> {
  const credentials = { accessKeyId: account, secretAccessKey: 'root' };
  const root = { endpoint: aws.local.endpoint, region: 'us-east-1', credentials };
  const iam = new IAM(root);
  const sts = new STS(root);
  const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const RoleName = 'leadshop-application-dev';
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  await iam.createRole({
    RoleName,
    AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }),
  });
  const may = { Action: ['s3:GetObject', 's3:PutObject'], Resource: `arn:aws:s3:::${bucket}/*` };
  await iam.putRolePolicy({
    RoleName,
    PolicyName: 'assets',
    PolicyDocument: policy({ Effect: 'Allow', ...may }),
  });
  const RoleArn = `arn:aws:iam::${account}:role/${RoleName}`;
  const answer = await sts.assumeRole({ RoleArn, RoleSessionName: 'sample' });
  iam.destroy();
  sts.destroy();
  if (answer.Credentials === undefined) throw new Error('there is no session');
  return answer.Credentials;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** The sample application as a process of its own, with nothing but settings. */
function run(endpoint: string): Promise<Ran> {
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: application.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: application.SecretAccessKey,
    AWS_SESSION_TOKEN: application.SessionToken,
    LEADSHOP_BUCKET: bucket,
    LEADSHOP_REGION: 'us-east-1',
    LEADSHOP_FALLBACK_FOLDER: pending,
    LEADSHOP_CONCURRENCY: '2',
    LEADSHOP_ATTEMPTS: '1',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [sample, folder], { env }, (error, out, errors) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out, errors });
    });
  });
}

const waiting = (): number => readdirSync(pending).filter((name) => name.endsWith('.pending')).length;

async function stored(key: string): Promise<string | undefined> {
  const { Body } = await aws.s3(account, 'us-east-1').getObject({ Bucket: bucket, Key: key });
  return Body?.transformToString();
}

test('while the bucket is out of reach, the sample keeps everything and says so', async () => {
  // port 9 is discard's: nobody listens there
  const ran = await run('http://127.0.0.1:9');
  expect(ran.code).toBe(1);
  expect(ran.errors).toContain(`${bucket} is out of reach`);
  for (const key of keys) expect(ran.out).toMatch(new RegExp(`^pending  ${key} *$`, 'm'));
  expect(waiting()).toBe(keys.length);
});

test('the next run brings what waits, uploads the batch, and its links give the bytes back', async () => {
  const ran = await run(aws.local.endpoint);
  expect(ran.errors).toBe('');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain(`from earlier: ${keys.length} stored, 0 still waiting`);
  expect(waiting()).toBe(0);
  for (const [name, text] of Object.entries(files)) {
    expect(await stored(`samples/${name}`)).toBe(text);
    const link = new RegExp(`^stored   samples/${name} (?<link>http\\S+)$`, 'm').exec(ran.out)?.groups?.[
      'link'
    ];
    expect(await (await fetch(link ?? '')).text()).toBe(text);
  }
  // what waited and what this run uploaded: a version each, none lost
  const { Versions = [] } = await aws.s3(account, 'us-east-1').listObjectVersions({ Bucket: bucket });
  expect(Versions).toHaveLength(2 * keys.length);
});

test('a link that was altered gives nothing', async () => {
  const { out } = await run(aws.local.endpoint);
  const link = new URL(/http\S+/.exec(out)?.[0] ?? '');
  expect((await fetch(link)).status).toBe(200);
  link.pathname = link.pathname.replace(/[^/]+$/, 'other.txt');
  expect((await fetch(link)).status).toBe(403);
});
