import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import type { UserError } from '../../../src/errors/slipway-error.ts';
import { identityToken, subjectOf } from '../../../src/github/session/identity-token.ts';
import { idRequestToken, startFakeGitHub, type FakeGitHub } from '../../fakes/github/fake-github.ts';
import { JumpingClock } from '../api/world.ts';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let github: FakeGitHub;
let http: Agent;
let clock: JumpingClock;
beforeEach(async () => {
  clock = new JumpingClock();
  http = new Agent();
  github = await startFakeGitHub({
    repository: 'octo/app',
    now: () => clock.now(),
    sign: (claims) => Promise.resolve(`${encoded({ alg: 'none' })}.${encoded(claims)}.signature`),
  });
});
afterEach(async () => {
  await http.destroy();
  await github.close();
});

const facts = { event_name: 'push', ref: 'refs/heads/main', id_token: 'write' };

const ask = (more: Readonly<Record<string, string>> = {}, isFork = false) =>
  identityToken({
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: github.tokenUrl({ ...facts, ...more }),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: idRequestToken,
    },
    http,
    clock,
    signal: new AbortController().signal,
    isFork,
  });

/** The error that a token is refused with. */
const failure = async (asked: Promise<string>): Promise<UserError> =>
  asked.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: unknown) => error as UserError,
  );

test('a job’s token is for AWS, and says who the job is', async () => {
  const token = await ask({ environment: 'photos-prod' });
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  expect(claims).toMatchObject({ aud: 'sts.amazonaws.com' });
  expect(subjectOf(token)).toBe('repo:octo/app:environment:photos-prod');
});

test('an answer that fails is asked for again', async () => {
  github.inject({ method: 'GET', path: /./, status: 503, times: 2 });
  expect(subjectOf(await ask())).toBe('repo:octo/app:ref:refs/heads/main');
  expect(clock.sleeps).toEqual([500, 2000]);
});

test('GitHub that keeps failing is given up', async () => {
  github.inject({ method: 'GET', path: /./, status: 503, times: 10 });
  const error = await failure(ask());
  expect(error).toMatchObject({
    code: 'OIDC_REFUSED',
    message: 'GitHub gives this job no identity token: status 503',
  });
  expect(clock.sleeps).toEqual([500, 2000, 5000]);
});

test('a refusal is not asked again', async () => {
  expect(await failure(ask({ id_token: 'none' }))).toMatchObject({ code: 'OIDC_REFUSED' });
  expect(clock.sleeps).toEqual([]);
});

describe('a job without a token', () => {
  const without = (isFork: boolean) =>
    identityToken({ env: {}, http, clock, signal: new AbortController().signal, isFork });

  test('is told which permission it lacks', async () => {
    const error = await failure(without(false));
    expect(error.code).toBe('OIDC_ABSENT');
    expect(error.next).toContain('permissions: id-token: write');
  });

  test('of a fork is told that it never gets one', async () => {
    const error = await failure(without(true));
    expect(error.code).toBe('OIDC_FORK');
    expect(error.next).not.toContain('id-token');
  });
});

test.each(['', 'a.b', `x.${encoded({ aud: 'x' })}.y`, 'x.bm8ganNvbg.y'])(
  '%j has no subject to tell',
  (token) => {
    expect(subjectOf(token)).toBeNull();
  },
);
