import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { log } from '../shared-http/log.ts';
import { policyFor } from './policy.ts';
import type { AuthorizerSettings } from './settings.ts';
import { type Caller, InvalidToken } from '../shared-token/verify-token.ts';

/**
 * Answers a TOKEN authorizer's event. API Gateway makes 401 of an error whose message is exactly `Unauthorized`,
 * 403 of a policy that denies, and 500 of any other error: an issuer out of reach is not a bad token
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html).
 *
 * @param usageKeyOf the API key that a subject is metered by; never throws; left out where nobody is metered
 */
export function authorizer(
  settings: AuthorizerSettings,
  verify: (authorization: string | undefined) => Promise<Caller>,
  usageKeyOf?: (subject: string) => Promise<string>,
): (event: APIGatewayTokenAuthorizerEvent) => Promise<APIGatewayAuthorizerResult> {
  return async (event) => {
    try {
      const caller = await verify(event.authorizationToken);
      return policyFor(caller, settings, event.methodArn, await usageKeyOf?.(caller.subject));
    } catch (error) {
      if (error instanceof InvalidToken) {
        log('info', 'token refused', { reason: error.message });
        throw new Error('Unauthorized', { cause: error });
      }
      // The alarm counts this line; a refused token is no reason for one.
      log('error', 'keys of the issuer are out of reach', {
        error: error instanceof Error ? error.name : 'unknown',
      });
      throw error;
    }
  };
}
