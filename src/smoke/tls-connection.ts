import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { connect as tlsConnect, rootCertificates } from 'node:tls';
import type { SecureVersion } from 'node:tls';

export interface TlsAttempt {
  readonly host: string;
  readonly minVersion: SecureVersion;
  readonly maxVersion: SecureVersion;
  readonly alpn?: readonly string[];
  /** Whom to trust: the public roots alone, or also those that were handed in. */
  readonly trust: 'public' | 'all';
}

export type TlsAnswer =
  | {
      readonly kind: 'connected';
      readonly protocol: string;
      /** What the server chose by ALPN. */
      readonly alpn: string | null;
      /** Milliseconds since the epoch. */
      readonly notAfter: number;
    }
  /** The server, or the check of its certificate, ended the handshake. */
  | { readonly kind: 'refused'; readonly code: string }
  /** This Node cannot offer such a version at all. */
  | { readonly kind: 'cannot-offer'; readonly code: string };

/** Makes one TLS handshake on port 443 and hangs up. Throws when the host, or the proxy on the way, cannot be reached. */
export type TlsConnector = (attempt: TlsAttempt, signal: AbortSignal) => Promise<TlsAnswer>;

export interface TlsConnectorOptions {
  /** The HTTP proxy that a host is reached through (CONNECT), or `null` for none. */
  readonly proxyFor: (host: string) => URL | null;
  /** Certificates, PEM, trusted beside the public roots. */
  readonly extraCa: readonly string[];
  /** 443, unless a test says otherwise. */
  readonly port?: number;
}

/**
 * A connector over Node's own TLS. Old versions are offered with OpenSSL's security level 0, since level 1 and above
 * leave TLS 1.0 and 1.1 out (OpenSSL 3, SSL_CTX_set_security_level).
 */
export function makeTlsConnector(options: TlsConnectorOptions): TlsConnector {
  return async (attempt, signal) => {
    const socket = await reach(attempt.host, options, signal);
    try {
      return await shakeHands(attempt, socket, options, signal);
    } finally {
      socket.destroy();
    }
  };
}

async function reach(
  host: string,
  { proxyFor, port = 443 }: TlsConnectorOptions,
  signal: AbortSignal,
): Promise<Socket> {
  const proxy = proxyFor(host);
  if (proxy === null) {
    const { connect } = await import('node:net');
    const socket = connect({ host, port });
    await once(socket, 'connect', { signal }).catch((error: unknown) => {
      socket.destroy();
      throw error;
    });
    return socket;
  }
  const request = httpRequest({
    host: proxy.hostname,
    port: proxy.port === '' ? 80 : Number(proxy.port),
    method: 'CONNECT',
    path: `${host}:${port}`,
    headers: { host: `${host}:${port}` },
    signal,
  });
  request.end();
  const [answer, socket] = (await once(request, 'connect', { signal })) as [{ statusCode?: number }, Socket];
  if (answer.statusCode === 200) return socket;
  socket.destroy();
  throw new Error(`the proxy answered ${answer.statusCode ?? 'nothing'} for ${host}`);
}

function shakeHands(
  attempt: TlsAttempt,
  socket: Socket,
  { extraCa }: TlsConnectorOptions,
  signal: AbortSignal,
): Promise<TlsAnswer> {
  const old = attempt.maxVersion === 'TLSv1' || attempt.maxVersion === 'TLSv1.1';
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      // OpenSSL's own words when the client itself has nothing to offer, before a byte is sent.
      const own = /NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|UNSUPPORTED_PROTOCOL_VERSION/.test(code);
      resolve({ kind: own ? 'cannot-offer' : 'refused', code });
    };
    try {
      const secure = tlsConnect({
        socket,
        servername: attempt.host,
        minVersion: attempt.minVersion,
        maxVersion: attempt.maxVersion,
        ca: attempt.trust === 'all' ? [...rootCertificates, ...extraCa] : [...rootCertificates],
        ...(attempt.alpn === undefined ? {} : { ALPNProtocols: [...attempt.alpn] }),
        ...(old ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
      });
      secure.once('error', refuse);
      secure.once('close', () => {
        resolve({ kind: 'refused', code: 'connection closed' });
      });
      secure.once('secureConnect', () => {
        resolve({
          kind: 'connected',
          protocol: secure.getProtocol() ?? 'unknown',
          alpn: secure.alpnProtocol === false ? null : secure.alpnProtocol,
          notAfter: Date.parse(secure.getPeerCertificate().valid_to),
        });
        secure.destroy();
      });
      signal.addEventListener(
        'abort',
        () => {
          secure.destroy();
          reject(new Error('the handshake was interrupted'));
        },
        { once: true },
      );
    } catch (error) {
      refuse(error as NodeJS.ErrnoException);
    }
  });
}
