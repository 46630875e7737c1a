import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { connect } from '../../../lambda/chat-connect/handler.ts';
import { disconnect } from '../../../lambda/chat-disconnect/handler.ts';
import { sendMessage } from '../../../lambda/chat-message/handler.ts';
import { connectionsIn } from '../../../lambda/shared-chat/connections.ts';
import { peersBy } from '../../../lambda/shared-chat/peers.ts';
import { FakeManagementApi } from '../../fakes/chat-socket/fake-management-api.ts';
import { FakeTable } from '../../fakes/chat-socket/fake-table.ts';
import { socketEvent } from './socket-events.ts';

const now = Date.parse('2026-11-21T13:46:24Z');
const seconds = now / 1000;
let table: FakeTable;
let gateway: FakeManagementApi;
let chat: ReturnType<typeof functions>;
let logged: jest.SpiedFunction<typeof console.error>;

function functions(clock: () => number = () => now) {
  const connections = connectionsIn({
    table,
    tableName: 'spec-wizard-sessions-dev',
  });
  const peers = peersBy(gateway);
  return {
    connect: connect({ connections, now: clock }),
    disconnect: disconnect(connections),
    sendMessage: sendMessage({ connections, peers, now: clock }),
  };
}

const member = (session: string, subject = 'alice', expiresAt = seconds + 600) => ({
  subject,
  session,
  // API Gateway hands a context's numbers on as texts.
  expiresAt: String(expiresAt),
});

async function joins(connectionId: string, session: string, subject = 'alice'): Promise<void> {
  const answer = await chat.connect(
    socketEvent('$connect', connectionId, { authorizer: member(session, subject) }),
  );
  expect(answer.statusCode).toBe(200);
  gateway.open.set(connectionId, []);
}

const say = (connectionId: string, session: string, body: unknown, expiresAt?: number) =>
  chat.sendMessage(
    socketEvent('sendMessage', connectionId, {
      authorizer: member(session, 'alice', expiresAt),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  logged.mockClear();
  table = new FakeTable('spec-wizard-sessions-dev');
  gateway = new FakeManagementApi();
  chat = functions();
});

describe('$connect', () => {
  test('keeps the connection in the partition of its session, until an hour after API Gateway has ended it', async () => {
    await joins('L0SM9cOFvHcCIhw=', 'wizard-1');
    expect(table.items).toEqual([
      {
        PK: 'SESSION#wizard-1',
        SK: 'CONNECTION#L0SM9cOFvHcCIhw=',
        GSI1PK: 'CONNECTION#L0SM9cOFvHcCIhw=',
        GSI1SK: 'SESSION#wizard-1',
        connectionId: 'L0SM9cOFvHcCIhw=',
        subject: 'alice',
        connectedAt: '2026-11-21T13:46:24.000Z',
        expiresAt: seconds + 3 * 3600,
      },
    ]);
  });

  test('without an authorizer before it lets nobody in', async () => {
    expect(await chat.connect(socketEvent('$connect', 'a'))).toEqual({ statusCode: 403 });
    expect(await chat.connect(socketEvent('$connect', 'a', { authorizer: {} }))).toEqual({ statusCode: 403 });
    expect(table.items).toEqual([]);
  });

  test.each([
    [
      'spec-wizard.chat, bearer.x.y.z',
      { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'spec-wizard.chat' } },
    ],
    ['bearer.x.y.z', { statusCode: 200 }],
    ['other', { statusCode: 200 }],
  ])('names the subprotocol back that the client speaks, never the token: %s', async (offered, answer) => {
    const event = socketEvent('$connect', 'a', {
      authorizer: member('wizard-1'),
      headers: { 'sec-websocket-protocol': offered },
    });
    expect(await chat.connect(event)).toEqual(answer);
  });

  test('refuses the handshake when the table is out of reach', async () => {
    const broken = connect({ connections: { keep: () => Promise.reject(new Error('ThrottlingException')) } });
    await expect(broken(socketEvent('$connect', 'a', { authorizer: member('s') }))).rejects.toThrow(
      'Throttling',
    );
  });
});

describe('$disconnect', () => {
  test('forgets that connection and no other', async () => {
    await joins('a', 'wizard-1');
    await joins('b', 'wizard-1');
    await chat.disconnect(socketEvent('$disconnect', 'a', { authorizer: member('wizard-1') }));
    expect(table.items.map(({ connectionId }) => connectionId)).toEqual(['b']);
  });

  test('finds the session by the index where the event does not tell it', async () => {
    await joins('a', 'wizard-1');
    expect(await chat.disconnect(socketEvent('$disconnect', 'a'))).toEqual({ statusCode: 200 });
    expect(table.items).toEqual([]);
  });

  test('of a connection that nobody knows is no error', async () => {
    expect(await chat.disconnect(socketEvent('$disconnect', 'never'))).toEqual({ statusCode: 200 });
  });
});

describe('sendMessage', () => {
  test('reaches every connection of the session, the own one among them, and no other session', async () => {
    await joins('a', 'wizard-1');
    await joins('b', 'wizard-1', 'bob');
    await joins('c', 'wizard-2', 'eve');
    const answer = await say('a', 'wizard-1', { action: 'sendMessage', text: 'Grüße', id: '1' });
    const message = {
      type: 'message',
      text: 'Grüße',
      id: '1',
      from: 'alice',
      sentAt: '2026-11-21T13:46:24.000Z',
    };
    expect(answer).toEqual({ statusCode: 200 });
    expect(Object.fromEntries(gateway.open)).toEqual({ a: [message], b: [message], c: [] });
  });

  test('reaches all of a session that takes several pages', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `connection-${String(index).padStart(3, '0')}`);
    for (const id of ids) await joins(id, 'wizard-1');
    await say('connection-000', 'wizard-1', { text: 'all' });
    expect([...gateway.open.values()].map((got) => got.length)).toEqual(ids.map(() => 1));
  });

  test('forgets connections that are gone', async () => {
    await joins('a', 'wizard-1');
    await joins('b', 'wizard-1');
    gateway.open.delete('b');
    await say('a', 'wizard-1', { text: 'still there?' });
    expect(gateway.open.get('a')).toHaveLength(1);
    expect(table.items.map(({ connectionId }) => connectionId)).toEqual(['a']);
  });

  test('that does not reach one client reaches the others, and leaves a line that the alarm counts', async () => {
    await joins('a', 'wizard-1');
    await joins('b', 'wizard-1');
    gateway.broken.add('a');
    expect(await say('b', 'wizard-1', { text: 'hello' })).toEqual({ statusCode: 200 });
    expect(gateway.open.get('b')).toHaveLength(1);
    expect(table.items).toHaveLength(2);
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ message: 'a message was not delivered' }));
    expect(JSON.stringify(logged.mock.calls)).not.toContain('hello');
  });

  test.each([
    ['no JSON', '{', 'JSON object'],
    ['a list', '[]', 'JSON object'],
    ['no text', '{"action":"sendMessage"}', 'text must hold'],
    ['an empty text', '{"text":""}', 'text must hold'],
    ['a text that is too long', JSON.stringify({ text: 'x'.repeat(4001) }), 'text must hold'],
    ['an id that is none', '{"text":"x","id":7}', 'id must be'],
  ])('with %s is told to its sender alone', async (_name, body, wanted) => {
    await joins('a', 'wizard-1');
    await joins('b', 'wizard-1');
    expect(await say('a', 'wizard-1', body)).toEqual({ statusCode: 400 });
    expect(gateway.open.get('a')).toEqual([{ type: 'error', message: expect.stringContaining(wanted) }]);
    expect(gateway.open.get('b')).toEqual([]);
  });

  test('reads a body in base64', async () => {
    await joins('a', 'wizard-1');
    const body = Buffer.from('{"text":"ok"}').toString('base64');
    await chat.sendMessage(
      socketEvent('sendMessage', 'a', { authorizer: member('wizard-1'), body, isBase64Encoded: true }),
    );
    expect(gateway.open.get('a')).toEqual([expect.objectContaining({ text: 'ok' })]);
  });

  test.each([
    ['whose token is over', seconds - 1],
    ['whose token ends this moment', seconds],
    ['whose token never said when', Number.NaN],
  ])('over a connection %s ends it and reaches nobody', async (_name, expiresAt) => {
    await joins('a', 'wizard-1');
    await joins('b', 'wizard-1');
    expect(await say('a', 'wizard-1', { text: 'late' }, expiresAt)).toEqual({ statusCode: 403 });
    expect(Object.fromEntries(gateway.open)).toEqual({ b: [] });
    // The second time there is nothing left to end.
    expect(await say('a', 'wizard-1', { text: 'late' }, expiresAt)).toEqual({ statusCode: 403 });
  });

  test('without an authorizer before it ends the connection', async () => {
    gateway.open.set('a', []);
    await chat.sendMessage(socketEvent('sendMessage', 'a', { body: '{"text":"x"}' }));
    expect(gateway.open.has('a')).toBe(false);
  });
});
