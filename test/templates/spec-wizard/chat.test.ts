import { describe, expect, test } from '@jest/globals';
import { account, type Properties } from '../evaluated.ts';
import { decide } from '../iam.ts';
import { at, of, policies, resources, stackWith } from './deployed.ts';

const uriOf = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\${${name}.Outputs.FunctionArn}/invocations`;
const connections = (environment: string, verb: string): string =>
  `arn:aws:execute-api:us-east-1:${account}:\${ChatApi.Outputs.ApiId}/${environment}/${verb}/@connections/a`;
const table = `arn:aws:dynamodb:us-east-1:${account}:table/\${SessionsTable.Outputs.TableName}`;

describe.each(['dev', 'sit', 'prod'] as const)('the WebSocket API in %s', (environment) => {
  const route = (id: string): Properties => of(environment, `ChatRoutes/${id}`);
  const role = (path: string) => policies(of(environment, path));

  test('chooses a route by the action of a message', () => {
    expect(of(environment, 'ChatApi/Chat')).toMatchObject({
      Name: `spec-wizard-chat-${environment}`,
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    });
  });

  test('$connect, $disconnect and sendMessage, each with a Lambda that works, and no other', () => {
    const routes = resources(environment).filter(({ type }) => type === 'AWS::ApiGatewayV2::Route');
    expect(routes.map(({ properties }) => properties['RouteKey'])).toEqual([
      '$connect',
      '$disconnect',
      'sendMessage',
    ]);
    for (const [id, child, key] of [
      ['Connect', 'ChatConnect', '$connect'],
      ['Disconnect', 'ChatDisconnect', '$disconnect'],
      ['Message', 'ChatMessage', 'sendMessage'],
    ] as const) {
      expect(route(`${id}Function`)).toMatchObject({ IntegrationType: 'AWS_PROXY', IntegrationUri: uriOf(child) });
      expect(route(id === 'Message' ? 'SendMessage' : id)['Target']).toBe(`integrations/\${${id}Function}`);
      expect(String(route(`Invoke${id}`)['SourceArn'])).toMatch(new RegExp(`/${environment}/\\${key}$|/${environment}/${key}$`));
    }
  });

  test('a JWT is checked by an authorizer at $connect, wherever it stands', () => {
    expect(route('Connect')).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: '${TokenAuthorizer}' });
    expect(route('TokenAuthorizer')).toMatchObject({
      AuthorizerType: 'REQUEST',
      IdentitySource: [],
      AuthorizerUri: uriOf('ChatAuthorizer'),
    });
    const { Variables: variables } = of(environment, 'ChatAuthorizer/Authorizer')['Environment'] as {
      Variables: Properties;
    };
    const issuers = [`https://login.${environment}.specwizard.com`];
    if (environment !== 'prod') issuers.push(`https://smoke-issuer.${environment}.specwizard.com`);
    expect(variables).toMatchObject({ TOKEN_ISSUERS: issuers.join(), TOKEN_AUDIENCE: 'spec-wizard' });
  });

  test('throttles 500 burst, 100 rate', () => {
    expect(of(environment, 'ChatStage/Stage')['DefaultRouteSettings']).toMatchObject({
      ThrottlingBurstLimit: '500',
      ThrottlingRateLimit: '100',
    });
  });

  test('access log as JSON, without query or header; no execution log, which would hold the query', () => {
    const stage = of(environment, 'ChatStage/Stage');
    const { Format: format } = stage['AccessLogSettings'] as { Format: string };
    expect(Object.keys(JSON.parse(format) as object)).toEqual(
      expect.arrayContaining(['requestId', 'route', 'status', 'connection', 'subject', 'error']),
    );
    expect(format).not.toMatch(/query|header|body|token/i);
    expect(stage['DefaultRouteSettings']).toMatchObject({ LoggingLevel: 'OFF', DataTraceEnabled: false });
    expect(of(environment, 'ChatStage/AccessLog')).toMatchObject({
      LogGroupName: `/aws/apigateway/spec-wizard-chat-${environment}`,
    });
  });

  test('stage per environment, renewed by itself when a route changes', () => {
    expect(of(environment, 'ChatStage/Stage')).toMatchObject({ StageName: environment, AutoDeploy: true });
  });

  test.each([
    ['ChatConnect/ConnectRole', ['dynamodb:PutItem'], ['dynamodb:DeleteItem', 'dynamodb:Query', 'dynamodb:GetItem']],
    ['ChatDisconnect/DisconnectRole', ['dynamodb:DeleteItem'], ['dynamodb:PutItem', 'dynamodb:Scan']],
    ['ChatMessage/MessageRole', ['dynamodb:Query', 'dynamodb:DeleteItem'], ['dynamodb:PutItem', 'dynamodb:Scan']],
    ['ChatAuthorizer/AuthorizerRole', [], ['dynamodb:GetItem', 'dynamodb:PutItem']],
  ])('%s keeps connections in the table and does nothing else there', (path, allowed, refused) => {
    for (const action of allowed) expect(decide(role(path), { action, resource: table })).toBe('allowed');
    for (const action of refused) expect(decide(role(path), { action, resource: table })).toBe('not allowed');
    const anotherTable = { action: allowed[0] ?? 'dynamodb:PutItem', resource: `${table}-2` };
    expect(decide(role(path), anotherTable)).toBe('not allowed');
  });

  test('only the function for messages reaches connections, those of this stage', () => {
    const message = role('ChatMessage/MessageRole');
    const action = 'execute-api:ManageConnections';
    for (const verb of ['POST', 'DELETE'])
      expect(decide(message, { action, resource: connections(environment, verb) })).toBe('allowed');
    expect(decide(message, { action, resource: connections('other', 'POST') })).toBe('not allowed');
    for (const path of ['ChatConnect/ConnectRole', 'ChatDisconnect/DisconnectRole'])
      expect(decide(role(path), { action, resource: connections(environment, 'POST') })).toBe('not allowed');
  });

  test('alarms for an issuer out of reach and for messages that are not delivered count what the functions write', () => {
    for (const [alarm, filter] of [
      ['AuthorizerErrors', 'ChatAuthorizer/IssuerOutOfReach'],
      ['MessagesNotDelivered', 'ChatMessage/MessageNotDelivered'],
    ] as const) {
      const [{ MetricName: counted, MetricNamespace: within } = {}] = of(environment, filter)[
        'MetricTransformations'
      ] as Properties[];
      expect(of(environment, `ChatFunctionAlarms/${alarm}`)).toMatchObject({
        MetricName: counted,
        Namespace: within,
      });
    }
  });
});

test.each(['Connect', 'Disconnect', 'Message'])('the function for %s can be replaced by parameter', async (which) => {
  const arn = `arn:aws:lambda:us-east-1:${account}:function:another`;
  const made = await stackWith('app', { [`Chat${which}FunctionArn`]: arn });
  expect(made.filter(({ path }) => path.startsWith(`Chat${which}/`))).toEqual([]);
  expect(String(at(made, `ChatRoutes/${which}Function`)['IntegrationUri'])).toContain(`functions/${arn}/invocations`);
  expect(at(made, `ChatRoutes/Invoke${which}`)['FunctionName']).toBe(arn);
});
