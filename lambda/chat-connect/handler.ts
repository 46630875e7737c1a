import type { Connections } from '../shared-chat/connections.ts';
import { memberOf, type SocketAnswer, type SocketEvent } from '../shared-chat/socket-event.ts';
import { chatProtocol, offeredProtocols } from '../shared-chat/subprotocol.ts';
import { log } from '../shared-http/log.ts';

export interface ConnectOptions {
  readonly connections: Pick<Connections, 'keep'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Writes a new connection down; anything but 2xx refuses the handshake. The subprotocol that the client speaks is named
 * back, without which a browser hangs up (API Gateway Developer Guide, "$connect routes that require a WebSocket subprotocol").
 */
export function connect({
  connections,
  now = Date.now,
}: ConnectOptions): (event: SocketEvent) => Promise<SocketAnswer> {
  return async (event) => {
    const member = memberOf(event);
    if (member === undefined) {
      log('error', 'a connection without a session', {});
      return { statusCode: 403 };
    }
    await connections.keep(event.requestContext.connectionId, member, Math.floor(now() / 1000));
    return offeredProtocols(event).includes(chatProtocol)
      ? { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': chatProtocol } }
      : { statusCode: 200 };
  };
}
