import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  CloudFormation,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import { CloudFront } from '@aws-sdk/client-cloudfront';
import { Lambda } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ProxyAgent, fetch } from 'undici';
import { writeCredential } from '../../../scripts/edge/credential-secrets.ts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { loadEnvironments, loadSystem } from '../../../src/config/load.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { basic } from '../../lambda/edge-viewer-request/event.ts';
import { failLateInProd, failNoMore } from './late-failure.ts';
import { changesOf, planned } from './plan-changes.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '../../..');
const siteTemplate = 'templates/modules/site.yml';
const people = { user: 'preview', password: 'a-password-for-people' };
const right = basic(`${people.user}:${people.password}`);
const hosts = { dev: 'dev.kimmyai.io', sit: 'sit.kimmyai.io', prod: 'kimmyai.io' } as const;
let system: SystemAtWork;
let network: ProxyAgent;

beforeAll(async () => {
  system = await startSystem('buy-page');
  const { folder, local } = system;
  network = new ProxyAgent({ uri: local.proxyUrl, requestTls: { ca: local.caCertificate.pem } });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  cpSync(join(root, 'apps'), join(folder, 'apps'), {
    recursive: true,
    filter: (path) => !path.endsWith('dist'),
  });
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/buy-page', '--outDir', 'dist'],
    { cwd: folder, stdio: 'pipe', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const environments = await loadEnvironments(folder, await loadSystem(folder, 'buy-page'));
  for (const environment of environments) {
    const rootKey = {
      endpoint: local.endpoint,
      credentials: { accessKeyId: environment.account, secretAccessKey: 'root' },
    };
    const zone = await zoneIn(new CloudFormation({ ...rootKey, region: 'us-east-1' }));
    const file = `params/buy-page/${environment.environment}.yml`;
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll(/HostedZoneId: Z\w+/g, `HostedZoneId: ${zone}`));
    if (environment.environment === 'prod') continue;
    await writeCredential({
      environment,
      people,
      secrets: (region) => new SecretsManagerClient({ ...rootKey, region }),
    });
  }
});
afterAll(async () => {
  await network.close();
  await system.end();
});

/** The zone that the parameter files name by an id: on AWS somebody has made it before. */
async function zoneIn(client: CloudFormation): Promise<string> {
  const TemplateBody = JSON.stringify({
    Resources: { Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'kimmyai.io' } } },
  });
  const { StackId } = await client.createStack({ StackName: 'zone', TemplateBody });
  const name = { StackName: StackId ?? '' };
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, name);
  const { StackResources } = await client.describeStackResources(name);
  return StackResources?.[0]?.PhysicalResourceId ?? '';
}

async function ask(
  environment: EnvironmentName,
  path: string,
  authorization: string | null = null,
  method = 'GET',
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: string }> {
  const answer = await fetch(`https://${hosts[environment]}${path}`, {
    method,
    dispatcher: network,
    redirect: 'manual',
    headers: authorization === null ? {} : { authorization },
  });
  return { status: answer.status, headers: answer.headers as unknown as Headers, body: await answer.text() };
}

const cloudFront = (): CloudFront =>
  new CloudFront({
    endpoint: system.local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: '111111111111', secretAccessKey: 'root' },
  });

/** Names of the buckets that hold the site. */
async function siteBuckets(environment: EnvironmentName): Promise<readonly string[]> {
  const { Buckets = [] } = await system.s3(environment).listBuckets({});
  return Buckets.map(({ Name = '' }) => Name)
    .filter((name) => name.startsWith(`${environment}-kimmyai`))
    .sort();
}

async function deploy(environment: EnvironmentName): Promise<DeploymentResult> {
  return (await system.succeed('deploy', 'buy-page', environment, '--yes')) as DeploymentResult;
}

test('deploys to all three environments, us-east-1 → home → us-east-1, and every smoke check passes; a first creation that fails in prod runs again', async () => {
  failLateInProd(system, siteTemplate, 'Origin');
  await system.succeed('release', 'buy-page');
  const first = new Map<EnvironmentName, DeploymentResult>();
  for (const environment of ['dev', 'sit'] as const) first.set(environment, await deploy(environment));
  const { exitCode, result: failed } = await system.slipway('deploy', 'buy-page', 'prod', '--yes');
  expect([exitCode, failed]).toMatchObject([
    1,
    { outcome: 'deploy-failed', failure: { stack: 'web', rolledBack: true } },
  ]);
  expect(await siteBuckets('prod')).toEqual([]);
  failNoMore(system, siteTemplate);
  await system.succeed('release', 'buy-page');
  for (const environment of ['dev', 'sit'] as const)
    expect(await deploy(environment)).toMatchObject({ outcome: 'no-changes' });
  first.set('prod', await deploy('prod'));
  for (const [environment, result] of first) {
    expect([environment, result]).toMatchObject([environment, { smoke: { failed: 0 } }]);
    const groups = new Set(result.smoke?.results.map(({ group }) => group));
    expect([...groups].sort()).toEqual(
      environment === 'prod' ? ['headers', 'site', 'tls'] : ['basic-auth', 'headers', 'site', 'tls'],
    );
  }
});

test('a second deployment changes nothing', async () => {
  for (const environment of environmentNames)
    expect(await deploy(environment)).toMatchObject({ outcome: 'no-changes' });
});

describe.each(['dev', 'sit'] as const)('%s', (environment) => {
  test('asks every visitor for a credential, on every path', async () => {
    for (const path of ['/', '/buy', '/index.html', '/release.json', '/nothing.js', '/.slipway/site.json']) {
      const { status, headers, body } = await ask(environment, path);
      expect([path, status, headers.get('www-authenticate')]).toEqual([
        path,
        401,
        'Basic realm="preview", charset="UTF-8"',
      ]);
      expect(body).not.toContain('<html');
    }
    expect((await ask(environment, '/', basic('preview:wrong'))).status).toBe(401);
    expect((await ask(environment, '/', null, 'HEAD')).status).toBe(401);
    expect((await ask(environment, '/', right, 'POST')).status).toBe(403);
  });

  test('shows the page and its deep links to who has it; what is missing is missing', async () => {
    const page = await ask(environment, '/', right);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await ask(environment, '/buy', right)).body).toBe(page.body);
    const missing = await ask(environment, '/assets/nothing.js', right);
    expect([missing.status, missing.body.includes('<html')]).toEqual([404, false]);
    expect((await ask(environment, '/.slipway/site.json', right)).status).toBe(404);
    expect((await ask(environment, '/%2eslipway/site.json', right)).status).toBe(404);
  });
});

test('prod is open to all, and the same rewrite runs as a CloudFront Function', async () => {
  const page = await ask('prod', '/');
  expect(page.status).toBe(200);
  expect((await ask('prod', '/buy')).body).toBe(page.body);
  for (const path of ['/assets/nothing.js', '/api/x', '/.slipway/site.json', '/%2eslipway/site.json'])
    expect([path, (await ask('prod', path)).status]).toEqual([path, 404]);
});

test('a changed function at the edge is exactly that change and a new version; the former one stays', async () => {
  system.edit('lambda/edge-viewer-request/handler.ts', 'realm="preview"', 'realm="closed"');
  await system.succeed('release', 'buy-page');
  const plan = await planned(system, 'buy-page', 'dev');
  const changes = changesOf(plan);
  expect(changes.map((change) => change.replace(/[0-9a-f]{8}$/, '…'))).toEqual([
    'modify edge/ViewerRequestFunction/ViewerRequest: Code.S3Key',
    'add edge/ViewerRequestFunction/ViewerRequestVersion…',
    'remove edge/ViewerRequestFunction/ViewerRequestVersion…',
  ]);
  // The distribution takes the version's ARN, which is known only when the first stack has run.
  const web = plan.stacks.find(({ stack }) => stack === 'web');
  expect(JSON.stringify(web?.parameters)).toContain('edge.ViewerRequestVersionArn');
  const { smoke, outputs } = await deploy('dev');
  expect(smoke).toMatchObject({ failed: 0 });
  const { headers } = await ask('dev', '/');
  expect(headers.get('www-authenticate')).toContain('realm="closed"');
  expect(outputs['edge']?.['ViewerRequestVersionArn']).toMatch(/:buy-page-edge-dev:2$/);
  const lambda = new Lambda({
    endpoint: system.local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: '111111111111', secretAccessKey: 'root' },
  });
  const { Versions = [] } = await lambda.listVersionsByFunction({ FunctionName: 'buy-page-edge-dev' });
  expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
});

test('one changed parameter is exactly that change', async () => {
  system.edit('params/buy-page/dev.yml', 'PriceClass_100', 'PriceClass_200');
  await system.succeed('release', 'buy-page');
  expect(changesOf(await planned(system, 'buy-page', 'dev'))).toEqual([
    'modify web/Site/Distribution: DistributionConfig.PriceClass',
  ]);
  expect(await deploy('dev')).toMatchObject({ outcome: 'succeeded' });
});

describe('a second region by parameter', () => {
  const standby = 'dev-kimmyai-web-standby-111111111111-us-east-1';
  const origin = 'dev-kimmyai-web-public-111111111111-eu-west-1';
  const switchTo = (from: boolean, to: boolean): void => {
    const path = join(system.folder, 'params/buy-page/dev.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`Standby: ${from}`, `Standby: ${to}`));
  };
  const distribution = async () => {
    const { SiteDistributionId: Id } = await system.outputs('dev', 'web');
    const { Distribution } = await cloudFront().getDistribution({ Id });
    return { arn: Distribution?.ARN ?? '', config: Distribution?.DistributionConfig };
  };

  test('adds a bucket, its role and its policy, and changes bucket and distribution', async () => {
    switchTo(false, true);
    await system.succeed('release', 'buy-page');
    expect([...changesOf(await planned(system, 'buy-page', 'dev'))].sort()).toEqual([
      'add edge/StandbyBucket/Standby',
      'add watch/StandbyAccess/StandbyPolicy',
      'add web/StandbyRole/Replication',
      `modify web/Site/Distribution: ${[
        'DistributionConfig.DefaultCacheBehavior.TargetOriginId',
        'DistributionConfig.OriginGroups',
        'DistributionConfig.Origins.1',
      ].join(', ')}`,
      // Its role is made in the same deployment.
      'possibly modify web/Site/Origin: ReplicationConfiguration',
    ]);
  });

  // The local AWS forgets a bucket's replication, so that the standby stays empty; failover is tried in the front's own test.
  test('is deployed and wired, and the site is served by the group', async () => {
    const { smoke, outputs } = await deploy('dev');
    expect(smoke).toMatchObject({ failed: 0 });
    expect(outputs['edge']?.['StandbyBucketName']).toBe(standby);

    const { arn, config } = await distribution();
    expect(config?.Origins?.Items?.map(({ Id, DomainName }) => [Id, DomainName])).toEqual([
      ['bucket', `${origin}.s3.eu-west-1.amazonaws.com`],
      ['standby', `${standby}.s3.amazonaws.com`],
    ]);
    expect(config?.DefaultCacheBehavior?.TargetOriginId).toBe('bucket-or-standby');
    const { Policy = '' } = await system
      .s3('dev', undefined, 'us-east-1')
      .getBucketPolicy({ Bucket: standby });
    expect(Policy).toContain(arn);
  });

  test('goes again without a trace where the gate is told so, and the site stays', async () => {
    switchTo(true, false);
    await system.succeed('release', 'buy-page');
    const { stops } = (await planned(system, 'buy-page', 'dev')).gate;
    expect(stops.map(({ stack, path, action }) => `${action} ${stack}/${path}`)).toEqual([
      'remove edge/StandbyBucket/Standby',
    ]);
    const word = stops[0]?.override ?? '';
    expect(await system.succeed('deploy', 'buy-page', 'dev', '--yes', '--allow', word)).toMatchObject({
      outcome: 'succeeded',
      smoke: { failed: 0 },
    });
    expect(await siteBuckets('dev')).toEqual([origin]);
    expect((await distribution()).config?.DefaultCacheBehavior?.TargetOriginId).toBe('bucket');
  });
});

test('deleting prod keeps the site, deleting sit keeps nothing', async () => {
  const remains = async (environment: 'sit' | 'prod', bucket: string): Promise<boolean> => {
    const home = system.cloudFormation(environment);
    const StackName = `buy-page-${environment}-web`;
    await home.deleteStack({ StackName });
    await waitUntilStackDeleteComplete(
      { client: home, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
      { StackName },
    );
    return system
      .s3(environment)
      .headBucket({ Bucket: bucket })
      .then(
        () => true,
        () => false,
      );
  };
  expect(await remains('prod', 'prod-kimmyai-web-public-333333333333-af-south-1')).toBe(true);
  expect(await remains('sit', 'sit-kimmyai-web-public-222222222222-eu-west-1')).toBe(false);
});
