import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudFormationApi } from '../../src/aws/apis.ts';
import { makeClients } from '../../src/aws/clients.ts';

type Answers = Readonly<Record<string, ((input: unknown) => Promise<unknown>) | undefined>>;

/** A call as it reached the service. */
export interface Call {
  readonly verb: string;
  /** What it asks about: a change set's ARN, a stack's name or ARN. */
  readonly subject: string;
}

export interface ServedOptions {
  /** Milliseconds until a call is answered. */
  readonly latency: number;
  /** Calls a second above which the service answers `Throttling`; none unless given. */
  readonly mostPerSecond?: number;
}

export interface Served {
  readonly api: CloudFormationApi;
  /** Calls that were answered, in order. */
  readonly calls: readonly Call[];
  throttled(): number;
}

/**
 * A stand-in behind the SDK's own client, as Slipway makes it: its retries and its rate limiter are the real ones. The
 * calls are taken where they would be sent, answered after the latency, and refused above the rate, counted over the last
 * second.
 */
export async function serve(
  fake: CloudFormationApi,
  { latency, mostPerSecond = Infinity }: ServedOptions,
): Promise<Served> {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'none' };
  const client = await makeClients({ credentials: () => Promise.resolve(credentials) }).cloudFormation(
    'eu-west-1',
  );
  if (!(client instanceof CloudFormation)) throw new TypeError('makeClients made no client of the SDK');
  const calls: Call[] = [];
  let times: readonly number[] = [];
  let throttled = 0;
  client.middlewareStack.add(
    (_next, context) => async (args) => {
      const now = performance.now();
      times = times.filter((time) => now - time < 1_000);
      if (times.length >= mostPerSecond) {
        throttled += 1;
        await sleep(latency);
        throw Object.assign(new Error('Rate exceeded'), {
          name: 'Throttling',
          $fault: 'client',
          $metadata: { httpStatusCode: 400 },
        });
      }
      times = [...times, now];
      const verb = verbOf(context.commandName);
      const input = args.input as Readonly<Record<string, string | undefined>>;
      calls.push({ verb, subject: input['ChangeSetName'] ?? input['StackName'] ?? '' });
      await sleep(latency);
      // What the stand-in has no answer for (events of change sets) has nothing to tell.
      const output = (await (fake as unknown as Answers)[verb]?.(args.input)) ?? { $metadata: {} };
      return { output: output as { $metadata: object }, response: {} };
    },
    { step: 'finalizeRequest', priority: 'low', name: 'standIn' },
  );
  return { api: client, calls, throttled: () => throttled };
}

function verbOf(command: unknown): string {
  const name = String(command).replace(/Command$/, '');
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
