import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { makeTlsConnector, type TlsConnector } from '../smoke/tls-connection.ts';
import type { CliIo } from './io.ts';

/**
 * The HTTP client of smoke checks and of the proof at the edge. It obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY in upper
 * or lower case, and trusts NODE_EXTRA_CA_CERTS (PEM) beside the usual roots.
 */
export function makeDispatcher(env: CliIo['env']): Dispatcher {
  const extra = extraCertificates(env);
  const tls = extra.length === 0 ? {} : { ca: [...rootCertificates, ...extra] };
  const httpsProxy = proxySetting(env, 'HTTPS_PROXY');
  const httpProxy = proxySetting(env, 'HTTP_PROXY');
  const noProxy = proxySetting(env, 'NO_PROXY');
  if (httpsProxy === undefined && httpProxy === undefined) return new Agent({ connect: tls });
  return new EnvHttpProxyAgent({
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
    requestTls: tls,
    connect: tls,
  });
}

/** Raw handshakes by the same way: HTTPS_PROXY, NO_PROXY (names and their subdomains) and NODE_EXTRA_CA_CERTS. */
export function makeTls(env: CliIo['env']): TlsConnector {
  const proxy = proxySetting(env, 'HTTPS_PROXY');
  const direct = (proxySetting(env, 'NO_PROXY') ?? '')
    .split(',')
    .map((name) => name.trim().replace(/^\./, ''));
  const isDirect = (host: string): boolean =>
    direct.some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))));
  return makeTlsConnector({
    proxyFor: (host) => (proxy === undefined || isDirect(host) ? null : new URL(proxy)),
    extraCa: extraCertificates(env),
  });
}

function proxySetting(env: CliIo['env'], name: string): string | undefined {
  return env[name] ?? env[name.toLowerCase()];
}

function extraCertificates(env: CliIo['env']): readonly string[] {
  const file = env['NODE_EXTRA_CA_CERTS'];
  return file === undefined ? [] : [readFileSync(file, 'utf8')];
}
