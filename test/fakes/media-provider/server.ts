import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bytesOf, type MediumDescription } from './library.ts';
import { Mistakes, type Mistake } from './mistakes.ts';

export interface MediaProviderOptions {
  readonly items: readonly MediumDescription[];
  /** Seconds that an access token is good for. */
  readonly expiresIn?: number;
  /** Whether a refresh gives a new refresh token and ends the old one. */
  readonly rotates?: boolean;
  /** Requests for bytes that an address is good for. */
  readonly addressUses?: number;
  /** Whether ranges are known. */
  readonly ranges?: boolean;
  readonly port?: number;
}

export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly range: string | null;
}

export interface MediaProvider extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** What a client of this account has at first; as the secret holds it. */
  readonly credentials: {
    readonly client_id: string;
    readonly client_secret: string;
    readonly refresh_token: string;
  };
  readonly mistakes: Mistakes;
  /** Every secret text that was given to a client, and those that it began with. */
  readonly secrets: readonly string[];
  /** An access token that is good, without asking for it. */
  grant(): string;
  /** Ends all access tokens. */
  revokeAll(): void;
  /** Other bytes, and another validator, for a medium. */
  change(id: string, size: number): void;
  close(): Promise<void>;
}

/** Starts a stand-in of a provider's cloud on the loopback. See README.md. */
export async function startMediaProvider(options: MediaProviderOptions): Promise<MediaProvider> {
  const account = new Account(options);
  const server = createServer((request, response) => {
    void account.answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  account.url = url;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return {
    url,
    requests: account.requests,
    credentials: account.credentials,
    mistakes: account.mistakes,
    secrets: account.secrets,
    grant: () => account.grant(),
    revokeAll: () => {
      account.tokens.clear();
    },
    change: (id, size) => {
      account.change(id, size);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

const secret = (kind: string): string => `${kind}-${randomBytes(24).toString('hex')}`;

class Account {
  url = '';
  readonly requests: SeenRequest[] = [];
  readonly mistakes = new Mistakes();
  readonly tokens = new Set<string>();
  readonly secrets: string[] = [];
  readonly credentials = {
    client_id: 'archive',
    client_secret: this.#remembered('client-secret'),
    refresh_token: this.#remembered('refresh'),
  };
  readonly #options: MediaProviderOptions;
  readonly #media: Map<string, MediumDescription & { readonly version: number }>;
  readonly #addresses = new Map<string, { readonly id: string; uses: number }>();
  #refreshToken = this.credentials.refresh_token;

  constructor(options: MediaProviderOptions) {
    this.#options = options;
    this.#media = new Map(options.items.map((each) => [each.id, { ...each, version: 1 }]));
  }

  #remembered(kind: string): string {
    const made = secret(kind);
    this.secrets.push(made);
    return made;
  }

  grant(): string {
    const token = this.#remembered('access');
    this.tokens.add(token);
    return token;
  }

  change(id: string, size: number): void {
    const known = this.#media.get(id);
    if (known) this.#media.set(id, { ...known, size, version: known.version + 1 });
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://provider');
    const body = await textOf(request);
    this.requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      range: request.headers.range ?? null,
    });
    const [, media, id, last] = url.pathname.split('/');
    if (url.pathname === '/v1/oauth2/token') this.#token(body, response);
    else if (url.pathname === '/media/search') this.#list(url, request, response);
    else if (media === 'media' && last === 'download') this.#locate(id ?? '', request, response);
    else if (media === 'bytes') await this.#bytes(id ?? '', request, response);
    else json(response, 404, {});
  }

  /** RFC 6749 sections 5 and 6. */
  #token(body: string, response: ServerResponse): void {
    if (failed(this.mistakes.take('token', null), response)) return;
    const form = new URLSearchParams(body);
    const { client_id: id, client_secret: clientSecret } = this.credentials;
    if (form.get('client_id') !== id || form.get('client_secret') !== clientSecret) {
      json(response, 401, { error: 'invalid_client' });
    } else if (
      form.get('grant_type') !== 'refresh_token' ||
      form.get('refresh_token') !== this.#refreshToken
    ) {
      json(response, 400, { error: 'invalid_grant' });
    } else {
      if (this.#options.rotates === true) this.#refreshToken = this.#remembered('refresh');
      json(response, 200, {
        access_token: this.grant(),
        token_type: 'bearer',
        expires_in: this.#options.expiresIn ?? 7200,
        ...(this.#options.rotates === true ? { refresh_token: this.#refreshToken } : {}),
      });
    }
  }

  #list(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const mistake = this.mistakes.take('list', null);
    if (failed(mistake, response) || !this.#isLetIn(request, response)) return;
    const size = Number(url.searchParams.get('per_page'));
    const asked = Number(url.searchParams.get('page'));
    const page = mistake?.kind === 'same-page' ? asked - 1 : asked;
    const all = [...this.#media.values()];
    json(response, 200, {
      _embedded: {
        errors: [],
        media: all.slice((page - 1) * size, page * size).map((each) => ({
          id: each.id,
          type: 'Video',
          filename: each.filename ?? `${each.id}.MP4`,
          file_size: each.listedSize === undefined ? each.size : each.listedSize,
          captured_at: each.capturedAt === undefined ? '2026-11-01T10:00:00Z' : each.capturedAt,
        })),
      },
      _pages: {
        current_page: asked,
        per_page: size,
        total_items: all.length,
        total_pages: Math.ceil(all.length / size),
      },
    });
  }

  #locate(id: string, request: IncomingMessage, response: ServerResponse): void {
    if (failed(this.mistakes.take('locate', id), response) || !this.#isLetIn(request, response)) return;
    if (!this.#media.has(id)) {
      json(response, 404, { error: 'not found' });
      return;
    }
    const key = this.#remembered('address');
    this.#addresses.set(key, { id, uses: this.#options.addressUses ?? Number.POSITIVE_INFINITY });
    const url = `${this.url}/bytes/${id}?signature=${key}`;
    json(response, 200, {
      filename: `${id}.MP4`,
      _embedded: {
        files: [{ url, item_number: 1, available: true }],
        variations: [
          { url: `${this.url}/bytes/small`, label: '720p', available: true },
          { url, label: 'source', available: true },
        ],
      },
    });
  }

  /** RFC 9110 sections 13.1.5 and 14: one range from an offset on, If-Range with a strong validator. */
  async #bytes(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const mistake = this.mistakes.take('bytes', id);
    if (mistake?.kind !== 'torn' && failed(mistake, response)) return;
    const key = new URL(request.url ?? '/', 'http://provider').searchParams.get('signature') ?? '';
    const address = this.#addresses.get(key);
    const medium = this.#media.get(id);
    if (address?.id !== id || address.uses <= 0 || medium === undefined) {
      json(response, 403, { error: 'expired' });
      return;
    }
    address.uses -= 1;
    const etag = `"${id}-${medium.version}"`;
    const condition = request.headers['if-range'];
    const isSame = condition === undefined || condition === etag;
    const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const start = from !== undefined && isSame && this.#options.ranges !== false ? Number(from) : 0;
    if (start >= medium.size && medium.size > 0) {
      response.writeHead(416, { 'content-range': `bytes */${medium.size}` }).end();
      return;
    }
    const isPart = start > 0;
    response.writeHead(isPart ? 206 : 200, {
      etag,
      'content-length': String(medium.size - start),
      ...(isPart ? { 'content-range': `bytes ${start}-${medium.size - 1}/${medium.size}` } : {}),
    });
    const end = mistake?.kind === 'torn' ? Math.min(medium.size, start + mistake.after) : medium.size;
    await stream(`${id}${medium.version > 1 ? medium.version : ''}`, start, end, response);
    if (end < medium.size) response.destroy();
    else response.end();
  }

  #isLetIn(request: IncomingMessage, response: ServerResponse): boolean {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (this.tokens.has(token)) return true;
    json(response, 401, { error: 'invalid_token' });
    return false;
  }
}

const chunk = 64 * 1024;

/** Writes a range of a medium, no faster than it is read. */
async function stream(id: string, start: number, end: number, response: ServerResponse): Promise<void> {
  for (let at = start; at < end && !response.destroyed; at += chunk) {
    const isTaken = response.write(bytesOf(id, at, Math.min(end, at + chunk)));
    if (!isTaken) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          response.off('drain', go).off('close', go);
          resolve();
        };
        response.once('drain', go).once('close', go);
      });
    }
  }
  // What was written has left, before a connection is torn.
  await new Promise<void>((resolve) => setTimeout(resolve, end === start ? 0 : 5));
}

function failed(mistake: Mistake | null, response: ServerResponse): boolean {
  if (mistake === null || mistake.kind === 'same-page') return false;
  if (mistake.kind === 'status') {
    response.writeHead(mistake.status, { 'content-type': 'application/json', ...mistake.headers }).end('{}');
  } else if (mistake.kind === 'no-json') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>we are busy</html>');
  } else {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"_embe'.slice(0, mistake.after), () => response.destroy());
  }
  return true;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const each of request) chunks.push(each as Buffer);
  return Buffer.concat(chunks).toString();
}
