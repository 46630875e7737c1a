import { describe, expect, test } from '@jest/globals';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderStore } from '../../src/release/folder-store.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { bucket, memoryStore } from './memory-store.ts';
import { temporaryFolder } from './sample-repository.ts';

const bytes = new TextEncoder().encode('Resources: {}');
const key = sha256(bytes);
const artifact = { sha256: key, bytes, contentType: 'application/yaml' };
const base64 = (text: string): string => Buffer.from(sha256(text), 'hex').toString('base64');

describe('a bucket', () => {
  test('keeps an artifact once, with its checksum', async () => {
    const { s3, store } = memoryStore();
    expect(await store.put(artifact)).toBe('written');
    expect(await store.put(artifact)).toBe('present');
    const head = await s3.headObject({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
    expect([head.ChecksumSHA256, head.ContentType]).toEqual([base64('Resources: {}'), 'application/yaml']);
    const versions = await s3.listObjectVersions({ Bucket: bucket });
    expect(versions.Versions).toHaveLength(1);
    expect(Buffer.from(await store.get(key)).toString()).toBe('Resources: {}');
  });

  test('says which keys are missing', async () => {
    const { store } = memoryStore();
    await store.put(artifact);
    const other = sha256('other');
    expect(await store.missing([key, other])).toEqual([other]);
  });

  test.each([
    ['with the checksum of its own bytes', { sha256: base64('planted') }],
    ['without a checksum', {}],
    ['with a checksum of parts', { sha256: `${base64('planted')}-2` }],
  ])('refuses planted bytes %s and leaves them as they are', async (_name, headers) => {
    const { s3, store } = memoryStore();
    s3.plant(bucket, key, 'planted', headers);
    const refusal = {
      code: 'ARTIFACT_DIGEST',
      message: `s3://${bucket}/${key} does not hold what its name says: its SHA-256 is ${sha256('planted')}. Nothing uses it, and it is left as it is.`,
    };
    await expect(store.put(artifact)).rejects.toMatchObject(refusal);
    await expect(store.missing([key])).rejects.toMatchObject(refusal);
    await expect(store.get(key)).rejects.toMatchObject(refusal);
    expect(s3.textOf(bucket, key)).toBe('planted');
  });

  test('takes right bytes without a stored checksum after reading them', async () => {
    const { s3, store } = memoryStore();
    s3.plant(bucket, key, bytes);
    expect(await store.missing([key])).toEqual([]);
    expect(s3.requests.getObject).toBe(1);
  });

  test('tries again when two writers meet', async () => {
    const { s3, store, clock } = memoryStore();
    s3.failNext('putObject', 'ConditionalRequestConflict', 409, 2);
    expect(await store.put(artifact)).toBe('written');
    expect(clock.slept).toEqual([200, 400]);
    s3.failNext('putObject', 'ConditionalRequestConflict', 409, 9);
    await expect(store.put(artifact)).rejects.toMatchObject({ name: 'ConditionalRequestConflict' });
  });

  test('counts as present what another writer wrote meanwhile', async () => {
    const { s3, store } = memoryStore();
    const remove = s3.before('putObject', async () => {
      remove();
      await s3.putObject({ Bucket: bucket, Key: key, Body: bytes, ChecksumSHA256: base64('Resources: {}') });
    });
    expect(await store.put(artifact)).toBe('present');
  });

  test('names a missing artifact and a missing bucket', async () => {
    const { store } = memoryStore();
    await expect(store.get(key)).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
    const lost = memoryStore();
    lost.s3.failNext('putObject', 'NoSuchBucket', 404);
    await expect(lost.store.put(artifact)).rejects.toMatchObject({ code: 'ARTIFACT_BUCKET_MISSING' });
  });

  test('passes other errors on as they are', async () => {
    const { s3, store } = memoryStore();
    s3.failNext('headObject', 'AccessDenied', 403);
    await expect(store.missing([key])).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('a folder', () => {
  test('keeps an artifact once and leaves no drafts', async () => {
    await using folder = await temporaryFolder();
    const place = folder.path;
    const store = new FolderStore(join(place, 'releases'));
    expect(await store.missing([key])).toEqual([key]);
    const written = await Promise.all([store.put(artifact), store.put(artifact), store.put(artifact)]);
    expect([...written].sort()).toEqual(['present', 'present', 'written']);
    expect(await readdir(join(place, 'releases'))).toEqual([key]);
    expect(await store.missing([key])).toEqual([]);
    expect(Buffer.from(await store.get(key)).toString()).toBe('Resources: {}');
  });

  test('refuses damaged bytes and leaves them as they are', async () => {
    await using folder = await temporaryFolder();
    const place = folder.path;
    await writeFile(join(place, key), 'damaged');
    const store = new FolderStore(place);
    for (const use of [() => store.put(artifact), () => store.missing([key]), () => store.get(key)]) {
      await expect(use()).rejects.toMatchObject({ code: 'ARTIFACT_DIGEST' });
    }
    expect(await readFile(join(place, key), 'utf8')).toBe('damaged');
    await expect(store.get(sha256('none'))).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
  });
});
