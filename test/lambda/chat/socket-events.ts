import type { ConnectRequest } from '../../../lambda/chat-authorizer/handler.ts';
import type { SocketEvent } from '../../../lambda/shared-chat/socket-event.ts';

const connectHeaders = {
  Host: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
  'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
  'Sec-WebSocket-Key': 'NysmUTUM1SWo5oeJuKHZhw==',
  'Sec-WebSocket-Version': '13',
  'X-Amzn-Trace-Id': 'Root=1-62fb87cb-4dbfce250f33864344a762b9',
  'X-Forwarded-For': '203.0.113.7',
  'X-Forwarded-Port': '443',
  'X-Forwarded-Proto': 'https',
};

const contextOfAll = {
  extendedRequestId: 'XLWEcGkYIAMFllQ=',
  requestTime: '21/Nov/2026:13:46:24 +0000',
  messageDirection: 'IN',
  stage: 'dev',
  connectedAt: 1_795_268_784_437,
  requestTimeEpoch: 1_795_268_784_437,
  identity: { sourceIp: '203.0.113.7' },
  requestId: 'XLWEcGkYIAMFllQ=',
  domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
  apiId: 'a1b2c3d4e5',
};

/** The handshake as the authorizer sees it (API Gateway Developer Guide, "Control access to WebSocket APIs with AWS Lambda REQUEST authorizers"). */
export function handshake(
  headers: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> | null = null,
): ConnectRequest {
  const event = {
    type: 'REQUEST',
    methodArn: 'arn:aws:execute-api:us-east-1:111111111111:a1b2c3d4e5/dev/$connect',
    headers: {
      ...connectHeaders,
      Connection: 'upgrade',
      Upgrade: 'websocket',
      'content-length': '0',
      ...headers,
    },
    queryStringParameters: query,
    multiValueQueryStringParameters: null,
    stageVariables: {},
    requestContext: {
      ...contextOfAll,
      routeKey: '$connect',
      eventType: 'CONNECT',
      connectionId: 'XLWEcfB7oAMCJxQ=',
    },
  };
  return event;
}

/** What the proxy integration hands to a route's function (API Gateway Developer Guide, "Set up WebSocket API integration requests"). */
export function socketEvent(
  route: '$connect' | '$disconnect' | 'sendMessage',
  connectionId: string,
  given: {
    readonly authorizer?: Readonly<Record<string, unknown>>;
    readonly body?: string;
    readonly isBase64Encoded?: boolean;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): SocketEvent {
  const { authorizer, body, isBase64Encoded = false, headers } = given;
  const eventType = { $connect: 'CONNECT', $disconnect: 'DISCONNECT', sendMessage: 'MESSAGE' }[route];
  return {
    ...(route === 'sendMessage' ? {} : { headers: { ...connectHeaders, ...headers } }),
    requestContext: {
      ...contextOfAll,
      routeKey: route,
      eventType,
      connectionId,
      ...(route === 'sendMessage' ? { messageId: 'XLWEddUmIAMCJxQ=' } : {}),
      ...(route === '$disconnect' ? { disconnectStatusCode: 1005, disconnectReason: '' } : {}),
      // The authorizer's context, whose values are all texts, and its own fields.
      ...(authorizer === undefined
        ? {}
        : { authorizer: { principalId: 'alice', integrationLatency: 171, ...authorizer } }),
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded,
  } as SocketEvent;
}
