import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FrontRequest, FrontResponse } from './message.ts';

/** Headers that a proxy takes for itself; `Connection` and `Upgrade` go on, for the next hop is to switch as well. */
const ownHeaders = new Set(['host', 'proxy-connection', 'proxy-authorization', 'x-forwarded-proto']);

/**
 * Hands a handshake on to a loopback port and lets bytes pass both ways until one side hangs up (RFC 6455, 4.1; RFC 9110,
 * 7.8). What the other side answers, a refusal too, reaches the client as it is.
 */
export function tunnel(port: number, request: FrontRequest, client: Duplex, head: Buffer): void {
  const server = connect({ host: '127.0.0.1', port }, () => {
    const lines = request.headers
      .filter(([name]) => !ownHeaders.has(name.toLowerCase()))
      .map(([name, value]) => `${name}: ${value}`);
    server.write(
      `${request.method} ${request.target} HTTP/1.1\r\n` +
        [`host: ${request.host}`, `x-forwarded-proto: ${request.scheme}`, ...lines].join('\r\n') +
        '\r\n\r\n',
    );
    server.write(head);
    server.pipe(client);
    client.pipe(server);
  });
  const end = (): void => {
    server.destroy();
    client.destroy();
  };
  for (const side of [server, client]) side.on('error', end).on('close', end);
}

/** Answers a handshake without switching. */
export function refuse(client: Duplex, { status, headers, body }: FrontResponse): void {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  client.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status} Refused\r\n${fields}content-length: ${body.length}\r\nconnection: close\r\n\r\n`,
      ),
      body,
    ]),
  );
}
