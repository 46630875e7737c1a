import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from '../../actions/release/main.ts';
import { FolderStore } from '../../src/release/folder-store.ts';
import { openRelease } from '../../src/release/open-release.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { photosWithoutSite } from '../bundle/photos-without-site.ts';
import { sampleRepository } from '../release/sample-repository.ts';
import { perform, pushToMain } from './recorded.ts';

const zip = zipSync({ 'dist/index.html': strToU8('<p>page</p>'), 'dist/a.js': strToU8('a') });

/** The action in a job that may have no identity, in a checkout whose site is a ZIP. */
async function released(digest: string) {
  const definition = `${photosWithoutSite['params/photos/system.yml'] ?? ''}site:
  build:
    artifact: builds/site.zip
    sha256: ${digest}
  bucket: photos
  distribution: E1
  url: https://photos.example
`;
  await using repository = await sampleRepository({
    ...photosWithoutSite,
    'params/photos/system.yml': definition,
    'builds/site.zip': '',
  });
  await writeFile(join(repository.root, 'builds/site.zip'), zip);
  const inputs = { system: 'photos', upload: 'false' };
  const done = await perform({ name: 'release', main, workspace: repository.root, inputs, env: pushToMain });
  const folder = join(repository.root, 'out/releases');
  const made = done.outputs['release'];
  const release = made === undefined ? null : await openRelease(made, new FolderStore(folder));
  return { ...done, site: release?.manifest.site?.map(({ path }) => path), written: await readdir(folder) };
}

test("the action takes another repository's build without an identity", async () => {
  expect(await released(sha256(zip))).toMatchObject({
    exitCode: 0,
    errors: [],
    site: ['a.js', 'index.html'],
  });
});

test('it stops at another digest, with the line that is to be changed, and writes nothing', async () => {
  const { exitCode, log, written } = await released('0'.repeat(64));
  expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
  expect(log).toMatch(/^::error title=SITE_ARTIFACT_DIGEST,file=params\/photos\/system\.yml,line=9,/m);
  expect(log).toContain(`site.build.sha256 is ${'0'.repeat(64)}, but builds/site.zip has ${sha256(zip)}`);
});
