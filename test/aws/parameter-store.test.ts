import { describe, expect, test } from '@jest/globals';
import { parameterStore } from '../../src/aws/parameter-store.ts';

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

function makeStore(answers: readonly { readonly status?: number; readonly body: object }[]) {
  const asked: Asked[] = [];
  const slept: number[] = [];
  const left = [...answers];
  const store = parameterStore({
    region: 'eu-west-1',
    userAgent: 'slipway-test',
    credentials: () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'canary-secret-key' }),
    fetch: (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      const text = typeof init?.body === 'string' ? init.body : '';
      const headers = init?.headers as Readonly<Record<string, string>>;
      asked.push({ url, headers, body: JSON.parse(text) as Asked['body'] });
      const { status = 200, body } = left.shift() ?? { body: {} };
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    },
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { store, asked, slept };
}

describe('the parameters of SSM', () => {
  test('are asked for by name, signed, fifty at once and page by page', async () => {
    const { store, asked } = makeStore([
      { body: { Parameters: [{ Name: '/a', Version: 1 }], NextToken: 'more' } },
      { body: { Parameters: [{ Name: '/b', Version: 2 }] } },
      { body: { Parameters: [{ Name: '/n50', Version: 3 }] } },
    ]);
    const names = Array.from({ length: 51 }, (_, index) => `/n${index}`);
    expect((await store.describeParameters(names)).map(({ Version }) => Version)).toEqual([1, 2, 3]);
    expect(asked.map(({ body }) => body['NextToken'])).toEqual([undefined, 'more', undefined]);
    expect(asked[0]).toMatchObject({
      url: 'https://ssm.eu-west-1.amazonaws.com/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.DescribeParameters',
        authorization: expect.stringMatching(
          /^AWS4-HMAC-SHA256 Credential=AKIATEST\/\d{8}\/eu-west-1\/ssm\/aws4_request/,
        ),
        'user-agent': 'slipway-test',
      },
      body: { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: names.slice(0, 50) }] },
    });
    expect(asked[2]?.body['ParameterFilters']).toMatchObject([{ Values: ['/n50'] }]);
    expect(JSON.stringify(asked)).not.toContain('canary');
  });

  test('are asked for again, more slowly, where SSM throttles, and not for ever', async () => {
    const throttled = { status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } };
    const once = makeStore([throttled, throttled, { body: { Parameters: [{ Name: '/a', Version: 1 }] } }]);
    expect(await once.store.describeParameters(['/a'])).toHaveLength(1);
    expect(once.slept).toEqual([400, 800]);
    const ever = makeStore(Array.from({ length: 9 }, () => throttled));
    await expect(ever.store.describeParameters(['/a'])).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
    expect(ever.asked).toHaveLength(6);
  });

  test('a refusal is an error by its own name, at once', async () => {
    const { store, asked } = makeStore([
      { status: 400, body: { __type: 'com.amazonaws.ssm#AccessDeniedException', message: 'no' } },
    ]);
    await expect(store.describeParameters(['/a'])).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'no',
    });
    expect(asked).toHaveLength(1);
  });
});
