import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { awsCaller } from '../shared-aws/call-aws.ts';
import { openUserKeys } from '../shared-aws/user-keys.ts';
import { streamHandler } from './handler.ts';
import { keyProvisioner } from './provision-key.ts';

/** Milliseconds that one call may take. */
const patience = 5000;

let handle: ReturnType<typeof streamHandler> | undefined;

/** Gives each subject that is new in the table its API key. From the environment: `USER_KEYS_TABLE`, `USAGE_PLAN_ID`, `KEY_NAME_PREFIX`. */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  if (handle === undefined) {
    const call = awsCaller({ env: process.env, patience });
    handle = streamHandler(
      keyProvisioner({
        call,
        keys: openUserKeys(required('USER_KEYS_TABLE'), call),
        usagePlanId: required('USAGE_PLAN_ID'),
        namePrefix: required('KEY_NAME_PREFIX'),
      }),
    );
  }
  return handle(event);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
