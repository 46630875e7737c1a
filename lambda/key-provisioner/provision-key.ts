import { createHash } from 'node:crypto';
import { AwsRefusal, field, type CallAws } from '../shared-aws/call-aws.ts';
import type { UserKeys } from '../shared-aws/user-keys.ts';

export interface ProvisionerOptions {
  readonly call: CallAws;
  readonly keys: Pick<UserKeys, 'keep'>;
  readonly usagePlanId: string;
  /** What the names of keys begin with: `companycam-dev`. */
  readonly namePrefix: string;
}

interface ApiKey {
  readonly id: string;
  readonly value: string;
}

/**
 * Makes a function that gives a subject its API key in the usage plan and writes it down. Each step first looks whether it
 * is done, so it can be run any number of times, also after one that broke off: the key is found by its name, which follows
 * from the subject. Throws `AwsRefusal` when AWS refuses; the stream then tries again.
 */
export function keyProvisioner(options: ProvisionerOptions): (subject: string) => Promise<void> {
  const { call, keys, usagePlanId, namePrefix } = options;

  async function findKey(name: string): Promise<ApiKey | undefined> {
    // GetApiKeys: nameQuery matches the beginning of names.
    const answer = await call({
      service: 'apigateway',
      method: 'GET',
      path: '/apikeys',
      query: { name, includeValues: 'true' },
    });
    const items = field(answer, 'item');
    if (!Array.isArray(items)) return undefined;
    return items.filter((item) => field(item, 'name') === name).map(apiKey)[0];
  }

  async function makeKey(name: string): Promise<ApiKey> {
    const body = { name, description: 'Meters one user; made by the key provisioner', enabled: true };
    return apiKey(await call({ service: 'apigateway', method: 'POST', path: '/apikeys', body }));
  }

  return async (subject) => {
    const name = `${namePrefix}-${createHash('sha256').update(subject).digest('hex').slice(0, 32)}`;
    const key = (await findKey(name)) ?? (await makeKey(name));
    try {
      await call({
        service: 'apigateway',
        method: 'POST',
        path: `/usageplans/${usagePlanId}/keys`,
        body: { keyId: key.id, keyType: 'API_KEY' },
      });
    } catch (error) {
      // The key is in the plan already.
      if (!(error instanceof AwsRefusal) || error.status !== 409) throw error;
    }
    await keys.keep(subject, key.value, key.id);
  };
}

function apiKey(answer: unknown): ApiKey {
  const id = field(answer, 'id');
  const value = field(answer, 'value');
  if (typeof id !== 'string' || typeof value !== 'string')
    throw new Error('API Gateway answered without a key');
  return { id, value };
}
