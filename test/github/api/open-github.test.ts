import { describe, expect, test } from '@jest/globals';
import { SlipwayError } from '../../../src/errors/slipway-error.ts';
import { openGitHub } from '../../../src/github/api/open-github.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { readOnlyToken, workflowToken } from '../../fakes/github/fake-github.ts';
import { JumpingClock, repository, useWorld } from './world.ts';

const it = useWorld();

async function errorOf(work: Promise<unknown>): Promise<SlipwayError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SlipwayError) return error;
  throw new Error('it was expected to fail with a code', { cause: error });
}

describe('errors say what to do and never the token', () => {
  test('a permission that is missing is named as a workflow writes it', async () => {
    it.world.github.addPull({ number: 7 });
    const error = await errorOf(it.world.api(readOnlyToken).createComment(7, 'text'));
    expect(error.code).toBe('GITHUB_PERMISSION');
    expect(error.message).toBe(
      'the token may not write comments on a pull request in octo/app (GitHub answers 403: Resource not accessible by integration)',
    );
    expect(error.next).toBe('give the job "permissions: pull-requests: write"');
  });

  test('a token that GitHub does not know', async () => {
    const error = await errorOf(it.world.api('ghs_wrong-and-secret').listPullRequests({ state: 'open' }));
    expect(error.code).toBe('GITHUB_TOKEN_REFUSED');
    const told = `${error.message} ${error.next ?? ''} ${error.stack ?? ''} ${String((error.cause as Error).stack)}`;
    expect(told).not.toContain('ghs_wrong');
  });

  test('what is not there', async () => {
    expect((await errorOf(it.world.api().getPullRequest(99))).code).toBe('GITHUB_NOT_FOUND');
  });

  test('what GitHub refuses', async () => {
    it.world.github.addPull({ number: 7 });
    const error = await errorOf(it.world.api().createComment(7, 'x'.repeat(65_537)));
    expect(error.code).toBe('GITHUB_REFUSED');
    expect(error.message).toContain('Body is too long');
  });

  test('a server that is not there', async () => {
    const clock = new JumpingClock();
    const api = openGitHub({
      token: workflowToken,
      apiUrl: 'http://127.0.0.1:1',
      repository,
      clock,
      logger: silentLogger,
      signal: new AbortController().signal,
    });
    expect((await errorOf(api.getRepository())).code).toBe('GITHUB_UNAVAILABLE');
    expect(clock.sleeps).toEqual([1_000, 3_000, 9_000]);
  });

  test.each(['', 'app', 'octo/', '/app', 'octo/app/more'])('"%s" is no repository', (wrong) => {
    const open = (): unknown =>
      openGitHub({
        token: workflowToken,
        apiUrl: it.world.github.url,
        repository: wrong,
        clock: it.world.clock,
        logger: silentLogger,
        signal: new AbortController().signal,
      });
    expect(open).toThrow(expect.objectContaining({ code: 'GITHUB_REPOSITORY' }));
  });

  test('no token is said before anything is asked', () => {
    expect(() => it.world.api('')).toThrow(expect.objectContaining({ code: 'GITHUB_TOKEN_MISSING' }));
  });
});

describe('tries again', () => {
  test('after answers of 500 and above', async () => {
    it.world.github.inject({ method: 'GET', path: /\/octo\/app$/, status: 503, times: 3 });
    expect((await it.world.api().getRepository()).id).toBe(4002);
    expect(it.world.clock.sleeps).toEqual([1_000, 3_000, 9_000]);
  });

  test('but not for ever', async () => {
    it.world.github.inject({ method: 'GET', path: /\/octo\/app$/, status: 500, times: 9 });
    expect((await errorOf(it.world.api().getRepository())).code).toBe('GITHUB_UNAVAILABLE');
    expect(it.world.github.state.requests).toHaveLength(4);
  });

  test('when a secondary limit has lifted, as its header says', async () => {
    it.world.github.inject({
      method: 'GET',
      path: /\/pulls/,
      status: 403,
      headers: { 'retry-after': '7' },
      message: 'You have exceeded a secondary rate limit.',
    });
    expect(await it.world.api().listPullRequests({ state: 'open' })).toEqual([]);
    expect(it.world.clock.sleeps).toEqual([7_000]);
  });

  test('a minute later where the limit says nothing', async () => {
    it.world.github.inject({
      method: 'GET',
      path: /\/pulls/,
      status: 403,
      message: 'You have exceeded a secondary rate limit.',
    });
    await it.world.api().listPullRequests({ state: 'open' });
    expect(it.world.clock.sleeps).toEqual([60_000]);
  });

  test('not when the hour’s requests are spent and the next hour is far', async () => {
    const reset = String(Math.floor(it.world.clock.now() / 1000) + 1800);
    it.world.github.inject({
      method: 'GET',
      path: /\/pulls/,
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      message: 'API rate limit exceeded',
    });
    expect((await errorOf(it.world.api().listPullRequests({ state: 'open' }))).code).toBe(
      'GITHUB_RATE_LIMIT',
    );
    expect(it.world.clock.sleeps).toEqual([]);
  });

  test('never after a cancellation', async () => {
    const abort = new AbortController();
    abort.abort(new Error('received SIGTERM'));
    await expect(it.world.api(workflowToken, abort.signal).getRepository()).rejects.toThrow(
      'received SIGTERM',
    );
    expect(it.world.github.state.requests).toEqual([]);
  });
});

describe('reads', () => {
  test('every page', async () => {
    for (let number = 1; number <= 230; number += 1) it.world.github.addPull({ number });
    expect(await it.world.api().listPullRequests({ state: 'open' })).toHaveLength(230);
    expect(it.world.github.state.requests.map(({ path }) => path.split('?')[1])).toEqual([
      'per_page=100&state=open',
      'per_page=100&state=open&page=2',
      'per_page=100&state=open&page=3',
    ]);
  });

  test('a pull request whose fork is gone', async () => {
    it.world.github.addPull({ number: 3, headRepository: null });
    expect(await it.world.api().getPullRequest(3)).toMatchObject({ headRepository: null, state: 'open' });
  });

  test('settings of the repository', async () => {
    const { repository: settings, tokens } = it.world.github.state;
    settings.isPrivate = true;
    settings.subject.useDefault = false;
    settings.subject.claims.push('repo', 'context');
    tokens.set('admin', {
      login: 'ada',
      permissions: { administration: 'read', actions: 'read', contents: 'read' },
    });
    const api = it.world.api('admin');
    expect(await api.viewer()).toBe('ada');
    expect(await api.getRepository()).toEqual({
      id: 4002,
      ownerId: 3001,
      fullName: 'octo/app',
      isPrivate: true,
      defaultBranch: 'main',
    });
    expect(await api.getWorkflowPermissions()).toEqual({ default: 'read', canApprovePullRequests: false });
    expect(await api.getSubjectForm()).toEqual({
      isDefault: false,
      claims: ['repo', 'context'],
      prefix: 'repo:octo/app',
    });
    expect(await api.listBranchRules('main')).toEqual(['pull_request']);
    expect(await api.getBranch('main')).toEqual({ name: 'main', isProtected: true });
    expect(await api.getBranch('nowhere')).toBeNull();
  });

  test('what only an administrator may read is said so', async () => {
    const error = await errorOf(it.world.api().getWorkflowPermissions());
    expect(error.code).toBe('GITHUB_PERMISSION');
    expect(error.next).toContain('administrator');
  });
});
