import { headerOf, type SocketEvent } from '../shared-chat/socket-event.ts';
import { offeredProtocols } from '../shared-chat/subprotocol.ts';

export interface Handshake extends Pick<SocketEvent, 'headers'> {
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
}

const prefix = 'bearer.';

/**
 * The credential of a handshake, as an `Authorization` header would say it. A browser can set no header on a WebSocket, so
 * the token may also stand beside the subprotocol (`spec-wizard.chat, bearer.<token>`) or, as a last resort, in the query
 * (`?token=`). Undefined where there is none, and where there are two: which one a proxy has looked at is not known.
 */
export function presentedToken(handshake: Handshake): string | undefined {
  const header = headerOf(handshake, 'Authorization');
  const query = handshake.queryStringParameters?.['token'];
  const found = [
    ...(header === undefined ? [] : [header]),
    ...(query === undefined ? [] : [`Bearer ${query}`]),
    ...offeredProtocols(handshake)
      .filter((name) => name.startsWith(prefix))
      .map((name) => `Bearer ${name.slice(prefix.length)}`),
  ];
  return found.length === 1 ? found[0] : undefined;
}
