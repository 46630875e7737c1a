import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import { readTokenSettings, required } from '../shared-token/settings.ts';
import { tokenVerifier } from '../shared-token/verify-token.ts';
import { chatAuthorizer, type ConnectRequest } from './handler.ts';

let authorize: ReturnType<typeof chatAuthorizer> | undefined;

/** The chat's REQUEST authorizer. The issuers' keys stay in memory between connections. */
export function handler(request: ConnectRequest): Promise<APIGatewayAuthorizerResult> {
  authorize ??= chatAuthorizer({
    verify: tokenVerifier(readTokenSettings(process.env)),
    scope: required(process.env, 'CHAT_SCOPE'),
  });
  return authorize(request);
}
