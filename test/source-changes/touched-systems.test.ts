import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gitRepository, type Edits, type GitRepository } from './git-repository.ts';
import { by, touched, line } from './touched.ts';

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

  test('the digest of a build that another repository has made, or its file, and by no sources of a site', async () => {
    const artifact = `build: { artifact: builds/site.zip, sha256: ${'a'.repeat(64)} }`;
    const first: Edits = { 'params/shop/system.yml': ['build: site/dist', artifact], 'builds/site.zip': 'a' };
    expect(await by({ 'params/shop/system.yml': ['aaaa', 'bbbb'] }, first)).toEqual(['shop']);
    expect(await by({ 'builds/site.zip': 'b' }, first)).toEqual(['shop']);
    expect(await by({ 'site/src/more.ts': '' }, first)).toEqual([]);
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
    ['the bootstrap', { 'templates/bootstrap/foundation.yml': line('Resources:') }],
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
    'templates/bootstrap/foundation.yml': line('Resources:'),
    'templates/orphan.yml': 'Resources: {}',
  });
  expect(await touched(repo.root, 'HEAD^1')).toMatchObject({
    systems: [],
    unclaimed: ['templates/bootstrap/foundation.yml', 'templates/orphan.yml'],
  });
});
