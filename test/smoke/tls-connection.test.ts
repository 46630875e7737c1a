import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:tls';
import type { TlsOptions } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { makeTlsConnector } from '../../src/smoke/tls-connection.ts';
import type { TlsAttempt } from '../../src/smoke/tls-connection.ts';

let certificate: { readonly cert: string; readonly key: string };
const servers: { close(): void }[] = [];
const signal = new AbortController().signal;
const attempt: TlsAttempt = { host: 'localhost', minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', trust: 'all' };

beforeAll(async () => {
  // The library wants Reflect's metadata functions when it is loaded.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    notBefore: new Date(),
    notAfter: new Date(Date.now() + 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
      new x509.BasicConstraintsExtension(true, 0, true),
    ],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  certificate = {
    cert: made.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
  };
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

const tlsServer = (options: TlsOptions = {}) =>
  listen(createServer({ ...certificate, ...options }, (socket) => socket.on('error', () => undefined)));

const direct = (port: number) =>
  makeTlsConnector({ proxyFor: () => null, extraCa: [certificate.cert], port });

/** A proxy that leads every CONNECT to one port, and a connector that goes through it. */
async function throughProxy(port: number) {
  const asked: string[] = [];
  const proxy = createHttpServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const through = connect({ host: '127.0.0.1', port }, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => undefined);
    socket.on('error', () => undefined);
  });
  const proxyPort = await listen(proxy);
  const connector = makeTlsConnector({
    proxyFor: () => new URL(`http://127.0.0.1:${proxyPort}`),
    extraCa: [certificate.cert],
  });
  return { connector, asked };
}

describe('the TLS connector', () => {
  test('tells protocol, ALPN and the end of the certificate', async () => {
    const port = await tlsServer({ ALPNProtocols: ['h2', 'http/1.1'] });
    const answer = await direct(port)({ ...attempt, alpn: ['h2', 'http/1.1'] }, signal);
    expect(answer).toMatchObject({ kind: 'connected', protocol: 'TLSv1.3', alpn: 'h2' });
    expect(answer.kind === 'connected' && Math.abs(answer.notAfter - Date.now() - 86_400_000) < 60_000).toBe(
      true,
    );
  });

  test('no ALPN is null', async () => {
    const port = await tlsServer();
    expect(await direct(port)(attempt, signal)).toMatchObject({ kind: 'connected', alpn: null });
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is spoken with a server that still does', async (version) => {
    const port = await tlsServer({ minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    const answer = await direct(port)({ ...attempt, minVersion: version, maxVersion: version }, signal);
    expect(answer).toMatchObject({ kind: 'connected', protocol: version });
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is refused by a server that does not', async (version) => {
    const port = await tlsServer({ minVersion: 'TLSv1.2' });
    const answer = await direct(port)({ ...attempt, minVersion: version, maxVersion: version }, signal);
    expect(answer.kind).toBe('refused');
  });

  test('an authority that was handed in does not count as public', async () => {
    const port = await tlsServer();
    expect(await direct(port)({ ...attempt, trust: 'public' }, signal)).toMatchObject({ kind: 'refused' });
  });

  test('a certificate for another name is refused', async () => {
    const { connector } = await throughProxy(await tlsServer());
    expect(await connector({ ...attempt, host: 'other.example' }, signal)).toMatchObject({
      kind: 'refused',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('goes through a proxy by CONNECT', async () => {
    const { connector, asked } = await throughProxy(await tlsServer());
    expect(await connector(attempt, signal)).toMatchObject({ kind: 'connected' });
    expect(asked).toEqual(['localhost:443']);
  });

  test('a port where nothing listens is an error, not a refusal', async () => {
    const port = await tlsServer();
    for (const server of servers.splice(0)) server.close();
    await expect(direct(port)(attempt, signal)).rejects.toThrow('ECONNREFUSED');
  });
});
