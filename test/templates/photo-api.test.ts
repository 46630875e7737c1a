import { beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseTemplate } from '../../src/template/parse-template.ts';
import { companycam, root, type Resource } from './evaluated.ts';

let resources: readonly Resource[];
beforeAll(async () => {
  resources = await companycam('dev');
});
const of = (type: string): readonly Resource[] => resources.filter((each) => each.type === `AWS::ApiGateway::${type}`);

/** `GET /photos/{id}` → the method. */
function routes(): ReadonlyMap<string, Resource> {
  const stackOf = ({ path }: Resource): string => path.slice(0, path.indexOf('/'));
  const parts = new Map(
    of('Resource').map((each) => [`${stackOf(each)} \${${each.logicalId}}`, each.properties]),
  );
  const pathOf = (stack: string, id: unknown): string => {
    const own = parts.get(`${stack} ${String(id)}`);
    return own === undefined ? '' : `${pathOf(stack, own['ParentId'])}/${String(own['PathPart'])}`;
  };
  return new Map(
    of('Method').map((method) => [
      `${String(method.properties['HttpMethod'])} ${pathOf(stackOf(method), method.properties['ResourceId'])}`,
      method,
    ]),
  );
}

test('has these routes, and each but health and login wants a token', () => {
  const found = [...routes()].map(([route, { properties }]) => [route, properties['AuthorizationType']]);
  expect(Object.fromEntries(found)).toEqual({
    'GET /health': 'NONE',
    'POST /auth/login': 'NONE',
    'GET /photos': 'CUSTOM',
    'GET /photos/{id}': 'CUSTOM',
    'POST /photos/uploads': 'CUSTOM',
    'POST /detections': 'CUSTOM',
    'OPTIONS /health': 'NONE',
    'OPTIONS /auth/login': 'NONE',
    'OPTIONS /photos': 'NONE',
    'OPTIONS /photos/{id}': 'NONE',
    'OPTIONS /photos/uploads': 'NONE',
    'OPTIONS /detections': 'NONE',
  });
  for (const { properties } of routes().values()) {
    if (properties['AuthorizationType'] === 'CUSTOM') {
      expect(properties['AuthorizerId']).toBe('${PhotoApi.Outputs.AuthorizerId}');
    }
  }
});

test('a preflight is answered by the function of its route, which knows the origins', () => {
  const uri = (route: string): unknown => (routes().get(route)?.properties['Integration'] as { Uri: unknown }).Uri;
  for (const route of routes().keys()) {
    const path = route.split(' ')[1] ?? '';
    const verb = [...routes().keys()].find((each) => each.endsWith(` ${path}`) && !each.startsWith('OPTIONS'));
    expect(uri(`OPTIONS ${path}`)).toBe(uri(verb ?? ''));
  }
});

test("the gateway's own answers name the one origin, vary by it, and never the request's", () => {
  const responses = of('GatewayResponse').map(({ properties }) => properties);
  expect(responses.map(({ ResponseType }) => ResponseType).sort()).toEqual([
    'DEFAULT_4XX',
    'DEFAULT_5XX',
    'MISSING_AUTHENTICATION_TOKEN',
    'UNAUTHORIZED',
  ]);
  for (const { ResponseParameters } of responses) {
    expect(ResponseParameters).toMatchObject({
      'gatewayresponse.header.Access-Control-Allow-Origin': "'${Site.Outputs.SiteUrl}'",
      'gatewayresponse.header.Vary': "'Origin'",
    });
  }
  expect(responses.find(({ ResponseType }) => ResponseType === 'MISSING_AUTHENTICATION_TOKEN')).toMatchObject({
    StatusCode: '404',
  });
});

test('the deployment is made anew with each template that defines the API, and comes after the routes', () => {
  const stage = 'templates/modules/photo-api-stage.yml';
  const { body } = parseTemplate(readFileSync(`${root}${stage}`, 'utf8'), stage);
  const renewal = body.Resources['Deployment']?.Metadata?.['Slipway'] as { RenewWith: readonly string[] };
  const defining = new Set(
    resources
      .filter(({ type }) => /^AWS::ApiGateway::(RestApi|Resource|Method|Authorizer|GatewayResponse)$/.test(type))
      .map(({ template }) => template),
  );
  expect(new Set(renewal.RenewWith.map((each) => posix.join(posix.dirname(stage), each)))).toEqual(defining);

  const app = 'templates/companycam/app.yml';
  const wiring = parseTemplate(readFileSync(`${root}${app}`, 'utf8'), app).body.Resources;
  expect(wiring['ApiStage']?.DependsOn).toEqual(['OpenRoutes', 'PhotoRoutes']);
});

test('the access log is one JSON object a line and holds no header, query or body', () => {
  const { Format } = of('Stage')[0]?.properties['AccessLogSetting'] as { Format: string };
  const entry = JSON.parse(Format) as Record<string, string>;
  expect(Object.keys(entry)).toEqual(expect.arrayContaining(['requestId', 'route', 'status', 'latency', 'error']));
  expect(Format).not.toMatch(/header|querystring|input\.|\n/i);
  expect(of('Stage')[0]?.properties).toMatchObject({
    TracingEnabled: true,
    MethodSettings: expect.arrayContaining([expect.objectContaining({ DataTraceEnabled: false, LoggingLevel: 'INFO' })]),
  });
});

test('old TLS is refused', () => {
  expect(of('RestApi')[0]?.properties).toMatchObject({
    SecurityPolicy: 'SecurityPolicy_TLS13_1_2_2021_06',
    EndpointAccessMode: 'STRICT',
  });
});

test('each function may be called by this API only', () => {
  const permissions = resources.filter(
    ({ type, properties }) =>
      type === 'AWS::Lambda::Permission' && properties['Principal'] === 'apigateway.amazonaws.com',
  );
  expect(permissions).toHaveLength(5);
  for (const { properties } of permissions) {
    expect(properties).toMatchObject({ Principal: 'apigateway.amazonaws.com', SourceAccount: '111111111111' });
    expect(properties['SourceArn']).toMatch(/:execute-api:eu-west-1:111111111111:\$\{PhotoApi(\.Outputs\.RestApiId)?\}\//);
  }
});
