import { headerOf, withHeaders, type FrontRequest, type FrontResponse } from './message.ts';
import { hostName } from './place.ts';

/**
 * Addresses that people click. Browsers resolve `*.localhost` to the loopback address (RFC 6761 section 6.3), so every
 * real name has a twin there: `https://d1.cloudfront.net/` is `http://d1.cloudfront.localhost:<port>/`. A request to a
 * twin is answered as one to the real name, and the names in the answer become twins.
 */
const twins = [
  ['cloudfront.net', 'cloudfront.localhost'],
  ['amazonaws.com', 'amazonaws.localhost'],
  ['companycam.com', 'companycam.localhost'],
] as const;

const realAddress =
  /https:\/\/([a-z0-9.*-]+)\.(cloudfront\.net|amazonaws\.com|companycam\.com)(?![a-z0-9.-])/gi;
const twinAddress = /http:\/\/([a-z0-9.-]+)\.(cloudfront|amazonaws|companycam)\.localhost(?::\d+)?/gi;

/** The real name of a twin; `undefined` when the host is no twin. */
function realHostOf(host: string): string | undefined {
  const name = hostName(host);
  for (const [real, twin] of twins) {
    if (name.endsWith(`.${twin}`)) return `${name.slice(0, -twin.length)}${real}`;
  }
  return undefined;
}

/** A request to a twin as the request to the real name that it stands for; `undefined` for other hosts. */
export function fromClick(request: FrontRequest): FrontRequest | undefined {
  const host = realHostOf(request.host);
  if (host === undefined) return undefined;
  const translate = (name: string): string | undefined =>
    headerOf(request, name)?.replaceAll(twinAddress, realOf);
  return {
    ...request,
    host,
    scheme: 'https',
    headers: withHeaders(request.headers, {
      origin: translate('origin'),
      referer: translate('referer'),
      // Answers have to be readable, so that names in them can be changed.
      'accept-encoding': undefined,
    }),
  };
}

/** The answer with twins for real names, in every header and in JSON bodies. */
export function toClick(response: FrontResponse, port: string): FrontResponse {
  const translate = (text: string): string => withTwins(text, port);
  const isJson = (headerOf(response, 'content-type') ?? '').includes('json');
  const body = isJson ? Buffer.from(translate(response.body.toString())) : response.body;
  return {
    ...response,
    body,
    headers: response.headers
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => [name, withoutUpgrade(name, translate(value))] as const),
  };
}

/** The twin of an address, `https://d1.cloudfront.net/` for one. */
export function clickAddress(url: string, port: number): string {
  return withTwins(url, `:${port}`);
}

function withTwins(text: string, port: string): string {
  return text.replaceAll(realAddress, (_whole, label: string, real: string) => {
    const twin = twins.find(([name]) => name === real.toLowerCase())?.[1] ?? real;
    return `http://${label}.${twin}${port}`;
  });
}

/** Twins speak plain HTTP: a page must not be told to upgrade. */
function withoutUpgrade(name: string, value: string): string {
  return name.toLowerCase() === 'content-security-policy'
    ? value.replaceAll(/\s*upgrade-insecure-requests;?/gi, '')
    : value;
}

function realOf(_whole: string, label: string, twin: string): string {
  return `https://${label}.${twins.find(([, name]) => name === `${twin.toLowerCase()}.localhost`)?.[0] ?? twin}`;
}
