import type {
  DeleteCommandInput,
  PutCommandInput,
  QueryCommandInput,
  QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { required, type FunctionEnvironment } from '../shared-token/settings.ts';
import type { Member } from './socket-event.ts';

/** As much of the table as connections need; `DynamoDBDocument` satisfies it. */
export interface SessionTable {
  put(input: PutCommandInput): Promise<unknown>;
  delete(input: DeleteCommandInput): Promise<unknown>;
  query(input: QueryCommandInput): Promise<Pick<QueryCommandOutput, 'Items' | 'LastEvaluatedKey'>>;
}

/** The open connections of each session, as items of the session's partition. */
export interface Connections {
  /** @param now seconds since 1970 */
  keep(connectionId: string, member: Member, now: number): Promise<void>;
  forget(session: string, connectionId: string): Promise<void>;
  /** The session of a connection, by the index; it may be behind by a moment. */
  sessionOf(connectionId: string): Promise<string | undefined>;
  /** Connection ids in pages. */
  of(session: string): AsyncIterable<readonly string[]>;
}

export interface ConnectionsOptions {
  readonly table: SessionTable;
  readonly tableName: string;
}

/** API Gateway ends a connection after two hours (quotas of WebSocket APIs); the table expires an item an hour after that. */
const lifetime = 3 * 3600;
/** Connections that are told at once. */
const pageSize = 50;

const ofSession = (session: string): string => `SESSION#${session}`;
const ofConnection = (connectionId: string): string => `CONNECTION#${connectionId}`;

export function connectionsIn({ table, tableName: TableName }: ConnectionsOptions): Connections {
  return {
    keep: async (connectionId, { subject, session }, now) => {
      await table.put({
        TableName,
        Item: {
          PK: ofSession(session),
          SK: ofConnection(connectionId),
          GSI1PK: ofConnection(connectionId),
          GSI1SK: ofSession(session),
          connectionId,
          subject,
          connectedAt: new Date(now * 1000).toISOString(),
          expiresAt: now + lifetime,
        },
      });
    },
    forget: async (session, connectionId) => {
      await table.delete({ TableName, Key: { PK: ofSession(session), SK: ofConnection(connectionId) } });
    },
    sessionOf: async (connectionId) => {
      const { Items } = await table.query({
        TableName,
        IndexName: 'GSI1',
        KeyConditionExpression: 'GSI1PK = :connection',
        ExpressionAttributeValues: { ':connection': ofConnection(connectionId) },
        Limit: 1,
      });
      const key: unknown = Items?.[0]?.['GSI1SK'];
      return typeof key === 'string' ? key.slice(ofSession('').length) : undefined;
    },
    of: async function* (session) {
      let from: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await table.query({
          TableName,
          KeyConditionExpression: 'PK = :session AND begins_with(SK, :connection)',
          ExpressionAttributeValues: { ':session': ofSession(session), ':connection': ofConnection('') },
          // Who has just connected is told, too.
          ConsistentRead: true,
          Limit: pageSize,
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        });
        yield (page.Items ?? []).map((item) => String(item['SK']).slice(ofConnection('').length));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
    },
  };
}

/** From `TABLE_NAME` of a function's environment. Throws when it is missing. */
export function openConnections(env: FunctionEnvironment): Connections {
  return connectionsIn({
    table: DynamoDBDocument.from(new DynamoDBClient({})),
    tableName: required(env, 'TABLE_NAME'),
  });
}
