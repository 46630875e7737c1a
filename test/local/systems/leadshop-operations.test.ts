import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { LedgerRecord } from '../../../src/ledger/ledger.ts';
import { slipwayCommands } from '../../../scripts/docs/command-lines.ts';
import { awsEnvironment } from '../../cli/aws-server.ts';
import { slipway } from '../../cli/record.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(300_000);

let leadshop: SystemAtWork;
let released: string;

beforeAll(async () => {
  leadshop = await startSystem('leadshop');
  ({ release: released } = (await leadshop.succeed('release', 'leadshop')) as { release: string });
  await leadshop.succeed('promote', 'leadshop', '--yes');
});
afterAll(() => leadshop.end());

const fileOf = (environment: string): string =>
  readFileSync(join(leadshop.folder, `params/leadshop/${environment}.yml`), 'utf8');

async function newest(environment: 'dev' | 'prod'): Promise<LedgerRecord> {
  const account = { dev: '111111111111', prod: '333333333333' }[environment];
  const s3 = leadshop.s3(environment);
  const Bucket = `slipway-ledger-${account}-us-east-1`;
  const { Contents = [] } = await s3.listObjectsV2({
    Bucket,
    Prefix: `ledger/leadshop/${environment}/records/`,
  });
  const Key = Contents.map(({ Key: key = '' }) => key)
    .sort()
    .at(-1);
  return JSON.parse(
    (await (await s3.getObject({ Bucket, Key })).Body?.transformToString()) ?? '',
  ) as LedgerRecord;
}

describe('the emergency switch of prod', () => {
  const before = { release: '', file: '' };

  test('is refused without an approval, and changes nothing then', async () => {
    before.file = fileOf('prod');
    // the working tree is further: none of this ships with the switch
    leadshop.edit(
      'templates/modules/asset-bucket.yml',
      'Resources:\n  Assets:\n',
      'Resources:\n  Later:\n    Type: AWS::SNS::Topic\n\n  Assets:\n',
    );
    expect(await leadshop.slipway('switch', 'leadshop', 'prod', 'SecurityIncident', 'on')).toMatchObject({
      exitCode: 3,
      result: null,
    });
    expect(fileOf('prod')).toBe(before.file);
    expect(await newest('prod')).toMatchObject({ kind: 'deploy', release: released });
  });

  test('ships one policy and nothing else, and leaves the file and the ledger truthful', async () => {
    const { AssetBucketName: Bucket = '' } = await leadshop.outputs('prod', 'app');
    const ran = await leadshop.slipway('switch', 'leadshop', 'prod', 'SecurityIncident', 'on', '--yes');
    const result = ran.result as DeploymentResult & { file: string };
    const changed = result.plan.stacks.flatMap(({ root }) =>
      [root, ...root.children].flatMap(({ changes }) =>
        changes.filter(({ type }) => type !== 'AWS::CloudFormation::Stack').map(({ logicalId }) => logicalId),
      ),
    );
    expect(changed).toEqual(['AssetsPolicy']);
    // shut out like everybody
    expect(result).toMatchObject({ outcome: 'smoke-failed', file: 'changed' });
    before.release = result.release;
    const { Policy = '' } = await leadshop.s3('prod').getBucketPolicy({ Bucket });
    expect(Policy).toContain('SecurityIncident');
    expect(fileOf('prod')).toBe(
      ((text) => text.replace("SecurityIncident: 'off'", "SecurityIncident: 'on'"))(before.file),
    );
    expect(fileOf('dev')).toContain("SecurityIncident: 'off'");
    expect(await newest('prod')).toMatchObject({
      kind: 'switch',
      previousRelease: released,
      overrides: [{ override: 'SecurityIncident=on', path: 'app/SecurityIncident', action: 'switch' }],
    });
  });

  test('turned off again brings the very release back, with its checks passed', async () => {
    const ran = await leadshop.slipway('switch', 'leadshop', 'prod', 'SecurityIncident', 'off', '--yes');
    expect(ran).toMatchObject({
      exitCode: 0,
      result: { outcome: 'succeeded', release: released, file: 'changed' },
    });
    expect(fileOf('prod')).toBe(before.file);
    expect(await newest('prod')).toMatchObject({ kind: 'switch', previousRelease: before.release });
  });
});

describe('a secret that people bring', () => {
  test('is made, rotated and brought back, and its value is nowhere but there', async () => {
    leadshop.edit(
      'params/leadshop/system.yml',
      'switches:\n',
      'secrets:\n  checks:\n    name: slipway/leadshop/checks\n    description: Of a test\n    madeBy: person\n    fields: { user: shown, password: hidden }\nswitches:\n',
    );
    const environment = awsEnvironment({
      AWS_ENDPOINT_URL: leadshop.local.endpoint,
      AWS_ACCESS_KEY_ID: '111111111111',
      AWS_SECRET_ACCESS_KEY: 'root',
    });
    try {
      const run = (verb: string, input: object = {}) =>
        slipway(
          leadshop.folder,
          ['secret', verb, 'leadshop', 'dev', ...(verb === 'list' ? [] : ['checks'])],
          {
            secretInput: { kind: 'pipe', read: () => Promise.resolve(JSON.stringify(input)) },
          },
        );
      const first = await run('set', { user: 'ada', password: 'first-password' });
      expect(first).toMatchObject({
        exitCode: 0,
        out: ' set  slipway/leadshop/checks (us-east-1), not tried\n',
      });
      expect((await run('restore-previous')).err).toContain('[SECRET_NO_PREVIOUS]');
      const second = await run('set', { user: 'ada', password: 'second-password' });
      expect(second.out).toContain('the value before is kept');
      expect(await run('restore-previous')).toMatchObject({ exitCode: 0 });
      const shown = JSON.stringify([first, second, await run('list')]);
      expect(shown).not.toMatch(/first-password|second-password/);
      const { SecretsManager } = await import('@aws-sdk/client-secrets-manager');
      const { SecretString } = await new SecretsManager({ region: 'us-east-1' }).getSecretValue({
        SecretId: 'slipway/leadshop/checks',
      });
      expect(SecretString).toBe('{"password":"first-password","user":"ada"}');
    } finally {
      environment[Symbol.dispose]();
    }
  });
});

describe('the commands of a runbook, as they stand there', () => {
  /** The `slipway` commands of its blocks for a shell, for dev; those that show another system run for leadshop. */
  const commandsOf = (runbook: string): readonly (readonly string[])[] => {
    const text = readFileSync(join(import.meta.dirname, `../../../docs/runbooks/${runbook}.md`), 'utf8');
    const blocks = [...text.matchAll(/^```sh\n[\s\S]*?^```$/gm)].map(([block]) => block);
    return slipwayCommands(blocks.join('\n'))
      .filter((words) => words.includes('leadshop') || words.includes('companycam') || words.length === 1)
      .map((words) => words.map((word) => word.replace('$ENV', 'dev').replace('companycam', 'leadshop')));
  };
  const run = (words: readonly string[]) =>
    words[0] === 'restore' || words[0] === 'secret'
      ? leadshop.asAdministrator('dev', ...words)
      : leadshop.slipway(...words);

  test.each(['restore', 'troubleshooting'])('%s run, and end well', async (runbook) => {
    const commands = commandsOf(runbook).filter(([verb]) => verb !== 'doctor');
    expect(commands.length).toBeGreaterThanOrEqual(3);
    for (const words of commands) {
      const { exitCode, errors } = await run(words);
      expect({ words, exitCode, errors: exitCode === 0 ? '' : errors }).toEqual({
        words,
        exitCode: 0,
        errors: '',
      });
    }
  });

  test('leadshop-incident shut the bucket of dev and open it again', async () => {
    const commands = commandsOf('leadshop-incident');
    const outcomes: unknown[] = [];
    for (const words of commands)
      outcomes.push([
        words.slice(-2).join(' '),
        ((await run(words)).result as DeploymentResult | null)?.outcome,
      ]);
    expect(outcomes).toEqual([
      ['SecurityIncident on', 'smoke-failed'],
      ['CostOverrun on', 'smoke-failed'],
      ['SecurityIncident off', 'succeeded'],
    ]);
    await leadshop.succeed('switch', 'leadshop', 'dev', 'CostOverrun', 'off');
  });

  test('rollback go back to the release before', async () => {
    const [status, back] = commandsOf('rollback');
    const before = (await newest('dev')).release;
    await leadshop.succeed(...(status ?? []));
    const { release } = (await leadshop.succeed(...(back ?? []))) as DeploymentResult;
    expect(release).not.toBe(before);
  });
});

describe('a tear-down', () => {
  const names = async (environment: 'dev' | 'prod'): Promise<readonly (string | undefined)[]> =>
    ((await leadshop.s3(environment).listBuckets({})).Buckets ?? [])
      .map(({ Name }) => Name)
      .filter((name) => name?.startsWith('leadshop-'));
  const stacks = async (environment: 'dev' | 'prod'): Promise<readonly (string | undefined)[]> =>
    ((await leadshop.cloudFormation(environment).describeStacks({})).Stacks ?? [])
      .map(({ StackName }) => StackName)
      .filter((name) => name?.startsWith('leadshop-'));

  test('of dev asks for its name, then empties and deletes all of it, and says so in the ledger', async () => {
    const { AssetBucketName: Bucket = '' } = await leadshop.outputs('dev', 'app');
    for (const Body of ['one', 'two']) await leadshop.s3('dev').putObject({ Bucket, Key: 'a', Body });
    const dry = await leadshop.asAdministrator('dev', 'tear-down', 'leadshop', 'dev', '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0, result: { done: null } });
    expect(JSON.stringify(dry.result)).toContain(Bucket);
    expect(
      await leadshop.asAdministrator('dev', 'tear-down', 'leadshop', 'dev', '--confirm', 'leadshop'),
    ).toMatchObject({ exitCode: 3, result: null });
    expect(await stacks('dev')).not.toEqual([]);
    const ran = await leadshop.asAdministrator(
      'dev',
      'tear-down',
      'leadshop',
      'dev',
      '--confirm',
      'leadshop-dev',
    );
    expect(ran.errors).not.toMatch(/\n\s+at /);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect([await stacks('dev'), await names('dev')]).toEqual([[], []]);
    expect(await newest('dev')).toMatchObject({ kind: 'tear-down', outcome: 'torn-down', by: 'ada' });
    const { result } = await leadshop.slipway('status', 'leadshop');
    expect(JSON.stringify(result)).toContain('"state":"empty"');
    // nothing is left to do, and saying so is no failure
    expect(
      await leadshop.asAdministrator('dev', 'tear-down', 'leadshop', 'dev', '--confirm', 'leadshop-dev'),
    ).toMatchObject({
      exitCode: 0,
      result: { plan: { stacks: [] }, done: null },
    });
  });

  test('of dev can be followed by a deployment of what ran there', async () => {
    const ran = await leadshop.slipway(
      'deploy',
      'leadshop',
      'dev',
      '--release',
      released.slice(0, 12),
      '--yes',
    );
    expect(ran).toMatchObject({ exitCode: 0, result: { outcome: 'succeeded' } });
  });

  test('of prod wants prod named, and keeps its buckets with all that is in them', async () => {
    const kept = await names('prod');
    const { AssetBucketName: Bucket = '' } = await leadshop.outputs('prod', 'app');
    await leadshop.s3('prod').putObject({ Bucket, Key: 'a', Body: 'one' });
    const command = ['tear-down', 'leadshop', 'prod', '--confirm', 'leadshop-prod'] as const;
    const refused = await leadshop.asAdministrator('prod', ...command);
    expect(refused).toMatchObject({ exitCode: 2, result: null });
    expect(refused.errors).toContain('[TEAR_DOWN_PROD]');
    const ran = await leadshop.asAdministrator('prod', ...command, '--even-prod', 'leadshop-prod');
    expect(ran).toMatchObject({ exitCode: 0, result: { done: { emptied: {} } } });
    expect(await stacks('prod')).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
    expect(await names('prod')).toEqual(kept);
    expect(await (await leadshop.s3('prod').getObject({ Bucket, Key: 'a' })).Body?.transformToString()).toBe(
      'one',
    );
  });
});
