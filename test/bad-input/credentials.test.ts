import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { awsEnvironment, startAws } from '../cli/aws-server.ts';
import { slipway } from '../cli/record.ts';
import { refusal, repository, type Repository } from './repository.ts';

/** Every command that asks AWS for something. */
const commands: readonly (readonly string[])[] = [
  ['release', 'shop'],
  ['plan', 'shop', 'dev'],
  ['deploy', 'shop', 'dev'],
  ['promote', 'shop', '--to', 'dev'],
  ['rollback', 'shop', 'dev'],
  ['site', 'shop', 'dev'],
  ['smoke', 'shop', 'dev'],
  ['outputs', 'shop', 'dev'],
];

async function withRelease(): Promise<Repository> {
  const repo = await repository();
  expect((await repo.run('release', 'shop', '--no-upload')).exitCode).toBe(0);
  return repo;
}

describe('without credentials', () => {
  let environment: Disposable;
  beforeEach(() => {
    environment = awsEnvironment({});
  });
  afterEach(() => {
    environment[Symbol.dispose]();
  });

  test.each(commands)('%s %s %s says how to get some', async (...argv) => {
    await using repo = await withRelease();
    const said = await refusal(repo, ...argv);
    expect(said).toContain(
      ' no usable AWS credentials for dev: Could not load credentials from any providers  [NO_CREDENTIALS]\n',
    );
    expect(said).toContain(
      'Next: sign in (`aws sso login`), set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; nothing was changed\n',
    );
  });

  test('the board says so for each environment', async () => {
    await using repo = await withRelease();
    const { exitCode, out, err } = await repo.run('status', '--json');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const problem = expect.stringContaining('no usable AWS credentials');
    expect(JSON.parse(out)).toEqual({
      shop: ['dev', 'sit', 'prod'].map((environment) => ({
        environment,
        head: null,
        problem,
        records: [],
      })),
    });
  });

  test.each([
    ['--profiles', ['--profiles', '{system}-{environment}-{role}'], {}],
    ['SLIPWAY_PROFILES', [], { SLIPWAY_PROFILES: '{system}-{environment}-{role}' }],
  ])('a profile that %s means and that is not there is named', async (_by, options, env) => {
    await using repo = await withRelease();
    const { exitCode, err } = await slipway(repo.root, ['plan', 'shop', 'dev', ...options], { env });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^ no usable AWS credentials for dev: .*shop-dev-plan.* \[NO_CREDENTIALS\]\n/);
  });

  test('two ways to come by credentials at once are refused', async () => {
    await using repo = await withRelease();
    expect(await refusal(repo, 'plan', 'shop', 'dev', '--profiles', 'x', '--assume-roles')).toBe(
      ' --profiles and --assume-roles are two ways to come by credentials; give one of them  [IDENTITY_TWICE]\n',
    );
  });
});

describe('with credentials of another account', () => {
  test.each(commands)('%s %s %s stops before anything else is asked', async (...argv) => {
    await using repo = await withRelease();
    await using aws = await startAws({ account: '999999999999' });
    const said = await refusal(repo, ...argv);
    expect(said).toContain(
      ' these credentials belong to account 999999999999, but dev is account 111111111111 (params/shop/dev.yml)  [WRONG_ACCOUNT]\n' +
        '   Next: use credentials of account 111111111111; nothing was changed\n',
    );
    expect(said).not.toContain('test-secret-key');
    expect(aws.requests).toEqual(['sts GetCallerIdentity']);
  });
});

test('credentials of the right account go further: to the ledger, which is not there', async () => {
  await using repo = await withRelease();
  await using aws = await startAws({ account: '111111111111' });
  expect(await refusal(repo, 'outputs', 'shop', 'dev')).toContain('ledger');
  expect(aws.requests[0]).toBe('sts GetCallerIdentity');
  expect(aws.requests[1]).toContain('s3 GET slipway-ledger-111111111111-eu-west-1/ledger/shop/dev/head.json');
});
