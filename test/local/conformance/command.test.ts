import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { prepareAccounts } from '../../../scripts/demo/prepare-accounts.ts';
import { loadEnvironment, loadSystem } from '../../../src/config/load.ts';
import { findLeftovers } from '../../../scripts/conformance/clean-up.ts';
import { startTestAws, type TestAws } from '../front/local.ts';
import { account, localWorld } from './world.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(120_000);

const root = join(import.meta.dirname, '../../..');
const prod = '333333333333';
const bootstrapped = '444444444444';
const folder = mkdtempSync(join(tmpdir(), 'slipway-conformance-'));
let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws([account, bootstrapped, prod]);
  const profile = (name: string, key: string, region: string) =>
    `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = root\n${region}\n`;
  writeFileSync(
    join(folder, 'credentials'),
    profile('playground', account, 'region = eu-west-1') +
      profile('nowhere', account, '') +
      profile('stranger', 'AKIASTRANGER', 'region = eu-west-1') +
      profile('photos-prod', prod, 'region = eu-west-1') +
      profile('bootstrapped', bootstrapped, 'region = eu-west-1'),
  );
});
afterAll(async () => {
  await aws.end();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run conformance -- …`; `interrupt` is asked after each piece of output whether to send Ctrl-C. */
function conformance(
  args: readonly string[],
  interrupt: (text: string) => boolean = () => false,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/conformance/conformance.ts'), ...args], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
        AWS_ENDPOINT_URL: aws.local.endpoint,
        HTTPS_PROXY: aws.local.proxyUrl,
        HTTP_PROXY: aws.local.proxyUrl,
        NODE_EXTRA_CA_CERTS: aws.local.caCertificate.path,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    let sent = false;
    const heard = (name: 'out' | 'err') => (text: string) => {
      texts[name] += text;
      if (sent || !interrupt(texts.out + texts.err)) return;
      sent = true;
      child.kill('SIGINT');
    };
    child.stdout.setEncoding('utf8').on('data', heard('out'));
    child.stderr.setEncoding('utf8').on('data', heard('err'));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, ...texts });
    });
  });
}

const nothing = { stacks: [], buckets: [] };

describe('wrong use is told, and nothing is made', () => {
  test.each([
    ['no profile', [], 'CONFORMANCE_PROFILE', /--profile is not given/],
    ['a profile that is not there', ['--profile', 'none'], 'CONFORMANCE_PROFILE', /none/],
    ['a profile that AWS does not take', ['--profile', 'stranger'], 'CONFORMANCE_PROFILE', /stranger/],
    ['a profile without a region', ['--profile', 'nowhere'], 'CONFORMANCE_REGION', /names no region/],
    ['no region', ['--profile', 'playground', '--region', 'Ireland'], 'CONFORMANCE_REGION', /Ireland/],
    [
      'an account that is prod',
      ['--profile', 'photos-prod', '--yes'],
      'CONFORMANCE_PROD',
      /333333333333, which is prod of/,
    ],
    ['no scenario', ['--profile', 'playground', '--only', 'all'], 'CONFORMANCE_SCENARIO', /--only all/],
    ['an unknown option', ['--profile', 'playground', '--force'], 'CONFORMANCE_OPTION', /--force/],
    ['nobody to ask', ['--profile', 'playground'], 'CONFORMANCE_NOT_CONFIRMED', /nobody can be asked/],
  ])('%s', async (_what, args, code, message) => {
    const { exitCode, err } = await conformance(args);
    expect(err).toMatch(message);
    expect([exitCode, err.includes(`[${code}]`), err.includes('    at ')]).toEqual([2, true, false]);
    expect(await findLeftovers(localWorld(aws))).toEqual(nothing);
  });
});

test('says what it will make and cost, plays the scenarios, writes a report without secrets, leaves nothing', async () => {
  const report = join(folder, 'report.json');
  const args = [
    '--profile',
    'playground',
    '--yes',
    '--only',
    'objects',
    '--only',
    'bucket-access',
    '--out',
    report,
  ];
  const { exitCode, out, err } = await conformance(args);
  expect([exitCode, err]).toEqual([
    0,
    expect.stringContaining(`account  ${account}, eu-west-1, as arn:aws:iam::`),
  ]);
  expect(err).toMatch(/makes {4}what begins with slipway-conformance-[0-9a-f]{6}, and removes it at the end/);
  expect(err).toMatch(/costs {4}less than 0\.05 USD/);
  expect(out).toMatch(/ same {6}fakes\/s3\/2: If-None-Match: \* on a key that is there\n/);
  expect(out).toMatch(/ \d\d same, 0 different, 0 not seen\n/);
  const written = readFileSync(report, 'utf8');
  expect(JSON.parse(written)).toMatchObject({ schema: 1, region: 'eu-west-1' });
  expect(written).not.toMatch(/111111111111|X-Amz-Signature=[0-9a-f]|\bA[KS]IA[A-Z0-9]{12}/);
  expect(await findLeftovers(localWorld(aws))).toEqual(nothing);
});

test('Ctrl-C removes what was made', async () => {
  const world = localWorld(aws);
  const running = conformance(['--profile', 'playground', '--yes', '--only', 'failures'], (text) =>
    text.includes('failures, rollback'),
  );
  const { exitCode, err } = await running;
  expect([exitCode, err.includes('interrupted: removing what was made')]).toEqual([130, true]);
  expect(await findLeftovers(world)).toEqual(nothing);
});

test('what a run that was killed has left is removed by the next, or by --clean-up, and nothing else', async () => {
  const world = localWorld(aws);
  const { cloudFormation, s3 } = world.clients;
  const TemplateBody = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });
  await cloudFormation.createStack({ StackName: 'slipway-conformance-0ff1ce-app', TemplateBody });
  await cloudFormation.createStack({ StackName: 'somebody-elses', TemplateBody });
  for (const Bucket of ['slipway-conformance-0ff1ce-kept', 'somebody-elses-bucket']) {
    await s3.createBucket({ Bucket });
    await s3.putObject({ Bucket, Key: 'x', Body: 'x' });
  }
  const { exitCode, err } = await conformance(['--profile', 'playground', '--yes', '--clean-up']);
  expect([exitCode, err]).toEqual([
    0,
    expect.stringContaining('removes  2 stacks and buckets of earlier runs'),
  ]);
  expect(await findLeftovers(world)).toEqual(nothing);
  const { Stacks } = await cloudFormation.describeStacks({ StackName: 'somebody-elses' });
  expect(Stacks?.[0]?.StackStatus).toBe('CREATE_COMPLETE');
  await s3.headBucket({ Bucket: 'somebody-elses-bucket' });
});

describe('--system takes dev of a system through the pipeline', () => {
  const args = [
    '--profile',
    'bootstrapped',
    '--yes',
    '--system',
    'leadshop-replica',
    '--out',
    join(folder, 'system.json'),
  ];
  const stackName = 'leadshop-replica-dev-app';

  test('in that account and none that its files name, a second time without changes, and away again', async () => {
    process.env['AWS_ENDPOINT_URL'] = aws.local.endpoint;
    const dev = await loadEnvironment(root, await loadSystem(root, 'leadshop-replica'), 'dev');
    await prepareAccounts(aws.local, root, [{ ...dev, account: bootstrapped }]);
    delete process.env['AWS_ENDPOINT_URL'];
    const { exitCode, out, err } = await conformance(args);
    expect([exitCode, out, err]).toEqual([
      0,
      expect.stringContaining(' 4 same, 0 different, 0 not seen'),
      expect.stringContaining('slipway tear-down leadshop-replica dev'),
    ]);
  });

  test('unless it stands there already', async () => {
    const client = aws.cloudFormation(bootstrapped, 'us-west-2');
    const TemplateBody = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });
    await client.createStack({ StackName: stackName, TemplateBody });
    const { exitCode, err } = await conformance(args);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('[CONFORMANCE_DEPLOYED]')]);
    const { Stacks } = await client.describeStacks({ StackName: stackName });
    expect(Stacks?.[0]?.StackStatus).toBe('CREATE_COMPLETE');
  });
});
