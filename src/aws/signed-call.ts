import { createHash, createHmac, type BinaryLike } from 'node:crypto';
import type { AwsCredentials } from './apis.ts';

export interface JsonCall {
  /** As its endpoint is called, and as it is signed for: `states`. */
  readonly service: string;
  readonly region: string;
  /** `x-amz-target`: `AWSStepFunctions.StartExecution`. */
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SignedRequest {
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Signs a request, by POST, of an AWS API that speaks JSON (Smithy, "AWS JSON 1.0 protocol" and 1.1). In place of a client,
 * which would be loaded for a call or two.
 */
export async function signJsonCall(
  { service, region, target, body }: JsonCall,
  { credentials, version }: { readonly credentials: AwsCredentials; readonly version: '1.0' | '1.1' },
): Promise<SignedRequest> {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const hostname = `${service}.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;
  const text = JSON.stringify(body);
  const { headers } = await new SignatureV4({ service, region, credentials, sha256: Sha256 }).sign({
    method: 'POST',
    protocol: 'https:',
    hostname,
    path: '/',
    query: {},
    headers: {
      host: hostname,
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': target,
    },
    body: text,
  });
  return { url: `https://${hostname}/`, headers, text };
}

/** What a JSON API answered: its fields, none where it is no JSON object. */
export function parseJsonAnswer(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The code of a refusal, without the namespace that some services put before it. */
export function refusalCode(answer: Readonly<Record<string, unknown>>): string {
  const type = answer['__type'];
  return /^(?:.*#)?(\w{1,80})$/.exec(typeof type === 'string' ? type : '')?.[1] ?? 'no code';
}

/** SHA-256 of Node.js, with a key HMAC, in the form that the signer asks for. */
class Sha256 {
  readonly #sum: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#sum = key === undefined ? createHash('sha256') : createHmac('sha256', bytes(key));
  }

  update(chunk: string | ArrayBuffer | ArrayBufferView): void {
    this.#sum.update(bytes(chunk));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#sum.digest()));
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): BinaryLike {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
