import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildRelease } from '../../src/release/build-release.ts';
import type { Release } from '../../src/release/release.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { memoryStore } from './memory-store.ts';
import { files, sampleRepository, system, temporaryFolder } from './sample-repository.ts';

const api = files['templates/modules/api.yml'] ?? '';
const layered: Readonly<Record<string, string>> = {
  'templates/modules/api.yml': api
    .replace('      Runtime: nodejs24.x\n', '      Runtime: nodejs24.x\n      Layers: [!Ref Common]\n')
    .replace(
      'Resources:\n',
      `Resources:
  Common:
    Type: AWS::Lambda::LayerVersion
    Properties:
      LayerName: common
      Content: ../../lambda/common-layer # shared
`,
    ),
  'lambda/common-layer/index.ts': `export { Refusal } from './refusal.ts';
export { default as tiny } from 'tiny';
`,
  'lambda/common-layer/refusal.ts': 'export class Refusal extends Error { override name = "Refusal"; }\n',
  'lambda/authorizer/index.ts': `import { Refusal, tiny } from '../common-layer/index.ts';
import { judge } from './judge.ts';
export const handler = async (event: { token: string }): Promise<string> => {
  if (event.token === '') throw new Refusal('no token');
  return judge(tiny(event.token));
};
`,
};

async function built(changes: Record<string, string | null> = {}): Promise<Release> {
  await using repository = await sampleRepository({ ...layered, ...changes });
  return await buildRelease({
    root: repository.root,
    system,
    store: memoryStore().store,
    logger: silentLogger,
  });
}

const digestOf = (release: Release, folder: string): string =>
  release.manifest.functions.find(({ path }) => path === folder)?.sha256 ?? '';

async function zipOf(release: Release, folder: string): Promise<Record<string, Uint8Array>> {
  return unzipSync(await release.read(digestOf(release, folder)));
}

describe('a layer', () => {
  test('is packaged once, as a package below nodejs/node_modules', async () => {
    const zip = await zipOf(await built(), 'lambda/common-layer');
    expect(Object.keys(zip)).toEqual([
      'nodejs/node_modules/common-layer/index.js',
      'nodejs/node_modules/common-layer/package.json',
    ]);
  });

  test('is named by its digest in the template, on the line where its path stood', async () => {
    const release = await built();
    const { sha256 } = release.manifest.templates.find(({ path }) => path.endsWith('api.yml')) ?? {};
    const text = new TextDecoder().decode(await release.read(sha256 ?? ''));
    const line = layered['templates/modules/api.yml']
      ?.split('\n')
      .findIndex((each) => each.includes('Content:'));
    expect(text.split('\n')[line ?? -1]).toBe(
      `      Content: { "S3Bucket": { "Ref": "ArtifactBucket" }, "S3Key": "${digestOf(release, 'lambda/common-layer')}" } # shared`,
    );
  });

  test('is left out of the function, which finds it on NODE_PATH and runs', async () => {
    const release = await built();
    await using folder = await temporaryFolder();
    const write = async (below: string, zip: Record<string, Uint8Array>): Promise<void> => {
      for (const [name, bytes] of Object.entries(zip)) {
        await mkdir(dirname(join(folder.path, below, name)), { recursive: true });
        await writeFile(join(folder.path, below, name), bytes);
      }
    };
    await write('task', await zipOf(release, 'lambda/authorizer'));
    await write('opt', await zipOf(release, 'lambda/common-layer'));
    const entry = pathToFileURL(join(folder.path, 'task/index.mjs')).href;
    const call = `const { handler } = await import(${JSON.stringify(entry)});
      console.log(await handler({ token: 'good' }), await handler({ token: '' }).catch((error) => error.name));`;
    const run = (nodePath: string) =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', call], {
        env: { ...process.env, NODE_PATH: nodePath },
      });
    const { stdout } = await run(join(folder.path, 'opt/nodejs/node_modules'));
    expect(stdout.trim()).toBe('Allow Refusal');
    await expect(run('')).rejects.toThrow("Cannot find module 'common-layer'");
  });

  test('that changes leaves the bytes of the functions as they are', async () => {
    const [before, after] = [
      await built(),
      await built({
        'lambda/common-layer/refusal.ts': 'export class Refusal extends Error { override name = "No"; }\n',
      }),
    ];
    expect(digestOf(after, 'lambda/authorizer')).toBe(digestOf(before, 'lambda/authorizer'));
    expect(digestOf(after, 'lambda/common-layer')).not.toBe(digestOf(before, 'lambda/common-layer'));
  });
});

describe('bad sources', () => {
  const template = layered['templates/modules/api.yml'] ?? '';
  test.each([
    [
      'a function that imports a layer and has no Layers',
      { 'templates/modules/api.yml': template.replace('      Layers: [!Ref Common]\n', '') },
      'FUNCTION_LAYER',
      'lambda/authorizer imports lambda/common-layer, which is packaged as a layer, but the function has no Layers',
    ],
    [
      'an import of a part of a layer',
      {
        'lambda/authorizer/index.ts': `import { Refusal } from '../common-layer/refusal.ts';
export const handler = () => { throw new Refusal('x'); };`,
      },
      'FUNCTION_BUNDLE',
      'lambda/common-layer is a layer: import its index instead of refusal.ts',
    ],
    [
      'a layer that is not there',
      { 'templates/modules/api.yml': template.replace('/common-layer', '/commonlayer') },
      'FUNCTION_MISSING',
      'Content names the folder lambda/commonlayer, which is not there',
    ],
    [
      'a layer outside of the repository',
      { 'templates/modules/api.yml': template.replace('../../lambda/common-layer', '../../../common-layer') },
      'FUNCTION_PATH',
      'Content of Common leads out of the repository: ../../../common-layer',
    ],
  ])('%s is named', async (_name, changes, code, message) => {
    const error: unknown = await built(changes).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, blame: 'user' });
    expect(String(error)).toContain(message);
  });
});
