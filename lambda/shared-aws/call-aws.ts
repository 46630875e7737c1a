import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sha256.ts';

/** One call of an AWS API, by the paths and headers of its reference. */
export interface AwsCall {
  readonly service: 'dynamodb' | 'apigateway' | 'logs';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends a call and returns the parsed body of its answer. Throws `AwsRefusal` for anything but 2xx. */
export type CallAws = (call: AwsCall) => Promise<unknown>;

/** AWS answered, and said no. */
export class AwsRefusal extends Error {
  /** As the API's reference names it, without a namespace: `ConditionalCheckFailedException`. */
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number) {
    super(`${code} (HTTP ${status})`);
    this.name = 'AwsRefusal';
    this.code = code;
    this.status = status;
  }
}

export interface CallerOptions {
  /** `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`: Lambda sets them and they stay for as long as the process lives. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that an answer may take. */
  readonly patience: number;
  readonly send?: typeof fetch;
}

/**
 * Signs calls with the function's own credentials (Signature Version 4). In place of a whole client: the authorizer stands
 * before every request, and what it loads its callers wait for.
 */
export function awsCaller({ env, patience, send = fetch }: CallerOptions): CallAws {
  const region = env['AWS_REGION'] ?? '';
  const token = env['AWS_SESSION_TOKEN'];
  const credentials = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    ...(token === undefined ? {} : { sessionToken: token }),
  };
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return async ({ service, method, path, query = {}, headers = {}, body }) => {
    const hostname = `${service}.${region}.${suffix}`;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const signed = await new SignatureV4({ service, region, credentials, sha256: Sha256 }).sign({
      method,
      protocol: 'https:',
      hostname,
      path,
      query: { ...query },
      headers: { host: hostname, 'content-type': 'application/json', ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    const search = new URLSearchParams(query).toString();
    const answer = await send(`https://${hostname}${path}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: signed.headers,
      signal: AbortSignal.timeout(patience),
      ...(text === undefined ? {} : { body: text }),
    });
    const parsed = parse(await answer.text());
    if (!answer.ok) throw new AwsRefusal(codeOf(answer, parsed), answer.status);
    return parsed;
  };
}

/** DynamoDB names the error in `__type` of the body, REST APIs in a header (Smithy, AWS JSON 1.0 and REST JSON 1 protocols). */
function codeOf(answer: Response, body: unknown): string {
  const type = field(body, '__type');
  const named = answer.headers.get('x-amzn-errortype') ?? (typeof type === 'string' ? type : 'Unknown');
  return named.split(':')[0]?.split('#').at(-1) ?? 'Unknown';
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A field of a parsed answer; undefined where there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
