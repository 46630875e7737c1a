import {
  createServer as createHttpServer,
  STATUS_CODES,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createNetServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { CertificateAuthority } from './certificates.ts';
import { pairsOf } from './emulators.ts';
import type { FrontRequest, FrontResponse, HeaderPairs } from './message.ts';
import { hostName, isOfEdge, standsFor } from './place.ts';
import { refuse, tunnel } from './tunnel.ts';

/** What answers a request; an exception becomes a 502 that says so. */
export type Answer = (request: FrontRequest) => Promise<FrontResponse>;

/** Where the handshake of a WebSocket goes on, or why it does not. */
export type SocketRoute =
  { readonly port: number; readonly request: FrontRequest } | { readonly refusal: FrontResponse };

export interface Answers {
  readonly answer: Answer;
  readonly routeSocket: (request: FrontRequest) => Promise<SocketRoute>;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * One loopback port that takes plain HTTP, TLS (told apart by the first byte), and proxy requests (CONNECT and the
 * absolute form of RFC 9112 section 3.2.2). TLS ends here with a certificate for the name that the client asks for.
 *
 * @throws what `net.Server.listen` throws, `EADDRINUSE` for one
 */
export async function listen(
  port: number,
  authority: CertificateAuthority,
  { answer, routeSocket }: Answers,
): Promise<Listener> {
  const serve =
    (secure: boolean) =>
    (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => {
      void exchange(request, response, secure, answer);
    };
  const plain = createHttpServer(
    { keepAliveTimeout: 30_000, shouldUpgradeCallback: wantsSocket },
    serve(false),
  );
  const secure = createSecureServer(
    {
      allowHTTP1: true,
      minVersion: 'TLSv1.2',
      ALPNCallback: ({ servername, protocols }) => chooseProtocol(servername, protocols),
      SNICallback: (name, done) => {
        if (!standsFor(name.toLowerCase())) {
          done(new Error(`The local AWS has no host ${name}.`));
          return;
        }
        authority.contextFor(name.toLowerCase()).then(
          (context) => {
            done(null, context);
          },
          (reason: unknown) => {
            done(reason instanceof Error ? reason : new Error(String(reason)));
          },
        );
      },
    },
    serve(true),
  );
  // The HTTP/1.1 side of the server reads it, too; the types of HTTP/2 do not have it.
  Object.assign(secure, { shouldUpgradeCallback: wantsSocket });
  const sockets = new Set<Socket>();

  function receive(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      const server = first[0] === 0x16 ? secure : plain;
      server.emit('connection', socket);
      process.nextTick(() => {
        socket.resume();
      });
    });
  }

  plain.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const name = hostName((request.url ?? '').toLowerCase());
    if (!standsFor(name)) {
      socket.end(
        `HTTP/1.1 502 ${STATUS_CODES[502] ?? ''}\r\ncontent-length: 0\r\nx-slipway-error: no such host in the local AWS\r\n\r\n`,
      );
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    receive(socket);
  });
  for (const [from, isSecure] of [
    [plain, false],
    [secure, true],
  ] as const) {
    from.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      void openSocket(headOf(request, isSecure), socket, head, routeSocket);
    });
  }
  secure.on('tlsClientError', (_reason, socket: Socket) => socket.destroy());
  plain.on('clientError', (_reason, socket: Socket) => socket.destroy());

  const server: Server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.setNoDelay(true);
    receive(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

/** CloudFront speaks HTTP/2 with viewers; the REST endpoints of AWS speak HTTP/1.1. */
function chooseProtocol(name: string, offered: readonly string[]): string | undefined {
  if (isOfEdge(name) && offered.includes('h2')) return 'h2';
  return offered.includes('http/1.1') ? 'http/1.1' : undefined;
}

async function exchange(
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
  secure: boolean,
  answer: Answer,
): Promise<void> {
  let response: FrontResponse;
  let method = incoming.method ?? 'GET';
  try {
    const request = await read(incoming, secure);
    method = request.method;
    response = await answer(request);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    response = { status: 502, headers: [['content-type', 'text/plain']], body: Buffer.from(`${message}\n`) };
  }
  try {
    write(outgoing, response, method);
  } catch {
    incoming.destroy();
  }
}

/** Other protocols than WebSocket, `h2c` for one, are not switched to; the request is answered as it is. */
function wantsSocket(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

async function openSocket(
  request: FrontRequest,
  client: Duplex,
  head: Buffer,
  routeSocket: Answers['routeSocket'],
): Promise<void> {
  let route: SocketRoute;
  try {
    route = await routeSocket(request);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    route = { refusal: { status: 502, headers: [], body: Buffer.from(`${message}\n`) } };
  }
  if ('refusal' in route) refuse(client, route.refusal);
  else tunnel(route.port, route.request, client, head);
}

async function read(incoming: IncomingMessage | Http2ServerRequest, secure: boolean): Promise<FrontRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return { ...headOf(incoming, secure), body: Buffer.concat(chunks) };
}

/** A request without its body. */
function headOf(incoming: IncomingMessage | Http2ServerRequest, secure: boolean): FrontRequest {
  const raw = pairsOf(incoming.rawHeaders);
  const authority = incoming.headers[':authority'];
  let host = incoming.headers.host ?? (typeof authority === 'string' ? authority : '');
  let target = incoming.url ?? '/';
  const absolute = /^https?:\/\/([^/]+)(.*)$/i.exec(target);
  if (absolute) {
    host = absolute[1] ?? host;
    target = absolute[2]?.startsWith('/') ? absolute[2] : `/${absolute[2] ?? ''}`;
  }
  return {
    method: incoming.method ?? 'GET',
    scheme: secure ? 'https' : 'http',
    host: host.toLowerCase().replace(secure ? /:443$/ : /:80$/, ''),
    target,
    headers: joinCookies(raw.filter(([name]) => !name.startsWith(':'))),
    body: Buffer.alloc(0),
  };
}

/** HTTP/2 clients may split Cookie; joined again as RFC 9113 section 8.2.3 says. */
function joinCookies(pairs: HeaderPairs): HeaderPairs {
  const cookies = pairs.filter(([name]) => name.toLowerCase() === 'cookie');
  if (cookies.length < 2) return pairs;
  const rest = pairs.filter(([name]) => name.toLowerCase() !== 'cookie');
  return [...rest, ['cookie', cookies.map(([, value]) => value).join('; ')]];
}

function write(
  outgoing: ServerResponse | Http2ServerResponse,
  response: FrontResponse,
  method: string,
): void {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of response.headers) (fields[name.toLowerCase()] ??= []).push(value);
  const bodiless = method === 'HEAD' || response.status === 204 || response.status === 304;
  if (!bodiless) fields['content-length'] = [String(response.body.length)];
  delete fields['transfer-encoding'];
  delete fields['connection'];
  delete fields['keep-alive'];
  outgoing.statusCode = response.status;
  for (const [name, values] of Object.entries(fields)) {
    outgoing.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  }
  if (bodiless) outgoing.end();
  else outgoing.end(response.body);
}
