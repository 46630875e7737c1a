import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildRelease } from '../../src/release/build-release.ts';
import { FolderStore } from '../../src/release/folder-store.ts';
import { openRelease, releasedTemplates } from '../../src/release/open-release.ts';
import type { Release } from '../../src/release/release.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { memoryStore } from './memory-store.ts';
import { files, sampleRepository, system, temporaryFolder } from './sample-repository.ts';

const logger = silentLogger;
const text = async (release: Release, sha256: string | undefined): Promise<string> =>
  new TextDecoder().decode(await release.read(sha256 ?? ''));
const of = (release: Release, path: string): string | undefined =>
  release.manifest.templates.find((each) => each.path === path)?.sha256;

async function built(changes: Record<string, string | null> = {}): Promise<Release> {
  await using repository = await sampleRepository(changes);
  return await buildRelease({ root: repository.root, system, store: memoryStore().store, logger });
}

describe('the release', () => {
  test('is the same for the same sources in two clones, whatever their path, age and time zone', async () => {
    const here = await built();
    await using clone = await sampleRepository({}, { prefix: 'elsewhere-ä-', modified: new Date(0) });
    const script = join(import.meta.dirname, 'print-release-id.ts');
    const { stdout } = await promisify(execFile)(
      join(import.meta.dirname, '../../node_modules/.bin/node'),
      ['--disable-warning=ExperimentalWarning', script, clone.root],
      { env: { ...process.env, TZ: 'America/St_Johns', LC_ALL: 'sv_SE.UTF-8', NODE_ENV: 'production' } },
    );
    expect(stdout.trim()).toBe(here.id);
  });

  test('is another one when one byte of any part changes', async () => {
    const ids = [
      await built(),
      await built({
        'templates/modules/bucket.yml': `${files['templates/modules/bucket.yml'] ?? ''}# a word\n`,
      }),
      await built({ 'lambda/authorizer/judge.ts': "export const judge = (): string => 'Deny';\n" }),
      await built({ 'params/photos/prod.yml': "account: '444444444444'\n" }),
      await built({ 'params/photos/smoke.yml': 'groups: [jwt]\n' }),
      await built({ 'site/dist/favicon.svg': '<svg/>' }),
    ].map((release) => release.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('does not change with what is no part of it', async () => {
    const plain = await built();
    const noise = await built({
      'lambda/authorizer/judge.test.ts': 'throw new Error()',
      'tsconfig.json': '{ "compilerOptions": { "target": "es5", "jsx": "react" } }',
      'site/dist/config.json': '{"apiUrl":"another"}',
      'site/dist/.DS_Store': 'x',
      'README.md': 'x',
    });
    expect(noise.id).toBe(plain.id);
  });

  test('lists what it consists of', async () => {
    const { manifest } = await built();
    expect({
      templates: manifest.templates.map((each) => each.path),
      functions: manifest.functions.map((each) => each.path),
      stacks: Object.entries(manifest.stacks).map(([name, { region }]) => `${name} ${region}`),
      environments: Object.values(manifest.environments).map((each) => each.path),
      rest: [manifest.definition.path, manifest.smoke?.path],
      site: manifest.site?.map((each) => `${each.path} | ${each.contentType} | ${each.cacheControl}`),
    }).toEqual({
      templates: [
        'templates/modules/api.yml',
        'templates/modules/bucket.yml',
        'templates/photos/app.yml',
        'templates/photos/edge.yml',
      ],
      functions: ['lambda/authorizer'],
      stacks: ['edge edge', 'app home'],
      environments: ['params/photos/dev.yml', 'params/photos/sit.yml', 'params/photos/prod.yml'],
      rest: ['params/photos/system.yml', 'params/photos/smoke.yml'],
      site: [
        'assets/main-Bx3f_9aQ.js | text/javascript; charset=utf-8 | public, max-age=31536000, immutable',
        'favicon.svg | image/svg+xml; charset=utf-8 | public, max-age=300, must-revalidate',
        'index.html | text/html; charset=utf-8 | no-cache',
      ],
    });
  });

  test('names no account, region, bucket or folder of the machine', async () => {
    await using repository = await sampleRepository();
    const release = await buildRelease({ root: repository.root, system, store: memoryStore().store, logger });
    const bytes = await Promise.all(
      [...release.manifest.templates, ...release.manifest.functions].map((each) => release.read(each.sha256)),
    );
    const code = unzipSync(await release.read(release.manifest.functions[0]?.sha256 ?? ''));
    const all = [
      JSON.stringify(release.manifest),
      ...[...bytes, ...Object.values(code)].map((each) => Buffer.from(each).toString()),
    ].join();
    for (const word of [repository.root, 'slipway-artifacts', 'eu-west-1', 'us-east-1'])
      expect(all).not.toContain(word);
  });
});

describe('a packaged template', () => {
  test('names children and code by digest, relative to the artifact bucket, on the same lines', async () => {
    const release = await built();
    const bucket = of(release, 'templates/modules/bucket.yml') ?? '';
    const api = of(release, 'templates/modules/api.yml') ?? '';
    const url = (digest: string): string =>
      `{ "Fn::Sub": "https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${digest}" }`;
    expect(await text(release, of(release, 'templates/photos/app.yml'))).toBe(
      (files['templates/photos/app.yml'] ?? '')
        .replace('../modules/api.yml', url(api))
        .replace('"../modules/bucket.yml"', url(bucket)),
    );
    const zip = release.manifest.functions[0]?.sha256 ?? '';
    const packaged = (await text(release, api)).split('\n');
    expect(packaged[8]).toBe(`      Code: { "S3Bucket": { "Ref": "ArtifactBucket" }, "S3Key": "${zip}" }`);
    expect(packaged).toHaveLength((files['templates/modules/api.yml'] ?? '').split('\n').length);
  });

  test('keeps an unchanged child as it is when its sibling changes', async () => {
    const before = await built();
    const after = await built({
      'templates/modules/bucket.yml':
        'Resources: { Photos: { Type: AWS::S3::Bucket, DeletionPolicy: Retain } }',
    });
    expect(of(after, 'templates/modules/api.yml')).toBe(of(before, 'templates/modules/api.yml'));
    expect(of(after, 'templates/photos/app.yml')).not.toBe(of(before, 'templates/photos/app.yml'));
  });

  test('renews a resource with the templates it names, wherever it is named', async () => {
    const before = await text(await built(), of(await built(), 'templates/modules/api.yml'));
    const id = /^ {2}(Deployment[0-9a-f]{8}):$/m.exec(before)?.[1] ?? 'none';
    expect(before).toContain(`DependsOn: [Authorizer, ${id}]`);
    expect(before).toContain(`DeploymentId: !Ref ${id}\n`);
    expect(before).toContain(`'runs \${${id}} and \${${id}.DeploymentId}, not \${DeploymentRole}'`);
    expect(before).toContain(`Value: !GetAtt ${id}.DeploymentId`);
    expect(before.match(/Deployment\b(?!Role)/g)?.filter((each) => each === 'Deployment')).toHaveLength(1);

    const changed = (files['templates/modules/api.yml'] ?? '').replace('nodejs24.x', 'nodejs22.x');
    const release = await built({ 'templates/modules/api.yml': changed });
    expect(await text(release, of(release, 'templates/modules/api.yml'))).not.toContain(id);
    const code = await built({
      'lambda/authorizer/judge.ts': "export const judge = (): string => 'Deny';\n",
    });
    expect(await text(code, of(code, 'templates/modules/api.yml'))).toContain(id);
  });

  test('renews a version with the code of its function, and with nothing else', async () => {
    const template = (files['templates/modules/api.yml'] ?? '').replace(
      '[self]',
      '[../../lambda/authorizer]',
    );
    const idOf = async (changes: Readonly<Record<string, string>>): Promise<string> => {
      const release = await built({ 'templates/modules/api.yml': template, ...changes });
      const packaged = await text(release, of(release, 'templates/modules/api.yml'));
      return /^ {2}(Deployment[0-9a-f]{8}):$/m.exec(packaged)?.[1] ?? 'none';
    };
    const before = await idOf({});
    expect(before).not.toBe('none');
    expect(await idOf({ 'templates/modules/api.yml': template.replace('nodejs24.x', 'nodejs22.x') })).toBe(
      before,
    );
    const code = "export const judge = (): string => 'Deny';\n";
    expect(await idOf({ 'lambda/authorizer/judge.ts': code })).not.toBe(before);
  });

  test('can be read back as a tree that names the sources', async () => {
    const tree = await releasedTemplates(await built(), 'app');
    expect(tree.template.file).toBe('templates/photos/app.yml');
    expect([...tree.children].map(([id, child]) => `${id} ${child.template.file}`)).toEqual([
      'Api templates/modules/api.yml',
      'Storage templates/modules/bucket.yml',
    ]);
    const storage = tree.children.get('Storage')?.template.locateKey(['Resources', 'Photos']);
    expect(storage).toEqual({ file: 'templates/modules/bucket.yml', line: 2, column: 3 });
  });
});

test('a bundled function runs, with the packages it imports', async () => {
  const release = await built();
  const zip = unzipSync(await release.read(release.manifest.functions[0]?.sha256 ?? ''));
  expect(Object.keys(zip)).toEqual(['index.mjs']);
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'index.mjs'), zip['index.mjs'] ?? '');
  const call = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(folder.path, 'index.mjs')).href)});
    console.log(await handler({ token: 'good' }), await handler({ token: 'bad' }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', call]);
  expect(stdout.trim()).toBe('Allow Deny');
});

test('a release that was built is opened again from its folder', async () => {
  await using repository = await sampleRepository();
  const store = new FolderStore(join(repository.root, 'out/releases'));
  const release = await buildRelease({ root: repository.root, system, store, logger });
  const opened = await openRelease(release.id, store);
  expect(opened.manifest).toEqual(release.manifest);
});

describe('bad sources', () => {
  const api = files['templates/modules/api.yml'] ?? '';
  const cases: readonly [string, Record<string, string | null>, string, string, string | null][] = [
    [
      'a missing site build',
      { 'site/dist/index.html': null },
      'SITE_BUILD_MISSING',
      'The site build site/dist has no index.html (site.build in params/photos/system.yml)',
      'params/photos/system.yml:1:1',
    ],
    [
      'a missing function',
      { 'templates/modules/api.yml': api.replace('lambda/authorizer', 'lambda/authoriser') },
      'FUNCTION_MISSING',
      'Code names the folder lambda/authoriser, which is not there',
      'templates/modules/api.yml:9:13',
    ],
    [
      'a handler that nobody exports',
      { 'templates/modules/api.yml': api.replace('index.handler', 'index.main') },
      'FUNCTION_HANDLER',
      'Handler is index.main, but lambda/authorizer offers index.handler',
      'templates/modules/api.yml:9:13',
    ],
    [
      'a function that cannot be bundled',
      { 'lambda/authorizer/judge.ts': 'export const judge = ;\n' },
      'FUNCTION_BUNDLE',
      'lambda/authorizer cannot be bundled: Unexpected ";"',
      'lambda/authorizer/judge.ts:1:22',
    ],
    [
      'code outside of the repository',
      { 'templates/modules/api.yml': api.replace('../../lambda', '../../../lambda') },
      'FUNCTION_PATH',
      'Code of Authorizer leads out of the repository: ../../../lambda/authorizer',
      'templates/modules/api.yml:9:13',
    ],
    [
      'a template that nests without the artifact bucket',
      {
        'templates/photos/app.yml': (files['templates/photos/app.yml'] ?? '').replace(
          '  ArtifactBucket: { Type',
          '  Artifacts: { Type',
        ),
      },
      'TEMPLATE_NEEDS_ARTIFACT_BUCKET',
      'Api is packaged, but the template has no parameter ArtifactBucket',
      'templates/photos/app.yml:5:3',
    ],
    [
      'a renewal with a template that is not there',
      { 'templates/modules/api.yml': api.replace('[self]', '[self, routes.yml]') },
      'TEMPLATE_RENEW_WITH',
      'RenewWith of Deployment names routes.yml, which is not there',
      'templates/modules/api.yml:15:27',
    ],
    [
      'a missing parameter file',
      { 'params/photos/sit.yml': null },
      'RELEASE_FILE_MISSING',
      'params/photos/sit.yml is not there, and params/photos/system.yml needs it',
      null,
    ],
  ];
  test.each(cases)('%s is named', async (_name, changes, code, message, place) => {
    const error: unknown = await built(changes).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message, blame: 'user' });
    const { at } = error as { at?: { file: string; line: number; column: number } };
    expect(at ? `${at.file}:${at.line}:${at.column}` : null).toBe(place);
  });

  test('nothing that can be opened is left behind', async () => {
    await using repository = await sampleRepository({ 'params/photos/prod.yml': null });
    const { store, s3 } = memoryStore();
    await expect(buildRelease({ root: repository.root, system, store, logger })).rejects.toThrow('prod.yml');
    const manifests = s3
      .keys('slipway-artifacts-111111111111-eu-west-1')
      .filter((key) =>
        s3.textOf('slipway-artifacts-111111111111-eu-west-1', key)?.startsWith('{"definition"'),
      );
    expect(manifests).toEqual([]);
  });
});
