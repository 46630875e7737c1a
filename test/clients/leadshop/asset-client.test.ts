import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeAssetClient, type AssetClient, type AssetSettings } from '../../../clients/leadshop/index.ts';
import { startObjectStore, type ObjectStore } from './object-store.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
let folder: string;
let store: ObjectStore;
let errors: string[];
const clients: AssetClient[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leadshop-client-'));
  store = await startObjectStore();
  errors = [];
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

function client(more: Partial<AssetSettings> = {}): AssetClient {
  const made = makeAssetClient({
    settings: {
      bucket: 'assets',
      region: 'us-east-1',
      encryption: null,
      fallbackFolder: folder,
      concurrency: 3,
      attempts: 2,
      ...more,
    },
    logger: { error: (message) => errors.push(message) },
    s3: { endpoint: store.endpoint, forcePathStyle: true, credentials },
  });
  clients.push(made);
  return made;
}

const newest = (key: string) => store.versions.get(key)?.at(-1);
const waiting = () => readdirSync(folder).filter((name) => name.endsWith('.pending'));
const down = () => 'hang up' as const;
const up = () => null;

test('what is uploaded comes back, byte by byte and with its type', async () => {
  const assets = client();
  expect(await assets.upload({ key: 'a/ü b.txt', body: 'ä\u0000b', contentType: 'text/plain' })).toBe(
    'stored',
  );
  expect(new TextDecoder().decode(await assets.download('a/ü b.txt'))).toBe('ä\u0000b');
  expect(store.headers.get('a/ü b.txt')).toMatchObject({ 'content-type': 'text/plain' });
  expect(errors).toEqual([]);
});

test.each([
  [{ algorithm: 'AES256' } as const, { 'x-amz-server-side-encryption': 'AES256' }],
  [
    { algorithm: 'aws:kms', keyArn: 'arn:aws:kms:us-east-1:111111111111:key/k' } as const,
    {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:111111111111:key/k',
    },
  ],
])('an upload states its encryption where it is told to: %j', async (encryption, headers) => {
  const assets = client({ encryption });
  await assets.upload({ key: 'k', body: 'x' });
  expect(store.headers.get('k')).toMatchObject(headers);
  const put = await assets.presign.put('p', { contentType: 'image/png' });
  expect(put.headers).toEqual({ 'content-type': 'image/png', ...headers });
  const signed = new URL(put.url).searchParams.get('X-Amz-SignedHeaders')?.split(';');
  expect(signed).toEqual(expect.arrayContaining(Object.keys(put.headers)));
  expect((await assets.presign.post('p', { contentType: 'image/png', sizes: [1, 9] })).fields).toMatchObject(
    headers,
  );
});

test('a link is for one key, a while and one method; a form bounds size and type', async () => {
  const { presign } = client();
  const link = new URL(await presign.get('a b', { expiresIn: 60 }));
  expect(link.pathname).toBe('/assets/a%20b');
  expect(link.searchParams.get('X-Amz-Expires')).toBe('60');
  const put = new URL((await presign.put('a', { contentType: 'text/plain' })).url);
  expect([...put.searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
  const form = await presign.post('a', { contentType: 'text/plain', sizes: [1, 100], expiresIn: 60 });
  const policy = JSON.parse(Buffer.from(form.fields['Policy'] ?? '', 'base64').toString()) as {
    conditions: unknown[];
  };
  expect(policy.conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 1, 100],
      { 'Content-Type': 'text/plain' },
      { key: 'a' },
    ]),
  );
  expect(store.requests).toBe(0);
});

test('a fault of S3 is tried again', async () => {
  store.trouble = ({ number }) => (number === 1 ? { status: 503, code: 'SlowDown' } : null);
  expect(await client().upload({ key: 'k', body: 'x' })).toBe('stored');
  expect([newest('k'), waiting()]).toEqual(['x', []]);
});

describe('while the bucket is out of reach', () => {
  test.each([
    ['no connection', () => 'hang up' as const],
    ['a fault', () => ({ status: 500, code: 'InternalError' })],
    ['a throttle', () => ({ status: 503, code: 'SlowDown' })],
  ])(
    '(%s) an upload waits in the folder with an error in the log, and flush brings it',
    async (_, trouble) => {
      const assets = client();
      store.trouble = trouble;
      expect(await assets.upload({ key: 'k', body: 'x', contentType: 'text/plain' })).toBe('pending');
      expect(errors).toEqual([expect.stringMatching(/^assets is out of reach, so k waits in /)]);
      expect(new TextDecoder().decode(await assets.download('k'))).toBe('x');
      await expect(assets.download('other')).rejects.toThrow();
      expect(await assets.flush()).toEqual({ stored: 0, pending: 1 });

      store.trouble = up;
      expect(await assets.flush()).toEqual({ stored: 1, pending: 0 });
      expect([newest('k'), waiting()]).toEqual(['x', []]);
      expect(store.headers.get('k')).toMatchObject({ 'content-type': 'text/plain' });
      expect(await assets.flush()).toEqual({ stored: 0, pending: 0 });
    },
  );

  test('uploads of one key keep their order, also with one that is made afterwards', async () => {
    const assets = client();
    store.trouble = down;
    for (const body of ['1', '2']) await assets.upload({ key: 'k', body });
    store.trouble = up;
    expect(await assets.upload({ key: 'k', body: '3' })).toBe('stored');
    expect(store.versions.get('k')).toEqual(['1', '2', '3']);
    expect(waiting()).toEqual([]);
  });

  test('one that stays behind holds back the newer ones of its key, and no other', async () => {
    const assets = client();
    store.trouble = down;
    for (const [key, body] of [
      ['a', '1'],
      ['b', '1'],
      ['a', '2'],
    ] as const)
      await assets.upload({ key, body });
    let asked = 0;
    store.trouble = ({ key }) => (key === 'a' && (asked += 1) <= 2 ? 'hang up' : null);
    expect(await assets.flush()).toEqual({ stored: 1, pending: 2 });
    expect([newest('a'), newest('b')]).toEqual([undefined, '1']);
    expect(await assets.flush()).toEqual({ stored: 2, pending: 0 });
    expect(newest('a')).toBe('2');
  });
});

test('a refusal is thrown, and nothing waits', async () => {
  store.trouble = () => ({ status: 403, code: 'AccessDenied' });
  await expect(client().upload({ key: 'k', body: 'x' })).rejects.toMatchObject({ name: 'AccessDenied' });
  expect(waiting()).toEqual([]);
});

test('a batch keeps to its limit, answers in order, and one refusal stops no other', async () => {
  store.trouble = ({ key, number }) => {
    if (key === 'k3') return { status: 403, code: 'AccessDenied' };
    return number === 2 ? { status: 503, code: 'SlowDown' } : null;
  };
  store.gather = 3;
  const keys = Array.from({ length: 12 }, (_, index) => `k${index}`);
  const results = await client().uploadAll(keys.map((key) => ({ key, body: key })));
  expect(results.map(({ key }) => key)).toEqual(keys);
  expect(results.filter(({ outcome }) => outcome !== 'stored')).toEqual([
    { key: 'k3', outcome: 'refused', reason: expect.stringContaining('AccessDenied') },
  ]);
  expect(store.versions.size).toBe(11);
  expect(store.peak).toBe(3);
});

test('a process that is killed while it flushes loses nothing, and its lock holds nobody up', async () => {
  const assets = client();
  store.trouble = down;
  for (const key of ['a', 'b', 'c']) await assets.upload({ key, body: `of ${key}` });
  // Half a file, as a crash while writing leaves it: it was never accepted.
  writeFileSync(join(folder, '00000000000000000001-x.pending.partial'), '{"key":"half');
  store.trouble = ({ key }) => (key === 'b' ? 'no answer' : null);
  const script = `
    import { makeAssetClient } from ${JSON.stringify(join(import.meta.dirname, '../../../clients/leadshop/index.ts'))};
    const settings = ${JSON.stringify({ bucket: 'assets', region: 'us-east-1', encryption: null, fallbackFolder: folder, concurrency: 1, attempts: 1 })};
    const s3 = ${JSON.stringify({ endpoint: store.endpoint, forcePathStyle: true, credentials })};
    await makeAssetClient({ settings, s3, logger: { error() {} } }).flush();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  await store.stuck;
  child.kill('SIGKILL');
  await ended;
  expect(waiting()).toHaveLength(2);
  expect(readdirSync(folder)).toContain('lock');

  store.trouble = up;
  expect(await client().flush()).toEqual({ stored: 2, pending: 0 });
  expect(['a', 'b', 'c'].map(newest)).toEqual(['of a', 'of b', 'of c']);
  expect(waiting()).toEqual([]);
});

test('two clients that flush at once store each upload once', async () => {
  const [first, second] = [client(), client()];
  store.trouble = down;
  for (const key of ['a', 'b', 'c', 'd']) await first.upload({ key, body: key });
  store.trouble = up;
  const done = await Promise.all([first.flush(), second.flush()]);
  expect(done.reduce((sum, { stored }) => sum + stored, 0)).toBe(4);
  expect([...store.versions.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
});
