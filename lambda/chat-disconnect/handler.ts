import type { Connections } from '../shared-chat/connections.ts';
import { memberOf, type SocketAnswer, type SocketEvent } from '../shared-chat/socket-event.ts';

/**
 * Forgets a connection that has ended. API Gateway tries to call this and promises nothing; what stays behind goes when a
 * message does not reach it, or expires.
 */
export function disconnect(
  connections: Pick<Connections, 'forget' | 'sessionOf'>,
): (event: SocketEvent) => Promise<SocketAnswer> {
  return async (event) => {
    const { connectionId } = event.requestContext;
    const session = memberOf(event)?.session ?? (await connections.sessionOf(connectionId));
    if (session !== undefined) await connections.forget(session, connectionId);
    return { statusCode: 200 };
  };
}
