import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { ArchiveError } from '../../../lambda/archive-layer/errors.ts';
import { Redaction } from '../../../lambda/archive-layer/redaction.ts';
import { executionName, step } from '../../../lambda/archive-layer/step.ts';
import { openTelemetry, type Telemetry } from '../../../lambda/archive-layer/telemetry.ts';
import { awsError } from '../../fakes/media-storage/aws-error.ts';

const canary = 'canary-of-an-access-token+/=';
const settings = { POWERTOOLS_SERVICE_NAME: 'cloud-sync', POWERTOOLS_METRICS_NAMESPACE: 'CloudSync' };
const context = {
  functionName: 'media-lister',
  functionVersion: '1',
  awsRequestId: 'request-1',
  invokedFunctionArn: 'arn',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 900_000,
} as Context;

let written: string[] = [];
const writers = [process.stdout, process.stderr].map((stream) => ({
  stream,
  write: stream.write.bind(stream),
}));

beforeEach(() => {
  Object.assign(process.env, settings);
  written = [];
  for (const { stream } of writers) {
    stream.write = (chunk: string | Uint8Array) => {
      written.push(chunk.toString());
      return true;
    };
  }
});
afterEach(() => {
  for (const { stream, write } of writers) stream.write = write;
  for (const name of Object.keys(settings)) Reflect.deleteProperty(process.env, name);
});

type Line = Readonly<Record<string, unknown>>;
const lines = (): readonly Line[] =>
  written
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
const logs = (): readonly Line[] => lines().filter((line) => 'level' in line);
const metrics = (): readonly Line[] => lines().filter((line) => '_aws' in line);

async function ran(
  work: (telemetry: Telemetry) => Promise<unknown>,
  event: unknown = { execution: 'nightly-2026-11-21', n: 1 },
  open: () => void = () => undefined,
): Promise<unknown> {
  const redaction = new Redaction();
  redaction.hide(canary);
  const telemetry = openTelemetry(redaction);
  const schema = v.strictObject({ execution: executionName, n: v.number() });
  const handler = step({ ...telemetry, redaction, schema, open, work: () => work(telemetry) });
  return handler(event, context).catch((error: unknown) => error);
}

describe('a step', () => {
  test('logs JSON with the name of the execution as correlation id', async () => {
    await ran(({ logger }) => {
      logger.info('media are listed', { listed: 3 });
      return Promise.resolve('done');
    });
    expect(logs()).toEqual([
      expect.objectContaining({
        level: 'INFO',
        message: 'media are listed',
        listed: 3,
        service: 'cloud-sync',
        correlation_id: 'nightly-2026-11-21',
        function_name: 'media-lister',
        function_request_id: 'request-1',
      }),
    ]);
  });

  test('counts what went well and what did not, in one namespace', async () => {
    await ran(() => Promise.resolve('done'));
    await ran(() => Promise.reject(new ArchiveError('RateLimited', 'slowly')));
    const counted = metrics().filter((line) => 'Succeeded' in line || 'Failed' in line);
    expect(counted).toMatchObject([
      { Succeeded: 1, service: 'cloud-sync', _aws: { CloudWatchMetrics: [{ Namespace: 'CloudSync' }] } },
      { Failed: 1, service: 'cloud-sync', _aws: { CloudWatchMetrics: [{ Namespace: 'CloudSync' }] } },
    ]);
  });

  test.each([
    [{ execution: 'x' }, 'the input is wrong at n'],
    [{ execution: 'x', n: 1, more: true }, 'the input is wrong at more'],
    [{ execution: 'x y', n: 1 }, 'the input is wrong at execution'],
    [null, 'the input is wrong at its root'],
  ])('refuses the input %j by name, without its values', async (event, message) => {
    const error = await ran(() => Promise.resolve('not reached'), event);
    expect(error).toMatchObject({ name: 'InvalidInput', message });
    expect(logs()).toMatchObject([
      { level: 'ERROR', message, error_name: 'InvalidInput', may_recover: false },
    ]);
  });

  test('looks at its settings before the input, so that a call without input tries them', async () => {
    const open = (): never => {
      throw new ArchiveError('SettingsInvalid', 'TABLE is not set');
    };
    expect(await ran(() => Promise.resolve('not reached'), {}, open)).toMatchObject({
      name: 'SettingsInvalid',
      message: 'TABLE is not set',
    });
  });

  test('throws errors by the names that the state machine knows', async () => {
    const names = await Promise.all([
      ran(() => Promise.reject(new ArchiveError('MediaNotFound', 'gone'))),
      ran(() => Promise.reject(awsError('ThrottlingException', 400))),
      ran(() => Promise.reject(awsError('AccessDeniedException', 400))),
      ran(() => Promise.reject(new TypeError('a mistake of ours'))),
    ]);
    expect(names.map((error) => (error as Error).name)).toEqual([
      'MediaNotFound',
      'StorageUnavailable',
      'AccessDeniedException',
      'TypeError',
    ]);
  });

  test('lets no secret into logs, metrics or errors, wherever it turns up', async () => {
    const error = await ran(({ logger }) => {
      logger.info(`token ${canary}`, { deep: { url: `https://x.example/?t=${encodeURIComponent(canary)}` } });
      logger.error('oh', new Error(`with ${canary}`));
      return Promise.reject(new Error(`at ${canary}`, { cause: canary }));
    });
    expect(logs()).toHaveLength(3);
    expect(error).toMatchObject({ message: 'at ***' });
    expect(error).not.toHaveProperty('cause');
    const all = `${written.join('')} ${String((error as Error).stack)}`;
    expect(all).not.toContain(canary);
    expect(all).not.toContain(encodeURIComponent(canary));
    expect(all).toContain('token ***');
  });
});
