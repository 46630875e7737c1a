import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { bootstrapAccount } from '../../../scripts/demo/prepare-accounts.ts';
import { planAccounts } from '../../../src/bootstrap/plan-accounts.ts';
import { bootstrapTemplates } from '../../../src/cli/bootstrap-sources.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';
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

let aws: TestAws;
let before: string | undefined;

beforeAll(async () => {
  aws = await startTestAws([dev.account]);
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
