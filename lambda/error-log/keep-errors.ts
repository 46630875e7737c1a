import { gunzipSync } from 'node:zlib';
import { AwsRefusal, field, type CallAws } from '../shared-aws/call-aws.ts';
import { log } from '../shared-http/log.ts';
import { batches, type LogEntry } from './batches.ts';

/** What CloudWatch Logs hands to a subscribed function (CloudWatch Logs User Guide, "Subscription filters with AWS Lambda"). */
export interface SubscriptionEvent {
  readonly awslogs: {
    /** JSON, compressed with gzip, as base64. */
    readonly data: string;
  };
}

interface Delivery {
  /** `CONTROL_MESSAGE` only tries whether somebody is there. */
  readonly messageType: string;
  readonly logGroup: string;
  readonly logEvents: readonly LogEntry[];
}

export interface KeepErrorsOptions {
  readonly callAws: CallAws;
  /** The group that errors are kept in. */
  readonly errorLog: string;
}

/**
 * Writes the entries of a delivery to the group of errors, in a stream named after the group that they come from. What CloudWatch
 * delivers twice is there twice. Throws `AwsRefusal`, so that Lambda tries again, where they could not be written.
 */
export function keepErrors({
  callAws,
  errorLog,
}: KeepErrorsOptions): (event: SubscriptionEvent) => Promise<void> {
  const call = (target: string, body: unknown): Promise<unknown> =>
    callAws({
      service: 'logs',
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `Logs_20140328.${target}` },
      body,
    });

  const makeStream = async (logStreamName: string): Promise<void> => {
    await call('CreateLogStream', { logGroupName: errorLog, logStreamName }).catch((error: unknown) => {
      if (!isRefusal(error, 'ResourceAlreadyExistsException')) throw error;
    });
  };

  const write = async (logStreamName: string, logEvents: readonly LogEntry[]): Promise<void> => {
    const put = (): Promise<unknown> =>
      call('PutLogEvents', {
        logGroupName: errorLog,
        logStreamName,
        logEvents: logEvents.map(({ timestamp, message }) => ({ timestamp, message })),
      });
    const answer = await put().catch(async (error: unknown) => {
      if (!isRefusal(error, 'ResourceNotFoundException')) throw error;
      await makeStream(logStreamName);
      return put();
    });
    // too old or too new for CloudWatch: trying again would not help
    const rejected = field(answer, 'rejectedLogEventsInfo');
    if (rejected !== undefined && rejected !== null)
      log('error', 'entries were not kept', { from: logStreamName, rejected });
  };

  return async ({ awslogs }) => {
    const { messageType, logGroup, logEvents } = JSON.parse(
      gunzipSync(Buffer.from(awslogs.data, 'base64')).toString('utf8'),
    ) as Delivery;
    if (messageType !== 'DATA_MESSAGE') return;
    const stream = logGroup.split('/').at(-1) ?? logGroup;
    for (const batch of batches(logEvents)) await write(stream, batch);
  };
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof AwsRefusal && error.code === code;
}
