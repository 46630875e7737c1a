import type { Connections } from '../shared-chat/connections.ts';
import type { Peers } from '../shared-chat/peers.ts';
import { memberOf, type SocketAnswer, type SocketEvent } from '../shared-chat/socket-event.ts';
import { log } from '../shared-http/log.ts';
import { InvalidMessage, readMessage, type ChatMessage } from './message.ts';

export interface MessageOptions {
  readonly connections: Pick<Connections, 'of' | 'forget'>;
  readonly peers: Peers;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Hands a message on to every connection of its sender's session, the sender's own among them: `{type: "message", id, text,
 * from, sentAt}`. Who sends something else is told so, `{type: "error", message}`. A connection outlives its token by up to
 * two hours, so the token's end is looked at again here. One client that cannot be reached keeps nothing from the others.
 */
export function sendMessage(options: MessageOptions): (event: SocketEvent) => Promise<SocketAnswer> {
  const { connections, peers, now = Date.now } = options;
  return async (event) => {
    const { connectionId } = event.requestContext;
    const member = memberOf(event);
    if (member === undefined || !(member.expiresAt > now() / 1000)) {
      log('info', 'a connection was ended', {
        reason: member === undefined ? 'no session' : 'its token is over',
      });
      await peers.close(connectionId);
      return { statusCode: 403 };
    }
    let message: ChatMessage;
    try {
      message = readMessage(event);
    } catch (error) {
      if (!(error instanceof InvalidMessage)) throw error;
      await peers.send(connectionId, { type: 'error', message: error.message });
      return { statusCode: 400 };
    }
    const sentAt = new Date(now()).toISOString();
    const told = { type: 'message', ...message, from: member.subject, sentAt };
    for await (const page of connections.of(member.session))
      await Promise.all(page.map((id) => tell(options, member.session, id, told)));
    return { statusCode: 200 };
  };
}

async function tell(
  { connections, peers }: MessageOptions,
  session: string,
  connectionId: string,
  message: object,
): Promise<void> {
  try {
    if ((await peers.send(connectionId, message)) === 'gone') await connections.forget(session, connectionId);
  } catch (error) {
    // The alarm counts this line.
    log('error', 'a message was not delivered', { error: error instanceof Error ? error.name : 'unknown' });
  }
}
