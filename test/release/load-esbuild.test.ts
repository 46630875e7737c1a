import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { buildRelease } from '../../src/release/build-release.ts';
import { findEsbuild, requireEsbuild } from '../../src/release/load-esbuild.ts';
import { memoryStore } from './memory-store.ts';
import { system, sampleRepository } from './sample-repository.ts';

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true });
});

/** A repository that has an esbuild of this source installed, or none. */
async function repositoryWith(esbuild: string | null): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'slipway-esbuild-'));
  roots.push(root);
  if (esbuild === null) return root;
  const folder = join(root, 'node_modules', 'esbuild');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"name":"esbuild","main":"main.js"}');
  await writeFile(join(folder, 'main.js'), esbuild);
  return root;
}

const absent = (): Promise<never> =>
  Promise.reject(Object.assign(new Error("Cannot find package 'esbuild'"), { code: 'ERR_MODULE_NOT_FOUND' }));
const needs = { folder: 'lambda/photos', at: { file: 'templates/api.yml', line: 7, column: 13 } };

describe('the esbuild that bundles', () => {
  test("is the repository's own where it has one", async () => {
    const root = await repositoryWith("exports.version = '0.1.2'; exports.build = () => null;");
    expect(await findEsbuild(root)).toMatchObject({ from: 'repository', esbuild: { version: '0.1.2' } });
  });

  test('is the one beside Slipway where the repository has none', async () => {
    const found = await findEsbuild(await repositoryWith(null));
    expect(found).toMatchObject({
      from: 'slipway',
      esbuild: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    });
  });

  test('is missing where there is neither: the function that needs it is named, and what to install', async () => {
    const root = await repositoryWith(null);
    expect(await findEsbuild(root, absent)).toBeNull();
    await expect(requireEsbuild(root, needs, absent)).rejects.toMatchObject({
      code: 'ESBUILD_MISSING',
      message: 'lambda/photos is bundled by esbuild, which is not installed in the repository',
      at: needs.at,
      next: 'npm install --save-dev --save-exact esbuild',
      blame: 'user',
    });
  });

  test('that does not load is told with its words, and no other takes its place', async () => {
    const root = await repositoryWith("throw new Error('wrong platform\\nmore');");
    await expect(findEsbuild(root)).rejects.toMatchObject({
      code: 'ESBUILD_BROKEN',
      message: expect.stringContaining("can't be loaded: wrong platform"),
      next: 'npm ci',
    });
  });
});

describe('a release', () => {
  const lines = async (changes: Readonly<Record<string, string | null>>): Promise<readonly string[]> => {
    const said: string[] = [];
    const note = (line: string): void => {
      said.push(line);
    };
    await using repository = await sampleRepository(changes);
    const logger = { info: note, warn: note, debug: note };
    await buildRelease({ root: repository.root, system, store: memoryStore().store, logger });
    return said.filter((line) => line.includes('esbuild'));
  };

  test('says which esbuild made its functions', async () => {
    expect(await lines({})).toEqual([
      expect.stringMatching(/^functions are bundled by esbuild \d+\.\d+\.\d+ that came with Slipway$/),
    ]);
  });

  test('without functions needs none: a broken one is not even loaded', async () => {
    const broken = {
      'node_modules/esbuild/package.json': '{"name":"esbuild","main":"main.js"}',
      'node_modules/esbuild/main.js': "throw new Error('broken')",
    };
    const templates = { 'templates/modules/api.yml': 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n' };
    expect(
      await lines({
        ...broken,
        ...templates,
        'templates/photos/app.yml': templates['templates/modules/api.yml'],
      }),
    ).toEqual([]);
    await expect(lines(broken)).rejects.toMatchObject({ code: 'ESBUILD_BROKEN' });
  });
});
