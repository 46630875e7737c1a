import { awsCaller } from '../shared-aws/call-aws.ts';
import { required } from '../shared-token/settings.ts';
import { keepErrors, type SubscriptionEvent } from './keep-errors.ts';

/** Milliseconds that one batch may take. */
const patience = 10_000;

let handle: ReturnType<typeof keepErrors> | undefined;

/** Keeps errors of other functions longer than their logs. From the environment: `ERROR_LOG`. */
export function handler(event: SubscriptionEvent): Promise<void> {
  handle ??= keepErrors({
    callAws: awsCaller({ env: process.env, patience }),
    errorLog: required(process.env, 'ERROR_LOG'),
  });
  return handle(event);
}
