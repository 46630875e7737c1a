import type { SocketEvent } from '../shared-chat/socket-event.ts';

/** What a client sends: `{"action": "sendMessage", "text": "…", "id": "…"}`; the id is the client's own and comes back. */
export interface ChatMessage {
  readonly text: string;
  readonly id: string | null;
}

/** The message is not acceptable; its text is for the client that sent it. */
export class InvalidMessage extends Error {
  override readonly name = 'InvalidMessage';
}

/** Characters. API Gateway takes frames of 32 KB (quotas of WebSocket APIs). */
const longestText = 4000;
const longestId = 64;

/** Reads the body of a message. Throws `InvalidMessage`. */
export function readMessage({
  body,
  isBase64Encoded,
}: Pick<SocketEvent, 'body' | 'isBase64Encoded'>): ChatMessage {
  const fields = parse(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''));
  const { text, id = null } = fields;
  if (typeof text !== 'string' || text === '' || text.length > longestText)
    throw new InvalidMessage(`text must hold 1 to ${longestText} characters`);
  if (id !== null && (typeof id !== 'string' || id.length > longestId))
    throw new InvalidMessage(`id must be a text of at most ${longestId} characters`);
  return { text, id };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidMessage('the message must be a JSON object');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidMessage('the message must be a JSON object');
  return value as Readonly<Record<string, unknown>>;
}
