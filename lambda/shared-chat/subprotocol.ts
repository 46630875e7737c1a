import { headerOf, type SocketEvent } from './socket-event.ts';

/** What the chat speaks. A browser names it beside the token, and wants one of the names back (RFC 6455, 4.1 and 4.2.2). */
export const chatProtocol = 'spec-wizard.chat';

/** The names in `Sec-WebSocket-Protocol`, in the client's order. */
export function offeredProtocols(event: Pick<SocketEvent, 'headers'>): readonly string[] {
  return (headerOf(event, 'Sec-WebSocket-Protocol') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
