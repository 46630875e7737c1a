import { connect } from 'node:tls';

/** What the function answers. `endpoint` is the host that was tried; no answer of the cache but its kind is told. */
export type Connectivity =
  | {
      readonly reachable: true;
      readonly endpoint: string;
      readonly protocol: string;
      readonly milliseconds: number;
    }
  | {
      readonly reachable: false;
      readonly endpoint: string;
      readonly reason: string;
      readonly milliseconds: number;
    };

export interface CacheAddress {
  readonly host: string;
  readonly port: number;
  /** Milliseconds that connecting and answering may take together. */
  readonly patience: number;
  /** PEM of further authorities to trust; those of Node.js where left out. */
  readonly authorities?: string;
}

/**
 * Opens a TLS connection whose certificate must be good for the host, and sends `PING` as an inline command, which Redis
 * answers with `+PONG` (https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands). A node of a
 * cluster answers it, too. Never throws: what went wrong is the `reason`.
 */
export function tryCache({ host, port, patience, authorities }: CacheAddress): Promise<Connectivity> {
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      servername: host,
      ...(authorities === undefined ? {} : { ca: authorities }),
    });
    const end = (answer: Connectivity): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const fail = (reason: string): void => {
      end({ reachable: false, endpoint: host, reason, milliseconds: took() });
    };
    const timer = setTimeout(() => {
      fail(`no answer within ${patience} ms`);
    }, patience);
    let answer = '';
    socket.on('secureConnect', () => socket.write('PING\r\n'));
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (!answer.includes('\r\n')) return;
      if (answer === '+PONG\r\n') {
        end({
          reachable: true,
          endpoint: host,
          protocol: socket.getProtocol() ?? 'unknown',
          milliseconds: took(),
        });
      } else {
        // An error of Redis begins with a code: NOAUTH, LOADING.
        fail(`the answer to PING is ${/^-[A-Z]+/.exec(answer)?.[0] ?? 'not PONG'}`);
      }
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      fail(error.code ?? error.name);
    });
    socket.on('close', () => {
      fail('closed without an answer');
    });
  });
}
