import { headerOf, type FrontResponse } from '../message.ts';

/** Seconds. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html */
export interface TimesToLive {
  readonly minimum: number;
  readonly default: number;
  readonly maximum: number;
}

/** HTTP status codes that CloudFront caches as errors: HTTPStatusCodes.html#HTTPStatusCodes-cached-errors */
const errorStatuses = new Set([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]);

/** CloudFront keeps an error for ten seconds unless the distribution says otherwise (custom-error-pages-expiration.html). */
export const defaultErrorSeconds = 10;

/**
 * How many seconds the edge keeps a response; 0 when it is not cached.
 *
 * @param errorSeconds the minimum for errors of that status, as the distribution says
 * @param now milliseconds since the epoch
 */
export function secondsFresh(
  response: FrontResponse,
  times: TimesToLive,
  errorSeconds: number,
  now: number,
): number {
  const isError = errorStatuses.has(response.status);
  if (!isError && ![200, 203, 204, 300, 301, 302, 307, 410].includes(response.status)) return 0;
  if (headerOf(response, 'set-cookie') !== undefined) return 0;
  const directives = directivesOf(headerOf(response, 'cache-control') ?? '');
  if (isError) {
    const asked = Number(directives.get('s-maxage') ?? directives.get('max-age') ?? 0);
    return Math.max(errorSeconds, asked);
  }
  if (['no-store', 'no-cache', 'private'].some((name) => directives.has(name))) return times.minimum;
  const asked = directives.get('s-maxage') ?? directives.get('max-age');
  if (asked !== undefined) return clamp(Number(asked), times);
  const expires = Date.parse(headerOf(response, 'expires') ?? '');
  if (!Number.isNaN(expires)) return clamp((expires - now) / 1000, times);
  return Math.max(times.default, times.minimum);
}

function clamp(seconds: number, { minimum, maximum }: TimesToLive): number {
  return Math.max(0, Math.min(Math.max(Number.isNaN(seconds) ? 0 : seconds, minimum), maximum));
}

/** RFC 9111 section 5.2: names in any case, values with or without quotes. */
function directivesOf(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(',').flatMap((part) => {
      const [name = '', value = ''] = part.trim().split('=');
      return name === '' ? [] : [[name.toLowerCase(), value.replaceAll('"', '')] as const];
    }),
  );
}
