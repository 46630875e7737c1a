import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { fetch, ProxyAgent, type Dispatcher } from 'undici';
import { loginIssuerOf } from '../../../local/handle.ts';
import { buildSite } from '../../../scripts/demo/build-site.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { SmokeReport } from '../../../src/smoke/report.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '../../..');
let companycam: SystemAtWork;
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
  await companycam.succeed('release', 'companycam');
  deployment = (await companycam.succeed('deploy', 'companycam', 'dev')) as DeploymentResult;
  const { proxyUrl, caCertificate } = companycam.local;
  network = new ProxyAgent({ uri: proxyUrl, requestTls: { ca: caCertificate.pem } });
  api = (await companycam.outputs('dev', 'app'))['ApiUrl'] ?? '';
});
afterAll(async () => {
  await network.close();
  await companycam.end();
});

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

test('a second deployment is "no changes"', async () => {
  expect(await companycam.succeed('deploy', 'companycam', 'dev')).toMatchObject({ outcome: 'no-changes' });
});
