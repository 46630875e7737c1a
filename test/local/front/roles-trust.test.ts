import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parseRepository, subjectPrefix } from '../../../src/bootstrap/repository.ts';
import type { BootstrapRole } from '../../../src/aws/identity.ts';
import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import { repository } from '../../../scripts/demo/identity.ts';
import { startNotes, type Notes } from '../pipeline/notes.ts';
import { handsOf, take } from './hands.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

/** GitHub's tokens of jobs of the repository that the accounts were bootstrapped for. */
const ours = subjectPrefix(repository);
const main = `${ours}:ref:refs/heads/main`;
const pullRequest = `${ours}:pull_request`;
const job = (environment: EnvironmentName): string => `${ours}:environment:notes-${environment}`;

let notes: Notes;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes.end());

type Claims = Parameters<Notes['local']['issueGithubToken']>[0];

async function taken(environment: EnvironmentName, role: BootstrapRole, claims: Claims): Promise<string> {
  const { account } = notes.environments[environment];
  const { local } = notes;
  const credentials = await take(local, account, role, await local.issueGithubToken(claims));
  return (await handsOf(local, role, credentials).sts.getCallerIdentity({})).Arn ?? '';
}

const refused = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };

/** Who takes which role where, and who else tries. */
const trusted: readonly (readonly [EnvironmentName, BootstrapRole, string])[] = [
  ['dev', 'preview', pullRequest],
  ['prod', 'preview', pullRequest],
  ['dev', 'plan', main],
  ['dev', 'plan', job('sit')],
  ['sit', 'plan', job('prod')],
  ['prod', 'plan', main],
  ['dev', 'deploy', job('dev')],
  ['sit', 'deploy', job('sit')],
  ['prod', 'deploy', job('prod')],
  ['prod', 'watch', main],
  ['prod', 'janitor', main],
];

describe.each(trusted)('in %s the role %s', (environment, role, subject) => {
  test(`is for ${subject}`, async () => {
    const { account } = notes.environments[environment];
    expect(await taken(environment, role, { subject })).toBe(
      `arn:aws:sts::${account}:assumed-role/slipway-${role}/roles-test`,
    );
  });

  test('is not for another repository, audience or issuer', async () => {
    const elsewhere = subjectPrefix(parseRepository({ repository: 'evil/photo-platform' }));
    const numbered = `repo:example@1/photo-platform@2`;
    for (const other of [elsewhere, numbered, `${ours}-fork`]) {
      const claims = { subject: subject.replace(ours, other) };
      await expect(taken(environment, role, claims)).rejects.toMatchObject(refused);
    }
    const audience = 'https://github.com/example';
    await expect(taken(environment, role, { subject, audience })).rejects.toMatchObject(refused);
    const { account } = notes.environments[environment];
    const foreign = await notes.local.signToken('https://login.dev.companycam.com', {
      sub: subject,
      aud: 'sts.amazonaws.com',
    });
    await expect(take(notes.local, account, role, foreign)).rejects.toMatchObject(refused);
  });

  test('is not for a token that is over, or that somebody has changed', async () => {
    const { account } = notes.environments[environment];
    const over = await notes.local.issueGithubToken({ subject, lifetimeSeconds: -60 });
    await expect(take(notes.local, account, role, over)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    });
    const [header = '', , signature = ''] = (await notes.local.issueGithubToken({ subject: 'x' })).split('.');
    const [, payload = ''] = (await notes.local.issueGithubToken({ subject })).split('.');
    const changed = [header, payload, signature].join('.');
    await expect(take(notes.local, account, role, changed)).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
    });
  });
});

/** Subjects that a job of the repository can have, and the roles that it may take with each. */
const subjects: Readonly<Record<string, Readonly<Record<EnvironmentName, readonly BootstrapRole[]>>>> = {
  [pullRequest]: { dev: ['preview'], sit: ['preview'], prod: ['preview'] },
  [main]: {
    dev: ['plan', 'watch', 'janitor'],
    sit: ['plan', 'watch', 'janitor'],
    prod: ['plan', 'watch', 'janitor'],
  },
  [`${ours}:ref:refs/heads/feature`]: { dev: [], sit: [], prod: [] },
  [`${ours}:ref:refs/heads/main2`]: { dev: [], sit: [], prod: [] },
  [`${ours}:ref:refs/tags/main`]: { dev: [], sit: [], prod: [] },
  [job('dev')]: { dev: ['deploy'], sit: [], prod: [] },
  [job('sit')]: { dev: ['plan'], sit: ['deploy'], prod: [] },
  [job('prod')]: { dev: [], sit: ['plan'], prod: ['deploy'] },
  [`${ours}:environment:leads-prod`]: { dev: [], sit: [], prod: [] },
  [`${ours}:environment:notes-prod-2`]: { dev: [], sit: [], prod: [] },
};
const roles = ['preview', 'plan', 'deploy', 'watch', 'janitor', 'execution', 'empty-hands'] as const;

describe.each(Object.entries(subjects))('a job that is %s', (subject, allowed) => {
  test.each(['dev', 'sit', 'prod'] as const)(
    `takes in the account of %s just what it may`,
    async (environment) => {
      const outcomes = await Promise.all(
        roles.map(async (role) => {
          try {
            await taken(environment, role, { subject });
            return role;
          } catch (error) {
            expect(error).toMatchObject(refused);
            return null;
          }
        }),
      );
      expect(outcomes.filter((role) => role !== null)).toEqual(allowed[environment]);
    },
  );
});

test.each([
  ['dev', 'deploy', job('dev')],
  ['dev', 'plan', job('sit')],
  ['prod', 'deploy', job('prod')],
] as const)('in %s %s is for %s on main only, where the token tells', async (environment, role, subject) => {
  const on = (ref: string): Claims => ({ subject, claims: { ref } });
  expect(await taken(environment, role, on('refs/heads/main'))).toContain(`slipway-${role}`);
  for (const ref of ['refs/heads/feature', 'refs/heads/main-2', 'refs/tags/main', 'refs/pull/1/merge'])
    await expect(taken(environment, role, on(ref))).rejects.toMatchObject(refused);
});
