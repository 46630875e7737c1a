import { describe, expect, test } from '@jest/globals';
import type { AwsClients } from '../../../src/aws/apis.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';
import { Masks } from '../../../src/github/masks.ts';
import { maskedSession } from '../../../src/github/session/masked-session.ts';
import { openSession } from '../../../src/github/session/open-session.ts';
import { roleRefused } from '../../../src/github/session/role-refused.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { makeDispatcher, makeTls } from '../../../src/session/http.ts';
import { commandsOf, perform, type Step } from '../../actions/recorded.ts';

const environment: EnvironmentDefinition = {
  system: 'photos',
  environment: 'prod',
  file: 'params/photos/prod.yml',
  account: '333333333333',
  regions: { home: 'eu-west-1', edge: 'us-east-1' },
  tags: {},
  values: {},
};

const asked = (main: Step['main'], env: Readonly<Record<string, string>> = {}) =>
  perform({ name: 'deploy', workspace: '/work', main, env, openers: { openSession } });

describe('the session of a job', () => {
  test('names the run, who started it and its commit', async () => {
    const done = await asked(async (action) => {
      const session = await action.openSession();
      action.output('session', JSON.stringify([session.runner, session.by, session.commit]));
      return 'succeeded';
    });
    expect(JSON.parse(done.outputs['session'] ?? '')).toEqual(['run 7', 'ada', 'c0ffee00'.repeat(5)]);
  });

  test('takes no credentials on pull_request_target', async () => {
    const done = await asked(
      async (action) => {
        await action.openSession();
        return 'succeeded';
      },
      { GITHUB_EVENT_NAME: 'pull_request_target' },
    );
    expect(done.errors[0]).toContain('[PULL_REQUEST_TARGET]');
  });

  test('without an identity token tells the permission, not the absence of credentials', async () => {
    const { guardAccount } = await import('../../../src/aws/account-guard.ts');
    const done = await asked(async (action) => {
      const session = await action.openSession();
      await guardAccount(await session.clients(environment, 'deploy').sts('eu-west-1'), environment);
      return 'succeeded';
    });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[OIDC_ABSENT]');
    expect(done.errors[0]).toContain('permissions: id-token: write');
    expect(done.log).not.toMatch(/^\s+at /m);
  });
});

describe('a role that STS does not give', () => {
  const target = {
    system: 'photos',
    environment: 'prod',
    account: '333333333333',
    region: 'eu-west-1',
  } as const;
  const job = { subject: 'repo:octo/app:ref:refs/heads/main', repository: 'octo/app' };
  const refusal = (name: string): Error => Object.assign(new Error('Not authorized to perform'), { name });

  test.each(['AccessDenied', 'InvalidIdentityToken', 'IDPRejectedClaim'])(
    'by %s says what to compare',
    (name) => {
      const error = roleRefused(refusal(name), { ...target, role: 'deploy' }, job);
      expect(error).toMatchObject({
        code: 'ROLE_REFUSED',
        message: `AWS does not give this job the role arn:aws:iam::333333333333:role/slipway-deploy. Its token says "repo:octo/app:ref:refs/heads/main"; the role trusts jobs in the GitHub environment "photos-prod": "…:environment:photos-prod". STS: ${name}`,
        next: expect.stringMatching(/^slipway doctor photos prod --repository octo\/app /),
      });
    },
  );

  test('of the environment before tells of the one that comes after it, which reads its proof', () => {
    const sit = { ...target, environment: 'sit', role: 'plan' } as const;
    expect(roleRefused(refusal('AccessDenied'), sit, job)).toMatchObject({
      message: expect.stringContaining('and those in the GitHub environment "photos-prod"'),
    });
  });

  test('other errors stay what they are', () => {
    const error = refusal('TimeoutError');
    expect(roleRefused(error, { ...target, role: 'plan' }, job)).toBe(error);
  });
});

describe('masks of a session', () => {
  const canaries = {
    accessKeyId: 'ASIACANARY',
    secretAccessKey: 'canary-secret-key',
    sessionToken: 'canary-session-token',
  };

  function session(write: (text: string) => void) {
    const clients = {
      credentials: () => Promise.resolve(canaries),
      secretsManager: () =>
        Promise.resolve({
          getSecretValue: () =>
            Promise.resolve({
              $metadata: {},
              SecretString: '{"privateKey":"canary-private-key"}',
              SecretBinary: new TextEncoder().encode('canary-in-bytes'),
            }),
          describeSecret: () => Promise.resolve({ $metadata: {} }),
        }),
    } as unknown as AwsClients;
    return maskedSession(
      {
        clients: () => clients,
        http: makeDispatcher({}),
        tls: makeTls({}),
        clock: systemClock,
        logger: silentLogger,
        signal: new AbortController().signal,
        by: null,
        runner: 'run 7',
        commit: null,
      },
      new Masks(write),
    );
  }

  test('come before whoever asked has the credentials or the secret', async () => {
    let log = '';
    const mine = session((text) => (log += text)).clients(environment, 'deploy');
    await mine.credentials();
    await (await mine.secretsManager('eu-west-1')).getSecretValue({ SecretId: 'issuer' });
    const told = commandsOf(log, 'add-mask').map(({ message }) => message);
    expect(told).toEqual(
      expect.arrayContaining([...Object.values(canaries), 'canary-private-key', 'canary-in-bytes']),
    );
  });
});
