import { createHash, createHmac, type BinaryLike } from 'node:crypto';
import type { AwsCredentials } from '../aws/apis.ts';
import { FixtureError } from './check.ts';
import { urlSuffix } from './object-signer.ts';
import type { Probe } from './probe.ts';

export interface AwsCall {
  /** As its endpoint is called, and as it is signed for: `states`. */
  readonly service: string;
  readonly region: string;
  /** `x-amz-target`: `AWSStepFunctions.StartExecution`. */
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * One call of an AWS API that speaks JSON 1.0 (Smithy, "AWS JSON 1.0 protocol"), signed with the credentials of the run. In
 * place of a client, which would be loaded for two calls.
 *
 * @returns the answer's body
 * @throws FixtureError for an answer that is none, or a refusal by its code
 */
export async function callAws(
  probe: Probe,
  credentials: AwsCredentials,
  { service, region, target, body }: AwsCall,
): Promise<unknown> {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const hostname = `${service}.${region}.${urlSuffix(region)}`;
  const text = JSON.stringify(body);
  const { headers } = await new SignatureV4({ service, region, credentials, sha256: Sha256 }).sign({
    method: 'POST',
    protocol: 'https:',
    hostname,
    path: '/',
    query: {},
    headers: { host: hostname, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
    body: text,
  });
  const answer = await probe.send({
    method: 'POST',
    url: `https://${hostname}/`,
    headers,
    body: new TextEncoder().encode(text),
  });
  const parsed = parse(answer.text());
  if (answer.status !== 200) {
    const type = parsed['__type'];
    const code = /^(?:.*#)?(\w{1,80})$/.exec(typeof type === 'string' ? type : '')?.[1] ?? 'no code';
    throw new FixtureError(
      `${target.split('.').at(-1) ?? target} was refused: HTTP ${answer.status} ${code}`,
    );
  }
  return parsed;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
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
