import { appendFile, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { touchedSystems, type TouchedSystems } from '../../src/source-changes/touched-systems.ts';
import { gitRepository, type Edits, type GitRepository } from './git-repository.ts';

interface Told extends TouchedSystems {
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

async function touched(root: string, since: string, systems?: readonly string[]): Promise<Told> {
  const warnings: string[] = [];
  const infos: string[] = [];
  const logger = {
    info: (line: string) => void infos.push(line),
    warn: (line: string) => void warnings.push(line),
    debug: () => undefined,
  };
  const found = await touchedSystems({ root, since, logger, ...(systems && { systems }) });
  return { ...found, warnings, infos };
}

/** What a commit with these edits touches. */
async function by(edits: Edits, first: Edits = {}): Promise<readonly string[]> {
  await using repo = await gitRepository(first);
  const base = await repo.git('rev-parse', 'HEAD');
  await repo.commit(edits);
  return (await touched(repo.root, base)).systems;
}

const line = (text: string): readonly [string, string] => [text, `${text} # changed`];

/** One repository for many small changes, each a commit upon the one before. */
let shared: GitRepository;
beforeAll(async () => {
  shared = await gitRepository();
});
afterAll(async () => {
  await shared[Symbol.asyncDispose]();
});

async function next(edits: Edits): Promise<readonly string[]> {
  await shared.commit(edits);
  return (await touched(shared.root, 'HEAD^1')).systems;
}

describe('a system is touched by', () => {
  test.each<[string, Edits, readonly string[]]>([
    ['its parameter files', { 'params/shop/sit.yml': line('test }') }, ['shop']],
    ['a new file beside them', { 'params/shop/notes.md': 'x' }, ['shop']],
    ['its root template', { 'templates/shop/edge.yml': line('Outputs:') }, ['shop']],
    ['a nested template', { 'templates/shop/api.yml': line('Resources:') }, ['shop']],
    ['a template that two share', { 'templates/modules/storage.yml': line('Resources:') }, ['docs', 'shop']],
    ['the code of a function', { 'lambda/upload/index.ts': "export const handler = () => 'two';" }, ['shop']],
    [
      'code that a function imports',
      { 'lambda/shared/respond.ts': 'export const respond = () => 2;' },
      ['shop'],
    ],
    ['the sources of its site', { 'site/src/more.ts': '' }, ['shop']],
    ['what its site imports from elsewhere', { 'shared/words.ts': 'export const words = [];' }, ['shop']],
    ['the lock file, if it builds something', { 'package-lock.json': '{}' }, ['shop']],
    ['a tsconfig above what it builds', { 'tsconfig.base.json': '{}' }, ['shop']],
  ])('%s', async (_name, edits, systems) => {
    expect(await next(edits)).toEqual(systems);
  });

  test('a template that it no longer nests, when that is deleted', async () => {
    const first: Edits = {
      'templates/docs.yml': [
        '  Pages:',
        '  Old:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: old.yml }\n  Pages:',
      ],
      'templates/old.yml': 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n',
    };
    await using repo = await gitRepository(first);
    const unnested = await repo.commit({
      'templates/docs.yml': [
        '  Old:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: old.yml }\n',
        '',
      ],
    });
    const deleted = await repo.commit({ 'templates/old.yml': null });
    expect((await touched(repo.root, unnested)).systems).toEqual([]);
    expect((await touched(repo.root, `${deleted}^1^1`)).systems).toEqual(['docs']);
  });

  test('a template that it lost by a renaming, under both names', async () => {
    const { sources } = await renamed();
    expect(sources).toEqual([
      'templates/docs.yml',
      'templates/modules/site-bucket.yml',
      'templates/modules/storage.yml',
    ]);
  });

  test('changes that are not committed yet, and files that git does not know yet', async () => {
    await using repo = await gitRepository();
    await repo.edit({ 'templates/docs.yml': line('Resources:') });
    expect((await touched(repo.root, 'HEAD')).systems).toEqual(['docs']);
    await repo.edit({ 'params/shop/more.yml': 'x' });
    expect((await touched(repo.root, 'HEAD')).systems).toEqual(['docs', 'shop']);
  });
});

async function renamed(): Promise<{ readonly sources: readonly string[] | undefined }> {
  await using repo = await gitRepository();
  await repo.git('mv', 'templates/modules/storage.yml', 'templates/modules/site-bucket.yml');
  await repo.commit({
    'templates/docs.yml': ['storage.yml', 'site-bucket.yml'],
    'templates/shop/app.yml': ['storage.yml', 'site-bucket.yml'],
  });
  return { sources: (await touched(repo.root, 'HEAD^1')).because['docs'] };
}

describe('no system is touched by', () => {
  test.each<[string, Edits]>([
    ['a file of none', { 'README.md': 'x', '.github/workflows/x.yml': 'x' }],
    ['the bootstrap', { 'templates/bootstrap.yml': line('Resources:') }],
    ["what lies beside a function's code without being in its bundle", { 'lambda/list/README.md': 'x' }],
    ['code that no function imports', { 'lambda/shared/unused.ts': 'export const nobody = 2;' }],
    [
      'package files below what is built, or beside it',
      { 'docs/package.json': '{}', 'lambda/list/x/tsconfig.json': '{}' },
    ],
    ['what is built and ignored', { 'site/dist/index.html': 'x' }],
    ['nothing at all', {}],
  ])('%s', async (_name, edits) => {
    expect(await next(edits)).toEqual([]);
  });
});

test('a template of no system is told apart, so that it can be linted all the same', async () => {
  await using repo = await gitRepository();
  await repo.commit({
    'templates/bootstrap.yml': line('Resources:'),
    'templates/orphan.yml': 'Resources: {}',
  });
  expect(await touched(repo.root, 'HEAD^1')).toMatchObject({
    systems: [],
    unclaimed: ['templates/bootstrap.yml', 'templates/orphan.yml'],
  });
});

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

const withoutSite = `system: shop
stacks:
  edge: { template: templates/shop/edge.yml, region: edge }
  app: { template: templates/shop/app.yml, region: home, parameters: { LogBucket: '\${edge.LogBucket}' } }
`;

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
