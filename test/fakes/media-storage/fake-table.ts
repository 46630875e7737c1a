import type { TableApi } from '../../../lambda/archive-layer/tracker.ts';
import { awsError } from './aws-error.ts';

type Item = Record<string, unknown>;

/** A table of Amazon DynamoDB with the key `media_id`, in memory. See README.md. */
export class FakeTable implements TableApi {
  readonly name: string;
  readonly #items = new Map<string, Item>();
  /** Keys that a batch answers at once; the others come back unprocessed. */
  batchSize = 100;
  /** Statuses in the order in which they were written, by medium. */
  readonly history: string[] = [];
  readonly failures: Error[] = [];
  /** Runs before the next write does anything. */
  beforeWrite: (() => void) | null = null;

  constructor(name: string, items: readonly Item[] = []) {
    this.name = name;
    for (const each of items) this.plant(each);
  }

  plant(item: Item): void {
    this.#items.set(item['media_id'] as string, { ...item });
  }

  item(mediaId: string): Item | null {
    return this.#items.get(mediaId) ?? null;
  }

  get(input: Parameters<TableApi['get']>[0]): ReturnType<TableApi['get']> {
    this.#check(input.TableName);
    const item = this.#items.get(input.Key['media_id'] as string);
    return Promise.resolve(item === undefined ? {} : { Item: { ...item } });
  }

  put(input: Parameters<TableApi['put']>[0]): Promise<unknown> {
    this.#check(input.TableName);
    const hook = this.beforeWrite;
    this.beforeWrite = null;
    hook?.();
    const failure = this.failures.shift();
    if (failure) return Promise.reject(failure);
    const key = input.Item['media_id'] as string;
    if (Object.values(input.Item).includes(undefined)) throw new Error('the SDK refuses undefined values');
    if (!this.#holds(key, input)) return Promise.reject(awsError('ConditionalCheckFailedException', 400));
    this.#items.set(key, { ...input.Item });
    this.history.push(`${key} ${String(input.Item['status'])}`);
    return Promise.resolve({});
  }

  batchGet(input: Parameters<TableApi['batchGet']>[0]): ReturnType<TableApi['batchGet']> {
    const keys = input.RequestItems[this.name]?.Keys ?? [];
    const ids = keys.map((key) => key['media_id'] as string);
    if (ids.length === 0 || ids.length > 100 || new Set(ids).size < ids.length) {
      return Promise.reject(awsError('ValidationException', 400));
    }
    const found = ids.slice(0, this.batchSize).flatMap((id) => {
      const item = this.#items.get(id);
      return item === undefined ? [] : [{ ...item }];
    });
    const rest = keys.slice(this.batchSize);
    return Promise.resolve({
      Responses: { [this.name]: found },
      UnprocessedKeys: rest.length === 0 ? {} : { [this.name]: { Keys: rest } },
    });
  }

  #holds(
    key: string,
    { ConditionExpression, ExpressionAttributeValues }: Parameters<TableApi['put']>[0],
  ): boolean {
    const item = this.#items.get(key);
    if (ConditionExpression === 'attribute_not_exists(media_id)') return item === undefined;
    if (ConditionExpression === 'revision = :revision') {
      return item !== undefined && item['revision'] === ExpressionAttributeValues?.[':revision'];
    }
    throw new Error(`FakeTable does not know the condition ${ConditionExpression}`);
  }

  #check(table: string): void {
    if (table !== this.name) throw awsError('ResourceNotFoundException', 400);
  }
}
