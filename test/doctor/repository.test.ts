import { describe, expect, test } from '@jest/globals';
import { parseRepository } from '../../src/bootstrap/repository.ts';
import type { RepositoryReader } from '../../src/doctor/repository-reader.ts';
import { UserError } from '../../src/errors/slipway-error.ts';
import { dev, DoctorWorld, goodRepository, only, troubles } from './world.ts';

function world(
  more: Partial<RepositoryReader>,
  options: Parameters<typeof parseRepository>[0] | null = null,
): DoctorWorld {
  const repository = parseRepository(options ?? { repository: 'acme/shop', repositoryId: '2' });
  const made = new DoctorWorld(repository, [
    dev,
    { ...dev, environment: 'prod', file: 'params/shop/prod.yml' },
  ]);
  made.secrets.set('slipway/shop/smoke-client', { VersionIdsToStages: { v1: ['AWSCURRENT'] } });
  made.gitHub = goodRepository(more);
  return made;
}

test('a repository as it should be', async () => {
  expect(troubles(await world({}).diagnose())).toEqual([]);
});

test('without a token nothing of it is known, and that is no pass', async () => {
  const made = world({});
  made.gitHub = null;
  const diagnosis = await made.diagnose();
  expect(diagnosis.isHealthy).toBe(false);
  expect(troubles(diagnosis)).toMatchObject([
    { id: 'repository', place: 'acme/shop', state: 'unknown', next: 'export GITHUB_TOKEN=$(gh auth token)' },
  ]);
});

describe('environments', () => {
  const protection = { exists: true, mainOnly: true, reviewers: ['ada'], branches: 'branch "main"' };

  test('one that is missing', async () => {
    const diagnosis = await world({
      environmentProtection: (name) => Promise.resolve({ ...protection, exists: name !== 'shop-prod' }),
    }).diagnose();
    expect(troubles(diagnosis)).toMatchObject([
      {
        id: 'environment',
        where: 'shop-prod',
        state: 'wrong',
        next: expect.stringContaining(
          'https://github.com/acme/shop/settings/environments: New environment "shop-prod"',
        ),
      },
    ]);
  });

  test('one that other branches reach', async () => {
    const diagnosis = await world({
      environmentProtection: () =>
        Promise.resolve({ ...protection, mainOnly: false, branches: 'all branches and tags' }),
    }).diagnose();
    expect(only(diagnosis, 'environment-branches', 'shop-dev')).toMatchObject({
      state: 'wrong',
      found: 'all branches and tags reach it',
    });
  });

  test('reviewers are asked for where a person approves, and nowhere else; without any there is another way', async () => {
    const diagnosis = await world({
      environmentProtection: () => Promise.resolve({ ...protection, reviewers: [] }),
    }).diagnose();
    expect(troubles(diagnosis)).toMatchObject([
      {
        id: 'environment-reviewers',
        where: 'shop-prod',
        state: 'warning',
        found: expect.stringContaining('a dispatch with the plan’s fingerprint typed in is the approval'),
      },
    ]);
    expect(diagnosis.isHealthy).toBe(true);
  });
});

describe('settings', () => {
  test.each<[string, Partial<RepositoryReader>, object]>([
    [
      'another default branch',
      {
        getRepository: () =>
          Promise.resolve({
            id: 2,
            ownerId: 1,
            fullName: 'acme/shop',
            isPrivate: false,
            defaultBranch: 'trunk',
          }),
      },
      { id: 'default-branch', state: 'wrong', found: expect.stringContaining('trunk is') },
    ],
    [
      'tokens that may write',
      { getWorkflowPermissions: () => Promise.resolve({ default: 'write' }) },
      { id: 'workflow-permissions', state: 'wrong', found: 'it may write' },
    ],
    [
      'main without any protection',
      {
        getBranch: () => Promise.resolve({ isProtected: false }),
        listBranchRules: () => Promise.resolve(['deletion']),
      },
      { id: 'main-protected', state: 'warning' },
    ],
    [
      'no main at all',
      { getBranch: () => Promise.resolve(null), listBranchRules: () => Promise.resolve([]) },
      { id: 'main-protected', state: 'wrong', found: 'there is no branch main' },
    ],
  ])('%s', async (_, more, told) => {
    expect(troubles(await world(more).diagnose())).toMatchObject([told]);
  });

  test('a classic protection of main is one, too', async () => {
    const diagnosis = await world({ listBranchRules: () => Promise.resolve([]) }).diagnose();
    expect(only(diagnosis, 'main-protected')).toMatchObject({ state: 'ok', found: 'main is protected' });
  });
});

describe('the subject of identity tokens', () => {
  const form = (more: object): Partial<RepositoryReader> => ({
    getSubjectForm: () => Promise.resolve({ isDefault: true, claims: [], prefix: null, ...more }),
  });

  test('with numbers, where the roles trust names', async () => {
    const diagnosis = await world(form({ prefix: 'repo:acme@1/shop@2:' })).diagnose();
    expect(troubles(diagnosis)).toMatchObject([
      {
        id: 'subject',
        state: 'wrong',
        found: 'they trust repo:acme/shop',
        wanted: 'the roles trust repo:acme@1/shop@2',
        next: 'slipway bootstrap shop dev prod --repository acme/shop --repository-id 2 --owner-id 1',
      },
    ]);
  });

  test('with numbers, which the roles trust', async () => {
    const numbered = { repository: 'acme/shop', repositoryId: '2', ownerId: '1' };
    expect(troubles(await world(form({ prefix: 'repo:acme@1/shop@2' }), numbered).diagnose())).toEqual([]);
  });

  test('where the server does not say, it is not known; another repository’s is wrong all the same', async () => {
    expect(troubles(await world(form({})).diagnose())).toMatchObject([{ id: 'subject', state: 'unknown' }]);
    const numbered = { repository: 'acme/shop', repositoryId: '9', ownerId: '1' };
    const told = troubles(await world(form({}), numbered).diagnose());
    expect(told).toContainEqual(
      expect.objectContaining({ id: 'subject', state: 'wrong', found: 'they trust repo:acme@1/shop@9' }),
    );
    expect(told).toContainEqual(expect.objectContaining({ id: 'repository-number', state: 'wrong' }));
  });

  test.each([
    [['repo', 'job_workflow_ref'], 'a form of their own, of repo, job_workflow_ref'],
    [[], 'the organization’s form'],
  ])('of claims %j', async (claims, found) => {
    expect(troubles(await world(form({ isDefault: false, claims })).diagnose())).toMatchObject([
      {
        id: 'subject',
        state: 'wrong',
        found: `they have ${found}`,
        next: expect.stringContaining('use_default=true'),
      },
    ]);
  });

  test('a repository whose number is not checked is told of', async () => {
    const told = troubles(await world({}, { repository: 'acme/shop' }).diagnose());
    expect(told).toMatchObject([
      {
        id: 'repository-number',
        state: 'warning',
        next: 'slipway bootstrap shop dev prod --repository acme/shop --repository-id 2',
      },
    ]);
  });
});

test.each<keyof RepositoryReader>([
  'getRepository',
  'getWorkflowPermissions',
  'getSubjectForm',
  'getBranch',
  'listBranchRules',
  'environmentProtection',
])('%s that is refused is not known, with what would permit it', async (method) => {
  const refused = new UserError('GITHUB_PERMISSION', 'the token may not read this', {
    next: 'give a token of an administrator',
  });
  const diagnosis = await world({ [method]: () => Promise.reject(refused) }).diagnose();
  const told = troubles(diagnosis);
  expect(diagnosis.isHealthy).toBe(false);
  expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['unknown']));
  expect(told[0]).toMatchObject({
    found: 'the token may not read this',
    next: 'give a token of an administrator',
  });
});
