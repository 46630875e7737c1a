import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { environmentNames } from '../../src/config/environment-name.ts';
import { lint } from '../../src/lint/lint.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import type { Template } from '../../src/template/template.ts';
import { companycam, root, type Resource } from './evaluated.ts';
import { decide, type PolicyDocument } from './iam.ts';

const files = readdirSync(`${root}templates`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yml'))
  .map((file) => `templates/${file}`)
  .sort();

const deployed = new Map<string, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames) deployed.set(environment, await companycam(environment));
});
const resources = (environment: string, type?: string): readonly Resource[] =>
  (deployed.get(environment) ?? []).filter((each) => type === undefined || each.type === type);

/** Every value of a template with the keys that lead to it. */
function* walk(value: unknown, path: readonly string[] = []): Generator<readonly [readonly string[], unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* walk(each, [...path, key]);
}

test('the wiring has no finding in any environment', async () => {
  // cfn-lint itself runs in `slipway lint`; here it has nothing to say, and our own rules speak.
  const silent = () => Promise.resolve({ exitCode: 0, stdout: '[]', stderr: '' });
  expect(await lint(root, [], silent)).toEqual([]);
});

describe.each(files)('%s', (file) => {
  let source: string;
  let template: Template;
  beforeAll(() => {
    source = readFileSync(`${root}${file}`, 'utf8');
    template = parseTemplate(source, file);
  });

  test('says what it is for, in the usual order, without a transform', () => {
    const order = ['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Rules', 'Mappings'];
    const sections = [...order, 'Conditions', 'Resources', 'Outputs'];
    const keys = Object.keys(template.body);
    expect(keys).toEqual(sections.filter((section) => keys.includes(section)));
    expect(template.body.Description).toMatch(/^\S.{20,}/);
    expect(keys).not.toContain('Transform');
  });

  test('describes and groups every parameter, and describes every output', () => {
    for (const parameter of Object.values(template.body.Parameters ?? {})) {
      expect(parameter.Description).toMatch(/^\S.{10,}/);
      expect(parameter.Type).toMatch(/^(String|Number|CommaDelimitedList)$/);
    }
    for (const output of Object.values(template.body.Outputs ?? {})) {
      expect(output.Description).toMatch(/^\S.{3,}/);
      expect(output).not.toHaveProperty('Export');
    }
    const interfaces = template.body.Metadata?.['AWS::CloudFormation::Interface'] as {
      ParameterGroups: readonly { Parameters: readonly string[] }[];
    };
    const grouped = interfaces.ParameterGroups.flatMap(({ Parameters }) => Parameters);
    expect(new Set(grouped).size).toBe(grouped.length);
    for (const each of grouped) expect(Object.keys(template.body.Parameters ?? {})).toContain(each);
  });

  test('names conditions Has…, Is… or Makes…, and resources in PascalCase', () => {
    for (const name of Object.keys(template.body.Conditions ?? {})) expect(name).toMatch(/^(Has|Is|Makes)[A-Z]/);
    for (const name of Object.keys(template.body.Resources)) expect(name).toMatch(/^([A-Z][a-z0-9]+)+$/);
  });

  test('names no account, and no region or partition in an ARN', () => {
    for (const [path, value] of walk(template.body.Resources)) {
      if (typeof value !== 'string' || path.includes('Description')) continue;
      expect(value).not.toMatch(/\b\d{12}\b|arn:aws|\b(eu|us)-(west|east)-\d\b/);
    }
  });

  test('is small, or says why not', () => {
    // what checkov is not to ask of a resource, and why, is no part of what a reader has to hold in mind
    const suppressions = /^ {4}Metadata:\n {6}checkov:\n {8}skip:\n(?: {10}.*\n)+/gm;
    const lines = source.replaceAll(suppressions, '').split('\n').length;
    if (file === 'templates/bootstrap/foundation.yml') expect(source).toContain('what must not be made anew');
    else expect(lines).toBeLessThanOrEqual(file.includes('/modules/') ? 250 : 400);
  });
});

describe.each(['app', 'edge', 'network'].map((name) => `templates/companycam/${name}.yml`))('the root %s', (file) => {
  test('only wires', () => {
    const { body } = parseTemplate(readFileSync(`${root}${file}`, 'utf8'), file);
    for (const resource of Object.values(body.Resources)) expect(resource.Type).toBe('AWS::CloudFormation::Stack');
  });
});

describe('what holds data', () => {
  const stateful = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::ElastiCache::ReplicationGroup'];
  test.each([
    ['dev', 'Delete', 'Delete'],
    ['sit', 'Delete', 'Delete'],
    ['prod', 'RetainExceptOnCreate', 'Retain'],
  ])('in %s is kept by %s and %s', (environment, deletionPolicy, updateReplacePolicy) => {
    const found = stateful.flatMap((type) => resources(environment, type));
    expect(found.map(({ path }) => path)).toEqual(['AccessLogBucket/AccessLogs', 'Site/Origin', 'PhotosBucket/Photos', 'UserKeys/UserKeys', 'Cache/Cache']);
    for (const each of found) expect(each).toMatchObject({ deletionPolicy, updateReplacePolicy });
  });
});

describe.each(environmentNames)('in %s', (environment) => {
  test('every bucket is closed, encrypted, cleaned up and open to TLS only', () => {
    for (const { path, properties } of resources(environment, 'AWS::S3::Bucket')) {
      expect([path, properties]).toMatchObject([
        path,
        {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
          LifecycleConfiguration: {
            Rules: expect.arrayContaining([
              expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
            ]),
          },
        },
      ]);
      const stack = path.split('/')[0] ?? '';
      const policy = resources(environment, 'AWS::S3::BucketPolicy').find((each) => each.path.startsWith(stack));
      const document = policy?.properties['PolicyDocument'] as PolicyDocument;
      for (const action of ['s3:GetObject', 's3:PutObject', 's3:ListBucket']) {
        expect(decide([document], { action, context: { 'aws:SecureTransport': 'false' } })).toBe('denied');
      }
    }
  });

  test('every function runs on arm64 with Node.js 24, traced, with JSON logs in a group of its own stack', () => {
    const functions = resources(environment, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(8);
    for (const { path, properties } of functions) {
      const group = /^\$\{(\w+)\}$/.exec(String((properties['LoggingConfig'] as { LogGroup: unknown }).LogGroup))?.[1];
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      });
      const log = resources(environment, 'AWS::Logs::LogGroup').find(
        (each) => each.path === `${path.split('/')[0] ?? ''}/${group ?? ''}`,
      );
      expect(log?.properties).toMatchObject({ RetentionInDays: environment === 'prod' ? '90' : '30' });
    }
  });

  test('every log group ends its entries', () => {
    const groups = resources(environment, 'AWS::Logs::LogGroup');
    const days = environment === 'prod' ? '90' : '30';
    expect(groups.map(({ properties }) => properties['RetentionInDays'])).toEqual(groups.map(() => days));
    const names = groups.map(({ properties }) => properties['LogGroupName']);
    for (const name of ['apigateway/companycam-api', 'ecs/photo-upload-service', 'ecs/detection-service'])
      expect(names).toContain(`/aws/${name}-${environment}`);
  });

  test('every role is bounded, says what it is for, and is for one service', () => {
    for (const { properties } of resources(environment, 'AWS::IAM::Role')) {
      expect(properties).toMatchObject({
        PermissionsBoundary: 'arn:aws:iam::111111111111:policy/slipway-workload-boundary',
        Description: expect.stringMatching(/^\S.{10,}/),
      });
      expect(JSON.stringify(properties['AssumeRolePolicyDocument'])).toMatch(
        /"Service":"(lambda|ecs-tasks|vpc-flow-logs)\.amazonaws\.com"/,
      );
    }
  });

  test('no alarm is silent, and each tells what it means', () => {
    const alarms = resources(environment, 'AWS::CloudWatch::Alarm');
    expect(alarms.map(({ logicalId }) => logicalId)).toEqual([
      'CacheCpu',
      'CacheMemory',
      'CacheEvictions',
      'ApiKeys',
      'ApiServerErrors',
      'ApiLatency',
      'AuthorizerErrors',
      'BucketClientErrors',
      'BucketServerErrors',
      'FailedPhotos',
      'KeysNotMade',
    ]);
    for (const { properties } of alarms) {
      expect(properties).toMatchObject({
        AlarmActions: [expect.stringMatching(/^\$\{(AlarmTopic\.Outputs\.TopicArn|network\.AlarmTopicArn)\}$/)],
        TreatMissingData: 'notBreaching',
      });
      expect(properties['AlarmDescription']).toMatch(/^\S.{20,}/);
    }
  });

  test('a smoke issuer is trusted everywhere but in prod', () => {
    const [authorizer] = resources(environment, 'AWS::Lambda::Function').filter(
      ({ logicalId }) => logicalId === 'Authorizer',
    );
    const login = `https://login.${environment}.companycam.com`;
    expect(authorizer?.properties['Environment']).toMatchObject({
      Variables: {
        TOKEN_ISSUERS:
          environment === 'prod' ? login : `${login},https://smoke-issuer.${environment}.companycam.com`,
      },
    });
  });
});
