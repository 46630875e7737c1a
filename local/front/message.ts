/** HTTP as the front sees it: one shape for HTTP/1.1, HTTP/2 and what goes to the emulator. Bodies are whole. */

/** Header fields in the order they came; names keep their spelling, several of one name stay apart. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

export interface FrontRequest {
  readonly method: string;
  /** `https` when the viewer spoke TLS, or when the request stands for a call to a real HTTPS endpoint. */
  readonly scheme: 'http' | 'https';
  /** Host with port as the viewer named it, lower case: `127.0.0.1:4566`, `d1.cloudfront.net`. */
  readonly host: string;
  /** Path and query as sent, still encoded: `/a%20b?x=1`. */
  readonly target: string;
  readonly headers: HeaderPairs;
  readonly body: Buffer;
}

export interface FrontResponse {
  readonly status: number;
  readonly headers: HeaderPairs;
  readonly body: Buffer;
}

/** The first value of a header, whatever its case; `undefined` when it is absent. */
export function headerOf(message: { readonly headers: HeaderPairs }, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return message.headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The headers without those named (lower case), then with the given ones. */
export function withHeaders(
  headers: HeaderPairs,
  changed: Readonly<Record<string, string | undefined>>,
): HeaderPairs {
  const names = new Set(Object.keys(changed).map((name) => name.toLowerCase()));
  const added = Object.entries(changed).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return [...headers.filter(([name]) => !names.has(name.toLowerCase())), ...added];
}

/** Path without the query, still encoded. */
export function pathOf(request: Pick<FrontRequest, 'target'>): string {
  const mark = request.target.indexOf('?');
  return mark === -1 ? request.target : request.target.slice(0, mark);
}

/** The query's fields. */
export function queryOf(request: Pick<FrontRequest, 'target'>): URLSearchParams {
  const mark = request.target.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : request.target.slice(mark + 1));
}

export function jsonResponse(status: number, value: unknown, headers: HeaderPairs = []): FrontResponse {
  return {
    status,
    headers: [['content-type', 'application/json'], ...headers],
    body: Buffer.from(`${JSON.stringify(value)}\n`),
  };
}

export function textResponse(status: number, text: string, headers: HeaderPairs = []): FrontResponse {
  return {
    status,
    headers: [['content-type', 'text/plain; charset=utf-8'], ...headers],
    body: Buffer.from(text),
  };
}

export function xmlResponse(status: number, xml: string): FrontResponse {
  return { status, headers: [['content-type', 'text/xml']], body: Buffer.from(xml) };
}
