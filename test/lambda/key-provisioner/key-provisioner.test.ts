import { beforeEach, expect, jest, test } from '@jest/globals';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { streamHandler } from '../../../lambda/key-provisioner/handler.ts';
import { keyProvisioner } from '../../../lambda/key-provisioner/provision-key.ts';
import { openUserKeys } from '../../../lambda/shared-aws/user-keys.ts';
import { account, type Account } from '../shared-aws/table-of-keys.ts';

let aws: Account;
let provision: (subject: string) => Promise<void>;
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  aws = account();
  aws.items.set('alice', { subject: { S: 'alice' }, askedAt: { N: '1' } });
  provision = keyProvisioner({
    call: aws.call,
    keys: openUserKeys('user-keys', aws.call),
    usagePlanId: 'plan1',
    namePrefix: 'companycam-dev',
  });
});

/** A record of the table's stream, as Lambda hands it over (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB"). */
const record = (number: string, image: Record<string, { S: string } | { N: string }>) => ({
  eventID: number,
  eventName: 'INSERT' as const,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-1',
  eventSourceARN:
    'arn:aws:dynamodb:eu-west-1:111111111111:table/companycam-user-keys-dev/stream/2026-11-21T00:00:00.000',
  dynamodb: {
    Keys: {},
    NewImage: image,
    SequenceNumber: number,
    SizeBytes: 26,
    StreamViewType: 'NEW_IMAGE' as const,
  },
});
const asking = (subject: string) => ({ subject: { S: subject }, askedAt: { N: '1' } });

test('makes a key, puts it into the plan and writes it down', async () => {
  await provision('alice');
  expect(aws.keys).toEqual([
    {
      id: 'id-0',
      value: 'value-of-key-number-0',
      name: expect.stringMatching(/^companycam-dev-[0-9a-f]{32}$/),
    },
  ]);
  expect([...aws.inPlan]).toEqual(['id-0']);
  expect(aws.items.get('alice')).toMatchObject({
    usageKey: { S: 'value-of-key-number-0' },
    keyId: { S: 'id-0' },
  });
});

test.each(['GET /apikeys', 'POST /apikeys', 'POST /usageplans/plan1/keys', 'UpdateItem'])(
  'run again after %s was refused, it has made one key and no second one',
  async (step) => {
    aws.refuse(step, 'TooManyRequestsException', 429);
    await expect(provision('alice')).rejects.toThrow('TooManyRequestsException');
    await provision('alice');
    await provision('alice');
    expect(aws.keys).toHaveLength(1);
    expect([...aws.inPlan]).toEqual(['id-0']);
    expect(aws.items.get('alice')).toMatchObject({ usageKey: { S: 'value-of-key-number-0' } });
  },
);

test('subjects whose names begin alike have a key each', async () => {
  await provision('alice');
  await provision('alice2');
  expect(new Set(aws.keys.map(({ name }) => name)).size).toBe(2);
});

test('works on new subjects only: what it wrote itself comes by the stream, too', async () => {
  const handle = streamHandler(provision);
  const event = {
    Records: [
      record('1', asking('alice')),
      record('2', { ...asking('bob'), usageKey: { S: 'has one' } }),
      { ...record('3', asking('carol')), dynamodb: { SequenceNumber: '3' } },
    ],
  } satisfies DynamoDBStreamEvent;
  expect(await handle(event)).toEqual({ batchItemFailures: [] });
  expect(aws.keys).toHaveLength(1);
});

test('stops at the first that fails, and says from where to go on', async () => {
  aws.refuse('POST /apikeys', 'LimitExceededException', 429);
  const handle = streamHandler(provision);
  const event = { Records: [record('1', asking('alice')), record('2', asking('bob'))] };
  expect(await handle(event)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  expect(aws.keys).toEqual([]);
  expect(await handle(event)).toEqual({ batchItemFailures: [] });
  expect(aws.keys).toHaveLength(2);
});
