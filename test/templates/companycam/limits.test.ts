import { beforeAll, describe, expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { companycam, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

const deployed = new Map<string, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames) deployed.set(environment, await companycam(environment));
});
const all = (environment: string, type: string): readonly Resource[] =>
  (deployed.get(environment) ?? []).filter((each) => each.type === type);
const named = (environment: string, path: string): Properties => {
  const found = deployed.get(environment)?.find((each) => each.path === path);
  if (found === undefined) throw new Error(`There is no ${path} in ${environment}.`);
  return found.properties;
};
const policiesOf = (environment: string, path: string): readonly PolicyDocument[] =>
  (named(environment, path)['Policies'] as { PolicyDocument: PolicyDocument }[]).map(
    ({ PolicyDocument }) => PolicyDocument,
  );

describe.each(environmentNames)('limits per user in %s', (environment) => {
  test('100 requests/s in general, 10 requests/s on detection routes, by a usage plan with method throttles (`/detections/POST`)', () => {
    const plan = named(environment, 'UsagePlans/EachUser');
    expect(plan).toMatchObject({
      Throttle: { RateLimit: '100', BurstLimit: '200' },
      ApiStages: [
        {
          ApiId: '${PhotoApi.Outputs.RestApiId}',
          Stage: '${ApiStage.Outputs.StageName}',
          Throttle: { '/detections/POST': { RateLimit: '10', BurstLimit: '20' } },
        },
      ],
    });
  });

  test('`ApiKeySourceType: AUTHORIZER`, and a key is needed on every route behind a token, on no other', () => {
    expect(named(environment, 'PhotoApi/PhotoApi')['ApiKeySourceType']).toBe('AUTHORIZER');
    for (const { properties } of all(environment, 'AWS::ApiGateway::Method')) {
      expect(properties['ApiKeyRequired'] ?? false).toBe(properties['AuthorizationType'] === 'CUSTOM');
    }
  });

  test('until then a shared low-rate key', () => {
    const shared = `companycam-newcomers-${environment}`;
    expect(named(environment, 'UsagePlans/SharedKey')).toMatchObject({ Value: shared, Enabled: true });
    expect(named(environment, 'UsagePlans/SharedKeyInPlan')).toMatchObject({
      KeyId: '${SharedKey}',
      UsagePlanId: '${Newcomers}',
    });
    const variables = named(environment, 'AuthorizerFunction/Authorizer')['Environment'];
    expect(variables).toMatchObject({ Variables: { SHARED_USAGE_KEY: shared } });
    const rate = (id: string): number =>
      Number((named(environment, `UsagePlans/${id}`)['Throttle'] as Properties)['RateLimit']);
    expect(rate('Newcomers')).toBeLessThan(rate('EachUser'));
  });

  test('a table maps subject → key, and the key is made outside the authorizer, which can make none', () => {
    expect(named(environment, 'UserKeys/UserKeys')).toMatchObject({
      TableName: `companycam-user-keys-${environment}`,
      KeySchema: [{ AttributeName: 'subject', KeyType: 'HASH' }],
      SSESpecification: { SSEEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: environment === 'prod' },
    });
    expect(named(environment, 'KeyProvisioner/NewSubjects')).toMatchObject({
      FunctionName: '${KeyProvisioner}',
      EventSourceArn: '${UserKeys.Outputs.StreamArn}',
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const keys = 'arn:aws:apigateway:eu-west-1::/apikeys';
    const may = (role: string, action: string, resource: string): string =>
      decide(policiesOf(environment, role), { action, resource });
    expect(may('AuthorizerFunction/AuthorizerRole', 'apigateway:POST', keys)).toBe('not allowed');
    expect(may('KeyProvisioner/KeyProvisionerRole', 'apigateway:POST', keys)).toBe('allowed');
    expect(may('KeyProvisioner/KeyProvisionerRole', 'apigateway:DELETE', keys)).toBe('not allowed');
    expect(
      may('KeyProvisioner/KeyProvisionerRole', 'apigateway:POST', 'arn:aws:apigateway:eu-west-1::/restapis'),
    ).toBe('not allowed');
  });

  test('an alarm at 80 % of the 10,000 keys that an account and region may have', () => {
    expect(named(environment, 'KeyCount/ApiKeys')).toMatchObject({
      Threshold: '8000',
      MetricName: `ApiKeys-${environment}`,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
    expect(named(environment, 'KeyCount/Counted')).toMatchObject({
      FilterPattern: '{ $.message.message = "api keys counted" }',
      MetricTransformations: [{ MetricName: `ApiKeys-${environment}`, MetricValue: '$.message.keys' }],
    });
    expect(named(environment, 'KeyCount/EveryHour')).toMatchObject({ ScheduleExpression: 'rate(1 hour)' });
  });

  test('stage throttles are a second line, above what one user may do', () => {
    const [stage] = all(environment, 'AWS::ApiGateway::Stage');
    const settings = stage?.properties['MethodSettings'] as Properties[];
    const limits = settings.map(({ ResourcePath, ThrottlingRateLimit }) => [ResourcePath, Number(ThrottlingRateLimit)]);
    expect(limits).toEqual([
      ['/*', 1000],
      ['/detections', 100],
    ]);
  });
});
