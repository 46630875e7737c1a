import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import { contextOf } from '../shared-chat/socket-event.ts';
import { log } from '../shared-http/log.ts';
import { type Caller, InvalidToken } from '../shared-token/verify-token.ts';
import { presentedToken, type Handshake } from './presented-token.ts';

/** As much of a REQUEST authorizer's event as is read; `methodArn` ends with `/<stage>/$connect`. */
export interface ConnectRequest extends Handshake {
  readonly methodArn: string;
}

export interface ChatAuthorizerOptions {
  /** Throws `InvalidToken`; any other error means that the issuer's keys could not be had. */
  readonly verify: (authorization: string | undefined) => Promise<Caller>;
  /** The scope that opens the chat. */
  readonly scope: string;
}

/**
 * Decides about `$connect`: a policy that allows it and tells the session, or one that denies it, which is a 403 (API
 * Gateway Developer Guide, "Control access to WebSocket APIs with AWS Lambda REQUEST authorizers"). An issuer out of reach is
 * no fault of the token and ends as an error. The session is that of the token, else its subject: never what the client says.
 */
export function chatAuthorizer({
  verify,
  scope,
}: ChatAuthorizerOptions): (request: ConnectRequest) => Promise<APIGatewayAuthorizerResult> {
  return async (request) => {
    try {
      const caller = await verify(presentedToken(request));
      if (!caller.scopes.has(scope)) throw new InvalidToken('scope is missing');
      const { subject, expiresAt } = caller;
      return {
        ...policy('Allow', subject, request.methodArn),
        context: { ...contextOf({ subject, session: caller.session ?? subject, expiresAt }) },
      };
    } catch (error) {
      if (error instanceof InvalidToken) {
        log('info', 'token refused', { reason: error.message });
        return policy('Deny', 'refused', request.methodArn);
      }
      // The alarm counts this line; a refused token is no reason for one.
      log('error', 'keys of the issuer are out of reach', {
        error: error instanceof Error ? error.name : 'unknown',
      });
      throw error;
    }
  };
}

function policy(Effect: 'Allow' | 'Deny', principalId: string, Resource: string): APIGatewayAuthorizerResult {
  return {
    principalId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }],
    },
  };
}
