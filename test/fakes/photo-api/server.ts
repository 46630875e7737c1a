import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import type { Dispatcher } from 'undici';

export interface FakeRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** As sent: escaped, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface FakeResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface FakeServer {
  /** Sends every request, whatever its host, to the server. */
  readonly dispatcher: Dispatcher;
  stop(): Promise<void>;
}

/** Serves `answer` on a free port of the loopback. */
export async function serve(answer: (request: FakeRequest) => Promise<FakeResponse>): Promise<FakeServer> {
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing, answer).catch((error: unknown) => {
      outgoing.writeHead(599).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agent = new Agent({ connections: 32 });
  return {
    dispatcher: agent.compose((dispatch) => (options, handler) => {
      const asked = new URL(String(options.origin));
      const headers = { ...(options.headers as Record<string, string>) };
      headers['host'] = asked.host;
      headers['x-fake-scheme'] = asked.protocol.slice(0, -1);
      return dispatch({ ...options, origin, headers }, handler);
    }),
    stop: async () => {
      await agent.destroy();
      await close(server);
    },
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: FakeRequest) => Promise<FakeResponse>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?');
  const response = await answer({
    method: incoming.method ?? 'GET',
    scheme: headers['x-fake-scheme'] === 'http' ? 'http' : 'https',
    host: headers['host'] ?? '',
    path,
    query: new URLSearchParams(query),
    headers,
    body: Buffer.concat(chunks),
  });
  outgoing.writeHead(response.status, response.headers ?? {});
  outgoing.end(incoming.method === 'HEAD' ? undefined : response.body);
}
