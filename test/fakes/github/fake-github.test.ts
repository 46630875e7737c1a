import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { idRequestToken, startFakeGitHub, workflowToken, type FakeGitHub } from './fake-github.ts';
import type { Claims } from './identity-token.ts';

const holder: { github?: FakeGitHub } = {};
const signed: Claims[] = [];

beforeEach(async () => {
  signed.length = 0;
  holder.github = await startFakeGitHub({
    repository: 'octo/app',
    sign: (claims) => {
      signed.push(claims);
      return Promise.resolve(`token ${signed.length}`);
    },
  });
});
afterEach(() => holder.github?.close());

const github = (): FakeGitHub => {
  if (!holder.github) throw new Error('not started');
  return holder.github;
};

async function token(facts: Readonly<Record<string, string>>, authorization = `bearer ${idRequestToken}`) {
  const response = await fetch(`${github().tokenUrl(facts)}&audience=sts.amazonaws.com`, {
    headers: { authorization },
  });
  return { status: response.status, body: (await response.json()) as { value?: string } };
}

describe('the identity token of a job', () => {
  const push = { id_token: 'write', event_name: 'push', ref: 'refs/heads/main', run_id: '5' };

  test.each<[string, Record<string, string>, string]>([
    ['of a push', push, 'repo:octo/app:ref:refs/heads/main'],
    [
      'of a pull request',
      { ...push, event_name: 'pull_request', ref: 'refs/pull/7/merge' },
      'repo:octo/app:pull_request',
    ],
    ['with an environment', { ...push, environment: 'app-prod' }, 'repo:octo/app:environment:app-prod'],
    [
      'with an environment, in a pull request',
      { ...push, event_name: 'pull_request', environment: 'app-prod' },
      'repo:octo/app:environment:app-prod',
    ],
  ])('%s', async (_, facts, subject) => {
    expect(await token(facts)).toMatchObject({ status: 200, body: { value: 'token 1' } });
    expect(signed).toEqual([
      expect.objectContaining({
        sub: subject,
        aud: 'sts.amazonaws.com',
        repository: 'octo/app',
        repository_id: '4002',
        event_name: facts['event_name'],
        run_id: '5',
      }),
    ]);
  });

  test('holds both numbers where the repository has that form', async () => {
    github().state.repository.subject.withIds = true;
    await token(push);
    expect(signed[0]?.sub).toBe('repo:octo@3001/app@4002:ref:refs/heads/main');
  });

  test('is refused to a job without permission and to a stranger', async () => {
    expect((await token({ ...push, id_token: 'none' })).status).toBe(403);
    expect((await token(push, 'bearer guessed')).status).toBe(401);
    expect(signed).toEqual([]);
  });
});

test('deployments with their statuses; one to an unknown environment makes it, unprotected', async () => {
  const call = async (path: string, body: unknown): Promise<{ id: number }> => {
    const response = await fetch(`${github().url}/repos/octo/app/${path}`, {
      method: 'POST',
      headers: { authorization: `bearer ${workflowToken}` },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { id: number };
  };
  const { id } = await call('deployments', { ref: 'a'.repeat(40), environment: 'app-dev' });
  await call(`deployments/${id}/statuses`, { state: 'success', environment_url: 'https://a.example' });
  expect(github().state.deployments).toMatchObject([
    { environment: 'app-dev', statuses: [{ state: 'success', environmentUrl: 'https://a.example' }] },
  ]);
  expect(github().state.environments.get('app-dev')).toMatchObject({ reviewers: [], branches: 'all' });
});
