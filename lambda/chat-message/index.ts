import { openConnections } from '../shared-chat/connections.ts';
import { openPeers } from '../shared-chat/peers.ts';
import type { SocketAnswer, SocketEvent } from '../shared-chat/socket-event.ts';
import { required } from '../shared-token/settings.ts';
import { sendMessage } from './handler.ts';

let handle: ReturnType<typeof sendMessage> | undefined;

/** Hands messages of the chat on. From the environment: `TABLE_NAME`, `CONNECTIONS_URL`. */
export function handler(event: SocketEvent): Promise<SocketAnswer> {
  handle ??= sendMessage({
    connections: openConnections(process.env),
    peers: openPeers(required(process.env, 'CONNECTIONS_URL')),
  });
  return handle(event);
}
