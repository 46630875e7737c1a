import { once } from 'node:events';
import { createServer as createPlainServer, type AddressInfo, type Server } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { tryCache, type Connectivity } from '../../../lambda/cache-connectivity/try-cache.ts';
import { createAuthority, type CertificateAuthority } from '../../../local/front/certificates.ts';

let authority: CertificateAuthority;
const servers: Server[] = [];
beforeAll(async () => {
  authority = await createAuthority(Date.now());
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A server with a certificate for `name`, and what it does with each piece that a client sends. */
async function cache(answer: (socket: TLSSocket, text: string) => void, name = 'localhost'): Promise<number> {
  const context = await authority.contextFor(name);
  const server = createServer(
    {
      SNICallback: (_, done) => {
        done(null, context);
      },
    },
    (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        answer(socket, chunk.toString());
      });
    },
  );
  return listen(server);
}

const attempt = (port: number, patience = 2000): Promise<Connectivity> =>
  tryCache({ host: 'localhost', port, patience, authorities: authority.certificate });

test('TLS and `PING`: a cache that answers PONG can be reached', async () => {
  const asked: string[] = [];
  const port = await cache((socket, text) => {
    asked.push(text);
    socket.write('+PO');
    socket.write('NG\r\n');
  });
  expect(await attempt(port)).toEqual({
    reachable: true,
    endpoint: 'localhost',
    protocol: 'TLSv1.3',
    milliseconds: expect.any(Number),
  });
  expect(asked).toEqual(['PING\r\n']);
});

test('an error of the cache is told by its code alone', async () => {
  const port = await cache((socket) => socket.write('-NOAUTH Authentication required.\r\n'));
  expect(await attempt(port)).toMatchObject({ reachable: false, reason: 'the answer to PING is -NOAUTH' });
});

test('what answers something else is no cache', async () => {
  const port = await cache((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect(await attempt(port)).toMatchObject({ reachable: false, reason: 'the answer to PING is not PONG' });
});

test('a certificate for another name, or of nobody that is trusted, is refused', async () => {
  const pong = (socket: TLSSocket): void => void socket.write('+PONG\r\n');
  expect(await attempt(await cache(pong, 'other.example'))).toMatchObject({
    reachable: false,
    reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  const port = await cache(pong);
  expect(await tryCache({ host: 'localhost', port, patience: 2000 })).toMatchObject({
    reachable: false,
    reason: expect.stringMatching(/CERT|SIGNATURE|ISSUER/),
  });
});

test('one that speaks without TLS is not reached', async () => {
  const port = await listen(createPlainServer((socket) => void socket.end('+PONG\r\n')));
  expect(await attempt(port)).toMatchObject({ reachable: false, endpoint: 'localhost' });
});

test('nobody there, nobody answering, and a door that closes are told apart', async () => {
  const port = await listen(createPlainServer());
  servers.splice(0).forEach((server) => server.close());
  expect(await attempt(port)).toMatchObject({ reachable: false, reason: 'ECONNREFUSED' });
  expect(await attempt(await cache(() => undefined), 100)).toMatchObject({
    reachable: false,
    reason: 'no answer within 100 ms',
  });
  expect(await attempt(await cache((socket) => socket.end()))).toMatchObject({
    reachable: false,
    reason: 'closed without an answer',
  });
});
