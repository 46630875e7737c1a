import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { Lambda } from '@aws-sdk/client-lambda';
import { fetch, ProxyAgent, type Dispatcher } from 'undici';
import { loginIssuerOf } from '../../../local/handle.ts';
import { buildSite } from '../../../scripts/demo/build-site.ts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { SmokeReport } from '../../../src/smoke/report.ts';
import { failLateInProd, failNoMore } from './late-failure.ts';
import { changesOf, planned } from './plan-changes.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '../../..');
const photosBucket = 'templates/modules/photos-bucket.yml';
let companycam: SystemAtWork;
/** The first deployment to each environment that succeeded. */
const first = new Map<EnvironmentName, DeploymentResult>();
let deployment: DeploymentResult;
let network: Dispatcher;
let api: string;

beforeAll(async () => {
  companycam = await startSystem('companycam');
  for (const name of ['site', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, name), join(companycam.folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(companycam.folder, 'node_modules'), 'dir');
  await buildSite({ root, work: companycam.folder }, () => undefined);
  failLateInProd(companycam, photosBucket, 'Photos');
  await companycam.succeed('release', 'companycam');
  deployment = await deployed('dev');
  first.set('dev', deployment).set('sit', await deployed('sit'));
  const { proxyUrl, caCertificate } = companycam.local;
  network = new ProxyAgent({ uri: proxyUrl, requestTls: { ca: caCertificate.pem } });
  api = (await companycam.outputs('dev', 'app'))['ApiUrl'] ?? '';
});
afterAll(async () => {
  await network.close();
  await companycam.end();
});

async function deployed(environment: EnvironmentName): Promise<DeploymentResult> {
  const ran = await companycam.slipway('deploy', 'companycam', environment, '--yes');
  if (ran.result === null) throw new Error(ran.errors);
  return ran.result as DeploymentResult;
}

/** What an account holds of the system beyond its stacks: buckets, tables, functions. */
async function holdings(environment: EnvironmentName): Promise<readonly string[]> {
  const account = first.get(environment)?.plan.account ?? '';
  const config = (region: string) => ({
    endpoint: companycam.local.endpoint,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'root' },
  });
  const { Buckets = [] } = await companycam.s3(environment).listBuckets({});
  const { TableNames = [] } = await new DynamoDB(config('eu-west-1')).listTables({});
  const { Functions = [] } = await new Lambda(config('eu-west-1')).listFunctions({});
  return [
    ...Buckets.map(({ Name = '' }) => Name).filter((name) => !name.startsWith('slipway-')),
    ...TableNames,
    ...Functions.map(({ FunctionName = '' }) => FunctionName),
  ].sort();
}

const tokenOf = (person: string): Promise<string> =>
  companycam.local.signToken(loginIssuerOf('dev'), {
    sub: person,
    aud: 'companycam',
    client_id: 'site',
    scope: 'photos/read photos/write',
    token_use: 'access',
  });

/** Statuses of so many requests for a detection at once. */
async function detections(person: string, count: number): Promise<readonly number[]> {
  const authorization = `Bearer ${await tokenOf(person)}`;
  const answers = Array.from({ length: count }, async () => {
    const answer = await fetch(`${api}/detections`, {
      dispatcher: network,
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{"photoId":"00000000-0000-4000-8000-000000000000"}',
    });
    await answer.text();
    return answer.status;
  });
  return Promise.all(answers);
}

test('network, cache and API stand, and every smoke check that is enforceable here passes', () => {
  expect(deployment).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
  expect(Object.keys(deployment.outputs)).toEqual(expect.arrayContaining(['edge', 'network', 'app']));
  expect(deployment.outputs['network']).toMatchObject({
    VpcId: expect.stringMatching(/^vpc-/),
    DataSubnetIds: expect.stringMatching(/^subnet-\w+,subnet-\w+$/),
  });
});

test('the function in the private subnets was called, and tells that the emulator has no cache behind its address', () => {
  const found = deployment.smoke?.results.find(({ group }) => group === 'cache-connectivity');
  expect(found).toMatchObject({
    outcome: 'not-enforceable',
    reason: expect.stringContaining('none of ElastiCache'),
  });
});

test("one user's 429 leaves another at 200, once each has a key of their own", async () => {
  // The first request of each asks for a key; until it is there, newcomers share a rate.
  expect([...(await detections('alice', 1)), ...(await detections('bob', 1))]).toEqual([202, 202]);
  await new Promise((resolve) => setTimeout(resolve, 7000));
  const alice = await detections('alice', 80);
  const bob = await detections('bob', 1);
  expect(new Set(alice)).toEqual(new Set([202, 429]));
  // A newcomer would get five at once; a user's own burst is twenty.
  expect(alice.filter((status) => status === 202).length).toBeGreaterThanOrEqual(20);
  expect(bob).toEqual([202]);
});

test('the smoke checks say the same when they are asked to send load', async () => {
  const report = (await companycam.succeed(
    'smoke',
    'companycam',
    'dev',
    '--groups',
    'rate-limit',
  )) as SmokeReport;
  expect(report.results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'rate-limit/within passed',
    'rate-limit/burst passed',
    'rate-limit/cors passed',
    'rate-limit/other-user passed',
    'rate-limit/recovers passed',
  ]);
});

test('a first creation that fails in prod keeps nothing, and runs again with the next release', async () => {
  expect(await deployed('prod')).toMatchObject({
    outcome: 'deploy-failed',
    failure: { stack: 'app', rolledBack: true },
  });
  const { Buckets = [] } = await companycam.s3('prod').listBuckets({});
  expect(Buckets.filter(({ Name = '' }) => Name.startsWith('companycam-photos'))).toEqual([]);
  failNoMore(companycam, photosBucket);
  await companycam.succeed('release', 'companycam');
  for (const environment of ['dev', 'sit'] as const)
    expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
  first.set('prod', await deployed('prod'));
});

test.each(environmentNames)('%s goes through the pipeline, and its smoke profile passes', (environment) => {
  const done = first.get(environment);
  expect(done).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
  expect(Object.keys(done?.outputs ?? {}).sort()).toEqual(['app', 'edge', 'network']);
  const groups = new Set<string>(done?.smoke?.results.map(({ group }) => group));
  for (const group of [
    'site',
    'headers',
    'jwt',
    'cors-api',
    'presigned-post',
    'bucket',
    'cache-connectivity',
  ])
    expect([environment, groups.has(group)]).toEqual([environment, true]);
});

test('a second deployment is "no changes"', async () => {
  for (const environment of environmentNames)
    expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
});

test('one changed parameter is exactly that change', async () => {
  const [from, to] = [
    'LogRetentionDays: 30\n    NatGateways',
    'LogRetentionDays: 60\n    NatGateways',
  ] as const;
  companycam.edit('params/companycam/dev.yml', from, to);
  await companycam.succeed('release', 'companycam');
  expect(changesOf(await planned(companycam, 'companycam', 'dev'))).toEqual([
    'modify network/FlowLogs/Flows: RetentionInDays',
    'modify network/CacheConnectivity/CacheConnectivityLog: RetentionInDays',
  ]);
  expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded' });
});

test('deleting prod keeps what holds data and nothing else, deleting dev keeps nothing', async () => {
  for (const environment of ['dev', 'prod'] as const) {
    for (const [stack, region] of [['app'], ['network'], ['edge', 'us-east-1']] as const) {
      const client = companycam.cloudFormation(environment, undefined, region);
      const name = { StackName: `companycam-${environment}-${stack}` };
      await client.deleteStack(name);
      await waitUntilStackDeleteComplete({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, name);
    }
  }
  expect(await holdings('dev')).toEqual([]);
  expect(await holdings('prod')).toEqual([
    'companycam-access-logs-prod-333333333333-us-east-1',
    'companycam-photos-prod-333333333333-eu-west-1',
    'companycam-site-prod-333333333333-eu-west-1',
    'companycam-user-keys-prod',
  ]);
});
