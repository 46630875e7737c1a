import { AwsRefusal, field, type CallAws } from './call-aws.ts';

/** What the table knows of a subject. */
export interface UserKey {
  /** The value of the subject's API key; undefined until it has been made. */
  readonly usageKey: string | undefined;
  /** When the key was asked for last, in seconds since 1970. */
  readonly askedAt: number;
}

/** The table that maps a token's subject to its API key. */
export interface UserKeys {
  find(subject: string): Promise<UserKey | undefined>;
  /** Asks for a key by writing to the table, whose stream the provisioner reads; `before` is what `find` has told. */
  ask(subject: string, before: UserKey | undefined, now: number): Promise<void>;
  /** Writes a key down, unless the subject has one. */
  keep(subject: string, usageKey: string, keyId: string): Promise<void>;
}

const version = 'DynamoDB_20120810';

/**
 * Opens the table by its name. Who loses a race with another process has nothing left to do, so a condition that does not
 * hold is no error here. Throws `AwsRefusal` otherwise.
 */
export function openUserKeys(table: string, call: CallAws): UserKeys {
  const send = (operation: string, body: Readonly<Record<string, unknown>>): Promise<unknown> =>
    call({
      service: 'dynamodb',
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `${version}.${operation}` },
      body: { TableName: table, ...body },
    });
  const once = async (operation: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
    try {
      await send(operation, body);
    } catch (error) {
      if (error instanceof AwsRefusal && error.code === 'ConditionalCheckFailedException') return;
      throw error;
    }
  };
  return {
    find: async (subject) => {
      const item = field(await send('GetItem', { Key: { subject: { S: subject } } }), 'Item');
      if (item === undefined) return undefined;
      const usageKey = field(field(item, 'usageKey'), 'S');
      return {
        usageKey: typeof usageKey === 'string' ? usageKey : undefined,
        askedAt: Number(field(field(item, 'askedAt'), 'N') ?? 0),
      };
    },
    ask: (subject, before, now) =>
      before === undefined
        ? once('PutItem', {
            Item: { subject: { S: subject }, askedAt: { N: String(now) } },
            ConditionExpression: 'attribute_not_exists(subject)',
          })
        : once('UpdateItem', {
            Key: { subject: { S: subject } },
            UpdateExpression: 'SET askedAt = :now',
            ConditionExpression: 'attribute_not_exists(usageKey) AND askedAt = :before',
            ExpressionAttributeValues: {
              ':now': { N: String(now) },
              ':before': { N: String(before.askedAt) },
            },
          }),
    keep: (subject, usageKey, keyId) =>
      once('UpdateItem', {
        Key: { subject: { S: subject } },
        UpdateExpression: 'SET usageKey = :key, keyId = :id',
        ConditionExpression: 'attribute_not_exists(usageKey)',
        ExpressionAttributeValues: { ':key': { S: usageKey }, ':id': { S: keyId } },
      }),
  };
}
