import { Agent, request as httpRequest } from 'node:http';
import type { FrontRequest, FrontResponse, HeaderPairs } from './message.ts';

/** A call that the front makes itself, as the root of an account. */
export interface RootCall {
  readonly service: string;
  readonly region: string;
  readonly method?: string;
  readonly target?: string;
  readonly headers?: HeaderPairs;
  readonly body?: Buffer | string;
}

/** The emulator processes behind the front, one an account. */
export interface Emulators {
  readonly accounts: readonly string[];
  /** Sends a request on as it is: host, path, query and signed headers untouched. */
  send(account: string, request: FrontRequest): Promise<FrontResponse>;
  /** A call with the account's root key, which the emulator takes with any signature. */
  asRoot(account: string, call: RootCall): Promise<FrontResponse>;
  /** The loopback port of an account's process, for bytes that are no request and answer. */
  portOf(account: string): number;
  close(): void;
}

/** Headers that end at each hop: RFC 9110 section 7.6.1. */
const hopByHop = new Set([
  'connection',
  'proxy-connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'upgrade',
  'expect',
  'proxy-authorization',
  'content-length',
  'host',
]);

/** Clients of the emulators that listen on the given loopback ports, by account. */
export function emulatorsOn(ports: ReadonlyMap<string, number>): Emulators {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function portOf(account: string): number {
    const port = ports.get(account);
    if (port === undefined) throw new Error(`The local AWS has no account ${account}.`);
    return port;
  }

  async function send(account: string, request: FrontRequest): Promise<FrontResponse> {
    const port = portOf(account);
    const headers: string[] = ['host', request.host];
    for (const [name, value] of request.headers) {
      if (!hopByHop.has(name.toLowerCase()) && name.toLowerCase() !== 'x-forwarded-proto')
        headers.push(name, value);
    }
    headers.push('x-forwarded-proto', request.scheme, 'content-length', String(request.body.length));
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        { host: '127.0.0.1', port, method: request.method, path: request.target, headers, agent },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            resolve({
              status: incoming.statusCode ?? 502,
              headers: pairsOf(incoming.rawHeaders).filter(([name]) => !endsHere(name, request.method)),
              body: Buffer.concat(chunks),
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(request.body);
    });
  }

  return {
    accounts: [...ports.keys()],
    send,
    portOf,
    asRoot: (account, call) => send(account, rootRequest(account, call)),
    close: () => {
      agent.destroy();
    },
  };
}

function endsHere(name: string, method: string): boolean {
  const key = name.toLowerCase();
  if (key === 'content-length') return method !== 'HEAD';
  return key === 'connection' || key === 'transfer-encoding' || key === 'keep-alive';
}

function rootRequest(account: string, call: RootCall): FrontRequest {
  const now = new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const scope = `${account}/${now.slice(0, 8)}/${call.region}/${call.service}/aws4_request`;
  return {
    method: call.method ?? 'POST',
    scheme: 'https',
    host: `${call.service}.${call.region}.amazonaws.com`,
    target: call.target ?? '/',
    headers: [
      ['authorization', `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=0`],
      ['x-amz-date', now],
      ...(call.headers ?? []),
    ],
    body: Buffer.from(call.body ?? ''),
  };
}

/** Node's flat list of raw headers as pairs. */
export function pairsOf(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    pairs.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return pairs;
}
