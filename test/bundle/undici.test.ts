import { expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type * as undici from 'undici';

const repositoryRoot = join(import.meta.dirname, '../..');
const load = createRequire(import.meta.url);
const standIn = load(join(repositoryRoot, 'scripts/bundle/left-out/undici.cjs')) as typeof undici;

/** Names of values, not of types, that a folder's sources import from undici. */
async function importedFrom(folder: string, ending: RegExp): Promise<readonly string[]> {
  const files = await readdir(join(repositoryRoot, folder), { recursive: true });
  const names = await Promise.all(
    files
      .filter((file) => ending.test(file) && !file.endsWith('.d.ts'))
      .map(async (file) => {
        const text = await readFile(join(repositoryRoot, folder, file), 'utf8');
        const lists = [
          ...text.matchAll(/import \{(?<names>[^}]*)\} from 'undici'/g),
          ...text.matchAll(/const \{(?<names>[^}]*)\} = await import\('undici'\)/g),
          ...text.matchAll(/\b(?:undici_1|undici)\.(?<names>[A-Z]\w+)/g),
        ];
        return lists.flatMap((list) => (list.groups?.['names'] ?? '').split(','));
      }),
  );
  const values = names.flat().map((name) => name.trim());
  return values
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.replace(/( as |:).*$/, ''));
}

test('the bundle’s undici has all that is imported from it', async () => {
  const names = [
    ...(await importedFrom('src', /\.ts$/)),
    ...(await importedFrom('node_modules/@actions/github', /\.js$/)),
  ];
  expect(names).toEqual(expect.arrayContaining(['Agent', 'ProxyAgent', 'fetch', 'request', 'WebSocket']));
  expect(Object.keys(standIn)).toEqual(expect.arrayContaining(names));
});

test('its request asks as undici’s own does', async () => {
  const server = createServer((asked, answer) => {
    answer.end(`${asked.method ?? ''} ${asked.url ?? ''} ${String(asked.headers['x-name'])}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dispatcher = new standIn.Agent();
  try {
    const options = { dispatcher, headers: { 'x-name': 'photos' } };
    const read = async (path: string, more: object): Promise<string> =>
      (await standIn.request(new URL(path, origin), { ...options, ...more })).body.text();
    expect(await read('/v1/photos?after=a%20b', {})).toBe('GET /v1/photos?after=a%20b photos');
    expect(await read('/v1', { method: 'PUT', body: 'x' })).toBe('PUT /v1 photos');
  } finally {
    await dispatcher.close();
    server.close();
  }
});
