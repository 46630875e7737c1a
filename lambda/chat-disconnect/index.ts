import { openConnections } from '../shared-chat/connections.ts';
import type { SocketAnswer, SocketEvent } from '../shared-chat/socket-event.ts';
import { disconnect } from './handler.ts';

let handle: ReturnType<typeof disconnect> | undefined;

/** Forgets connections of the chat that have ended. From the environment: `TABLE_NAME`. */
export function handler(event: SocketEvent): Promise<SocketAnswer> {
  handle ??= disconnect(openConnections(process.env));
  return handle(event);
}
