import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import type { AuthorizerSettings } from './settings.ts';
import type { Caller } from '../shared-token/verify-token.ts';

/** The routes that each scope opens. */
const readRoutes = ['GET/photos', 'GET/photos/*'];
const writeRoutes = ['POST/photos/uploads', 'POST/detections'];

/**
 * The policy for a caller. API Gateway caches it by token and applies it to every method of the API, so it speaks
 * of all routes and not just of the one that was asked for
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-lambda-authorizer-output.html).
 * A caller whose scopes open nothing gets an explicit Deny, which is a 403.
 *
 * @param methodArn `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<method>/<path>`
 * @param usageKey the API key that the caller is metered by
 */
export function policyFor(
  caller: Caller,
  settings: AuthorizerSettings,
  methodArn: string,
  usageKey?: string,
): APIGatewayAuthorizerResult {
  const [api = '', stage = ''] = methodArn.split('/');
  const routes = [
    ...(caller.scopes.has(settings.readScope) ? readRoutes : []),
    ...(caller.scopes.has(settings.writeScope) ? writeRoutes : []),
  ];
  return {
    principalId: caller.subject,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'execute-api:Invoke',
          Effect: routes.length === 0 ? 'Deny' : 'Allow',
          Resource: (routes.length === 0 ? ['*/*'] : routes).map((route) => `${api}/${stage}/${route}`),
        },
      ],
    },
    context: { scope: [...caller.scopes].join(' ') },
    ...(usageKey === undefined ? {} : { usageIdentifierKey: usageKey }),
  };
}
