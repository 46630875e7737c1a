import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { batches, type LogEntry } from '../../../lambda/error-log/batches.ts';
import { keepErrors, type SubscriptionEvent } from '../../../lambda/error-log/keep-errors.ts';
import { logsWith, type StandInLogs } from './logs-stand-in.ts';

const errorLog = '/aws/lambda/spec-wizard-errors-dev';
let logs: StandInLogs;
let lines: unknown[];
let keep: (event: SubscriptionEvent) => Promise<void>;

beforeEach(() => {
  lines = [];
  jest.spyOn(console, 'error').mockImplementation((line: unknown) => void lines.push(line));
  logs = logsWith(errorLog);
  keep = keepErrors({ callAws: logs.call, errorLog });
});

/** As CloudWatch Logs delivers it (CloudWatch Logs User Guide, "Subscription filters with AWS Lambda"). */
function delivery(entries: readonly LogEntry[], messageType = 'DATA_MESSAGE'): SubscriptionEvent {
  const data = {
    messageType,
    owner: '111111111111',
    logGroup: '/aws/lambda/spec-wizard-chat-message-dev',
    logStream: '2026/11/21/[$LATEST]8a1c0f3b9d2e4f5a',
    subscriptionFilters: ['errors'],
    logEvents: entries.map((entry, index) => ({
      id: `3195310660696698337880902507980421${index}`,
      ...entry,
    })),
  };
  return { awslogs: { data: gzipSync(JSON.stringify(data)).toString('base64') } };
}

const failed = { timestamp: 1_795_000_000_000, message: '{"level":"ERROR","message":"no table"}' };
const ended = {
  timestamp: 1_795_000_000_500,
  message: '{"type":"platform.report","record":{"status":"timeout"}}',
};

describe('errors are kept', () => {
  test('in a stream named after the log that they come from, which is made when it is first needed', async () => {
    await keep(delivery([failed]));
    await keep(delivery([ended]));
    expect(logs.streams).toEqual(new Map([['spec-wizard-chat-message-dev', [failed, ended]]]));
  });

  test('in the order of their time', async () => {
    await keep(delivery([ended, failed]));
    expect(logs.streams.get('spec-wizard-chat-message-dev')).toEqual([failed, ended]);
  });

  test('also where another delivery makes the stream at the same moment', async () => {
    await Promise.all([keep(delivery([failed])), keep(delivery([ended]))]);
    expect(new Set(logs.streams.get('spec-wizard-chat-message-dev'))).toEqual(new Set([failed, ended]));
  });

  test('and what only tries whether somebody is there writes nothing', async () => {
    await keep(
      delivery(
        [{ ...failed, message: 'CWL CONTROL MESSAGE: Checking health of destination.' }],
        'CONTROL_MESSAGE',
      ),
    );
    expect(logs.streams.size).toBe(0);
  });
});

describe('errors that cannot be kept', () => {
  test('fail the delivery, so that Lambda tries again', async () => {
    logs.refuse('PutLogEvents', 'ThrottlingException');
    await expect(keep(delivery([failed]))).rejects.toThrow('ThrottlingException');
  });

  test('fail it where the group is missing', async () => {
    const lost = keepErrors({ callAws: logs.call, errorLog: '/another' });
    await expect(lost(delivery([failed]))).rejects.toThrow('ResourceNotFoundException');
  });

  test('for their age are told, and the others are written', async () => {
    logs.now = failed.timestamp + 15 * 24 * 3600 * 1000;
    const today = { ...ended, timestamp: logs.now };
    await keep(delivery([failed]));
    await keep(delivery([today]));
    expect(logs.streams.get('spec-wizard-chat-message-dev')).toEqual([today]);
    expect(lines).toEqual([
      expect.objectContaining({ message: 'entries were not kept', from: 'spec-wizard-chat-message-dev' }),
    ]);
  });
});

describe('a batch', () => {
  const entry = (timestamp: number, bytes = 10): LogEntry => ({ timestamp, message: 'x'.repeat(bytes) });
  const sizes = (entries: readonly LogEntry[]): readonly number[] =>
    batches(entries).map(({ length }) => length);

  test('holds 10,000 entries', () => {
    expect(sizes(Array.from({ length: 10_001 }, () => entry(1)))).toEqual([10_000, 1]);
  });

  test('holds one mebibyte, each entry counted with 26 bytes', () => {
    expect(sizes([entry(1, 524_288 - 26), entry(2, 524_288 - 26)])).toEqual([2]);
    expect(sizes([entry(1, 524_288 - 26), entry(2, 524_288 - 25)])).toEqual([1, 1]);
  });

  test('spans less than 24 hours', () => {
    const day = 24 * 3600 * 1000;
    expect(sizes([entry(0), entry(day - 1), entry(day)])).toEqual([2, 1]);
  });

  test('is none where there is nothing', () => {
    expect(sizes([])).toEqual([]);
  });
});
