import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Agent } from 'undici';
import type { Web } from '../../src/runtime/web.ts';

export interface ArtifactServer extends AsyncDisposable {
  /** Reaches this server under every name, `https://…` too: what TLS would hide is left away. */
  readonly web: Web;
  /** `GET https://host/path`, in the order in which they came. */
  readonly requests: readonly string[];
}

/** A server on this machine that stands in for all of the web. */
export async function artifactServer(
  answer: RequestListener,
  signal: AbortSignal = new AbortController().signal,
): Promise<ArtifactServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} https://${request.headers.host ?? ''}${request.url ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    web: {
      signal,
      open: () =>
        Promise.resolve(
          new Agent({
            connect: (_options, done) => {
              const socket = connect(port, '127.0.0.1');
              socket.once('connect', () => {
                done(null, socket);
              });
              socket.once('error', (error) => {
                done(error, null);
              });
            },
          }),
        ),
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
