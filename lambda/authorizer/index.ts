import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { awsCaller } from '../shared-aws/call-aws.ts';
import { openUserKeys } from '../shared-aws/user-keys.ts';
import { authorizer } from './handler.ts';
import { readSettings, type UserKeySettings } from './settings.ts';
import { usageKeys } from './usage-key.ts';
import { tokenVerifier } from '../shared-token/verify-token.ts';

/** Milliseconds that the table of keys may take; a caller waits for it. */
const patience = 1500;

let authorize: ReturnType<typeof authorizer> | undefined;

/** The photo API's TOKEN authorizer. The issuers' keys stay in memory between requests. */
export function handler(event: APIGatewayTokenAuthorizerEvent): Promise<APIGatewayAuthorizerResult> {
  if (authorize === undefined) {
    const settings = readSettings(process.env);
    authorize = authorizer(settings, tokenVerifier(settings), metering(settings.userKeys));
  }
  return authorize(event);
}

function metering(settings: UserKeySettings | undefined): ReturnType<typeof usageKeys> | undefined {
  if (settings === undefined) return undefined;
  const keys = openUserKeys(settings.table, awsCaller({ env: process.env, patience }));
  return usageKeys({ ...settings, keys });
}
