import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { SFN, type DescribeExecutionCommandOutput } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { startMediaProvider, type MediaProvider } from '../../fakes/media-provider/server.ts';
import { failLateInProd, failNoMore } from './late-failure.ts';
import { changesOf, planned } from './plan-changes.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '../../..');
const table = 'templates/modules/tracker-table.yml';
/** Thirty media, of which two fail once, two for ever, and the token of one is refused in the middle. */
const items = Array.from({ length: 30 }, (_, index) => ({
  id: `m${String(index).padStart(2, '0')}`,
  size: 20_000 + index,
}));
let cloudSync: SystemAtWork;
let provider: MediaProvider;
let machine: string;
let outputs: Readonly<Record<string, string>>;
const first = new Map<EnvironmentName, DeploymentResult>();

beforeAll(async () => {
  provider = await startMediaProvider({ items, rotates: true });
  cloudSync = await startSystem('cloud-sync');
  symlinkSync(join(root, 'node_modules'), join(cloudSync.folder, 'node_modules'), 'dir');
  // A function reaches the loopback as it is; the stand-in speaks no TLS, which the templates would have.
  cloudSync.edit('params/cloud-sync/dev.yml', 'https://api.gopro.com', provider.url);
  for (const template of ['templates/cloud-sync/app.yml', 'templates/modules/media-functions.yml'])
    cloudSync.edit(template, "'^https://[a-z0-9.-]+(:[0-9]+)?$'", "'^https?://[a-z0-9.-]+(:[0-9]+)?$'");
  failLateInProd(cloudSync, table, 'Tracker');
  await cloudSync.succeed('release', 'cloud-sync');
  for (const environment of ['dev', 'sit'] as const) first.set(environment, await deployed(environment));
  outputs = await cloudSync.outputs('dev', 'base');
  machine = (await cloudSync.outputs('dev', 'app'))['StateMachineArn'] ?? '';
});
afterAll(async () => {
  await cloudSync.end();
  await provider.close();
});

async function deployed(environment: EnvironmentName): Promise<DeploymentResult> {
  const ran = await cloudSync.slipway('deploy', 'cloud-sync', environment, '--yes');
  if (ran.result === null) throw new Error(ran.errors);
  return ran.result as DeploymentResult;
}

/** Of an environment's account, as its root. */
const config = (environment: EnvironmentName) => ({
  endpoint: cloudSync.local.endpoint,
  region: 'eu-west-1',
  credentials: {
    accessKeyId: { dev: '111111111111', sit: '222222222222', prod: '333333333333' }[environment],
    secretAccessKey: 'root',
  },
});

/** Runs the state machine of dev to its end. */
async function run(input: Readonly<Record<string, unknown>>): Promise<DescribeExecutionCommandOutput> {
  const sfn = new SFN(config('dev'));
  const { executionArn } = await sfn.startExecution({
    stateMachineArn: machine,
    input: JSON.stringify(input),
  });
  for (;;) {
    const found = await sfn.describeExecution({ executionArn });
    if (found.status !== 'RUNNING') return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface Tracked {
  readonly status: string | undefined;
  readonly error: string | undefined;
  readonly attempts: number;
  readonly key: string | undefined;
}

async function tracked(): Promise<ReadonlyMap<string, Tracked>> {
  const { Items = [] } = await new DynamoDB(config('dev')).scan({
    TableName: outputs['TrackerTableName'] ?? '',
  });
  return new Map(
    Items.map((item) => [
      item['media_id']?.S ?? '',
      {
        status: item['status']?.S,
        error: item['error']?.S,
        attempts: Number(item['attempts']?.N),
        key: item['s3_key']?.S,
      },
    ]),
  );
}

describe('a deployment', () => {
  test('that fails in prod for the first time keeps nothing, and the next one succeeds', async () => {
    expect(await deployed('prod')).toMatchObject({
      outcome: 'deploy-failed',
      failure: { stack: 'base', rolledBack: true },
    });
    const { TableNames = [] } = await new DynamoDB(config('prod')).listTables({});
    expect(TableNames).toEqual([]);
    failNoMore(cloudSync, table);
    await cloudSync.succeed('release', 'cloud-sync');
    for (const environment of ['dev', 'sit'] as const)
      expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
    first.set('prod', await deployed('prod'));
  });

  test.each(environmentNames)('to %s succeeds with its smoke profile', (environment) => {
    const done = first.get(environment);
    expect(done).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
    const passed = done?.smoke?.results.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    expect(passed).toEqual(expect.arrayContaining(['state-machine/runs', 'state-machine/refuses-input']));
  });

  test.each(environmentNames)('to %s done again is no change', async (environment) => {
    expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
  });

  test('of one changed parameter is exactly that change', async () => {
    cloudSync.edit('params/cloud-sync/dev.yml', 'DeepArchiveDay: 97', 'DeepArchiveDay: 104');
    cloudSync.edit('params/cloud-sync/dev.yml', 'MapConcurrency: 2', 'MapConcurrency: 3');
    await cloudSync.succeed('release', 'cloud-sync');
    expect(changesOf(await planned(cloudSync, 'cloud-sync', 'dev'))).toEqual([
      expect.stringMatching(
        /^modify base\/ArchiveBucket\/Archive: LifecycleConfiguration\.Rules.*TransitionInDays$/,
      ),
      'modify app/StateMachine/Sync: DefinitionSubstitutions.MapConcurrency',
    ]);
    expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
  });

  test('of other code in the layer makes a new version of it, which the functions get', async () => {
    cloudSync.edit('lambda/archive-layer/settings.ts', '`${name} is not set`', '`${name} is not set here`');
    await cloudSync.succeed('release', 'cloud-sync');
    const changes = changesOf(await planned(cloudSync, 'cloud-sync', 'dev'));
    expect(changes.filter((each) => !each.startsWith('possibly '))).toEqual([
      'modify app/Layer/ArchiveLayer: Content.S3Key',
    ]);
    expect(changes.filter((each) => each.includes('app/Functions/'))).toEqual(
      ['MediaAuthenticator', 'MediaDownloader', 'MediaLister'].map(
        (name) => `possibly modify app/Functions/${name}: Layers.0`,
      ),
    );
    expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
    expect(await deployed('dev')).toMatchObject({ outcome: 'no-changes' });
  });
});

describe('the state machine', () => {
  test('refuses an input that says nothing, and tells nobody of it', async () => {
    expect(await run({})).toMatchObject({ status: 'FAILED', error: 'InvalidInput' });
    expect(await run({ mode: ['sync'] })).toMatchObject({ status: 'FAILED', error: 'InvalidInput' });
    expect(provider.requests).toEqual([]);
  });

  test('ends by the name of the error where there are no credentials', async () => {
    expect(await run({ mode: 'sync' })).toMatchObject({ status: 'FAILED', error: 'CredentialsInvalid' });
  });

  test('in a dry run lists one page and brings nothing', async () => {
    await new SecretsManager(config('dev')).putSecretValue({
      SecretId: outputs['CredentialsSecretArn'] ?? '',
      SecretString: JSON.stringify(provider.credentials),
    });
    const { status, output = '{}' } = await run({ mode: 'dry-run' });
    expect([status, JSON.parse(output)]).toEqual([
      'SUCCEEDED',
      { listed: 30, wanted: 30, stored: 0, failed: 0 },
    ]);
    expect((await tracked()).size).toBe(0);
  });

  test('brings what can be had and says of the rest why not', async () => {
    const { mistakes } = provider;
    mistakes.plan('bytes', { kind: 'status', status: 500 }, { id: 'm03' });
    mistakes.plan('bytes', { kind: 'torn', after: 9000 }, { id: 'm05' });
    mistakes.plan('locate', { kind: 'status', status: 401 }, { id: 'm06' });
    mistakes.plan('locate', { kind: 'status', status: 404 }, { id: 'm07', times: Infinity });
    mistakes.plan('bytes', { kind: 'status', status: 500 }, { id: 'm09', times: Infinity });
    const { status, output = '{}' } = await run({ mode: 'sync' });
    expect([status, JSON.parse(output)]).toEqual([
      'SUCCEEDED',
      { listed: 30, wanted: 30, stored: 28, failed: 2 },
    ]);
    const states = await tracked();
    expect(states.size).toBe(30);
    expect(states.get('m07')).toMatchObject({ status: 'FAILED', error: 'MediaNotFound' });
    expect(states.get('m09')).toMatchObject({ status: 'FAILED', error: 'ProviderUnavailable' });
    const stored = [...states].filter(([, { status }]) => status === 'STORED').map(([id]) => id);
    expect(stored).toEqual(expect.arrayContaining(['m03', 'm05', 'm06']));
    expect(stored).toHaveLength(28);
  });

  test('has put what it stored into the bucket, whole and with tags', async () => {
    const s3 = cloudSync.s3('dev');
    const Bucket = outputs['ArchiveBucketName'];
    for (const [id, { status, key: Key }] of await tracked()) {
      if (status !== 'STORED') continue;
      const size = items.find((each) => each.id === id)?.size;
      expect(Key).toMatch(new RegExp(`^media/gopro/.*/${id}/`));
      expect(await s3.headObject({ Bucket, Key })).toMatchObject({ ContentLength: size });
      const { TagSet = [] } = await s3.getObjectTagging({ Bucket, Key });
      expect(TagSet).toEqual(
        expect.arrayContaining([
          { Key: 'media_id', Value: id },
          { Key: 'provider', Value: 'gopro' },
        ]),
      );
    }
  });

  test('in the next run wants only what may still come', async () => {
    const { output = '{}' } = await run({ mode: 'sync' });
    expect(JSON.parse(output)).toEqual({ listed: 30, wanted: 1, stored: 0, failed: 1 });
    expect((await tracked()).get('m09')?.attempts).toBe(2);
    expect((await tracked()).get('m07')?.attempts).toBe(1);
  });

  test('leaves no token in what executions remember and functions log', async () => {
    const sfn = new SFN(config('dev'));
    const { executions = [] } = await sfn.listExecutions({ stateMachineArn: machine });
    expect(executions.length).toBeGreaterThan(4);
    for (const { executionArn } of executions) {
      const text = JSON.stringify(await sfn.getExecutionHistory({ executionArn, maxResults: 1000 }));
      expect(provider.secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});

describe('a deletion', () => {
  test.each(['dev', 'prod'] as const)('of %s keeps what has to be kept', async (environment) => {
    const cloudFormation = cloudSync.cloudFormation(environment);
    const { ArchiveBucketName: Bucket } = await cloudSync.outputs(environment, 'base');
    for (const stack of ['app', 'base']) {
      const StackName = `cloud-sync-${environment}-${stack}`;
      await cloudFormation.deleteStack({ StackName });
      await waitUntilStackDeleteComplete(
        { client: cloudFormation, maxWaitTime: 60, minDelay: 0.5 },
        { StackName },
      );
    }
    const { TableNames = [] } = await new DynamoDB(config(environment)).listTables({});
    const { Buckets = [] } = await cloudSync.s3(environment).listBuckets({});
    const { SecretList = [] } = await new SecretsManager(config(environment)).listSecrets({});
    const kept = [
      ...TableNames,
      ...Buckets.map(({ Name = '' }) => Name).filter((name) => name === Bucket),
      ...SecretList.map(({ Name = '' }) => Name).filter((name) => name.startsWith('cloud-sync/')),
    ].sort();
    expect(kept).toEqual(
      environment === 'prod'
        ? [
            'cloud-sync/gopro-access-token-prod',
            'cloud-sync/gopro-oauth-prod',
            'gopro-archive-bucket-prod-333333333333-eu-west-1',
            'gopro-sync-tracker-prod',
          ]
        : [],
    );
  });
});
