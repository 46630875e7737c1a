import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { authorizer } from './handler.ts';
import { readSettings } from './settings.ts';
import { tokenVerifier } from './verify-token.ts';

let authorize: ReturnType<typeof authorizer> | undefined;

/** The photo API's TOKEN authorizer. The issuers' keys stay in memory between requests. */
export function handler(event: APIGatewayTokenAuthorizerEvent): Promise<APIGatewayAuthorizerResult> {
  if (authorize === undefined) {
    const settings = readSettings(process.env);
    authorize = authorizer(settings, tokenVerifier(settings));
  }
  return authorize(event);
}
