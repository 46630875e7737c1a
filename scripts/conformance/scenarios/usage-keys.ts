import { createStack, outputsOf } from '../stacks.ts';
import { until, type Scenario } from '../world.ts';

const code = `
exports.handler = async ({ authorizationToken, methodArn }) => {
  if (!authorizationToken.startsWith('key-')) throw new Error('Unauthorized');
  return {
    principalId: authorizationToken,
    usageIdentifierKey: authorizationToken + '-' + 'x'.repeat(20),
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: methodArn.split('/')[0] + '/*' }],
    },
  };
};
`;

function template(name: string): string {
  const key = (id: string) => ({
    [id]: {
      Type: 'AWS::ApiGateway::ApiKey',
      DependsOn: 'Stage',
      Properties: {
        Name: `${name}-${id}`,
        Enabled: true,
        Value: `key-${id.toLowerCase()}-${'x'.repeat(20)}`,
      },
    },
    [`${id}InPlan`]: {
      Type: 'AWS::ApiGateway::UsagePlanKey',
      Properties: { KeyId: { Ref: id }, KeyType: 'API_KEY', UsagePlanId: { Ref: 'Plan' } },
    },
  });
  return JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: `${name}-function`,
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
            ],
          },
        },
      },
      Authorizer: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: `${name}-authorizer`,
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          Handler: 'index.handler',
          Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
          Code: { ZipFile: code },
        },
      },
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: { Ref: 'Authorizer' },
          Principal: 'apigateway.amazonaws.com',
          SourceArn: {
            'Fn::Sub':
              'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/authorizers/*',
          },
        },
      },
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: name, ApiKeySourceType: 'AUTHORIZER' } },
      ApiAuthorizer: {
        Type: 'AWS::ApiGateway::Authorizer',
        Properties: {
          Name: 'token',
          Type: 'TOKEN',
          RestApiId: { Ref: 'Api' },
          IdentitySource: 'method.request.header.Authorization',
          AuthorizerResultTtlInSeconds: 300,
          AuthorizerUri: {
            'Fn::Sub':
              'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Authorizer.Arn}/invocations',
          },
        },
      },
      Things: {
        Type: 'AWS::ApiGateway::Resource',
        Properties: {
          RestApiId: { Ref: 'Api' },
          ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
          PathPart: 'things',
        },
      },
      Get: {
        Type: 'AWS::ApiGateway::Method',
        Properties: {
          RestApiId: { Ref: 'Api' },
          ResourceId: { Ref: 'Things' },
          HttpMethod: 'GET',
          ApiKeyRequired: true,
          AuthorizationType: 'CUSTOM',
          AuthorizerId: { Ref: 'ApiAuthorizer' },
          Integration: {
            Type: 'MOCK',
            RequestTemplates: { 'application/json': '{"statusCode": 200}' },
            IntegrationResponses: [{ StatusCode: '200' }],
          },
          MethodResponses: [{ StatusCode: '200' }],
        },
      },
      Deployment: {
        Type: 'AWS::ApiGateway::Deployment',
        DependsOn: 'Get',
        Properties: { RestApiId: { Ref: 'Api' } },
      },
      Stage: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: { RestApiId: { Ref: 'Api' }, DeploymentId: { Ref: 'Deployment' }, StageName: 'v1' },
      },
      Plan: {
        Type: 'AWS::ApiGateway::UsagePlan',
        Properties: {
          UsagePlanName: name,
          ApiStages: [
            {
              ApiId: { Ref: 'Api' },
              Stage: { Ref: 'Stage' },
              Throttle: { '/things/GET': { RateLimit: 1, BurstLimit: 2 } },
            },
          ],
          Throttle: { RateLimit: 500, BurstLimit: 500 },
        },
      },
      ...key('One'),
      ...key('Two'),
    },
    Outputs: {
      Url: { Value: { 'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1' } },
    },
  });
}

/** Metering by the key that an authorizer names: whose load is whose. */
export const usageKeys: Scenario = {
  name: 'usage-keys',
  title: 'metering by the authorizer’s usageIdentifierKey',
  creates: [
    'a REST API with a usage plan and two keys',
    'a function that authorizes, and its role',
    'about 100 requests',
  ],
  verifies: ['emulator/usage_keys', 'fakes/photo-api/13', 'fakes/photo-api/14'],
  minutes: 4,
  run: async (stage) => {
    const { notes } = stage;
    const stack = await createStack(stage, { stack: `${stage.name}-api`, template: template(stage.name) });
    const url = outputsOf(stack)['Url'] ?? '';
    const get = async (who: string | null, more: Readonly<Record<string, string>> = {}, path = '/things') =>
      (
        await stage.ask(`${url}${path}`, {
          headers: { ...(who === null ? {} : { authorization: who }), ...more },
        })
      ).status;
    // A new stage, and new keys in a plan, take a while to be known everywhere.
    await until(stage, 'the API', async () => ((await get('key-two')) === 200 ? true : undefined));
    notes.see(
      ['fakes/photo-api/13'],
      'no token, a token that the authorizer does not know',
      [401, 401],
      [await get(null), await get('other')],
    );
    notes.see(
      ['emulator/usage_keys'],
      'the key of the header is not looked at',
      401,
      await get('other', { 'x-api-key': `key-one-${'x'.repeat(20)}` }),
    );
    notes.see(['emulator/usage_keys'], 'a key that is in no plan is refused', 403, await get('key-none'));
    const burst = await Promise.all(Array.from({ length: 60 }, () => get('key-one')));
    notes.see(
      ['emulator/usage_keys', 'fakes/photo-api/14'],
      'the method’s throttle of the plan stops one user’s burst, and leaves the other at 200',
      [true, [200, 429], 200],
      [burst.includes(429), [...new Set(burst)].sort(), await get('key-two')],
    );
  },
};
