import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CloudFrontRequest, CloudFrontRequestEvent } from 'aws-lambda';
import { credentialSource } from '../../../lambda/edge-viewer-request/credential-source.ts';
import { hashOf, makeJudge } from '../../../lambda/edge-viewer-request/credential.ts';
import { viewerRequest } from '../../../lambda/edge-viewer-request/handler.ts';
import { basic, isAnswer, viewerRequestEvent } from './event.ts';

const salt = Buffer.alloc(16, 7);
const minute = 60_000;

/** A stand-in for Secrets Manager: secrets by name, and what was asked for. */
class Vault {
  readonly secrets = new Map<string, string>();
  readonly asked: string[] = [];
  async set(name: string, userAndPassword: string): Promise<void> {
    const hash = await hashOf(userAndPassword, salt);
    this.secrets.set(
      name,
      JSON.stringify({ salt: salt.toString('base64'), hashes: [hash.toString('base64')] }),
    );
  }
  read = (name: string): Promise<string | undefined> => {
    this.asked.push(name);
    const found = this.secrets.get(name);
    return found === undefined
      ? Promise.reject(new Error('ResourceNotFoundException'))
      : Promise.resolve(found);
  };
}

let vault: Vault;
let now: number;
let failures: string[];
let handler: ReturnType<typeof viewerRequest>;
const secret = 'buy-page-edge-dev/basic-auth';
const context = { functionName: 'us-east-1.buy-page-edge-dev' };

beforeEach(async () => {
  vault = new Vault();
  await vault.set(secret, 'ada:right');
  now = 0;
  failures = [];
  const credential = credentialSource({
    read: vault.read,
    now: () => now,
    onFailure: (reason) => failures.push(reason),
  });
  handler = viewerRequest({ credential, judge: makeJudge() });
});

async function statusOf(event: CloudFrontRequestEvent): Promise<string> {
  const result = await handler(event, context);
  return isAnswer(result) ? result.status : 'passed';
}
const asAda = (uri = '/', method = 'GET'): CloudFrontRequestEvent =>
  viewerRequestEvent(uri, { Authorization: [basic('ada:right')] }, method);

test.each(['GET', 'HEAD', 'OPTIONS'])(
  '%s without or with a wrong credential is 401 and names the scheme',
  async (method) => {
    for (const headers of [{}, { Authorization: [basic('ada:wrong')] }, { Authorization: ['Basic ???'] }]) {
      const result = await handler(viewerRequestEvent('/', headers, method), context);
      expect(result).toMatchObject({
        status: '401',
        headers: {
          'www-authenticate': [{ value: 'Basic realm="preview", charset="UTF-8"' }],
          'cache-control': [{ value: 'no-store' }],
        },
      });
    }
  },
);

test('the right credential passes, and does not reach the origin', async () => {
  const result = (await handler(asAda('/assets/app-1.js'), context)) as CloudFrontRequest;
  expect(result.uri).toBe('/assets/app-1.js');
  expect(Object.keys(result.headers)).toEqual(['host', 'user-agent']);
});

test('a deep link becomes the page, an API path is 404 and no page, but only for who is let in', async () => {
  expect(await handler(asAda('/buy'), context)).toMatchObject({ uri: '/index.html' });
  expect(await handler(asAda('/api/x'), context)).toMatchObject({
    status: '404',
    headers: { 'content-type': [{ value: 'application/json' }] },
  });
  expect(await statusOf(viewerRequestEvent('/api/x'))).toBe('401');
});

test('the name of the secret follows from the function’s, in replicas, too', async () => {
  await statusOf(asAda());
  expect(vault.asked).toEqual([secret]);
});

describe('the credential', () => {
  test('is read once in five minutes', async () => {
    for (now of [0, 1, 5 * minute - 1]) expect(await statusOf(asAda())).toBe('passed');
    expect(vault.asked).toHaveLength(1);
  });

  test('is read once by requests that come together', async () => {
    await Promise.all([statusOf(asAda()), statusOf(asAda()), statusOf(asAda())]);
    expect(vault.asked).toHaveLength(1);
  });

  test('is the rotated one five minutes later, without a release', async () => {
    expect(await statusOf(asAda())).toBe('passed');
    await vault.set(secret, 'ada:next');
    now = 5 * minute;
    expect(await statusOf(asAda())).toBe('401');
    expect(await statusOf(viewerRequestEvent('/', { Authorization: [basic('ada:next')] }))).toBe('passed');
  });
});

describe('nobody is let in', () => {
  test('when the secret can’t be read, from the start or five minutes later; nor is it asked for at each request', async () => {
    expect(await statusOf(asAda())).toBe('passed');
    vault.secrets.clear();
    now = 5 * minute;
    expect(await statusOf(asAda())).toBe('503');
    now += 4999;
    expect(await statusOf(asAda())).toBe('503');
    expect(vault.asked).toHaveLength(2);
    await vault.set(secret, 'ada:right');
    now += 1;
    expect(await statusOf(asAda())).toBe('passed');
  });

  test.each(['', '{"salt', '{}', '{"salt":"","hashes":[]}', 'ada:right'])(
    'when the secret is %j, which no log repeats',
    async (value) => {
      const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      vault.secrets.set(secret, value);
      expect(await statusOf(asAda())).toBe('503');
      expect(failures).toHaveLength(1);
      if (value !== '') expect(JSON.stringify([failures, log.mock.calls])).not.toContain(value);
      log.mockRestore();
    },
  );
});
