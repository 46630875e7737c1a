import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { isPhotoId, photoKey, readPhotoKey } from '../../../lambda/photos/photo-key.ts';
import type { Photo, PhotoStore } from '../../../lambda/photos/photo-store.ts';
import { photoRoutes } from '../../../lambda/photos/routes.ts';
import { serve } from '../../../lambda/shared-http/respond.ts';
import { apiEvent } from '../api-event.ts';

/** Keeps photos in memory, by key as the bucket does. An upload form takes effect when it is `sent`. */
class MemoryStore implements PhotoStore {
  readonly #objects = new Map<string, { readonly size: number; readonly uploadedAt: string }>();
  #clock = 0;

  uploadForm(subject: string, id: string, { contentType, size }: { contentType: string; size: number }) {
    const key = photoKey(subject, id, contentType);
    if (key === undefined) return Promise.resolve(undefined);
    return Promise.resolve({ url: 'https://bucket.example/', fields: { key, size: String(size) } });
  }

  send(fields: Readonly<Record<string, string>>): void {
    const uploadedAt = new Date(++this.#clock * 1000).toISOString();
    this.#objects.set(fields['key'] ?? '', { size: Number(fields['size']), uploadedAt });
  }

  list(subject: string): Promise<{ photos: readonly Photo[]; truncated: boolean }> {
    const photos = [...this.#objects].flatMap(([key, object]) => {
      const photo = readPhotoKey(key);
      return photo !== undefined && key === photoKey(subject, photo.id, photo.contentType)
        ? [{ ...photo, ...object }]
        : [];
    });
    return Promise.resolve({ photos, truncated: false });
  }

  async downloadUrl(subject: string, id: string): Promise<string | undefined> {
    const photo = (await this.list(subject)).photos.find((each) => each.id === id);
    return photo && `https://bucket.example/${photo.id}?signed`;
  }
}

let store: MemoryStore;
let handle: (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;
beforeEach(() => {
  store = new MemoryStore();
  handle = serve(photoRoutes(store, 1000), () => ['https://photos.example.com']);
});

async function ask(route: string, options: Parameters<typeof apiEvent>[1] = {}): Promise<[number, unknown]> {
  const { statusCode, body } = await handle(apiEvent(route, options));
  return [statusCode, JSON.parse(body)];
}

async function upload(subject: string, contentType = 'image/png', size = 5): Promise<string> {
  const [status, body] = await ask('POST /photos/uploads', {
    subject,
    body: JSON.stringify({ contentType, size }),
  });
  expect(status).toBe(200);
  const { id, fields } = body as { id: string; fields: Record<string, string> };
  store.send(fields);
  return id;
}

test('a photo that was uploaded is listed and can be read', async () => {
  const id = await upload('alice', 'image/webp', 7);
  expect(isPhotoId(id)).toBe(true);
  expect(await ask('GET /photos')).toEqual([
    200,
    {
      photos: [{ id, contentType: 'image/webp', size: 7, uploadedAt: '1970-01-01T00:00:01.000Z' }],
      truncated: false,
    },
  ]);
  expect(await ask('GET /photos/{id}', { pathParameters: { id } })).toEqual([
    200,
    { url: `https://bucket.example/${id}?signed` },
  ]);
});

test("another's photo is not there", async () => {
  const id = await upload('alice');
  expect(await ask('GET /photos', { subject: 'bob' })).toEqual([200, { photos: [], truncated: false }]);
  expect(await ask('GET /photos/{id}', { subject: 'bob', pathParameters: { id } })).toEqual([
    404,
    { message: 'no such photo' },
  ]);
});

test.each(['', 'x', '../alice', '%2e%2e', 'd435d624-aa0b-44a9-bcd7-6451dfe32b5', '*'])(
  'the id %j is 404 before the store is asked',
  async (id) => {
    expect(await ask('GET /photos/{id}', { pathParameters: { id } })).toEqual([
      404,
      { message: 'no such photo' },
    ]);
  },
);

test('every upload has an id of its own', async () => {
  const ids = new Set([await upload('alice'), await upload('alice'), await upload('alice')]);
  expect(ids.size).toBe(3);
});

describe('a request for an upload is 400', () => {
  test.each([
    ['without a type', { size: 5 }],
    ['with a type that is not stored', { contentType: 'image/gif', size: 5 }],
    ['with a type that is a key of every object', { contentType: 'constructor', size: 5 }],
    ['with a type and parameters', { contentType: 'image/png; x=y', size: 5 }],
  ])('%s', async (_, body) => {
    expect(await ask('POST /photos/uploads', { body: JSON.stringify(body) })).toEqual([
      400,
      { message: 'contentType must be one of image/jpeg, image/png, image/webp, image/heic' },
    ]);
  });

  test.each([undefined, 0, -1, 1.5, '5', 1001, null])('with the size %p', async (size) => {
    const body = JSON.stringify({ contentType: 'image/png', size });
    expect(await ask('POST /photos/uploads', { body })).toEqual([
      400,
      { message: 'size must be a whole number of bytes from 1 to 1000' },
    ]);
  });
});

test('a request that no authorizer has seen is a fault, not an upload', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const body = JSON.stringify({ contentType: 'image/png', size: 5 });
  for (const subject of [null, '']) {
    expect(await ask('POST /photos/uploads', { subject, body })).toEqual([
      500,
      { message: 'internal error' },
    ]);
  }
});

describe('the owner in a key', () => {
  const id = 'd435d624-aa0b-44a9-bcd7-6451dfe32b5f';
  const key = (subject: string): string => photoKey(subject, id, 'image/jpeg') ?? '';

  test.each(['alice', 'alice@example.com', 'a-b_c.d', '6f9619ff-8b86-d011-b42d-00c04fc964ff'])(
    '%s stands there as it is',
    (subject) => {
      expect(key(subject)).toBe(`photos/${subject}/${id}.jpg`);
    },
  );

  test.each(['auth0|5f7', 'a/b', '..', '.', '', 'sha256-abc', 'ü', 'a'.repeat(129), 'a b', '\u0000'])(
    '%j is replaced by its digest, so that it is no path and nobody else',
    (subject) => {
      expect(key(subject)).toMatch(/^photos\/sha256-[0-9a-f]{64}\/d435d624/);
    },
  );

  test('two subjects never share one', () => {
    const subjects = ['a', 'A', 'a/', 'a/b', 'sha256-a', 'a|b'];
    expect(new Set(subjects.map(key)).size).toBe(subjects.length);
  });
});

test('a key that is no photo is none', () => {
  const keys = [
    'photos/alice/',
    'photos/alice/x.jpg',
    'photos/alice/d435d624-aa0b-44a9-bcd7-6451dfe32b5f.exe',
  ];
  expect(keys.map(readPhotoKey)).toEqual([undefined, undefined, undefined]);
});
