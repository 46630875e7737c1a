import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder, sizeOf } from '../../scripts/bundle/dist-folder.ts';
import { loadedBy } from '../../scripts/bundle/loaded-by.ts';
import { wrongInputs } from '../../scripts/bundle/wrong-inputs.ts';
import { actionNames, readAction } from '../../scripts/docs/actions/action-file.ts';
import { loadSystem } from '../../src/config/load.ts';
import { buildHere } from '../../src/deployment/choose-release.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { webOf } from '../../src/session/web.ts';
import { root } from '../docs/repository-files.ts';
import { sampleRepository } from '../release/sample-repository.ts';
import { checkoutDist, type DistCheckout } from './dist-checkout.ts';
import { photosWithoutSite } from './photos-without-site.ts';

const names = await actionNames(root);
const dist = await readFolder(join(root, 'dist'));

let checkout: DistCheckout;
beforeAll(async () => {
  checkout = await checkoutDist();
});
afterAll(async () => {
  await checkout[Symbol.asyncDispose]();
});

test('all of dist/ is smaller than 6 MB', () => {
  expect(sizeOf(dist)).toBeGreaterThan(1_000_000);
  expect(sizeOf(dist)).toBeLessThan(6_000_000);
});

test('what starts an action is one import of the shared bundle', () => {
  const starters = [...dist].filter(([name]) => /^[^/]+\.js$/.test(name));
  expect(starters.length).toBeGreaterThan(names.length);
  for (const [, text] of starters) expect(text.length).toBeLessThan(150);
});

test('it carries the licenses of what is in it, each text once', () => {
  const licenses = dist.get('licenses.txt') ?? '';
  for (const name of ['@actions/github', '@aws-sdk/client-s3', 'undici', 'valibot', 'js-yaml'])
    expect(licenses.split('\n')).toContain(name);
  const texts = licenses.split(`\n${'-'.repeat(80)}\n\n`).map((part) => part.slice(part.indexOf('\n\n')));
  expect(new Set(texts).size).toBe(texts.length);
});

describe.each(names)('dist/%s.js', (name) => {
  test('fails on a missing or a wrong input: exit code 1, an annotation that names it, the summary, no stack', async () => {
    const action = await readAction(root, name);
    const { code, output, summary } = await checkout.start(name, wrongInputs(action));
    const [needed] = Object.entries(action.inputs).flatMap(([input, { required }]) =>
      required ? [input] : [],
    );
    expect(code).toBe(1);
    expect(output).toMatch(/^::error title=INPUT_/m);
    expect(output).toContain(needed === undefined ? ' is "?"' : `input ${needed} is missing`);
    expect(output).not.toMatch(/^\s+at /m);
    expect(summary).toContain(`### ${name} failed`);
  });

  // what bench:start measures takes a quiet machine; this is why it is quick
  test('loads next to nothing until then: no client of AWS or GitHub, no schemas', async () => {
    const env = { ...wrongInputs(await readAction(root, name)), GITHUB_WORKSPACE: checkout.workspace };
    const { files, bytes } = await loadedBy({
      args: [checkout.fileOf(name)],
      cwd: checkout.workspace,
      env,
    });
    expect(files).toBeGreaterThanOrEqual(3);
    expect(bytes).toBeLessThan(80_000);
  });
});

test.each([...dist.keys()].filter((name) => name.endsWith('-post.js')))(
  'dist/%s ends well where its action did nothing',
  async (file) => {
    expect(await checkout.start(file.replace(/\.js$/, ''), {})).toMatchObject({ code: 0, summary: '' });
  },
);

describe('dist/release.js, away from every node_modules', () => {
  test('makes the release that the sources make, with the esbuild of the repository', async () => {
    await using repository = await sampleRepository(photosWithoutSite);
    const { root: folder } = repository;
    await symlink(join(root, 'node_modules', 'esbuild'), join(folder, 'node_modules', 'esbuild'));
    const system = await loadSystem(folder, 'photos');
    const made = await buildHere(folder, system, {
      logger: silentLogger,
      web: webOf({}, new AbortController().signal),
      folder: join(checkout.folder, 'by-sources'),
    });
    const { code, output, outputs } = await checkout.start('release', {
      INPUT_SYSTEM: 'photos',
      INPUT_UPLOAD: 'false',
      GITHUB_WORKSPACE: folder,
    });
    expect(output).toContain(made.id);
    expect(code).toBe(0);
    expect(outputs).toContain(made.id);
  });

  test('says where there is no esbuild, with the function that needs it and what to do', async () => {
    await using repository = await sampleRepository(photosWithoutSite);
    const { code, output } = await checkout.start('release', {
      INPUT_SYSTEM: 'photos',
      INPUT_UPLOAD: 'false',
      GITHUB_WORKSPACE: repository.root,
    });
    expect(output).toMatch(
      /^::error title=ESBUILD_MISSING,file=templates\/modules\/api\.yml,line=9,.*lambda\/authorizer/m,
    );
    expect(code).toBe(1);
  });
});
