import { describe, expect, test } from '@jest/globals';
import { FakeS3 } from './fake-s3.ts';

const Bucket = 'photos';
const made = (versioning = false, pageSize = 1000): FakeS3 =>
  new FakeS3({ buckets: { [Bucket]: { versioning } }, pageSize });
const named = (name: string): { name: string } =>
  expect.objectContaining({ name }) as unknown as { name: string };
const digestOfHello = 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';

describe('conditional writes', () => {
  test('If-None-Match: * writes once', async () => {
    const s3 = made();
    await s3.putObject({ Bucket, Key: 'a', Body: 'one', IfNoneMatch: '*' });
    await expect(s3.putObject({ Bucket, Key: 'a', Body: 'two', IfNoneMatch: '*' })).rejects.toEqual(
      named('PreconditionFailed'),
    );
    expect(s3.textOf(Bucket, 'a')).toBe('one');
  });

  test('If-Match writes only over the version that was read', async () => {
    const s3 = made(true);
    const { ETag } = await s3.putObject({ Bucket, Key: 'a', Body: 'one' });
    await s3.putObject({ Bucket, Key: 'a', Body: 'two', IfMatch: ETag });
    await expect(s3.putObject({ Bucket, Key: 'a', Body: 'three', IfMatch: ETag })).rejects.toEqual(
      named('PreconditionFailed'),
    );
    await expect(s3.putObject({ Bucket, Key: 'b', Body: 'x', IfMatch: ETag })).rejects.toEqual(
      named('NoSuchKey'),
    );
    expect(s3.textOf(Bucket, 'a')).toBe('two');
  });

  test('a deleted key counts as absent', async () => {
    const s3 = made(true);
    await s3.putObject({ Bucket, Key: 'a', Body: 'one' });
    await s3.deleteObjects({ Bucket, Delete: { Objects: [{ Key: 'a' }] } });
    await s3.putObject({ Bucket, Key: 'a', Body: 'two', IfNoneMatch: '*' });
    expect(s3.textOf(Bucket, 'a')).toBe('two');
  });
});

describe('checksums', () => {
  test('a SHA-256 that is not the body’s is refused and nothing is stored', async () => {
    const s3 = made();
    await expect(
      s3.putObject({ Bucket, Key: 'a', Body: 'hello!', ChecksumSHA256: digestOfHello }),
    ).rejects.toEqual(named('BadDigest'));
    expect(s3.keys(Bucket)).toEqual([]);
  });

  test('HEAD gives the stored SHA-256 only when asked, and only if one was stored', async () => {
    const s3 = made();
    await s3.putObject({ Bucket, Key: 'with', Body: 'hello', ChecksumSHA256: digestOfHello });
    await s3.putObject({ Bucket, Key: 'without', Body: 'hello' });
    const head = async (Key: string, asked: boolean): Promise<string | undefined> =>
      (await s3.headObject({ Bucket, Key, ...(asked ? { ChecksumMode: 'ENABLED' } : {}) })).ChecksumSHA256;
    expect(await head('with', true)).toBe(digestOfHello);
    expect(await head('with', false)).toBeUndefined();
    expect(await head('without', true)).toBeUndefined();
  });
});

describe('versions', () => {
  test('old bytes stay until their version is deleted', async () => {
    const s3 = made(true);
    const { VersionId } = await s3.putObject({ Bucket, Key: 'a', Body: 'one' });
    await s3.putObject({ Bucket, Key: 'a', Body: 'two' });
    const read = await s3.getObject({ Bucket, Key: 'a', VersionId });
    expect(await read.Body?.transformToString()).toBe('one');
    await s3.deleteObjects({ Bucket, Delete: { Objects: [{ Key: 'a', VersionId }] } });
    await expect(s3.getObject({ Bucket, Key: 'a', VersionId })).rejects.toEqual(named('NoSuchVersion'));
    expect(s3.textOf(Bucket, 'a')).toBe('two');
  });

  test('a delete leaves a marker, and the versions are listed page by page', async () => {
    const s3 = made(true, 2);
    for (const Body of ['one', 'two']) await s3.putObject({ Bucket, Key: 'a', Body });
    await s3.deleteObjects({ Bucket, Delete: { Objects: [{ Key: 'a' }] } });
    await expect(s3.headObject({ Bucket, Key: 'a' })).rejects.toEqual(named('NotFound'));
    const first = await s3.listObjectVersions({ Bucket });
    expect(first.DeleteMarkers?.map((each) => each.IsLatest)).toEqual([true]);
    expect(first.Versions).toHaveLength(1);
    const second = await s3.listObjectVersions({
      Bucket,
      KeyMarker: first.NextKeyMarker,
      VersionIdMarker: first.NextVersionIdMarker,
    });
    expect(second.Versions).toHaveLength(1);
    expect(second.IsTruncated).toBe(false);
  });
});

test('lists in UTF-8 order, by pages, grouped by a delimiter', async () => {
  const s3 = made(false, 2);
  for (const Key of ['b/2', 'a', 'b/1', 'ä', 'z']) await s3.putObject({ Bucket, Key, Body: Key });
  const seen: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.listObjectsV2({ Bucket, Delimiter: '/', ContinuationToken });
    seen.push(...(page.Contents ?? []).map((each) => each.Key ?? ''));
    seen.push(...(page.CommonPrefixes ?? []).map((each) => each.Prefix ?? ''));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  expect(seen).toEqual(['a', 'b/', 'z', 'ä']);
  expect(s3.requests.listObjectsV2).toBe(2);
});

test('a copy keeps bytes, headers and checksum unless told otherwise', async () => {
  const s3 = made();
  await s3.putObject({
    Bucket,
    Key: 'a b',
    Body: 'hello',
    CacheControl: 'no-cache',
    ChecksumSHA256: digestOfHello,
  });
  await s3.copyObject({ Bucket, Key: 'c', CopySource: `${Bucket}/a%20b` });
  await s3.copyObject({
    Bucket,
    Key: 'd',
    CopySource: `${Bucket}/a%20b`,
    MetadataDirective: 'REPLACE',
    ContentType: 'text/plain',
  });
  const c = await s3.headObject({ Bucket, Key: 'c', ChecksumMode: 'ENABLED' });
  const d = await s3.headObject({ Bucket, Key: 'd' });
  expect([c.CacheControl, c.ChecksumSHA256]).toEqual(['no-cache', digestOfHello]);
  expect([d.CacheControl, d.ContentType]).toEqual([undefined, 'text/plain']);
});

test('asked-for failures come before anything is done, and hooks can interleave writers', async () => {
  const s3 = made();
  s3.failNext('putObject', 'ConditionalRequestConflict', 409);
  await expect(s3.putObject({ Bucket, Key: 'a', Body: 'one' })).rejects.toEqual(
    named('ConditionalRequestConflict'),
  );
  expect(s3.keys(Bucket)).toEqual([]);
  const remove = s3.before('putObject', () => {
    remove();
    s3.plant(Bucket, 'a', 'somebody else');
  });
  await expect(s3.putObject({ Bucket, Key: 'a', Body: 'one', IfNoneMatch: '*' })).rejects.toEqual(
    named('PreconditionFailed'),
  );
  expect(s3.textOf(Bucket, 'a')).toBe('somebody else');
});

test('a missing bucket and a missing key are told apart', async () => {
  const s3 = made();
  await expect(s3.getObject({ Bucket: 'none', Key: 'a' })).rejects.toEqual(named('NoSuchBucket'));
  await expect(s3.getObject({ Bucket, Key: 'a' })).rejects.toEqual(named('NoSuchKey'));
});
