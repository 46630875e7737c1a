import { createContext, Script } from 'node:vm';
import type { Emulators } from '../emulators.ts';
import { headerOf, queryOf, type FrontRequest, type FrontResponse, type HeaderPairs } from '../message.ts';
import type { Distribution } from '../directory.ts';

/** What a viewer-request function decides: another request, or an answer of its own. */
export type ViewerRequest =
  | { readonly kind: 'request'; readonly request: FrontRequest }
  | { readonly kind: 'response'; readonly response: FrontResponse };

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html */
interface LambdaResult {
  readonly status?: string | number;
  readonly headers?: Readonly<Record<string, readonly { readonly key?: string; readonly value: string }[]>>;
  readonly body?: string;
  readonly bodyEncoding?: 'text' | 'base64';
  readonly uri?: string;
  readonly querystring?: string;
}

/** Runs a Lambda@Edge function on a viewer request, in the emulator's Lambda of us-east-1. */
export async function runLambdaAtEdge(
  emulators: Emulators,
  { account, id, domain }: Distribution,
  functionArn: string,
  request: FrontRequest,
): Promise<ViewerRequest> {
  const [uri = '/', querystring = ''] = request.target.split(/\?(.*)/s);
  const headers: Record<string, { key: string; value: string }[]> = {};
  for (const [key, value] of [
    ['Host', request.host] as const,
    ...request.headers.filter(([name]) => name.toLowerCase() !== 'host'),
  ]) {
    (headers[key.toLowerCase()] ??= []).push({ key, value });
  }
  const event = {
    Records: [
      {
        cf: {
          config: {
            distributionDomainName: domain,
            distributionId: id,
            eventType: 'viewer-request',
            requestId: 'local',
          },
          request: { clientIp: '127.0.0.1', method: request.method, uri, querystring, headers },
        },
      },
    ],
  };
  const answer = await emulators.asRoot(account, {
    service: 'lambda',
    region: 'us-east-1',
    target: `/2015-03-31/functions/${encodeURIComponent(functionArn)}/invocations`,
    body: JSON.stringify(event),
  });
  if (answer.status !== 200 || headerOf(answer, 'x-amz-function-error') !== undefined) {
    return { kind: 'response', response: failure(503, 'LambdaExecutionError from cloudfront') };
  }
  const result = JSON.parse(answer.body.toString()) as LambdaResult | null;
  if (result === null)
    return { kind: 'response', response: failure(502, 'LambdaValidationError from cloudfront') };
  const pairs: HeaderPairs = Object.entries(result.headers ?? {}).flatMap(([name, values]) =>
    values.map(({ key, value }) => [key ?? name, value] as const),
  );
  if (result.status !== undefined) {
    return {
      kind: 'response',
      response: {
        status: Number(result.status),
        headers: [...pairs, ['x-cache', 'LambdaGeneratedResponse from cloudfront']],
        body: Buffer.from(result.body ?? '', result.bodyEncoding === 'base64' ? 'base64' : 'utf8'),
      },
    };
  }
  const query = result.querystring ?? '';
  return {
    kind: 'request',
    request: {
      ...request,
      target: query === '' ? (result.uri ?? uri) : `${result.uri ?? uri}?${query}`,
      headers: pairs,
    },
  };
}

function failure(status: number, xCache: string): FrontResponse {
  return {
    status,
    headers: [['x-cache', xCache]],
    body: Buffer.from('The Lambda function could not be executed.\n'),
  };
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
interface FunctionResult {
  readonly statusCode?: number;
  readonly uri?: string;
  readonly querystring?: Readonly<Record<string, { readonly value: string }>>;
}

/**
 * The target that a CloudFront function makes of a viewer request, which is what the edge caches under. The emulator
 * runs the function again, and for real, when the object is not in the cache; here it only makes the key.
 *
 * @returns `undefined` when the function answers by itself or fails: nothing is cached then
 */
export function targetAfterFunction(
  code: string,
  request: FrontRequest,
  distribution: string,
): string | undefined {
  const [uri = '/'] = request.target.split('?');
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), { value }]));
  const event = {
    version: '1.0',
    context: { distributionId: distribution, eventType: 'viewer-request', requestId: 'local' },
    viewer: { ip: '127.0.0.1' },
    request: {
      method: request.method,
      uri,
      querystring: Object.fromEntries([...queryOf(request)].map(([name, value]) => [name, { value }])),
      headers: { ...headers, host: { value: request.host } },
      cookies: {},
    },
  };
  try {
    const context = createContext({ event, console: { log: () => undefined } });
    const result = new Script(`${code}\n;handler(event);`).runInContext(context, {
      timeout: 1000,
    }) as FunctionResult | null;
    if (result === null || result.statusCode !== undefined) return undefined;
    const query = new URLSearchParams(
      Object.entries(result.querystring ?? {}).map(([name, { value }]): [string, string] => [name, value]),
    );
    const text = query.toString();
    return text === '' ? (result.uri ?? uri) : `${result.uri ?? uri}?${text}`;
  } catch {
    return undefined;
  }
}
