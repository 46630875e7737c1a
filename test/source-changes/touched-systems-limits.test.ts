import { appendFile, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gitRepository, type Edits, type GitRepository } from './git-repository.ts';
import { type Told, touched, by, line, withoutSite } from './touched.ts';

describe('packages of the repository', () => {
  const packages: Edits = {
    'package.json': '{ "workspaces": ["packages/*"] }',
    'packages/log/package.json': '{ "name": "log", "main": "index.js" }',
    'packages/log/index.js': 'exports.log = () => 1;',
    'packages/paint/index.js': 'exports.paint = 1;',
    'lambda/upload/index.ts': "import { log } from 'log';\nexport const handler = () => log();\n",
  };

  test('count whole while they are not installed: for functions, and for a site in any case', async () => {
    const functions: Edits = { ...packages, 'params/shop/system.yml': withoutSite };
    expect(await by({ 'packages/log/index.js': 'exports.log = () => 2;' }, functions)).toEqual(['shop']);
    expect(await by({ 'packages/paint/index.js': 'exports.paint = 2;' }, functions)).toEqual(['shop']);
    const site: Edits = { ...packages, 'lambda/upload/index.ts': 'export const handler = () => 1;\n' };
    expect(await by({ 'packages/paint/index.js': 'exports.paint = 2;' }, site)).toEqual(['shop']);
  });

  test('count by their files once they are installed', async () => {
    const site: Edits = { ...packages, 'params/shop/system.yml': withoutSite };
    await using repo = await gitRepository(site);
    await mkdir(join(repo.root, 'node_modules'));
    await symlink('../packages/log', join(repo.root, 'node_modules', 'log'));
    await repo.commit({ 'packages/paint/index.js': 'exports.paint = 2;' });
    expect((await touched(repo.root, 'HEAD^1')).systems).toEqual([]);
    await repo.commit({ 'packages/log/index.js': 'exports.log = () => 2;' });
    expect((await touched(repo.root, 'HEAD^1')).because).toEqual({ shop: ['packages/log/index.js'] });
  });
});

describe('where it can not be found out, too many are touched, never too few', () => {
  test('a function that can not be bundled counts with all that lies beside it', async () => {
    const broken: Edits = { 'lambda/list/index.ts': 'export const handler = (' };
    expect(await by({ 'lambda/shared/unused.ts': 'x' }, broken)).toEqual(['shop']);
    expect(await by({ 'README.md': 'x' }, broken)).toEqual([]);
  });

  test('a system that can not be read counts with any change', async () => {
    expect(await by({ 'README.md': 'x' }, { 'templates/shop/app.yml': 'Resources: [' })).toEqual(['shop']);
    expect(await by({ 'README.md': 'x' }, { 'templates/shop/api.yml': null })).toEqual(['shop']);
    expect(await by({}, { 'templates/shop/api.yml': null })).toEqual([]);
  });
});

describe('systems that come and go', () => {
  test('a new one is touched', async () => {
    expect(
      await by({
        'params/news/system.yml':
          'system: news\nstacks: { app: { template: templates/docs.yml, region: home } }\n',
      }),
    ).toEqual(['news']);
  });

  test('a deleted one is told, and that what runs of it stays', async () => {
    await using repo = await gitRepository();
    await repo.git('rm', '-rq', 'params/docs');
    await repo.commit();
    const { systems, deleted, warnings } = await touched(repo.root, 'HEAD^1');
    expect({ systems, deleted, warnings }).toEqual({
      systems: [],
      deleted: ['docs'],
      warnings: ['docs is no longer in params/: what runs of it stays until its stacks are deleted'],
    });
  });

  test('only those that are asked about are answered', async () => {
    await using repo = await gitRepository();
    await repo.commit({ 'templates/modules/storage.yml': line('Resources:') });
    expect((await touched(repo.root, 'HEAD^1', ['docs'])).systems).toEqual(['docs']);
  });
});

describe('the commit before', () => {
  let shared: GitRepository;
  beforeAll(async () => {
    shared = await gitRepository();
  });
  afterAll(async () => {
    await shared[Symbol.asyncDispose]();
  });

  async function all(since: string, repo: GitRepository): Promise<Told> {
    const told = await touched(repo.root, since);
    expect(told.systems).toEqual(['docs', 'shop']);
    expect(told.because).toEqual({ docs: [], shop: [] });
    return told;
  }

  test('of a new branch, or left out, is none: all systems', async () => {
    await using repo = await gitRepository();
    const zeros = await all('0'.repeat(40), repo);
    expect(zeros).toMatchObject({ all: 'the branch is new, so there is no commit before it', warnings: [] });
    expect(zeros.infos).toEqual(['all systems: the branch is new, so there is no commit before it']);
    expect((await all(' ', repo)).all).toBe('no earlier commit was given');
  });

  test('that a forced push has overwritten is not there: all systems, said aloud', async () => {
    await using repo = await gitRepository();
    const { warnings } = await all('1'.repeat(40), repo);
    expect(warnings).toEqual([
      `all systems count as touched: the commit ${'1'.repeat(40)} is not in this clone, so it may have been overwritten by a forced push`,
    ]);
  });

  test('that a shallow clone does not hold is told with the way to have it', async () => {
    await using repo = await gitRepository();
    const base = await repo.git('rev-parse', 'HEAD');
    await repo.commit({ 'README.md': 'x' });
    const folder = await mkdtemp(join(tmpdir(), 'slipway-clone-'));
    try {
      await repo.git('clone', '-q', '--depth=1', `file://${repo.root}`, join(folder, 'clone'));
      for (const since of [base, 'HEAD^1']) {
        const { warnings, systems } = await touched(join(folder, 'clone'), since);
        expect(systems).toEqual(['docs', 'shop']);
        expect(warnings).toEqual([expect.stringContaining('fetch-depth: 2')]);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each([
    'mian',
    '--output=/tmp/x',
    'HEAD; ls',
    'a..b',
    'HEAD:README.md',
    '$(id)',
    'ff',
    'HEAD\nmain',
    'ü',
  ])('that is garbage is refused: %j', async (since) => {
    await expect(touched(shared.root, since)).rejects.toMatchObject({
      code: 'COMMIT_UNKNOWN',
      blame: 'user',
      message: `"${since}" is no commit, branch or tag of this repository`,
    });
  });

  test('may be a branch, a tag or an abbreviation', async () => {
    await using repo = await gitRepository();
    await repo.git('tag', 'v1.0');
    const base = await repo.git('rev-parse', '--short', 'HEAD');
    await repo.git('checkout', '-q', '-b', 'topic/a');
    await repo.commit({ 'templates/docs.yml': line('Resources:') });
    for (const since of ['main', 'v1.0', base, 'HEAD~1']) {
      expect((await touched(repo.root, since)).systems).toEqual(['docs']);
    }
  });
});

describe('a repository', () => {
  test('may hold the systems in a folder: package files above it count', async () => {
    await using repo = await gitRepository();
    const entries = (await repo.git('ls-tree', '--name-only', 'HEAD')).split('\n');
    await mkdir(join(repo.root, 'infra'));
    for (const entry of entries) await rename(join(repo.root, entry), join(repo.root, 'infra', entry));
    await repo.git('add', '-A');
    await repo.git('commit', '-q', '-m', 'move');
    const root = join(repo.root, 'infra');
    const since = async (file: string): Promise<readonly string[]> => {
      await appendFile(join(repo.root, file), '\n');
      await repo.git('add', '-A');
      await repo.git('commit', '-q', '-m', 'x');
      return (await touched(root, 'HEAD^1')).systems;
    };
    expect(await since('infra/templates/docs.yml')).toEqual(['docs']);
    expect(await since('package-lock.json')).toEqual(['shop']);
    expect(await since('README.md')).toEqual([]);
  });

  test('that is none is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-no-git-'));
    try {
      await mkdir(join(folder, 'params'));
      await expect(touched(folder, 'HEAD')).rejects.toMatchObject({
        code: 'GIT_FAILED',
        message: expect.stringContaining('not a git repository'),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('may have names with blanks, quotes and line ends, which do not act in the log', async () => {
    await using repo = await gitRepository();
    await repo.commit({ 'params/shop/a "b" ü\n::error::c.md': 'x' });
    const { because, infos } = await touched(repo.root, 'HEAD^1');
    expect(because).toEqual({ shop: ['params/shop/a "b" ü\n::error::c.md'] });
    expect(infos).toEqual(['shop is touched by params/shop/a "b" ü?::error::c.md']);
  });
});
