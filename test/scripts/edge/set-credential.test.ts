import { expect, test } from '@jest/globals';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeJudge, parseCredential } from '../../../lambda/edge-viewer-request/credential.ts';
import { mistakeIn, writeCredential } from '../../../scripts/edge/credential-secrets.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';

const environment: EnvironmentDefinition = {
  system: 'buy-page',
  environment: 'dev',
  file: 'params/buy-page/dev.yml',
  account: '111111111111',
  regions: { home: 'eu-west-1', edge: 'us-east-1' },
  tags: {},
  values: {},
};
const people = { user: 'preview', password: 'long-enough-to-be-safe' };

/** Secrets by region and name. API_PutSecretValue: a secret that does not exist is ResourceNotFoundException. */
function vault(): {
  readonly held: Map<string, string>;
  readonly secrets: (region: string) => Pick<SecretsManagerClient, 'send'>;
} {
  const held = new Map<string, string>();
  const missing = Object.assign(new Error('not there'), { name: 'ResourceNotFoundException' });
  const send = (
    region: string,
    command: { constructor: { name: string }; input: Record<string, string> },
  ) => {
    const { SecretId, Name, SecretString = '' } = command.input;
    const key = `${region} ${SecretId ?? Name ?? ''}`;
    const exists = held.has(key);
    if (command.constructor.name !== 'CreateSecretCommand' && !exists) return Promise.reject(missing);
    if (command.constructor.name === 'GetSecretValueCommand')
      return Promise.resolve({ SecretString: held.get(key) });
    held.set(key, SecretString);
    return Promise.resolve({});
  };
  return {
    held,
    secrets: (region) => ({ send: (command: never) => send(region, command) }),
  };
}

const edgeSecret = 'us-east-1 buy-page-edge-dev/basic-auth';
const smokeSecret = 'eu-west-1 slipway/buy-page/basic-auth';

test('both secrets are made: hashes for the edge, a credential of their own for the checks, each where it is looked for', async () => {
  const { held, secrets } = vault();
  await writeCredential({ environment, people, secrets });
  expect([...held.keys()]).toEqual([edgeSecret, smokeSecret]);
  const edge = held.get(edgeSecret) ?? '';
  const checks = JSON.parse(held.get(smokeSecret) ?? '') as { user: string; password: string };
  expect(edge).not.toContain(people.password);
  expect(edge).not.toContain(checks.password);
  const judge = makeJudge();
  for (const { user, password } of [people, checks])
    expect(await judge(Buffer.from(`${user}:${password}`), parseCredential(edge))).toBe(true);
  expect(checks.password).toHaveLength(43);
});

test('a rotation leaves nothing of what was', async () => {
  const { held, secrets } = vault();
  await writeCredential({ environment, people, secrets });
  const before = [...held.values()];
  await writeCredential({ environment, people: { ...people, password: 'another-long-password' }, secrets });
  expect([...held.values()].filter((value) => before.includes(value))).toEqual([]);
  const judge = makeJudge();
  const former = Buffer.from(`${people.user}:${people.password}`);
  expect(await judge(former, parseCredential(held.get(edgeSecret)))).toBe(false);
});

test.each([
  [{ user: 'a:b', password: people.password }, 'colon'],
  [{ user: '', password: people.password }, 'user'],
  [{ user: 'preview', password: 'fifteen-letters' }, 'fewer than 16'],
  [{ user: 'preview', password: 'x'.repeat(201) }, 'more than 200'],
  [{ user: 'preview', password: 'first line of it\nsecond' }, 'control character'],
])('%j is refused', (credential, words) => {
  expect(mistakeIn(credential)).toContain(words);
  expect(mistakeIn(people)).toBeNull();
});
