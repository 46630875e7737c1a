import type { SmokeEvidence } from './report.ts';

/** Headers of a request that explain its answer. `authorization` is told by its scheme alone. */
const requestHeadersShown = new Set([
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
  'accept-encoding',
  'content-type',
]);

const responseHeadersShown = new Set([
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'age',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'content-type',
  'etag',
  'location',
  'referrer-policy',
  'strict-transport-security',
  'vary',
  'www-authenticate',
  'x-amz-server-side-encryption',
  'x-cache',
  'x-content-type-options',
  'x-frame-options',
]);

const longest = 300;

/**
 * Takes out of a text whatever could be a credential: JSON Web Tokens, queries of presigned URLs, access key ids,
 * long opaque runs such as signatures and session tokens. What is left names no secret.
 */
export function redact(text: string): string {
  const clean = text
    .replace(/\beyJ[\w-]+(?:\.[\w-]*){0,4}/g, '•••')
    .replace(/\?\S*X-Amz-\S*/gi, '?•••')
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, '•••')
    .replace(/[A-Za-z0-9+_=-]{64,}/g, '•••');
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** An address without its query: the signature of a presigned URL stands there. */
export function withoutQuery(url: string): string {
  const parsed = new URL(url);
  return `${parsed.origin}${parsed.pathname}`;
}

/** One exchange as the report may show it. */
export function evidenceOf(exchange: {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
}): SmokeEvidence {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(exchange.requestHeaders)) {
    if (requestHeadersShown.has(name)) shown[name] = redact(value);
    if (name === 'authorization')
      shown[name] = /^(?:Bearer|Basic)\b/.exec(value)?.[0].concat(' •••') ?? '•••';
  }
  const answered: Record<string, string> = {};
  for (const [name, value] of Object.entries(exchange.responseHeaders)) {
    if (!responseHeadersShown.has(name)) continue;
    answered[name] = redact(name === 'location' ? (value.split('?')[0] ?? '') : value);
  }
  return {
    method: exchange.method,
    url: redact(withoutQuery(exchange.url)),
    requestHeaders: shown,
    status: exchange.status,
    responseHeaders: answered,
  };
}
