import type { Dispatcher } from 'undici';

/** As much of a response as the proof looks at. */
export interface EdgeResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** With the content encoding undone. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** One GET, redirects not followed. Rejects when no answer came. */
export type EdgeFetch = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<EdgeResponse>;

/** Fetches as a browser would, through the dispatcher it is handed (a proxy, other certificates) or straight. */
export function edgeFetch(dispatcher?: Dispatcher): EdgeFetch {
  return async (url, { headers, signal }) => {
    const { fetch } = await import('undici');
    return fetch(url, {
      headers,
      signal,
      redirect: 'manual',
      ...(dispatcher ? { dispatcher } : {}),
    });
  };
}
