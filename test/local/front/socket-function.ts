import { ApiGatewayManagementApi } from '@aws-sdk/client-apigatewaymanagementapi';

interface Event {
  readonly type?: string;
  readonly methodArn?: string;
  readonly queryStringParameters?: Readonly<Record<string, string>> | null;
  readonly requestContext: {
    readonly eventType: string;
    readonly connectionId: string;
    readonly apiId: string;
    readonly stage: string;
    readonly authorizer?: Readonly<Record<string, unknown>>;
  };
  readonly body?: string;
}

/** Authorizer and all routes at once: lets `?token=good` in, and says a message back through the management API. */
export async function handler(event: Event): Promise<unknown> {
  if (event.type === 'REQUEST') {
    const isGood = event.queryStringParameters?.['token'] === 'good';
    return {
      principalId: 'somebody',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Action: 'execute-api:Invoke', Effect: isGood ? 'Allow' : 'Deny', Resource: event.methodArn },
        ],
      },
      context: { session: 'one' },
    };
  }
  const { eventType, connectionId, apiId, stage, authorizer } = event.requestContext;
  if (eventType === 'CONNECT') return { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat' } };
  if (eventType === 'MESSAGE') {
    const endpoint = `https://${apiId}.execute-api.${process.env['AWS_REGION'] ?? ''}.amazonaws.com/${stage}`;
    const api = new ApiGatewayManagementApi({ endpoint });
    const gone = await api.postToConnection({ ConnectionId: 'a1b2c3d4e5f60718', Data: 'nobody' }).then(
      () => 'reached',
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
    await api.postToConnection({
      ConnectionId: connectionId,
      Data: JSON.stringify({ said: event.body, session: authorizer?.['session'], gone }),
    });
  }
  return { statusCode: 200 };
}
