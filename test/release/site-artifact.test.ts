import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { Agent } from 'undici';
import type { SystemDefinition } from '../../src/config/system.ts';
import { UserError } from '../../src/errors/slipway-error.ts';
import { buildRelease } from '../../src/release/build-release.ts';
import { FolderStore } from '../../src/release/folder-store.ts';
import type { Release } from '../../src/release/release.ts';
import { artifactLimits, readSiteArtifact } from '../../src/release/site-artifact.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import type { Web } from '../../src/runtime/web.ts';
import { artifactServer } from './artifact-server.ts';
import { memoryStore } from './memory-store.ts';
import { files, sampleRepository, system, temporaryFolder } from './sample-repository.ts';

const definition = 'params/photos/system.yml';
const address = 'https://builds.example/photos/1.2.0.zip';
const limits = { ...artifactLimits, bytes: 10_000, time: 5_000, silence: 5_000 };
const good = zipSync({ 'index.html': strToU8('<p>page</p>'), 'assets/a.js': strToU8('a') });

/** The files of an artifact as text, or the error's code and message. */
async function read(
  artifact: string,
  {
    root = '/nowhere',
    digest = sha256(good),
    web,
    most = limits,
  }: { root?: string; digest?: string; web?: Web | undefined; most?: typeof artifactLimits } = {},
): Promise<Record<string, string> | string> {
  const build = { artifact, sha256: digest };
  try {
    const found = await readSiteArtifact({
      root,
      build,
      definition,
      web,
      logger: silentLogger,
      limits: most,
    });
    return Object.fromEntries([...found].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.code} ${error.message}`;
  }
}

async function served(answer: RequestListener, more: { most?: typeof artifactLimits; from?: string } = {}) {
  await using server = await artifactServer(answer);
  const told = await read(more.from ?? address, { web: server.web, ...(more.most && { most: more.most }) });
  return { told, requests: server.requests };
}

const unreachable = (why: string, from = address): string =>
  `SITE_ARTIFACT_UNREACHABLE site.build.artifact names ${from}, which ${why}`;

const redirect =
  (to: string): RequestListener =>
  (_request, response) =>
    response.writeHead(302, { location: to }).end();

describe('an artifact at an address', () => {
  test('is read without credentials, its digest compared, and unpacked', async () => {
    let authorization: string | undefined = 'nobody has asked';
    const { told, requests } = await served((request, response) => {
      ({ authorization } = request.headers);
      response.end(good);
    });
    expect(told).toEqual({ 'index.html': '<p>page</p>', 'assets/a.js': 'a' });
    expect(requests).toEqual([`GET ${address}`]);
    expect(authorization).toBeUndefined();
  });

  test('is followed to other hosts over https, with no word about what their query holds', async () => {
    const { told, requests } = await served((request, response) => {
      if (request.headers.host === 'builds.example')
        redirect('https://files.example/x?sig=secret')(request, response);
      else response.end(strToU8('another'));
    });
    expect(requests).toEqual([`GET ${address}`, 'GET https://files.example/x?sig=secret']);
    expect(told).toBe(
      `SITE_ARTIFACT_DIGEST site.build.sha256 is ${sha256(good)}, but ${address} has ${sha256('another')}; nothing of it is used`,
    );
  });

  test.each<[string, RequestListener, string]>([
    ['that is not there', (_, response) => response.writeHead(404).end(), 'answered with status 404'],
    [
      'that wants somebody to sign in',
      (_, response) => response.writeHead(401).end(),
      'answered with status 401',
    ],
    ['of a server that fails', (_, response) => response.writeHead(503).end(), 'answered with status 503'],
    [
      'that was half sent',
      (_, response) => response.writeHead(206).end(good.slice(4)),
      'answered with status 206',
    ],
    [
      'that leads to http',
      redirect('http://builds.example/x?sig=secret'),
      'redirects to http://builds.example, which is not https',
    ],
    ['that leads into a file', redirect('file:///etc/passwd'), 'redirects to file://, which is not https'],
    ['that leads nowhere', (_, response) => response.writeHead(302).end(), 'redirects to no address'],
    ['that leads in a circle', redirect(address), 'redirects more than 5 times'],
    ['whose server hangs up', (request) => request.socket.destroy(), "can't be reached: other side closed"],
    [
      'that stops in its midst',
      (request, response) => {
        response.writeHead(200, { 'content-length': good.length });
        response.write(good.slice(0, 10), () => request.socket.destroy());
      },
      "can't be reached: other side closed",
    ],
  ])('%s', async (_name, answer, why) => {
    expect((await served(answer)).told).toBe(unreachable(why));
  });

  test('that never comes to an end', async () => {
    const endless: RequestListener = (_request, response) => response.write('PK');
    expect((await served(endless, { most: { ...limits, time: 50 } })).told).toBe(
      unreachable('was not read within 0.05 s'),
    );
  });

  test.each<[string, RequestListener]>([
    [
      'as it says',
      (_, response) => response.writeHead(200, { 'content-length': 10_001 }).end(Buffer.alloc(10_001)),
    ],
    [
      'without saying so',
      (_, response) => response.write(Buffer.alloc(8_000), () => response.end(Buffer.alloc(8_000))),
    ],
  ])('that is too large, %s', async (_name, answer) => {
    expect((await served(answer)).told).toBe(
      `SITE_ARTIFACT_TOO_LARGE site.build.artifact names ${address}, which has more than 10 kB, the most that is read`,
    );
  });

  test('of a host that nobody knows', async () => {
    const web: Web = {
      signal: new AbortController().signal,
      open: () =>
        Promise.resolve(
          new Agent({
            connect: (_options, done) => {
              done(new Error('getaddrinfo ENOTFOUND builds.example'), null);
            },
          }),
        ),
    };
    expect(await read(`${address}?token=secret`, { web })).toBe(
      unreachable("can't be reached: getaddrinfo ENOTFOUND builds.example", `${address}?…`),
    );
  });

  test('is given up when the command is', async () => {
    const cancel = new AbortController();
    await using server = await artifactServer(() => {
      cancel.abort(new Error('stopped by somebody'));
    }, cancel.signal);
    await expect(read(address, { web: server.web })).rejects.toThrow('stopped by somebody');
  });
});

/** Reads an artifact that lies in the repository as `builds/site.zip`. */
async function lying(bytes: Uint8Array, digest = sha256(bytes), artifact = 'builds/site.zip') {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'builds'));
  await writeFile(join(folder.path, 'builds/site.zip'), bytes);
  return await read(artifact, { root: folder.path, digest });
}

const zipped = (entries: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));

describe('an artifact in the repository', () => {
  test('is unpacked', async () => {
    expect(await lying(good)).toEqual({ 'index.html': '<p>page</p>', 'assets/a.js': 'a' });
  });

  test('whose files lie in one folder is that folder', async () => {
    const finder = { '__MACOSX/dist/._index.html': 'x', 'dist/index.html': 'page', 'dist/assets/a.js': 'a' };
    expect(await lying(zipped(finder))).toEqual({ 'index.html': 'page', 'assets/a.js': 'a' });
  });

  test.each<[string, Record<string, string>]>([
    ['beside another', { 'dist/index.html': 'page', 'more/a.js': 'a' }],
    ['beside a file', { 'dist/index.html': 'page', LICENSE: 'a' }],
    ['below another', { 'a/dist/index.html': 'page', 'a/x.js': 'a' }],
    ['that has an index.html at its top', { 'dist/index.html': 'page', 'index.html': 'top' }],
  ])('with a folder %s stays as it is', async (_name, entries) => {
    expect(await lying(zipped(entries))).toEqual(entries);
  });

  test('of another digest is not looked into', async () => {
    const bomb = strToU8('whatever it is');
    expect(await lying(bomb, 'a'.repeat(64))).toBe(
      `SITE_ARTIFACT_DIGEST site.build.sha256 is ${'a'.repeat(64)}, but builds/site.zip has ${sha256(bomb)}; nothing of it is used`,
    );
  });

  test.each<[string, string, string]>([
    ['that is not there', 'builds/other.zip', 'builds/other.zip, which is not there'],
    ['that is a folder', 'builds', 'builds, which is no file'],
  ])('%s', async (_name, artifact, what) => {
    expect(await lying(good, undefined, artifact)).toBe(
      `SITE_ARTIFACT_MISSING site.build.artifact names ${what}; it must be a ZIP, by its path in the repository or by its address https://…`,
    );
  });

  test('that is too large', async () => {
    expect(await lying(new Uint8Array(10_001))).toMatch(/^SITE_ARTIFACT_TOO_LARGE .*builds\/site.zip/);
  });

  test.each<[string, Uint8Array, string]>([
    ['that is no ZIP', strToU8('<html>sign in</html>'), 'is not a ZIP, but an HTML page'],
    [
      'that leads out of its folder',
      zipped({ '../../evil': 'x' }),
      'holds "../../evil", which leads out of its folder',
    ],
  ])('%s', async (_name, bytes, why) => {
    expect(await lying(bytes)).toBe(
      `SITE_ARTIFACT_INVALID site.build.artifact names builds/site.zip, which ${why}`,
    );
  });
});

describe('a release whose site is an artifact', () => {
  const inFolder = Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith('site/dist/') ? [[path.slice('site/dist/'.length), text]] : [],
    ),
  );
  const of = (artifact: string, bytes: Uint8Array): SystemDefinition => {
    if (system.site === null) throw new Error('the sample has a site');
    return { ...system, site: { ...system.site, build: { artifact, sha256: sha256(bytes) } } };
  };
  const withoutBuild = Object.fromEntries(
    Object.keys(files).flatMap((path) => (path.startsWith('site/') ? [[path, null]] : [])),
  );

  async function built(bytes: Uint8Array, artifact: string): Promise<Release> {
    await using server = await artifactServer((_, response) => response.end(bytes));
    await using repository = await sampleRepository(withoutBuild);
    await mkdir(join(repository.root, 'builds'));
    await writeFile(join(repository.root, 'builds/site.zip'), bytes);
    const options = {
      root: repository.root,
      store: memoryStore().store,
      logger: silentLogger,
      web: server.web,
    };
    return await buildRelease({ ...options, system: of(artifact, bytes) });
  }

  test('is the very release that the folder with the same files makes, wherever the artifact lies and however it is packed', async () => {
    await using repository = await sampleRepository();
    const folder = await buildRelease({
      root: repository.root,
      system,
      store: memoryStore().store,
      logger: silentLogger,
    });
    const entries = { ...inFolder, '.DS_Store': 'x' };
    const nested = Object.fromEntries(Object.entries(entries).map(([name, text]) => [`dist/${name}`, text]));
    const stored = Object.fromEntries(
      Object.entries(entries)
        .reverse()
        .map(([name, text]) => [name, [strToU8(text), { level: 0, mtime: new Date('2001-01-01') }]]),
    ) as Zippable;
    const ids = [
      await built(zipped(entries), address),
      await built(zipped(entries), 'builds/site.zip'),
      await built(zipped(nested), address),
      await built(zipSync(stored), 'builds/site.zip'),
    ].map(({ id }) => id);
    expect(folder.manifest.site).toHaveLength(3);
    expect(new Set([folder.id, ...ids])).toEqual(new Set([folder.id]));
    expect((await built(zipped({ ...entries, 'index.html': 'another' }), address)).id).not.toBe(folder.id);
  });

  test('needs an index.html, and leaves nothing behind without it', async () => {
    const bytes = zipped({ 'page.html': 'x' });
    await using repository = await sampleRepository({ ...withoutBuild, 'builds/site.zip': '' });
    await writeFile(join(repository.root, 'builds/site.zip'), bytes);
    const releases = join(repository.root, 'releases');
    const options = { root: repository.root, store: new FolderStore(releases), logger: silentLogger };
    await expect(buildRelease({ ...options, system: of('builds/site.zip', bytes) })).rejects.toThrow(
      'The site build builds/site.zip has no index.html (site.build in params/photos/system.yml)',
    );
    await expect(buildRelease({ ...options, system: of('builds/site.zip', good) })).rejects.toThrow(
      'site.build.sha256 is',
    );
    expect(existsSync(releases)).toBe(false);
  });
});
