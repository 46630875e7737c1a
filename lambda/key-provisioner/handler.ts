import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { log } from '../shared-http/log.ts';

/**
 * Answers the stream of the table of user keys. Records are worked on one after the other: API Gateway makes five keys a
 * second and account at most ("Amazon API Gateway quotas"). At the first that fails it stops, and the stream goes on from
 * there (AWS Lambda Developer Guide, "Partial batch responses" of DynamoDB).
 */
export function streamHandler(
  provision: (subject: string) => Promise<void>,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return async (event) => {
    for (const { dynamodb } of event.Records) {
      const item = dynamodb?.NewImage;
      const subject = item?.['subject']?.S;
      if (subject === undefined || item?.['usageKey'] !== undefined) continue;
      try {
        await provision(subject);
        log('info', 'key made');
      } catch (error) {
        log('error', 'no key could be made', { error: error instanceof Error ? error.message : 'unknown' });
        return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
