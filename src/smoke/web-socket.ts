import type { Dispatcher, WebSocket } from 'undici';

export interface Handshake {
  /** `wss://…` */
  readonly url: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Subprotocols that are offered. */
  readonly protocols?: readonly string[];
}

/** An open WebSocket. Whoever opened it closes it. */
export interface OpenSocket {
  /** The subprotocol that the server chose; empty for none. */
  readonly protocol: string;
  send(text: string): void;
  /** The first message for which `isWanted` holds, those included that came before the call; null if none comes in time. */
  next(isWanted: (message: string) => boolean, milliseconds: number): Promise<string | null>;
  close(): void;
}

export type HandshakeAnswer =
  | { readonly kind: 'open'; readonly socket: OpenSocket }
  /** `status` is null where no HTTP answer came, or one that is no WebSocket's. */
  | { readonly kind: 'refused'; readonly status: number | null; readonly reason: string };

/** Opens WebSockets, through the same proxy and with the same authorities as all requests. */
export type SocketOpener = (handshake: Handshake, signal: AbortSignal) => Promise<HandshakeAnswer>;

/** One handshake may take this long, in milliseconds. */
const patience = 15_000;

/** An opener over a dispatcher. The WebSocket of a browser keeps an answer's status to itself, so the request below it is watched. */
export function makeSocketOpener(http: Dispatcher): SocketOpener {
  return async ({ url, headers = {}, protocols = [] }, signal) => {
    const { WebSocket: Socket } = await import('undici');
    signal.throwIfAborted();
    let status: number | null = null;
    const dispatcher = watching(http, (seen) => {
      status = seen;
    });
    const socket = new Socket(url, { dispatcher, headers: { ...headers }, protocols: [...protocols] });
    const inbox = inboxOf(socket);
    return new Promise<HandshakeAnswer>((resolve) => {
      const refuse = (reason: string): void => {
        clearTimeout(timer);
        socket.close();
        resolve({ kind: 'refused', status, reason });
      };
      const interrupt = (): void => {
        refuse('interrupted');
      };
      const timer = setTimeout(() => {
        refuse(`nothing within ${patience / 1000} s`);
      }, patience);
      signal.addEventListener('abort', interrupt, { once: true });
      socket.addEventListener('close', () => {
        signal.removeEventListener('abort', interrupt);
      });
      socket.addEventListener('error', (event) => {
        refuse(event.message);
      });
      socket.addEventListener('open', () => {
        clearTimeout(timer);
        resolve({
          kind: 'open',
          socket: {
            protocol: socket.protocol,
            send: (text) => {
              socket.send(text);
            },
            next: inbox,
            close: () => {
              socket.close();
            },
          },
        });
      });
    });
  };
}

/** Keeps what comes, so that nobody has to listen beforehand. */
function inboxOf(socket: WebSocket): OpenSocket['next'] {
  const messages: string[] = [];
  let tell: (() => void) | undefined;
  socket.addEventListener('message', ({ data }) => {
    messages.push(String(data));
    tell?.();
  });
  return (isWanted, milliseconds) =>
    new Promise((resolve) => {
      const end = (message: string | null): void => {
        clearTimeout(timer);
        tell = undefined;
        resolve(message);
      };
      const timer = setTimeout(() => {
        end(null);
      }, milliseconds);
      tell = () => {
        const at = messages.findIndex(isWanted);
        if (at !== -1) end(messages.splice(at, 1)[0] ?? null);
      };
      tell();
    });
}

function watching(http: Dispatcher, tell: (status: number) => void): Dispatcher {
  return http.compose(
    (dispatch) => (options, handler) =>
      dispatch(options, {
        onRequestStart: (controller, context: unknown) => handler.onRequestStart?.(controller, context),
        onRequestUpgrade: (controller, status, headers, socket) => {
          tell(status);
          handler.onRequestUpgrade?.(controller, status, headers, socket);
        },
        onResponseStart: (controller, status, headers, text) => {
          tell(status);
          handler.onResponseStart?.(controller, status, headers, text);
        },
        onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
        onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
        onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
      }),
  );
}
