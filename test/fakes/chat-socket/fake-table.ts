import type { DeleteCommandInput, PutCommandInput, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { SessionTable } from '../../../lambda/shared-chat/connections.ts';

type Item = Readonly<Record<string, unknown>>;

/** See README.md. */
export class FakeTable implements SessionTable {
  readonly #name: string;
  readonly #items = new Map<string, Item>();

  constructor(name: string) {
    this.#name = name;
  }

  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  put({ TableName, Item = {} }: PutCommandInput): Promise<object> {
    this.#is(TableName);
    this.#items.set(keyOf(Item), Item);
    return Promise.resolve({});
  }

  delete({ TableName, Key = {} }: DeleteCommandInput): Promise<object> {
    this.#is(TableName);
    this.#items.delete(keyOf(Key));
    return Promise.resolve({});
  }

  query(
    input: QueryCommandInput,
  ): Promise<{ Items: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> }> {
    this.#is(input.TableName);
    const { IndexName, ConsistentRead, KeyConditionExpression = '', ExpressionAttributeValues = {} } = input;
    if (IndexName !== undefined && ConsistentRead === true)
      return Promise.reject(
        new Error('ValidationException: Consistent reads are not supported on global secondary indexes'),
      );
    const read = /^(\w+) = (:\w+)(?: AND begins_with\((\w+), (:\w+)\))?$/.exec(KeyConditionExpression);
    if (read === null) return Promise.reject(new Error(`ValidationException: ${KeyConditionExpression}`));
    const [, hash = '', value = '', range, start = ''] = read;
    const isIndexed = IndexName === 'GSI1';
    if (hash !== (isIndexed ? 'GSI1PK' : 'PK'))
      return Promise.reject(new Error('ValidationException: missed key schema element'));
    const found = this.items
      .filter((item) => item[hash] === ExpressionAttributeValues[value])
      .filter(
        (item) =>
          range === undefined || String(item[range]).startsWith(String(ExpressionAttributeValues[start])),
      )
      .sort((a, b) =>
        String(a[isIndexed ? 'GSI1SK' : 'SK']).localeCompare(String(b[isIndexed ? 'GSI1SK' : 'SK'])),
      );
    const after =
      input.ExclusiveStartKey === undefined
        ? 0
        : found.findIndex((item) => keyOf(item) === keyOf(input.ExclusiveStartKey ?? {})) + 1;
    const page = found.slice(after, after + (input.Limit ?? found.length));
    const last = page.at(-1);
    return Promise.resolve({
      Items: page.map((item) => ({ ...item })),
      ...(last !== undefined && page.length === input.Limit
        ? { LastEvaluatedKey: { PK: last['PK'], SK: last['SK'] } }
        : {}),
    });
  }

  #is(name: string | undefined): void {
    if (name !== this.#name) throw new Error(`ResourceNotFoundException: ${name ?? 'no table'}`);
  }
}

function keyOf(item: Item): string {
  return `${String(item['PK'])} ${String(item['SK'])}`;
}
