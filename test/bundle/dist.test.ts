import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder, sizeOf } from '../../scripts/bundle/dist-folder.ts';
import { loadedBy } from '../../scripts/bundle/loaded-by.ts';
import { startNode, type Started } from '../../scripts/bundle/start-action.ts';
import { wrongInputs } from '../../scripts/bundle/wrong-inputs.ts';
import { actionNames, readAction } from '../../scripts/docs/actions/action-file.ts';
import { loadSystem } from '../../src/config/load.ts';
import { buildHere } from '../../src/deployment/choose-release.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { root } from '../docs/repository-files.ts';
import { sampleRepository } from '../release/sample-repository.ts';

const names = await actionNames(root);
const dist = await readFolder(join(root, 'dist'));

/** The actions as a runner checks them out: no node_modules anywhere above. */
let checkout: string;
/** A repository that uses them. */
let workspace: string;
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'slipway-dist-'));
  workspace = join(checkout, 'workspace');
  await mkdir(workspace);
  await cp(join(root, 'dist'), join(checkout, 'dist'), { recursive: true });
});
afterAll(() => rm(checkout, { recursive: true }));

interface StartedAction extends Started {
  readonly outputs: string;
  readonly summary: string;
}

async function start(name: string, env: Readonly<Record<string, string>>): Promise<StartedAction> {
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_STATE: 'state' };
  const paths = Object.entries(files).map(([key, file]) => [key, join(checkout, file)] as const);
  for (const [, path] of paths) await writeFile(path, '');
  const started = await startNode({
    args: [join(checkout, 'dist', `${name}.js`)],
    cwd: workspace,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...Object.fromEntries(paths),
      GITHUB_WORKSPACE: workspace,
      ...env,
    },
  });
  const [outputs, summary] = await Promise.all(
    ['output', 'summary'].map((file) => readFile(join(checkout, file), 'utf8')),
  );
  return { ...started, outputs: outputs ?? '', summary: summary ?? '' };
}

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
    const { code, output, summary } = await start(name, wrongInputs(action));
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
    const env = { ...wrongInputs(await readAction(root, name)), GITHUB_WORKSPACE: workspace };
    const { files, bytes } = await loadedBy({
      args: [join(checkout, 'dist', `${name}.js`)],
      cwd: workspace,
      env,
    });
    expect(files).toBeGreaterThanOrEqual(3);
    expect(bytes).toBeLessThan(120_000);
  });
});

test.each([...dist.keys()].filter((name) => name.endsWith('-post.js')))(
  'dist/%s ends well where its action did nothing',
  async (file) => {
    expect(await start(file.replace(/\.js$/, ''), {})).toMatchObject({ code: 0, summary: '' });
  },
);

describe('dist/release.js, away from every node_modules', () => {
  const environment = (account: string): string =>
    `account: '${account}'\nregions: { home: eu-west-1, edge: us-east-1 }\nvalues: { app: {} }\n`;
  const changes = {
    'params/photos/system.yml': `system: photos
description: Photos
stacks:
  app: { template: templates/photos/app.yml, region: home }
promotion: { approval: [prod] }
`,
    'params/photos/dev.yml': environment('111111111111'),
    'params/photos/sit.yml': environment('222222222222'),
    'params/photos/prod.yml': environment('333333333333'),
  };

  test('makes the release that the sources make, with the esbuild of the repository', async () => {
    await using repository = await sampleRepository(changes);
    const { root: folder } = repository;
    await symlink(join(root, 'node_modules', 'esbuild'), join(folder, 'node_modules', 'esbuild'));
    const system = await loadSystem(folder, 'photos');
    const made = await buildHere(folder, system, silentLogger, join(checkout, 'by-sources'));
    const { code, output, outputs } = await start('release', {
      INPUT_SYSTEM: 'photos',
      INPUT_UPLOAD: 'false',
      GITHUB_WORKSPACE: folder,
    });
    expect(output).toContain(made.id);
    expect(code).toBe(0);
    expect(outputs).toContain(made.id);
  });

  test('says where there is no esbuild, with the function that needs it and what to do', async () => {
    await using repository = await sampleRepository(changes);
    const { code, output } = await start('release', {
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
