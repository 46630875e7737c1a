import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { parseOrigins } from '../../../lambda/shared-http/cors.ts';
import { HttpError, jsonBody, serve } from '../../../lambda/shared-http/respond.ts';
import { apiEvent } from '../api-event.ts';

const primary = 'https://photos.example.com';
const further = 'https://app.example.com';
const origins = (): readonly string[] => [primary, further];
const handle = serve(
  {
    'GET /things': () => ({ status: 200, body: { things: [] } }),
    'POST /things': (event) => ({ status: 201, body: jsonBody(event) }),
    'GET /things/{id}': () => {
      throw new HttpError(404, 'no such thing');
    },
    'GET /broken': () => {
      throw new TypeError('connect ECONNREFUSED 10.0.0.1 password=hunter2');
    },
  },
  origins,
);

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('origins', () => {
  test.each([primary, further])('%s is on the list and is named', async (origin) => {
    const answer = await handle(apiEvent('GET /things', { headers: { Origin: origin } }));
    expect(answer.headers).toMatchObject({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' });
  });

  test.each([
    'null',
    'https://photos.example.com.evil',
    'https://evilphotos.example.com',
    'https://photosXexample.com',
    'https://photos.example.com_.evil.example',
    'https://photos.example.com`.evil.example',
    'http://photos.example.com',
    'https://x.photos.example.com',
    'https://PHOTOS.example.com',
    'https://photos.example.com/',
    'https://photos.example.com:8443',
    '*',
    '',
  ])('%j is never repeated, and the answer still varies by origin', async (origin) => {
    for (const route of ['GET /things', 'OPTIONS /things', 'GET /broken', 'GET /nowhere']) {
      const { headers } = await handle(apiEvent(route, { headers: { origin } }));
      expect(headers).not.toHaveProperty('Access-Control-Allow-Origin');
      expect(headers).toHaveProperty('Vary', 'Origin');
    }
  });

  test('a client without an origin gets the primary one, as from the gateway itself', async () => {
    const { headers } = await handle(apiEvent('GET /things'));
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': primary, Vary: 'Origin' });
  });

  test('errors carry the header too', async () => {
    for (const route of ['GET /things/{id}', 'GET /broken', 'PUT /things']) {
      const { headers } = await handle(apiEvent(route, { headers: { Origin: primary } }));
      expect(headers).toHaveProperty('Access-Control-Allow-Origin', primary);
    }
  });

  test('credentials are never allowed', async () => {
    for (const route of ['GET /things', 'OPTIONS /things']) {
      const { headers } = await handle(apiEvent(route, { headers: { Origin: primary } }));
      expect(headers).not.toHaveProperty('Access-Control-Allow-Credentials');
    }
  });

  test('the list is read from one text, with blanks and empty parts', () => {
    expect(parseOrigins(' https://a.example , ,https://b.example,')).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
    expect(parseOrigins(undefined)).toEqual([]);
  });
});

test('a preflight names the methods of its resource and the headers that are sent', async () => {
  const preflight = await handle(apiEvent('OPTIONS /things', { headers: { Origin: primary } }));
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers).toEqual({
    'Access-Control-Allow-Origin': primary,
    'Access-Control-Allow-Methods': 'GET,POST',
    'Access-Control-Allow-Headers': 'Authorization,Content-Type',
    'Access-Control-Max-Age': '7200',
    Vary: 'Origin',
  });
});

describe('answers', () => {
  test('are JSON that nobody stores', async () => {
    const answer = await handle(apiEvent('GET /things'));
    expect(answer).toMatchObject({
      statusCode: 200,
      body: '{"things":[]}',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  });

  test('an unknown method or resource is 404', async () => {
    expect(await handle(apiEvent('PUT /things'))).toMatchObject({
      statusCode: 404,
      body: '{"message":"no such route"}',
    });
  });

  test('a fault of ours is 500 and tells nothing, neither to the client nor to the log', async () => {
    const error = jest.spyOn(console, 'error').mockClear();
    expect(await handle(apiEvent('GET /broken'))).toMatchObject({
      statusCode: 500,
      body: '{"message":"internal error"}',
    });
    expect(error.mock.calls).toEqual([
      [{ message: 'request failed', route: 'GET /broken', error: 'TypeError' }],
    ]);
  });

  test.each([undefined, '', 'text', '[]', 'null', '"x"', '{'])('the body %j is 400', async (body) => {
    const event = apiEvent('POST /things', body === undefined ? {} : { body });
    expect(await handle(event)).toMatchObject({
      statusCode: 400,
      body: '{"message":"the body must be a JSON object"}',
    });
  });

  test('a body may come in base64', async () => {
    const body = Buffer.from('{"a":"ä"}').toString('base64');
    const event = apiEvent('POST /things', { body, isBase64Encoded: true });
    expect(await handle(event)).toMatchObject({ statusCode: 201, body: '{"a":"ä"}' });
  });
});
