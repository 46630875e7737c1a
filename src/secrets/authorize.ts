import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { OAuthDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';

export interface Consent {
  readonly code: string;
  /** Of PKCE; whoever sees the code alone can do nothing with it. */
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface ConsentOptions {
  readonly oauth: OAuthDefinition;
  readonly clientId: string;
  /** Tells the person which address to open; nothing is opened by force. */
  readonly show: (address: string) => void;
  /** Milliseconds. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

/**
 * Gets a person's consent: prints the provider's address, and waits on the loopback for the browser to come back (RFC 8252,
 * section 7.3) with the state that was sent (RFC 6749, section 10.12). PKCE with S256 (RFC 7636).
 * @throws UserError OAUTH_PORT where the callback's port is taken, OAUTH_DENIED, OAUTH_TIMEOUT
 */
export async function getConsent({
  oauth,
  clientId,
  show,
  patience,
  signal,
}: ConsentOptions): Promise<Consent> {
  signal.throwIfAborted();
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = oauth.callback;
  const server = createServer();
  try {
    await listen(server, callbackPort(redirectUri));
    const arrival = waitFor(server, redirectUri, state);
    arrival.catch(() => undefined);
    show(addressOf(oauth, { clientId, state, verifier }));
    const code = await Promise.race([arrival, tooLate(patience, signal)]);
    return { code, verifier, redirectUri };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The provider's page (RFC 6749, section 4.1.1); what its address holds already stays. */
export function addressOf(
  oauth: OAuthDefinition,
  {
    clientId,
    state,
    verifier,
  }: { readonly clientId: string; readonly state: string; readonly verifier: string },
): string {
  const url = new URL(oauth.authorizeUrl);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: oauth.callback,
    ...(oauth.scope === '' ? {} : { scope: oauth.scope }),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Where a callback's address is listened at: a URL that names the port of its protocol is read as one without. */
export function callbackPort(callback: string): number {
  const { port } = new URL(callback);
  return port === '' ? 80 : Number(port);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new UserError(
          'OAUTH_PORT',
          `nothing can listen on 127.0.0.1:${port}: ${cause.code ?? cause.message}`,
          {
            next: 'end what listens there, or register another callback with the provider and write it into system.yml (oauth.callback)',
          },
        ),
      );
    });
    // never on another interface, whatever `localhost` means here
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Resolves with the code of the first answer that carries our state; strays are refused and waited past. */
function waitFor(server: Server, redirectUri: string, state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', redirectUri);
      if (request.method !== 'GET' || url.pathname !== new URL(redirectUri).pathname) {
        say(response, 404, 'There is nothing here.');
        return;
      }
      if (!isSame(url.searchParams.get('state') ?? '', state)) {
        say(response, 400, 'This is not the answer that is waited for.');
        return;
      }
      const code = url.searchParams.get('code');
      if (code === null || code === '') {
        const word = /^[a-z_]{1,40}$/.exec(url.searchParams.get('error') ?? '')?.[0] ?? 'no code';
        say(response, 200, 'The provider gave no consent. You may close this page.');
        reject(new UserError('OAUTH_DENIED', `the provider gave no consent: ${word}; nothing was changed`));
        return;
      }
      say(response, 200, 'Done. You may close this page and go back to the terminal.');
      resolve(code);
    });
  });
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function say(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    })
    .end(`${text}\n`);
}

async function tooLate(patience: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => {
      reject(
        new UserError(
          'OAUTH_TIMEOUT',
          `nobody gave consent within ${Math.round(patience / 60_000)} minutes; nothing was changed`,
          { next: 'the same command again' },
        ),
      );
    }, patience);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
