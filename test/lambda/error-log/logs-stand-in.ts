import type { LogEntry } from '../../../lambda/error-log/batches.ts';
import { AwsRefusal, type CallAws } from '../../../lambda/shared-aws/call-aws.ts';

/**
 * CloudWatch Logs with one group. CloudWatch Logs API Reference: CreateLogStream fails with `ResourceAlreadyExistsException` where
 * the stream is there; PutLogEvents fails with `ResourceNotFoundException` where group or stream is not, and with
 * `InvalidParameterException` where entries are not in the order of their time; entries older than 14 days are left out and
 * told in `rejectedLogEventsInfo`.
 */
export interface StandInLogs {
  readonly call: CallAws;
  readonly streams: ReadonlyMap<string, readonly LogEntry[]>;
  /** Milliseconds since 1970. */
  now: number;
  refuse(operation: string, code: string): void;
}

interface Body {
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly logEvents: readonly LogEntry[];
}

const oldest = 14 * 24 * 3600 * 1000;

export function logsWith(group: string): StandInLogs {
  const streams = new Map<string, LogEntry[]>();
  const refusals = new Map<string, string>();

  const create = ({ logStreamName }: Body): unknown => {
    if (streams.has(logStreamName)) throw new AwsRefusal('ResourceAlreadyExistsException', 400);
    streams.set(logStreamName, []);
    return null;
  };

  const put = ({ logStreamName, logEvents }: Body): unknown => {
    const stream = streams.get(logStreamName);
    if (stream === undefined) throw new AwsRefusal('ResourceNotFoundException', 400);
    if (logEvents.some(({ timestamp }, index) => timestamp < (logEvents[index - 1]?.timestamp ?? 0)))
      throw new AwsRefusal('InvalidParameterException', 400);
    const taken = logEvents.filter(({ timestamp }) => timestamp > standIn.now - oldest);
    stream.push(...taken);
    const tooOldLogEventEndIndex = logEvents.length - taken.length;
    return tooOldLogEventEndIndex === 0 ? {} : { rejectedLogEventsInfo: { tooOldLogEventEndIndex } };
  };

  const call: CallAws = async ({ service, headers, body }) => {
    const operation = /^Logs_20140328\.(?<name>\w+)$/.exec(headers?.['x-amz-target'] ?? '')?.groups?.['name'];
    const code = refusals.get(operation ?? '');
    if (code !== undefined) throw new AwsRefusal(code, 400);
    const given = body as Body;
    if (service !== 'logs' || given.logGroupName !== group)
      throw new AwsRefusal('ResourceNotFoundException', 400);
    await Promise.resolve();
    switch (operation) {
      case 'CreateLogStream':
        return create(given);
      case 'PutLogEvents':
        return put(given);
      default:
        throw new AwsRefusal('UnknownOperationException', 400);
    }
  };

  const standIn: StandInLogs = {
    call,
    streams,
    now: 1_795_000_001_000,
    refuse: (operation, code) => void refusals.set(operation, code),
  };
  return standIn;
}
