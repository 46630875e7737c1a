import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import type { ConnectRequest } from '../../../lambda/chat-authorizer/handler.ts';
import { connect } from '../../../lambda/chat-connect/handler.ts';
import { disconnect } from '../../../lambda/chat-disconnect/handler.ts';
import { sendMessage } from '../../../lambda/chat-message/handler.ts';
import { connectionsIn } from '../../../lambda/shared-chat/connections.ts';
import type { SocketEvent } from '../../../lambda/shared-chat/socket-event.ts';
import { peersBy } from '../../../lambda/shared-chat/peers.ts';
import { FakeManagementApi } from './fake-management-api.ts';
import { FakeTable } from './fake-table.ts';
import { acceptKey, closeFrame, readFrames, textFrame } from './frames.ts';

/** What is wrong with a chat; each is a mistake that people make. */
export type ChatMistake =
  | 'dead'
  | 'no-authorizer'
  | 'header-only'
  | 'refuses-with-500'
  | 'no-subprotocol'
  | 'silent'
  | 'echoes-to-sender-only';

export interface FakeSocket {
  /** `ws://127.0.0.1:<port>/dev` */
  readonly url: string;
  break(mistake?: ChatMistake): void;
  /** Connections that are open. */
  readonly open: number;
  stop(): Promise<void>;
}

/** A WebSocket API in front of the repository's own functions; see README.md. */
export async function startFakeSocket(
  authorize: (request: ConnectRequest) => Promise<APIGatewayAuthorizerResult>,
): Promise<FakeSocket> {
  let mistake: ChatMistake | undefined;
  const sockets = new Map<string, Duplex>();
  const table = new FakeTable('sessions');
  const management = new FakeManagementApi();
  const connections = connectionsIn({ table, tableName: 'sessions' });
  const peers = peersBy({
    deleteConnection: (input) => management.deleteConnection(input),
    postToConnection: async (input) => {
      const answer = await management.postToConnection(input);
      if (mistake === 'echoes-to-sender-only' && input.ConnectionId !== sender) return answer;
      if (mistake !== 'silent') sockets.get(input.ConnectionId)?.write(textFrame(input.Data));
      return answer;
    },
  });
  const routes = {
    connect: connect({ connections }),
    disconnect: disconnect(connections),
    message: sendMessage({ connections, peers }),
  };
  let sender = '';

  async function shakeHands(request: IncomingMessage, socket: Duplex): Promise<void> {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const address = new URL(request.url ?? '/', 'http://localhost');
    const query = Object.fromEntries(address.searchParams);
    const handshake = {
      methodArn: 'arn:aws:execute-api:us-east-1:111111111111:a1b2c3d4e5/dev/$connect',
      headers: mistake === 'header-only' ? { authorization: headers['authorization'] ?? '' } : headers,
      queryStringParameters: mistake === 'header-only' ? null : query,
    };
    const { policyDocument, context } = mistake === 'no-authorizer' ? letIn() : await authorize(handshake);
    const isAllowed = policyDocument.Statement.every(({ Effect }) => Effect === 'Allow');
    if (!isAllowed || mistake === 'dead') {
      const status = mistake === 'refuses-with-500' ? 500 : 403;
      socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    const connectionId = randomUUID();
    const event = (more: Partial<SocketEvent>): SocketEvent => ({
      requestContext: {
        connectionId,
        // API Gateway hands a context's values on as texts.
        authorizer: Object.fromEntries(
          Object.entries(context ?? {}).map(([name, value]) => [name, String(value)]),
        ),
      },
      isBase64Encoded: false,
      ...more,
    });
    const answer = await routes.connect(event({ headers }));
    const named = mistake === 'no-subprotocol' ? undefined : answer.headers?.['Sec-WebSocket-Protocol'];
    socket.write(
      [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${acceptKey(headers['sec-websocket-key'] ?? '')}`,
        ...(named === undefined ? [] : [`Sec-WebSocket-Protocol: ${named}`]),
        '\r\n',
      ].join('\r\n'),
    );
    sockets.set(connectionId, socket);
    management.open.set(connectionId, []);
    const end = (): void => {
      if (!sockets.delete(connectionId)) return;
      management.open.delete(connectionId);
      void routes.disconnect(event({ headers }));
    };
    let buffer = Buffer.alloc(0);
    socket.on('close', end);
    socket.on('data', (bytes: Buffer) => {
      const { frames, rest } = readFrames(Buffer.concat([buffer, bytes]));
      buffer = Buffer.from(rest);
      for (const { kind, text } of frames) {
        if (kind === 'close') socket.end(closeFrame);
        if (kind !== 'text' || !text.includes('"action":"sendMessage"')) continue;
        sender = connectionId;
        void routes.message(event({ body: text }));
      }
    });
  }

  const server = createServer();
  server.on('upgrade', (request, socket) => {
    socket.on('error', () => socket.destroy());
    void shakeHands(request, socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/dev`,
    break: (named) => {
      mistake = named;
    },
    get open() {
      return sockets.size;
    },
    stop: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function letIn(): APIGatewayAuthorizerResult {
  return {
    principalId: 'anybody',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: '*' }],
    },
    context: { subject: 'anybody', session: 'one', expiresAt: 9_999_999_999 },
  };
}
