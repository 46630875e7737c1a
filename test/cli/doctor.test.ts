import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repository } from '../bad-input/repository.ts';
import { startFakeGitHub } from '../fakes/github/fake-github.ts';
import { startAws } from './aws-server.ts';
import { slipway } from './record.ts';

const given = ['--repository', 'acme/shop'];

test('a repository is read with the token of a file, which is never shown', async () => {
  await using repo = await repository();
  await using aws = await startAws({ account: '999999999999' });
  const gitHub = await startFakeGitHub({ repository: 'acme/shop' });
  try {
    const { state } = gitHub;
    state.tokens.set('ghp_of-ada', {
      login: 'ada',
      permissions: { administration: 'read', actions: 'read', contents: 'read' },
    });
    state.repository.branches.set('main', {
      sha: 'a'.repeat(40),
      isProtected: false,
      rules: ['pull_request'],
    });
    state.environments.set('shop-dev', {
      reviewers: [],
      preventSelfReview: false,
      branches: [{ name: 'main', type: 'branch' }],
    });
    await writeFile(join(repo.root, 'token'), 'ghp_of-ada\n');
    const { exitCode, out, err } = await slipway(
      repo.root,
      ['doctor', 'shop', 'dev', ...given, '--github-token-file', 'token', '--json'],
      { env: { GITHUB_API_URL: gitHub.url } },
    );
    expect(exitCode).toBe(1);
    expect(out + err).not.toContain('ghp_of-ada');
    expect(aws.requests).toEqual(['sts GetCallerIdentity']);
    const { isHealthy, checks } = JSON.parse(out) as {
      isHealthy: boolean;
      checks: { id: string; place: string; where: string; state: string }[];
    };
    expect(isHealthy).toBe(false);
    const of = (place: string) =>
      checks
        .filter((check) => check.place === place)
        .map(({ id, where, state }) => `${id} ${where} ${state}`);
    expect(of('account 111111111111')).toEqual(['credentials dev wrong', 'stack eu-west-1 unknown']);
    expect(of('acme/shop')).toEqual([
      'repository repository ok',
      'default-branch main ok',
      'main-protected main ok',
      'workflow-permissions actions ok',
      'environment shop-dev ok',
      'environment-branches shop-dev ok',
    ]);
  } finally {
    await gitHub.close();
  }
});

test('without a token the repository is not known, and nobody is asked', async () => {
  await using repo = await repository();
  await using aws = await startAws({ account: '999999999999' });
  const { exitCode, out } = await slipway(repo.root, ['doctor', 'shop', 'dev', ...given], {
    env: { GITHUB_API_URL: 'http://127.0.0.1:9' },
  });
  expect(exitCode).toBe(1);
  expect(out).toContain('there is no token, so nothing of it was read');
  expect(aws.requests).toEqual(['sts GetCallerIdentity']);
});

test('credentials of one account do for its environments; those of the others are wrong, each', async () => {
  await using repo = await repository();
  await using aws = await startAws({ account: '999999999999' });
  const { exitCode, out } = await slipway(repo.root, ['doctor', 'shop', ...given, '--json']);
  const { checks } = JSON.parse(out) as { checks: { id: string; where: string; state: string }[] };
  expect(exitCode).toBe(1);
  expect(
    checks.filter(({ id }) => id === 'credentials').map(({ where, state }) => `${where} ${state}`),
  ).toEqual(['dev wrong', 'sit wrong', 'prod wrong']);
  expect(new Set(aws.requests)).toEqual(new Set(['sts GetCallerIdentity']));
});

test.each([
  [['doctor', 'shop', 'dev'], '--repository'],
  [['doctor', 'shop', 'dev', '--repository', 'acme'], '[BOOTSTRAP_REPOSITORY]'],
  [['doctor', 'shop', 'test', ...given], '[ENVIRONMENT_UNKNOWN]'],
  [['doctor', 'shop', 'dev', ...given, '--github-token-file', 'none'], '[GITHUB_TOKEN_FILE]'],
  [['doctor', 'shop', 'dev', ...given, '--assume-roles'], '[IDENTITY_ADMINISTRATOR]'],
])('a wrong command line is refused: %j', async (argv, said) => {
  await using repo = await repository();
  const { exitCode, out, err } = await repo.run(...argv);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain(said);
});
