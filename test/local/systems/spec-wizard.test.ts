import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { ProxyAgent, WebSocket, type Dispatcher } from 'undici';
import { loginIssuerOf } from '../../../local/handle.ts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { changesOf, planned } from './plan-changes.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(300_000);

const root = join(import.meta.dirname, '../../..');
const accounts = { dev: '111111111111', sit: '222222222222', prod: '333333333333' } as const;
const dev = 'params/spec-wizard/dev.yml';
let specWizard: SystemAtWork;
let network: Dispatcher;
const first = new Map<string, DeploymentResult>();

async function deployed(environment: EnvironmentName): Promise<DeploymentResult> {
  const ran = await specWizard.slipway('deploy', 'spec-wizard', environment, '--yes');
  if (ran.result === null) throw new Error(ran.errors);
  return ran.result as DeploymentResult;
}

const tableOf = (environment: EnvironmentName): DynamoDB =>
  new DynamoDB({
    endpoint: specWizard.local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: accounts[environment], secretAccessKey: 'root' },
  });

beforeAll(async () => {
  specWizard = await startSystem('spec-wizard');
  symlinkSync(join(root, 'node_modules'), join(specWizard.folder, 'node_modules'), 'dir');
  const { proxyUrl, caCertificate } = specWizard.local;
  network = new ProxyAgent({ uri: proxyUrl, requestTls: { ca: caCertificate.pem } });
  await specWizard.succeed('release', 'spec-wizard');
  for (const environment of environmentNames) first.set(environment, await deployed(environment));
});
afterAll(async () => {
  await network.close();
  await specWizard.end();
});

describe('three environments', () => {
  test.each(environmentNames)('%s goes through the pipeline, and its smoke profile passes', (environment) => {
    const done = first.get(environment);
    expect(done).toMatchObject({ outcome: 'succeeded', smoke: { failed: 0 } });
    expect(new Set(done?.smoke?.results.map(({ group }) => group))).toEqual(
      new Set([
        'presigned-put',
        'presigned-post',
        'bucket',
        'cors-bucket',
        'cdn',
        'headers',
        'tls',
        'websocket',
        'cleanup',
      ]),
    );
    const sockets = done?.smoke?.results.filter(({ group }) => group === 'websocket') ?? [];
    const enforced = sockets.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    expect(enforced).toEqual(
      expect.arrayContaining([
        'websocket/connects',
        'websocket/connects-by-query',
        'websocket/connects-by-subprotocol',
        'websocket/echo',
        'websocket/no-token',
        'websocket/forged-token',
      ]),
    );
    // Claims can be tried only where a test issuer is trusted.
    expect(enforced.includes('websocket/expired')).toBe(environment !== 'prod');
  });

  test.each(environmentNames)('done again in %s is no change', async (environment) => {
    expect(await deployed(environment)).toMatchObject({ outcome: 'no-changes' });
  });
});

/** A person's connection: what it has heard, and how to speak. */
interface Person {
  readonly heard: unknown[];
  say(text: string): void;
  close(): void;
}

async function person(name: string, session: string, lifetime = 600): Promise<Person> {
  const { ChatUrl = '' } = await specWizard.outputs('dev', 'app');
  const claims = {
    sub: name,
    sid: session,
    aud: 'spec-wizard',
    client_id: 'web',
    scope: 'spec-wizard/chat',
    token_use: 'access',
  };
  const issuer = loginIssuerOf('dev', 'specwizard.com');
  const token = await specWizard.local.signToken(issuer, claims, lifetime);
  const socket = new WebSocket(ChatUrl, {
    dispatcher: network,
    protocols: ['spec-wizard.chat', `bearer.${token}`],
  });
  const heard: unknown[] = [];
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', ({ message }) => {
      reject(new Error(message));
    });
  });
  return {
    heard,
    say: (text) => {
      socket.send(JSON.stringify({ action: 'sendMessage', text }));
    },
    close: () => {
      socket.close();
    },
  };
}

/** CloudWatch Logs of dev, as the root of its account. */
async function logs<T>(call: string, input: object): Promise<T> {
  const scope = `${accounts.dev}/20261121/us-east-1/logs/aws4_request`;
  const answer = await fetch(specWizard.local.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${call}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as T;
}

/** Waits until something holds; the caller's expectation says what was missing. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100 && !(await holds()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

async function connectionsOf(session: string): Promise<readonly Record<string, unknown>[]> {
  const { SessionsTableName } = await specWizard.outputs('dev', 'app');
  const { Items = [] } = await tableOf('dev').query({
    TableName: SessionsTableName,
    KeyConditionExpression: 'PK = :session',
    ExpressionAttributeValues: { ':session': { S: `SESSION#${session}` } },
  });
  return Items;
}

describe('the chat', () => {
  test('hands a message on within its session, and keeps connections in the table for as long as they are open', async () => {
    const alice = await person('alice', 'wizard-1');
    const bob = await person('bob', 'wizard-1');
    const eve = await person('eve', 'wizard-2');
    const items = await connectionsOf('wizard-1');
    expect(items.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([{ S: 'alice' }, { S: 'bob' }]),
    );
    for (const { expiresAt } of items)
      expect(Number((expiresAt as { N: string }).N)).toBeGreaterThan(Date.now() / 1000);

    alice.say('hello');
    await until(() => alice.heard.length > 0 && bob.heard.length > 0);
    const message = expect.objectContaining({ type: 'message', text: 'hello', from: 'alice' });
    expect(alice.heard).toEqual([message]);
    expect(bob.heard).toEqual([message]);
    expect(eve.heard).toEqual([]);

    bob.close();
    await until(async () => (await connectionsOf('wizard-1')).length === 1);
    expect((await connectionsOf('wizard-1')).map(({ subject }) => subject)).toEqual([{ S: 'alice' }]);
    alice.close();
    eve.close();
    await until(async () => (await connectionsOf('wizard-1')).length === 0);
    expect(await connectionsOf('wizard-1')).toEqual([]);
  });

  test('ends a connection whose token is over', async () => {
    const alice = await person('alice', 'wizard-3', 4);
    const bob = await person('bob', 'wizard-3');
    await new Promise((resolve) => setTimeout(resolve, 4500));
    alice.say('late');
    await until(async () => (await connectionsOf('wizard-3')).length === 1);
    expect((await connectionsOf('wizard-3')).map(({ subject }) => subject)).toEqual([{ S: 'bob' }]);
    expect(bob.heard).toEqual([]);
    bob.close();
  });

  test('says in its logs why a token was refused, and writes none', async () => {
    const { logGroups = [] } = await logs<{ logGroups?: { logGroupName: string }[] }>(
      'DescribeLogGroups',
      {},
    );
    const names = logGroups.map(({ logGroupName }) => logGroupName).filter((name) => name.includes('-chat-'));
    expect(names).toEqual(expect.arrayContaining(['/aws/lambda/spec-wizard-chat-authorizer-dev']));
    const lines = await Promise.all(
      names.map(async (logGroupName) => logs<object>('FilterLogEvents', { logGroupName })),
    );
    const text = JSON.stringify(lines);
    expect(text).toContain('token refused');
    expect(text).not.toMatch(/eyJ|token=/);
  });
});

test('one changed parameter is exactly that change', async () => {
  specWizard.edit(dev, 'NoncurrentDays: 7', 'NoncurrentDays: 14');
  await specWizard.succeed('release', 'spec-wizard');
  expect(changesOf(await planned(specWizard, 'spec-wizard', 'dev'))).toEqual([
    'modify exports/ExportsBucket/Exports: LifecycleConfiguration.Rules.2.NoncurrentVersionExpiration.NoncurrentDays',
  ]);
  expect(await deployed('dev')).toMatchObject({ outcome: 'succeeded' });
});

test.each([
  ['dev', false],
  ['prod', true],
] as const)('deleting the stacks of %s keeps what holds data: %s', async (environment, kept) => {
  const { SessionsTableName = '' } = await specWizard.outputs(environment, 'app');
  const { ExportsBucketName = '' } = await specWizard.outputs(environment, 'exports');
  const cloudFormation = specWizard.cloudFormation(environment);
  for (const stack of ['watch', 'app', 'exports']) {
    const StackName = `spec-wizard-${environment}-${stack}`;
    await cloudFormation.deleteStack({ StackName });
    await waitUntilStackDeleteComplete(
      { client: cloudFormation, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
      { StackName },
    );
  }
  const { TableNames = [] } = await tableOf(environment).listTables({});
  expect(TableNames.includes(SessionsTableName)).toBe(kept);
  const { Buckets = [] } = await specWizard.s3(environment).listBuckets({});
  expect(Buckets.map(({ Name }) => Name).includes(ExportsBucketName)).toBe(kept);
});
