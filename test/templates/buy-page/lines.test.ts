import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { functionText, templateFile, withFunction } from '../../../scripts/edge/function-text.ts';
import { destination } from '../../../lambda/edge-viewer-request/rewrite.ts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../../src/config/load.ts';
import { bundleFunction } from '../../../src/release/bundle-function.ts';
import { requireEsbuild } from '../../../src/release/load-esbuild.ts';
import { deployedSystem, resourcesOf, root, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

const deployed = new Map<EnvironmentName, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames) {
    deployed.set(environment, await deployedSystem('buy-page', environment));
  }
});
const all = (environment: EnvironmentName, type: string): readonly Resource[] =>
  (deployed.get(environment) ?? []).filter((each) => each.type === type);
const find = (environment: EnvironmentName, path: string): Resource | undefined =>
  deployed.get(environment)?.find((each) => each.path === path);
const of = (environment: EnvironmentName, path: string): Properties => find(environment, path)?.properties ?? {};
const config = (environment: EnvironmentName): Properties =>
  of(environment, 'Site/Distribution')['DistributionConfig'] as Properties;
const behavior = (environment: EnvironmentName): Properties =>
  config(environment)['DefaultCacheBehavior'] as Properties;
const domains = { dev: 'dev.kimmyai.io', sit: 'sit.kimmyai.io', prod: 'kimmyai.io' } as const;
const guarded = ['dev', 'sit'] as const;

describe.each(environmentNames)('origin bucket in %s', (environment) => {
  test('is called {env}-kimmyai-web-public, private, encrypted, versioned', () => {
    const { BucketName, ...rest } = of(environment, 'Site/Origin');
    expect(BucketName).toMatch(new RegExp(`^${environment}-kimmyai-web-public-\\d{12}-[a-z0-9-]+$`));
    expect(rest).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    const kept = environment === 'prod' ? ['RetainExceptOnCreate', 'Retain'] : ['Delete', 'Delete'];
    const origin = find(environment, 'Site/Origin');
    expect([origin?.deletionPolicy, origin?.updateReplacePolicy]).toEqual(kept);
  });

  test('is read by CloudFront alone, GetObject and ListBucket bound to the distribution’s ARN, over TLS only', () => {
    const text = JSON.stringify(of(environment, 'Site/OriginPolicy')['PolicyDocument']);
    const document = JSON.parse(text.replaceAll('${Origin.Arn}', 'arn:aws:s3:::x')) as PolicyDocument;
    const edge = document.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudfront'));
    const ask = (action: string, resource: string, distribution: string): string =>
      decide([{ Statement: edge }], {
        action,
        resource,
        context: { 'aws:SourceArn': `arn:aws:cloudfront::111111111111:distribution/${distribution}` },
      });
    for (const [action, resource] of [
      ['s3:GetObject', 'arn:aws:s3:::x/a'],
      ['s3:ListBucket', 'arn:aws:s3:::x'],
    ] as const) {
      expect(ask(action, resource, '${Distribution}')).toBe('allowed');
      expect(ask(action, resource, 'E2')).toBe('not allowed');
    }
    expect(ask('s3:PutObject', 'arn:aws:s3:::x/a', '${Distribution}')).toBe('not allowed');
    expect(decide([document], { action: 's3:GetObject', context: { 'aws:SecureTransport': 'false' } })).toBe('denied');
    const services = document.Statement.filter(({ Effect }) => Effect === 'Allow').map(({ Principal }) => JSON.stringify(Principal));
    expect(services.filter((each) => !/cloudfront|slipway-/.test(each))).toEqual([]);
  });
});

describe.each(environmentNames)('distribution in %s', (environment) => {
  test('alias, IPv6, HTTP/2 and 3, TLS 1.2+, compression, default root index.html', () => {
    expect(config(environment)).toMatchObject({
      Aliases: [domains[environment]],
      IPV6Enabled: true,
      HttpVersion: 'http2and3',
      DefaultRootObject: 'index.html',
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', AcmCertificateArn: '${edge.SiteCertificateArn}' },
    });
    expect(behavior(environment)).toMatchObject({
      Compress: true,
      ViewerProtocolPolicy: 'redirect-to-https',
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
    });
  });

  test('a missing asset stays 404: no custom error response turns errors into the page', () => {
    expect(config(environment)).not.toHaveProperty('CustomErrorResponses');
  });

  test('hashed assets cached for a year, HTML never: as the origin says, and no longer', () => {
    expect(of(environment, 'SiteEdge/Cache')['CachePolicyConfig']).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 31_536_000 });
  });

  test('security headers incl. HSTS; the page may call its own origin only', () => {
    const { SecurityHeadersConfig } = of(environment, 'SiteEdge/SecurityHeaders')['ResponseHeadersPolicyConfig'] as {
      readonly SecurityHeadersConfig: {
        readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number };
        readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
      };
    };
    expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(31_536_000);
    const policy = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy).toMatch(/connect-src 'self' *;/);
    expect(policy).not.toMatch(/https:|unsafe-/);
  });

  test('price class 100 in dev and sit, All in prod', () => {
    expect(config(environment)['PriceClass']).toBe(environment === 'prod' ? 'PriceClass_All' : 'PriceClass_100');
  });

  test('access logs to a bucket in the us-east-1 stack, kept 30 days, in prod 90', () => {
    expect(config(environment)['Logging']).toMatchObject({ Bucket: '${edge.AccessLogBucketDomainName}' });
    expect(of(environment, 'AccessLogBucket/AccessLogs')['LifecycleConfiguration']).toMatchObject({
      Rules: [{ ExpirationInDays: environment === 'prod' ? '90' : '30' }],
    });
  });
});

test.each(environmentNames)('DNS in %s: A and AAAA alias records in an existing zone, by parameter', async (environment) => {
  for (const [path, Type] of [['SiteDns/Ipv4', 'A'], ['SiteDns/Ipv6', 'AAAA']] as const) {
    expect(of(environment, path)).toMatchObject({ Name: domains[environment], Type, AliasTarget: { HostedZoneId: 'Z2FDTNDATAQYW2' } });
  }
  const without = await resourcesOf('templates/buy-page/web.yml', { ...webParameters, HostedZoneId: '' });
  expect(without.filter(({ type }) => type.startsWith('AWS::Route53'))).toEqual([]);
});

test('optional health check, with an alarm, where there is no basic authentication', () => {
  expect(all('prod', 'AWS::Route53::HealthCheck')[0]?.properties['HealthCheckConfig']).toMatchObject({
    Type: 'HTTPS',
    FullyQualifiedDomainName: 'kimmyai.io',
  });
  expect(all('prod', 'AWS::CloudWatch::Alarm').map(({ logicalId }) => logicalId)).toEqual(['SiteServerErrors', 'SiteUnreachable']);
  for (const environment of guarded) expect(all(environment, 'AWS::Route53::HealthCheck')).toEqual([]);
});

const webParameters = {
  Environment: 'prod',
  SiteDomainName: 'kimmyai.io',
  SiteCertificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/1',
  HostedZoneId: 'Z1',
  PriceClass: 'PriceClass_All',
  AccessLogBucketDomainName: 'logs.s3.amazonaws.com',
  BasicAuthentication: 'false',
  ViewerRequestVersionArn: 'none',
  ViewerRequestLogName: 'none',
  Standby: 'true',
  StandbyBucketName: 'standby',
};

test('a second region is an origin group of the same distribution with the site in both, by parameter', async () => {
  expect(config('prod')).not.toHaveProperty('OriginGroups');
  const web = await resourcesOf('templates/buy-page/web.yml', webParameters);
  const with2 = web.find(({ path }) => path === 'Site/Distribution')?.properties['DistributionConfig'];
  expect(with2).toMatchObject({
    Origins: [{ Id: 'bucket' }, { Id: 'standby', DomainName: 'standby.s3.amazonaws.com' }],
    // 403 and 404 are answers, not failures.
    OriginGroups: { Items: [{ FailoverCriteria: { StatusCodes: { Items: [500, 502, 503, 504] } } }] },
    DefaultCacheBehavior: { TargetOriginId: 'bucket-or-standby' },
  });
  expect(web.find(({ path }) => path === 'Site/Origin')?.properties['ReplicationConfiguration']).toMatchObject({
    Rules: [{ Status: 'Enabled', DeleteMarkerReplication: { Status: 'Enabled' }, Destination: { Bucket: 'arn:aws:s3:::standby' } }],
  });
  const watch = await resourcesOf('templates/buy-page/watch.yml', {
    Environment: 'prod',
    SiteDistributionId: 'E1',
    SiteDomainName: 'kimmyai.io',
    HealthCheck: 'true',
    BasicAuthentication: 'false',
    Standby: 'true',
    StandbyBucketName: 'standby',
  });
  const policy = watch.find(({ path }) => path === 'StandbyAccess/StandbyPolicy')?.properties['PolicyDocument'] as PolicyDocument;
  const context = { 'aws:SourceArn': 'arn:aws:cloudfront::111111111111:distribution/E1' };
  expect(decide([policy], { action: 's3:GetObject', resource: 'arn:aws:s3:::standby/a', context })).toBe('allowed');
  expect(decide([policy], { action: 's3:GetObject', resource: 'arn:aws:s3:::standby/a' })).not.toBe('allowed');
});

test.each(environmentNames)('certificate in %s: kimmyai.io and *.kimmyai.io, DNS-validated, in us-east-1', async (environment) => {
  expect(of(environment, 'SiteCertificate/Certificate')).toMatchObject({
    DomainName: 'kimmyai.io',
    SubjectAlternativeNames: ['*.kimmyai.io'],
    ValidationMethod: 'DNS',
  });
  const { stacks } = await loadSystem(root, 'buy-page');
  expect(stacks.map(({ name, region }) => `${name} ${region}`)).toEqual(['edge edge', 'web home', 'watch edge']);
});

describe('basic authentication at the edge', () => {
  test('dev and sit: one Lambda@Edge function on the viewer’s request and no other; prod: a CloudFront Function', () => {
    for (const environment of guarded) {
      expect(behavior(environment)).toMatchObject({
        LambdaFunctionAssociations: [
          { EventType: 'viewer-request', LambdaFunctionARN: '${edge.ViewerRequestVersionArn}', IncludeBody: false },
        ],
      });
      expect(behavior(environment)).not.toHaveProperty('FunctionAssociations');
      expect(all(environment, 'AWS::CloudFront::Function')).toEqual([]);
    }
    expect(behavior('prod')).toMatchObject({ FunctionAssociations: [{ EventType: 'viewer-request' }] });
    expect(behavior('prod')).not.toHaveProperty('LambdaFunctionAssociations');
    expect(all('prod', 'AWS::Lambda::Function')).toEqual([]);
  });

  test('the CloudFront Function is made from the same source file, is current, and does the same', async () => {
    const template = readFileSync(`${root}${templateFile}`, 'utf8');
    // else: node scripts/edge/generate.ts
    expect(template).toBe(withFunction(template, await functionText(root)));
    const code = of('prod', 'SiteEdge/Rewrite')['FunctionCode'] as string;
    const handler = new Script(`${code}; handler`).runInNewContext() as (event: unknown) => { uri?: string; statusCode?: number };
    for (const uri of ['/', '/buy', '/buy/', '/a.b/c', '/x.js', '/api', '/api/x', '/.slipway/site.json', '/%2eslipway/site.json', '/%', '/%zz.js']) {
      const answer = handler({ request: { method: 'GET', uri } });
      expect([uri, answer.statusCode === 404 ? null : answer.uri]).toEqual([uri, destination(uri)]);
    }
  });

  test.each(guarded)('in %s the function has what Lambda@Edge takes: x86_64, no tracing, layers, variables, VPC or log group', (environment) => {
    const { FunctionName, ...properties } = of(environment, 'ViewerRequestFunction/ViewerRequest');
    expect(FunctionName).toBe(`buy-page-edge-${environment}`);
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['x86_64'], MemorySize: 128, Timeout: 5 });
    for (const key of ['TracingConfig', 'Layers', 'Environment', 'VpcConfig', 'LoggingConfig', 'ReservedConcurrentExecutions'])
      expect(properties).not.toHaveProperty(key);
  });

  test('its runtime is a parameter, and what else a version is a snapshot of stands in its description', async () => {
    const resources = await resourcesOf('templates/buy-page/edge.yml', {
      ArtifactBucket: 'artifacts',
      Environment: 'dev',
      HostedZoneId: 'Z1',
      BasicAuthentication: 'true',
      EdgeRuntime: 'nodejs22.x',
    });
    const properties = (id: string): Properties => resources.find(({ logicalId }) => logicalId === id)?.properties ?? {};
    const { Runtime, MemorySize, Timeout } = properties('ViewerRequest');
    expect(Runtime).toBe('nodejs22.x');
    expect(properties('ViewerRequestVersion')['Description']).toBe(`nodejs22.x, ${String(MemorySize)} MB, ${String(Timeout)} s`);
  });

  test('its secret’s name derives from its own, lies in us-east-1, and nothing else may be read', () => {
    const [{ PolicyDocument }] = of('dev', 'ViewerRequestFunction/ViewerRequestRole')['Policies'] as [{ PolicyDocument: PolicyDocument }];
    const where = (/arn:aws:secretsmanager:([a-z0-9-]+):/.exec(JSON.stringify(PolicyDocument)))?.[1] ?? '';
    const may = (name: string): string =>
      decide([PolicyDocument], { action: 'secretsmanager:GetSecretValue', resource: `arn:aws:secretsmanager:${where}:111111111111:secret:${name}` });
    expect(may('buy-page-edge-dev/basic-auth-a1B2c3')).toBe('allowed');
    for (const other of ['buy-page-edge-sit/basic-auth-a1B2c3', 'slipway/buy-page/basic-auth-a1B2c3', 'buy-page-edge-dev/basic-auth-old-a1B2c3'])
      expect(may(other)).toBe('not allowed');
  });

  test('one zip serves all environments and is far below the megabyte that a viewer request may have', async () => {
    const at = { file: 'templates/modules/viewer-request-function.yml', line: 1, column: 1 };
    const source = { root, folder: 'lambda/edge-viewer-request', handler: 'index.handler', at };
    const { esbuild } = await requireEsbuild(root, source);
    const zip = await bundleFunction(source, esbuild);
    expect(zip.length).toBeLessThan(1_000_000);
  });

  test('the version is renewed with the code, and the former one is kept', () => {
    const template = readFileSync(`${root}templates/modules/viewer-request-function.yml`, 'utf8');
    expect(template).toContain('RenewWith: [../../lambda/edge-viewer-request]');
    const version = find('dev', 'ViewerRequestFunction/ViewerRequestVersion');
    expect([version?.deletionPolicy, version?.updateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  test.each(guarded)('in %s its logs end, near us-east-1 and near the home region', (environment) => {
    const groups = all(environment, 'AWS::Logs::LogGroup').map(({ path, properties }) => [path, properties['RetentionInDays']]);
    expect(groups).toEqual([['ViewerRequestFunction/ViewerRequestLog', '30'], ['EdgeLog/ViewerRequestLog', '30']]);
  });

  test('nothing in clear text in a template or a parameter file', () => {
    for (const file of ['edge.yml', 'web.yml', 'watch.yml'].map((name) => `templates/buy-page/${name}`).concat(['dev', 'sit', 'prod', 'system', 'smoke'].map((name) => `params/buy-page/${name}.yml`)))
      expect(readFileSync(`${root}${file}`, 'utf8')).not.toMatch(/password|SecretString|salt:|hash:/i);
  });
});

test('regions: dev and sit eu-west-1, prod af-south-1; certificate, edge function and logs us-east-1', async () => {
  const system = await loadSystem(root, 'buy-page');
  const regions = await Promise.all(environmentNames.map(async (name) => (await loadEnvironment(root, system, name)).regions));
  expect(regions).toEqual([
    { home: 'eu-west-1', edge: 'us-east-1' },
    { home: 'eu-west-1', edge: 'us-east-1' },
    { home: 'af-south-1', edge: 'us-east-1' },
  ]);
});
