import { join } from 'node:path';
import { IAM } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { bootstrapAccount } from '../../../scripts/demo/prepare-accounts.ts';
import type { BootstrapTemplate } from '../../../src/bootstrap/bootstrap.ts';
import { planAccounts } from '../../../src/bootstrap/plan-accounts.ts';
import { bootstrapTemplates } from '../../../src/cli/bootstrap-sources.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';
import { parseTemplate } from '../../../src/template/parse-template.ts';
import { home, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

const templates = await bootstrapTemplates(join(import.meta.dirname, '../../..'));
const dev: EnvironmentDefinition = {
  system: 'companycam',
  environment: 'dev',
  file: 'params/companycam/dev.yml',
  account: '111111111111',
  regions: { home, edge: 'us-east-1' },
  tags: {},
  values: {},
};
const sit: EnvironmentDefinition = {
  ...dev,
  environment: 'sit',
  file: 'params/companycam/sit.yml',
  account: '222222222222',
};

let aws: TestAws;
let before: string | undefined;

beforeAll(async () => {
  aws = await startTestAws([dev.account, sit.account]);
  before = process.env['AWS_ENDPOINT_URL'];
  process.env['AWS_ENDPOINT_URL'] = aws.local.endpoint;
});

afterAll(async () => {
  if (before === undefined) delete process.env['AWS_ENDPOINT_URL'];
  else process.env['AWS_ENDPOINT_URL'] = before;
  await aws.end();
});

test('an account is bootstrapped in each of its regions, and a second time has nothing to change', async () => {
  const [account] = planAccounts([dev], [dev]);
  if (account === undefined) throw new Error('No account was planned.');
  const first = await bootstrapAccount(account, templates);
  expect(first.map(({ region, stack, outcome }) => [region, stack, outcome.kind])).toEqual([
    [home, 'slipway-bootstrap', 'succeeded'],
    [home, 'slipway-bootstrap-execution', 'succeeded'],
    [home, 'slipway-bootstrap-upkeep', 'succeeded'],
    ['us-east-1', 'slipway-bootstrap', 'succeeded'],
  ]);
  expect(
    Object.assign({}, ...first.map(({ outcome }) => ('outputs' in outcome ? outcome.outputs : {}))),
  ).toMatchObject({
    LedgerBucketName: `slipway-ledger-${dev.account}-${home}`,
    ExecutionRoleArn: `arn:aws:iam::${dev.account}:role/slipway-execution`,
    JanitorRoleArn: `arn:aws:iam::${dev.account}:role/slipway-janitor`,
  });
  const second = await bootstrapAccount(account, templates);
  expect(second.map(({ outcome }) => outcome.kind)).toEqual([
    'no-changes',
    'no-changes',
    'no-changes',
    'no-changes',
  ]);
  const { Summaries } = await aws.cloudFormation(dev.account).listChangeSets({
    StackName: 'slipway-bootstrap',
  });
  expect((Summaries ?? []).filter(({ Status }) => Status === 'FAILED')).toEqual([]);
});

/** All of it as one stack, as it was before there were three. */
function oneStack(): readonly BootstrapTemplate[] {
  const [foundation, ...others] = templates;
  if (foundation === undefined) throw new Error('there is no template');
  const { body } = parseTemplate(foundation.text, foundation.file);
  const Parameters = { ...body.Parameters };
  const Resources: Record<string, object> = { ...body.Resources };
  for (const { text, file } of others) {
    const other = parseTemplate(text, file).body;
    Object.assign(Parameters, other.Parameters);
    for (const [name, resource] of Object.entries(other.Resources))
      Resources[name] = { ...resource, Condition: 'IsHome' };
  }
  // without the indentation, so that it fits into a request as it did then
  return [{ ...foundation, text: JSON.stringify({ ...body, Parameters, Resources }) }];
}

test('an account from when all was one stack is brought over: buckets and whom others admit stay what they are', async () => {
  const [account] = planAccounts([sit], [sit]);
  if (account === undefined) throw new Error('No account was planned.');
  await bootstrapAccount(account, oneStack());
  const credentials = { accessKeyId: sit.account, secretAccessKey: 'root' };
  const iam = new IAM({ endpoint: aws.local.endpoint, region: 'us-east-1', credentials });
  const idOf = async (RoleName: string): Promise<string | undefined> =>
    (await iam.getRole({ RoleName })).Role?.RoleId;
  const kept = ['slipway-preview', 'slipway-plan', 'slipway-deploy', 'slipway-watch'];
  const ids = await Promise.all(kept.map(idOf));
  expect(await idOf('slipway-execution')).toBeDefined();
  const s3 = aws.s3(sit.account);
  const Bucket = `slipway-ledger-${sit.account}-${home}`;
  await s3.putObject({ Bucket, Key: 'ledger/companycam/sit/head.json', Body: '{}' });

  const first = await bootstrapAccount(account, templates);
  expect(first.map(({ region, stack, outcome }) => [region, stack, outcome.kind])).toEqual([
    [home, 'slipway-bootstrap', 'succeeded'],
    // nothing of what it takes over was there
    ['us-east-1', 'slipway-bootstrap', 'no-changes'],
  ]);
  await expect(idOf('slipway-execution')).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  const second = await bootstrapAccount(account, templates);
  expect(second.map(({ stack, outcome }) => [stack, outcome.kind])).toEqual([
    ['slipway-bootstrap', 'no-changes'],
    ['slipway-bootstrap-execution', 'succeeded'],
    ['slipway-bootstrap-upkeep', 'succeeded'],
    ['slipway-bootstrap', 'no-changes'],
  ]);

  expect(await Promise.all(kept.map(idOf))).toEqual(ids);
  expect(new Set(ids).size).toBe(kept.length);
  for (const role of ['slipway-execution', 'slipway-janitor', 'slipway-empty-hands'])
    expect(await idOf(role)).toBeDefined();
  const head = await s3.getObject({ Bucket, Key: 'ledger/companycam/sit/head.json' });
  expect(await head.Body?.transformToString()).toBe('{}');
  iam.destroy();
});
