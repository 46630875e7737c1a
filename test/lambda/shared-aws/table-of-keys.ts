import { AwsRefusal, type AwsCall, type CallAws } from '../../../lambda/shared-aws/call-aws.ts';

type Item = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** As much of an account as the key functions use: a table with conditions, API keys, and one usage plan. */
export interface Account {
  readonly call: CallAws;
  readonly items: Map<string, Item>;
  readonly keys: { readonly id: string; readonly name: string; readonly value: string }[];
  readonly inPlan: Set<string>;
  readonly calls: string[];
  /** The next call of that name is refused so, once. */
  refuse(name: string, code: string, status: number): void;
}

/**
 * DynamoDB: API_PutItem, API_UpdateItem, with the three conditions in use. API Gateway: API_GetApiKeys (`name` matches beginnings;
 * at most `limit` on a page, then a position), API_CreateApiKey (each time a new key), API_CreateUsagePlanKey (409 for one that is there).
 */
export function account(): Account {
  const items = new Map<string, Item>();
  const keys: { id: string; name: string; value: string }[] = [];
  const inPlan = new Set<string>();
  const calls: string[] = [];
  const refusals = new Map<string, AwsRefusal>();

  function table(operation: string, body: Record<string, unknown>): unknown {
    const key = (body['Key'] ?? body['Item']) as { subject: { S: string } };
    const subject = key.subject.S;
    const before = items.get(subject);
    const values = (body['ExpressionAttributeValues'] ?? {}) as Item;
    const condition = JSON.stringify(body['ConditionExpression'] ?? '');
    const fails =
      (condition.includes('attribute_not_exists(subject)') && before !== undefined) ||
      (condition.includes('attribute_not_exists(usageKey)') && before?.['usageKey'] !== undefined) ||
      (condition.includes('askedAt = :before') && before?.['askedAt']?.['N'] !== values[':before']?.['N']);
    if (fails) throw new AwsRefusal('ConditionalCheckFailedException', 400);
    if (operation === 'GetItem') return before === undefined ? {} : { Item: before };
    if (operation === 'PutItem') items.set(subject, body['Item'] as Item);
    else {
      const set = [...String(body['UpdateExpression']).matchAll(/(\w+) = (:\w+)/g)];
      const changes = set.map(([, name = '', value = '']): [string, Readonly<Record<string, string>>] => [
        name,
        values[value] ?? {},
      ]);
      items.set(subject, { ...(before ?? { subject: { S: subject } }), ...Object.fromEntries(changes) });
    }
    return {};
  }

  function gateway({ method, path, query = {}, body }: AwsCall): unknown {
    if (path.startsWith('/usageplans/')) {
      const { keyId } = body as { keyId: string };
      if (inPlan.has(keyId)) throw new AwsRefusal('ConflictException', 409);
      inPlan.add(keyId);
      return {};
    }
    if (method === 'POST') {
      const { name } = body as { name: string };
      const key = { id: `id-${keys.length}`, name, value: `value-of-key-number-${keys.length}` };
      keys.push(key);
      return key;
    }
    const found = keys.filter(({ name }) => name.startsWith(query['name'] ?? ''));
    const from = Number(query['position'] ?? 0);
    const to = from + Number(query['limit'] ?? 25);
    return { item: found.slice(from, to), ...(to < found.length ? { position: String(to) } : {}) };
  }

  return {
    items,
    keys,
    inPlan,
    calls,
    refuse: (name, code, status) => void refusals.set(name, new AwsRefusal(code, status)),
    call: (call) => {
      const operation = call.headers?.['x-amz-target']?.split('.')[1];
      const name = operation ?? `${call.method} ${call.path}`;
      calls.push(name);
      const refusal = refusals.get(name);
      refusals.delete(name);
      if (refusal !== undefined) return Promise.reject(refusal);
      return new Promise((resolve) => {
        resolve(
          operation === undefined ? gateway(call) : table(operation, call.body as Record<string, unknown>),
        );
      });
    },
  };
}
