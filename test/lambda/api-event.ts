import type { APIGatewayProxyEvent } from 'aws-lambda';

export interface EventOptions {
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  /** Who the authorizer says it is; `null` on a route without one. */
  readonly subject?: string | null;
}

/**
 * A request as API Gateway's REST proxy integration hands it to a function, with the fields that are always there
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html, "Input format").
 *
 * @param route method and resource, e.g. `GET /photos/{id}`
 */
export function apiEvent(route: string, options: EventOptions = {}): APIGatewayProxyEvent {
  const [httpMethod = '', resource = ''] = route.split(' ');
  const { body = null, isBase64Encoded = false, headers = {}, pathParameters, subject = 'alice' } = options;
  const path = Object.entries(pathParameters ?? {}).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    resource,
  );
  return {
    resource,
    path,
    httpMethod,
    headers: { Host: 'a1b2c3.execute-api.eu-west-1.amazonaws.com', 'X-Forwarded-Proto': 'https', ...headers },
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: pathParameters ?? null,
    stageVariables: null,
    requestContext: {
      accountId: '111111111111',
      apiId: 'a1b2c3',
      authorizer: subject === null ? null : { principalId: subject, integrationLatency: 12 },
      protocol: 'HTTP/1.1',
      httpMethod,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '203.0.113.7',
        user: null,
        userAgent: 'test',
        userArn: null,
      },
      path: `/v1${path}`,
      stage: 'v1',
      requestId: '4b3c9d5e-0000-4000-8000-000000000000',
      requestTimeEpoch: 1_795_000_000_000,
      resourceId: 'x1y2z3',
      resourcePath: resource,
    },
    body,
    isBase64Encoded,
  };
}
