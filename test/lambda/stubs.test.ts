import { describe, expect, test } from '@jest/globals';
import { handler as detections } from '../../lambda/detections/index.ts';
import { handler as health } from '../../lambda/health/index.ts';
import { handler as login } from '../../lambda/login/index.ts';
import { apiEvent } from './api-event.ts';

const origin = 'https://photos.example.com';
process.env['ALLOWED_ORIGINS'] = origin;
process.env['ENVIRONMENT'] = 'dev';

test('health answers without a token and says which environment it is', async () => {
  expect(await health(apiEvent('GET /health', { subject: null }))).toMatchObject({
    statusCode: 200,
    body: '{"status":"ok","environment":"dev"}',
    headers: { 'Access-Control-Allow-Origin': origin },
  });
});

test('a login without a login service is 501', async () => {
  expect(await login(apiEvent('POST /auth/login', { subject: null }))).toMatchObject({ statusCode: 501 });
});

describe('a detection', () => {
  test('is accepted for a photo', async () => {
    const photoId = 'd435d624-aa0b-44a9-bcd7-6451dfe32b5f';
    const answer = await detections(apiEvent('POST /detections', { body: JSON.stringify({ photoId }) }));
    expect(answer).toMatchObject({ statusCode: 202, body: JSON.stringify({ photoId, status: 'queued' }) });
  });

  test.each(['{}', '{"photoId":"x"}', '{"photoId":7}', 'x'])('is refused for %s', async (body) => {
    expect(await detections(apiEvent('POST /detections', { body }))).toMatchObject({ statusCode: 400 });
  });
});
