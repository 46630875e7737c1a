import { describe, expect, test } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { openPhotoStore } from '../../../lambda/photos/photo-store.ts';

/** Answers ListObjectsV2 from memory, as in the API reference's example; any other request is a failure. */
function client(
  objects: readonly { key: string; size: number; modified: string }[],
  truncated = false,
): S3Client {
  return new S3Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'canary-secret', sessionToken: 'session' },
    requestHandler: {
      handle: (request: { readonly query?: Readonly<Record<string, unknown>>; readonly method: string }) => {
        if (request.method !== 'GET' || request.query?.['list-type'] !== '2')
          throw new Error('not a listing');
        const prefix = String(request.query['prefix']);
        const limit = Number(request.query['max-keys'] ?? 1000);
        const found = objects.filter(({ key }) => key.startsWith(prefix)).slice(0, limit);
        const contents = found.map(
          ({ key, size, modified }) =>
            `<Contents><Key>${key}</Key><Size>${size}</Size><LastModified>${modified}</LastModified></Contents>`,
        );
        const xml = `<ListBucketResult><IsTruncated>${truncated}</IsTruncated>${contents.join('')}</ListBucketResult>`;
        const response = {
          statusCode: 200,
          headers: { 'content-type': 'application/xml' },
          body: new Blob([xml]).stream(),
        };
        return Promise.resolve({ response });
      },
    } as never,
  });
}

const first = 'd435d624-aa0b-44a9-bcd7-6451dfe32b5f';
const second = '11111111-aa0b-44a9-bcd7-6451dfe32b5f';
const objects = [
  { key: `photos/alice/${second}.png`, size: 2, modified: '2026-11-21T10:00:00.000Z' },
  { key: `photos/alice/${first}.jpg`, size: 1, modified: '2026-11-21T09:00:00.000Z' },
  { key: 'photos/alice/notes.txt', size: 9, modified: '2026-11-21T11:00:00.000Z' },
  { key: `photos/alice2/${first}.jpg`, size: 3, modified: '2026-11-21T09:00:00.000Z' },
];
const store = openPhotoStore('photos-bucket', 900, client(objects));

test("lists the subject's photos, newest first, and nothing else", async () => {
  expect(await store.list('alice')).toEqual({
    photos: [
      { id: second, contentType: 'image/png', size: 2, uploadedAt: '2026-11-21T10:00:00.000Z' },
      { id: first, contentType: 'image/jpeg', size: 1, uploadedAt: '2026-11-21T09:00:00.000Z' },
    ],
    truncated: false,
  });
  expect(await store.list('ali')).toEqual({ photos: [], truncated: false });
});

test('says when there are more than it lists', async () => {
  expect(await openPhotoStore('b', 900, client(objects, true)).list('alice')).toMatchObject({
    truncated: true,
  });
});

describe('an upload form', () => {
  interface Policy {
    readonly expiration: string;
    readonly conditions: readonly unknown[];
  }

  test('binds bucket, key, type, encryption and the exact size, for a limited time', async () => {
    const before = Date.now();
    const form = await store.uploadForm('alice', first, { contentType: 'image/jpeg', size: 1234 });
    const policy = JSON.parse(Buffer.from(form?.fields['Policy'] ?? '', 'base64').toString()) as Policy;
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1234, 1234],
        { bucket: 'photos-bucket' },
        { key: `photos/alice/${first}.jpg` },
        { 'Content-Type': 'image/jpeg' },
        { 'x-amz-server-side-encryption': 'AES256' },
      ]),
    );
    const seconds = (Date.parse(policy.expiration) - before) / 1000;
    expect(seconds).toBeGreaterThan(895);
    expect(seconds).toBeLessThan(905);
  });

  test('names the regional host, so that no redirect breaks a preflight', async () => {
    const form = await store.uploadForm('alice', first, { contentType: 'image/jpeg', size: 1 });
    expect(form?.url).toBe('https://photos-bucket.s3.eu-west-1.amazonaws.com/');
    expect(JSON.stringify(form)).not.toContain('canary-secret');
  });

  test('is not made for a type that is not stored', async () => {
    expect(await store.uploadForm('alice', first, { contentType: 'text/html', size: 1 })).toBeUndefined();
  });
});

describe('a download URL', () => {
  test('is signed for the one object, for a limited time', async () => {
    const url = new URL((await store.downloadUrl('alice', first)) ?? '');
    expect(url.host).toBe('photos-bucket.s3.eu-west-1.amazonaws.com');
    expect(url.pathname).toBe(`/photos/alice/${first}.jpg`);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('900');
  });

  test("is not made for what is not there, or is another's", async () => {
    expect(await store.downloadUrl('alice', '22222222-aa0b-44a9-bcd7-6451dfe32b5f')).toBeUndefined();
    expect(await store.downloadUrl('alice2', second)).toBeUndefined();
  });
});
