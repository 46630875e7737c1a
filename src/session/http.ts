import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { UserError } from '../errors/slipway-error.ts';
import { makeTlsConnector, type TlsConnector } from '../smoke/tls-connection.ts';
import type { EnvironmentVariables } from '../runtime/environment-variables.ts';

/**
 * The HTTP client of smoke checks and of the proof at the edge. It obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY in upper
 * or lower case, and trusts NODE_EXTRA_CA_CERTS (PEM) beside the usual roots.
 * @throws UserError PROXY_INVALID, CA_UNREADABLE
 */
export function makeDispatcher(env: EnvironmentVariables): Dispatcher {
  const extra = extraCertificates(env);
  const tls = extra.length === 0 ? {} : { ca: [...rootCertificates, ...extra] };
  const httpsProxy = proxyAddress(env, 'HTTPS_PROXY');
  const httpProxy = proxyAddress(env, 'HTTP_PROXY');
  const noProxy = setting(env, 'NO_PROXY');
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
export function makeTls(env: EnvironmentVariables): TlsConnector {
  const proxy = proxyAddress(env, 'HTTPS_PROXY');
  const direct = (setting(env, 'NO_PROXY') ?? '').split(',').map((name) => name.trim().replace(/^\./, ''));
  const isDirect = (host: string): boolean =>
    direct.some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))));
  return makeTlsConnector({
    proxyFor: (host) => (proxy === undefined || isDirect(host) ? null : new URL(proxy)),
    extraCa: extraCertificates(env),
  });
}

/** In upper or lower case; an empty one is none. */
function setting(env: EnvironmentVariables, name: string): string | undefined {
  return [env[name], env[name.toLowerCase()]].find((value) => value !== undefined && value !== '');
}

function proxyAddress(env: EnvironmentVariables, name: string): string | undefined {
  const address = setting(env, name);
  if (address === undefined || /^https?:$/.test(URL.parse(address)?.protocol ?? '')) return address;
  throw new UserError('PROXY_INVALID', `${name} is not the address of a proxy, such as http://proxy:3128`);
}

function extraCertificates(env: EnvironmentVariables): readonly string[] {
  const file = setting(env, 'NODE_EXTRA_CA_CERTS');
  if (file === undefined) return [];
  try {
    return [readFileSync(file, 'utf8')];
  } catch (cause) {
    throw new UserError('CA_UNREADABLE', `NODE_EXTRA_CA_CERTS names ${file}, which can't be read`, { cause });
  }
}
