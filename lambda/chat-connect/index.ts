import { openConnections } from '../shared-chat/connections.ts';
import type { SocketAnswer, SocketEvent } from '../shared-chat/socket-event.ts';
import { connect } from './handler.ts';

let handle: ReturnType<typeof connect> | undefined;

/** Keeps each new connection of the chat. From the environment: `TABLE_NAME`. */
export function handler(event: SocketEvent): Promise<SocketAnswer> {
  handle ??= connect({ connections: openConnections(process.env) });
  return handle(event);
}
