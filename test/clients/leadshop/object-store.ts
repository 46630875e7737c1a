import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request did not get an answer to, or another one than S3's usual. */
export type Trouble = { readonly status: number; readonly code: string } | 'no answer' | 'hang up';

/**
 * Stands in for S3 as far as the client goes, over HTTP: PutObject and GetObject in path style (API_PutObject, API_GetObject),
 * `NoSuchKey` for a missing object, and errors in S3's XML (API reference, "Error responses"). Signatures are not looked at.
 */
export interface ObjectStore {
  readonly endpoint: string;
  /** Key → what was stored, the newest last; every version is kept. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** Headers of the newest upload of a key. */
  readonly headers: ReadonlyMap<string, IncomingMessage['headers']>;
  /** The most requests that were under way at once. */
  readonly peak: number;
  readonly requests: number;
  /** Asked before each request is answered; `null` lets it through. */
  trouble: (request: {
    readonly method: string;
    readonly key: string;
    readonly number: number;
  }) => Trouble | null;
  /** The first requests get no answer before so many are under way at once; 1 unless set. */
  gather: number;
  /** Resolves once a request was left without an answer. */
  readonly stuck: Promise<void>;
  stop(): Promise<void>;
}

export async function startObjectStore(): Promise<ObjectStore> {
  const versions = new Map<string, string[]>();
  const headers = new Map<string, IncomingMessage['headers']>();
  const state = { peak: 0, open: 0, requests: 0 };
  const stuck = Promise.withResolvers<undefined>();
  const gathered = Promise.withResolvers<undefined>();
  const store = { trouble: (() => null) as ObjectStore['trouble'], gather: 1 };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    state.open += 1;
    state.requests += 1;
    state.peak = Math.max(state.peak, state.open);
    response.on('close', () => (state.open -= 1));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (state.open >= store.gather) gathered.resolve(undefined);
    await gathered.promise;
    const key = decodeURIComponent(
      new URL(request.url ?? '/', 'http://s3').pathname.split('/').slice(2).join('/'),
    );
    const method = request.method ?? '';
    const trouble = store.trouble({ method, key, number: state.requests });
    if (trouble === 'no answer') {
      stuck.resolve(undefined);
      return;
    }
    if (trouble === 'hang up') {
      request.socket.destroy();
      return;
    }
    if (trouble !== null) {
      refuse(response, trouble.status, trouble.code);
      return;
    }
    if (method === 'PUT') {
      versions.set(key, [...(versions.get(key) ?? []), Buffer.concat(chunks).toString('utf8')]);
      headers.set(key, request.headers);
      response.writeHead(200, { etag: '"1"' }).end();
      return;
    }
    const found = versions.get(key)?.at(-1);
    if (found === undefined) refuse(response, 404, 'NoSuchKey');
    else response.writeHead(200, { 'content-length': Buffer.byteLength(found) }).end(found);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.defineProperties(store, {
    endpoint: { value: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    versions: { value: versions },
    headers: { value: headers },
    stuck: { value: stuck.promise },
    peak: { get: () => state.peak },
    requests: { get: () => state.requests },
    stop: {
      value: () =>
        new Promise<void>((resolve) => {
          server.closeAllConnections();
          server.close(() => {
            resolve();
          });
        }),
    },
  }) as unknown as ObjectStore;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
