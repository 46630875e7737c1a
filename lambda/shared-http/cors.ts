/**
 * Which web origins may read a response. The list comes from the function's environment and is compared whole:
 * no prefix, suffix or wildcard, so that `https://allowed.example.evil` is as unknown as any other.
 * Fetch standard, "CORS protocol": https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export interface CorsPolicy {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
}

/** The headers that a browser may send to the API. */
const requestHeaders = 'Authorization,Content-Type';

/** Seconds that a browser may keep a preflight's answer; Chromium caps it at 7200. */
const preflightSeconds = '7200';

/**
 * Reads a comma-separated list of origins, as a template joins it. Empty parts fall out.
 */
export function parseOrigins(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
}

/** The origin to name in the answer, or none: an origin that is not on the list is never repeated. */
function allowedOrigin(policy: CorsPolicy, origin: string | undefined): string | undefined {
  return policy.origins.find((allowed) => allowed === origin);
}

/**
 * Headers of every answer. `Vary: Origin` stands there for unknown and absent origins too, so that a cache
 * never serves one origin's answer to another. Without an origin (native clients) the primary one is named, as
 * the gateway's own answers do.
 */
export function corsHeaders(policy: CorsPolicy, origin: string | undefined): Record<string, string> {
  const allowed = origin === undefined ? policy.origins[0] : allowedOrigin(policy, origin);
  return allowed === undefined
    ? { Vary: 'Origin' }
    : { 'Access-Control-Allow-Origin': allowed, Vary: 'Origin' };
}

/** Headers of a preflight's answer. */
export function preflightHeaders(policy: CorsPolicy, origin: string | undefined): Record<string, string> {
  const headers = corsHeaders(policy, origin);
  return headers['Access-Control-Allow-Origin'] === undefined
    ? headers
    : {
        ...headers,
        'Access-Control-Allow-Methods': policy.methods.join(','),
        'Access-Control-Allow-Headers': requestHeaders,
        'Access-Control-Max-Age': preflightSeconds,
      };
}
