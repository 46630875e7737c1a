import { createHash, createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { AwsRefusal, awsCaller, type AwsCall } from '../../../lambda/shared-aws/call-aws.ts';

const env = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'session-token',
};
const getItem: AwsCall = {
  service: 'dynamodb',
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem', 'content-type': 'application/x-amz-json-1.0' },
  body: { TableName: 't' },
};

/** A caller whose requests are answered here and kept. */
function caller(status: number, body: string, headers: Record<string, string> = {}) {
  const sent: { url: string; init: RequestInit }[] = [];
  const call = awsCaller({
    env,
    patience: 1000,
    send: (url, init) => {
      sent.push({ url: url instanceof Request ? url.url : String(url), init: init ?? {} });
      return Promise.resolve(new Response(body, { status, headers }));
    },
  });
  return { sent, call };
}

/** The signature that the documentation's four steps give ("Create a signed AWS API request"), worked out anew. */
function signatureOf(init: RequestInit, host: string, path: string, query: string, service: string): string {
  const headers = init.headers as Record<string, string>;
  const [, signedHeaders = ''] = /SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '') ?? [];
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const values: Record<string, string | undefined> = { ...headers, host };
  const canonical = [
    init.method,
    path,
    query,
    ...signedHeaders.split(';').map((name) => `${name}:${values[name]?.trim() ?? ''}`),
    '',
    signedHeaders,
    hash(typeof init.body === 'string' ? init.body : ''),
  ].join('\n');
  const time = headers['x-amz-date'] ?? '';
  const scope = `${time.slice(0, 8)}/eu-west-1/${service}/aws4_request`;
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (secret, part) => createHmac('sha256', secret).update(part).digest(),
      `AWS4${env.AWS_SECRET_ACCESS_KEY}`,
    );
  return createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', time, scope, hash(canonical)].join('\n'))
    .digest('hex');
}

test('a call is signed with the credentials and the session of the function, over target and body', async () => {
  const { sent, call } = caller(200, '{"Item":{}}');
  expect(await call(getItem)).toEqual({ Item: {} });
  const [{ url, init } = { url: '', init: {} }] = sent;
  expect(url).toBe('https://dynamodb.eu-west-1.amazonaws.com/');
  expect(init).toMatchObject({ method: 'POST', body: '{"TableName":"t"}' });
  const headers = init.headers as Record<string, string>;
  expect(headers['x-amz-security-token']).toBe('session-token');
  expect(headers['authorization']).toMatch(/SignedHeaders=[^,]*host[^,]*x-amz-target/);
  const [, signature] = /Signature=([0-9a-f]{64})$/.exec(headers['authorization'] ?? '') ?? [];
  expect(signature).toBe(signatureOf(init, 'dynamodb.eu-west-1.amazonaws.com', '/', '', 'dynamodb'));
});

test('a query goes into the address and under the signature', async () => {
  const { sent, call } = caller(200, '');
  await call({
    service: 'apigateway',
    method: 'GET',
    path: '/apikeys',
    query: { name: 'a-b', limit: '500' },
  });
  const [{ url, init } = { url: '', init: {} }] = sent;
  expect(url).toBe('https://apigateway.eu-west-1.amazonaws.com/apikeys?name=a-b&limit=500');
  const headers = init.headers as Record<string, string>;
  const expected = signatureOf(
    init,
    'apigateway.eu-west-1.amazonaws.com',
    '/apikeys',
    'limit=500&name=a-b',
    'apigateway',
  );
  expect(headers['authorization']).toContain(`Signature=${expected}`);
});

test.each([
  [
    '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"}',
    {},
    'ConditionalCheckFailedException',
  ],
  [
    '{"message":"no"}',
    { 'x-amzn-errortype': 'TooManyRequestsException:http://x' },
    'TooManyRequestsException',
  ],
  ['<html>', {}, 'Unknown'],
])('a refusal tells its code and status, and nothing of the body: %s', async (body, headers, code) => {
  const { call } = caller(400, body, headers);
  const refusal: unknown = await call(getItem).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AwsRefusal);
  expect(refusal).toMatchObject({ code, status: 400, message: `${code} (HTTP 400)` });
});
