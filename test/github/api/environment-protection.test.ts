import { describe, expect, test } from '@jest/globals';
import { environmentProtection, requireMainOnly } from '../../../src/github/api/environment-protection.ts';
import type { FakeEnvironment } from '../../fakes/github/state.ts';
import { useWorld } from './world.ts';

const it = useWorld();
const name = 'app-prod';
const owner = { owner: 'octo', name: 'app' };

async function protectionOf(environment: Partial<FakeEnvironment> | null) {
  if (environment !== null) {
    it.world.github.state.environments.set(name, {
      reviewers: [],
      preventSelfReview: false,
      branches: 'all',
      ...environment,
    });
  }
  return environmentProtection(it.world.api(), name);
}

const main = { name: 'main', type: 'branch' } as const;

describe('what protects an environment', () => {
  test('main only, with reviewers', async () => {
    const protection = await protectionOf({
      branches: [main],
      preventSelfReview: true,
      reviewers: [
        { type: 'User', name: 'ada' },
        { type: 'Team', name: 'operations' },
      ],
    });
    expect(protection).toEqual({
      name,
      exists: true,
      mainOnly: true,
      reviewers: ['ada', 'team:operations'],
      preventsSelfReview: true,
      branches: 'branch "main"',
    });
    expect(() => {
      requireMainOnly(protection, owner);
    }).not.toThrow();
  });

  test.each<[string, FakeEnvironment['branches'], string]>([
    ['every branch', 'all', 'all branches and tags'],
    ['protected branches', 'protected', 'protected branches'],
    ['main and another', [main, { name: 'release/*', type: 'branch' }], 'branch "main", branch "release/*"'],
    ['a pattern that main fits, too', [{ name: 'ma*', type: 'branch' }], 'branch "ma*"'],
    ['a tag that is called main', [{ name: 'main', type: 'tag' }], 'tag "main"'],
    ['no branch', [], 'no branch'],
  ])('%s is not main only', async (_, branches, words) => {
    const protection = await protectionOf({ branches });
    expect(protection).toMatchObject({ exists: true, mainOnly: false, branches: words });
    expect(() => {
      requireMainOnly(protection, owner);
    }).toThrow(
      expect.objectContaining({
        code: 'ENVIRONMENT_UNPROTECTED',
        message: `the GitHub environment "app-prod" admits ${words}, and whatever reaches it may deploy; only the branch "main" should`,
      }),
    );
  });

  test('one that is missing, or a repository without environments, is told with what to enter', async () => {
    const protection = await protectionOf(null);
    expect(protection).toMatchObject({ exists: false, mainOnly: false, reviewers: [] });
    expect(() => {
      requireMainOnly(protection, owner);
    }).toThrow(
      expect.objectContaining({
        code: 'ENVIRONMENT_MISSING',
        next: 'https://github.com/octo/app/settings/environments: New environment "app-prod", Deployment branches and tags: Selected branches, add "main"',
      }),
    );
  });

  test('all of them, by pages', async () => {
    for (let index = 0; index < 120; index += 1) {
      it.world.github.state.environments.set(`app-${index}`, {
        reviewers: [],
        preventSelfReview: false,
        branches: 'all',
      });
    }
    expect(await it.world.api().listEnvironments()).toHaveLength(120);
  });

  test('a name with characters that an address would read is one name', async () => {
    it.world.github.state.environments.set('a/b?c', {
      reviewers: [],
      preventSelfReview: false,
      branches: [main],
    });
    expect(await environmentProtection(it.world.api(), 'a/b?c')).toMatchObject({ mainOnly: true });
  });
});
