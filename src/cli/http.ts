import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { CliIo } from './io.ts';

/**
 * The HTTP client of smoke checks and of the proof at the edge. It obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY in upper
 * or lower case, and trusts NODE_EXTRA_CA_CERTS (PEM) beside the usual roots.
 */
export function makeDispatcher(env: CliIo['env']): Dispatcher {
  const proxy = (name: string): string | undefined => env[name] ?? env[name.toLowerCase()];
  const extra = env['NODE_EXTRA_CA_CERTS'];
  const tls = extra === undefined ? {} : { ca: [...rootCertificates, readFileSync(extra, 'utf8')] };
  const httpsProxy = proxy('HTTPS_PROXY');
  const httpProxy = proxy('HTTP_PROXY');
  const noProxy = proxy('NO_PROXY');
  if (httpsProxy === undefined && httpProxy === undefined) return new Agent({ connect: tls });
  return new EnvHttpProxyAgent({
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
    requestTls: tls,
    connect: tls,
  });
}
