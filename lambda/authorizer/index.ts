import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { log } from '../shared-http/log.ts';
import { policyFor } from './policy.ts';
import { type AuthorizerSettings, readSettings } from './settings.ts';
import { InvalidToken, tokenVerifier } from './verify-token.ts';

let settings: AuthorizerSettings | undefined;
let verify: ReturnType<typeof tokenVerifier> | undefined;

/**
 * The photo API's TOKEN authorizer. API Gateway answers 401 when the message of the error is exactly
 * `Unauthorized`, 403 when the policy denies, and 500 for any other error: an issuer out of reach is not a bad token
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html).
 */
export async function handler(event: APIGatewayTokenAuthorizerEvent): Promise<APIGatewayAuthorizerResult> {
  settings ??= readSettings(process.env);
  verify ??= tokenVerifier(settings);
  try {
    return policyFor(await verify(event.authorizationToken), settings, event.methodArn);
  } catch (error) {
    if (error instanceof InvalidToken) {
      log('info', 'token refused', { reason: error.message });
      throw new Error('Unauthorized', { cause: error });
    }
    log('error', 'keys of the issuer are out of reach', {
      error: error instanceof Error ? error.name : 'unknown',
    });
    throw error;
  }
}
