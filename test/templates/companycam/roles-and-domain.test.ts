import { expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { account, companycam, resourcesOf, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

/** The application's stack with more parameters than the environments' own. */
const app = (more: Readonly<Record<string, string>>): Promise<readonly Resource[]> =>
  resourcesOf('templates/companycam/app.yml', {
    ArtifactBucket: 'artifacts',
    Environment: 'dev',
    TokenIssuer: 'https://login.dev.companycam.com',
    AccessLogBucketDomainName: 'logs.s3.amazonaws.com',
    AlarmTopicArn: 'arn:aws:sns:eu-west-1:111111111111:companycam-alarms-dev',
    ...more,
  });
const at = (resources: readonly Resource[], path: string): Properties | undefined =>
  resources.find((each) => each.path === path)?.properties;

test('custom domain optional by parameter: absent, or with a certificate of the region, TLS 1.2 at least, and the version in the path', async () => {
  const without = await app({});
  expect(without.filter(({ path }) => path.startsWith('ApiDomain/'))).toEqual([]);
  const resources = await app({ ApiDomainName: 'api-dev.companycam.com', ApiHostedZoneId: 'Z0123456789ABC' });
  expect(at(resources, 'ApiDomain/Domain')).toMatchObject({
    DomainName: 'api-dev.companycam.com',
    RegionalCertificateArn: '${Certificate}',
    SecurityPolicy: 'SecurityPolicy_TLS13_1_2_2021_06',
    EndpointAccessMode: 'STRICT',
  });
  expect(at(resources, 'ApiDomain/Mapping')).toMatchObject({
    BasePath: '${ApiStage.Outputs.StageName}',
    Stage: '${ApiStage.Outputs.StageName}',
  });
  expect(at(resources, 'ApiDomain/Certificate')).toMatchObject({
    ValidationMethod: 'DNS',
    DomainValidationOptions: [{ HostedZoneId: 'Z0123456789ABC' }],
  });
  expect(at(resources, 'ApiDomain/Address')).toMatchObject({ Type: 'A', Name: 'api-dev.companycam.com' });
});

test('optional cross-account role for a model-serving account, by parameter', async () => {
  expect((await app({})).filter(({ path }) => path.startsWith('ModelServingRole/'))).toEqual([]);
  const resources = await app({ ModelServingAccount: '444444444444', ModelServingExternalId: 'photos-1a2b' });
  const role = at(resources, 'ModelServingRole/ModelServing') ?? {};
  const trust = role['AssumeRolePolicyDocument'] as PolicyDocument;
  expect(trust.Statement).toMatchObject([{ Principal: { AWS: 'arn:aws:iam::444444444444:root' } }]);
  const take = (id: string): string =>
    decide([trust], { action: 'sts:AssumeRole', context: { 'sts:ExternalId': id } });
  expect([take('photos-1a2b'), take('other')]).toEqual(['allowed', 'not allowed']);
  const [policy] = role['Policies'] as { PolicyDocument: PolicyDocument }[];
  const may = (action: string, key: string): string =>
    decide(policy ? [policy.PolicyDocument] : [], {
      action,
      resource: `arn:aws:s3:::\${PhotosBucket.Outputs.BucketName}/${key}`,
    });
  expect(may('s3:GetObject', 'photos/alice/1.jpg')).toBe('allowed');
  expect(may('s3:GetObject', 'slipway-smoke/x')).toBe('not allowed');
  expect(may('s3:PutObject', 'photos/alice/1.jpg')).toBe('not allowed');
  const name = `arn:aws:iam::${account}:role/companycam-model-serving-dev`;
  expect(JSON.stringify(at(resources, 'PhotosBucket/PhotosPolicy'))).toContain(name);
});

test.each(environmentNames)("every role's purpose stands in its description, and each service has its log: %s", async (environment) => {
  const resources = await companycam(environment);
  for (const [id, service, log] of [
    ['PhotoUploadService', 'photo-upload-service', 'PhotoUploadLog'],
    ['DetectionService', 'detection-service', 'DetectionLog'],
    ['MetadataService', 'metadata-service', 'MetadataLog'],
  ] as const) {
    expect(at(resources, `ServiceRoles/${id}`)).toMatchObject({
      RoleName: `${service}-role-${environment}`,
      Description: expect.stringMatching(new RegExp(`^${service} - \\w+`)),
    });
    expect(at(resources, `ServiceRoles/${log}`)).toMatchObject({ LogGroupName: `/aws/ecs/${service}-${environment}` });
  }
  for (const { type, properties } of resources)
    if (type === 'AWS::IAM::Role') expect(properties['Description']).toMatch(/ - \w+/);
});

test('an IAM policy to invoke the API for service roles: this API, and nothing else', async () => {
  const document = at(await app({}), 'ServiceRoles/InvokeApi')?.['PolicyDocument'] as PolicyDocument;
  const may = (resource: string): string => decide([document], { action: 'execute-api:Invoke', resource });
  const api = `arn:aws:execute-api:eu-west-1:${account}`;
  expect(may(`${api}:\${PhotoApi.Outputs.RestApiId}/v1/GET/photos`)).toBe('allowed');
  expect(may(`${api}:other/v1/GET/photos`)).toBe('not allowed');
});
