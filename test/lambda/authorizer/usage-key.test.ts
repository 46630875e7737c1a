import { beforeEach, expect, jest, test } from '@jest/globals';
import { usageKeys } from '../../../lambda/authorizer/usage-key.ts';
import { openUserKeys } from '../../../lambda/shared-aws/user-keys.ts';
import { account, type Account } from '../shared-aws/table-of-keys.ts';

let aws: Account;
let now: number;
let keyOf: (subject: string) => Promise<string>;
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  aws = account();
  now = 1_800_000_000_000;
  keyOf = fresh();
});

const fresh = (): typeof keyOf =>
  usageKeys({
    keys: openUserKeys('user-keys', aws.call),
    sharedKey: 'shared',
    sharedSubjects: 'slipway-smoke-',
    now: () => now,
  });

test('until its key is made a subject shares the low-rate key, and is written down as asking, once', async () => {
  expect([await keyOf('alice'), await keyOf('alice')]).toEqual(['shared', 'shared']);
  expect(aws.calls).toEqual(['GetItem', 'PutItem']);
  expect(aws.items.get('alice')).toEqual({ subject: { S: 'alice' }, askedAt: { N: '1800000000' } });
  expect(aws.keys).toEqual([]);
});

test('a key that has been made is in use five seconds later at most, and then looked up once an hour', async () => {
  await keyOf('alice');
  await openUserKeys('user-keys', aws.call).keep('alice', 'key of alice', 'id');
  expect(await keyOf('alice')).toBe('shared');
  now += 5_000;
  expect(await keyOf('alice')).toBe('key of alice');
  const asked = aws.calls.length;
  now += 3_599_000;
  expect(await keyOf('alice')).toBe('key of alice');
  expect(aws.calls).toHaveLength(asked);
});

test('two that see a subject first at once ask once', async () => {
  expect(await Promise.all([keyOf('alice'), fresh()('alice')])).toEqual(['shared', 'shared']);
  expect(aws.items.size).toBe(1);
});

test('a key that does not come is asked for again after ten minutes, and not before', async () => {
  await keyOf('alice');
  now += 599_000;
  await keyOf('alice');
  expect(aws.items.get('alice')).toMatchObject({ askedAt: { N: '1800000000' } });
  now += 5_000;
  await keyOf('alice');
  expect(aws.items.get('alice')).toMatchObject({ askedAt: { N: '1800000604' } });
});

test('a table out of reach locks nobody out, and a remembered key stays in use', async () => {
  aws.refuse('GetItem', 'InternalServerError', 500);
  expect(await keyOf('bob')).toBe('shared');
  await openUserKeys('user-keys', aws.call).keep('alice', 'key of alice', 'id');
  expect(await keyOf('alice')).toBe('key of alice');
  now += 3_600_001;
  aws.refuse('GetItem', 'InternalServerError', 500);
  expect(await keyOf('alice')).toBe('key of alice');
});

test('subjects of smoke checks, of which each run makes a new one, never get a key', async () => {
  expect(await keyOf('slipway-smoke-1a2b')).toBe('shared');
  expect(aws.calls).toEqual([]);
});
