import { beforeAll, describe, expect, test } from '@jest/globals';
import { Script } from 'node:vm';
import { companycam, type Properties, type Resource } from './evaluated.ts';
import { decide, type PolicyDocument } from './iam.ts';

let resources: readonly Resource[];
beforeAll(async () => {
  resources = await companycam('dev');
});
const of = (path: string): Properties => resources.find((each) => each.path === path)?.properties ?? {};

interface Rewritten {
  readonly uri?: string;
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, { readonly value: string }>>;
  readonly body?: { readonly data: string };
}

describe('the rewrite at the edge', () => {
  let rewrite: (uri: string) => Rewritten;
  beforeAll(() => {
    const code = of('SiteEdge/Rewrite')['FunctionCode'];
    if (typeof code !== 'string') throw new Error('the function has no code');
    // CloudFront Developer Guide, "CloudFront Functions event structure".
    const handler = new Script(`${code}; handler`).runInNewContext() as (event: unknown) => Rewritten;
    rewrite = (uri) => handler({ version: '1.0', context: {}, viewer: {}, request: { method: 'GET', uri } });
    // CloudFront Developer Guide, "Quotas on CloudFront Functions".
    expect(Buffer.byteLength(code)).toBeLessThan(10_240);
  });

  test.each(['/', '/photos', '/photos/', '/photos/1234', '/a.b/c', '/sign-in'])('%s is the page', (uri) => {
    expect(rewrite(uri)).toMatchObject({ uri: '/index.html' });
  });

  test.each(['/assets/index-a1b2c3d4.js', '/missing.js', '/config.json', '/index.html', '/favicon.ico', '/apiary.svg'])(
    '%s is an asset and stays what it is',
    (uri) => {
      expect(rewrite(uri)).toMatchObject({ uri });
    },
  );

  test.each(['/api', '/api/photos', '/api/x.json', '/.slipway/site.json', '/.slipway/'])('%s is nobody’s page', (uri) => {
    const answer = rewrite(uri);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers?.['content-type']?.value).toBe('application/json');
    expect(JSON.parse(answer.body?.data ?? '')).toEqual({ message: 'no such route' });
  });
});

test('the headers allow what the page does and no more', () => {
  const { SecurityHeadersConfig } = of('SiteEdge/SecurityHeaders')['ResponseHeadersPolicyConfig'] as {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string };
      StrictTransportSecurity: { AccessControlMaxAgeSec: number };
    };
  };
  const policy = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
  expect(policy).not.toMatch(/unsafe-|\*(\s|;|$)|\n/);
  const directives = new Map(policy.split(';').map((each) => each.trim().split(/ +/)).map(([name = '', ...rest]) => [name, rest]));
  const buckets = ['https://*.s3.eu-west-1.amazonaws.com', 'https://s3.eu-west-1.amazonaws.com'];
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  expect(directives.get('img-src')).toEqual(["'self'", 'blob:', 'data:', ...buckets]);
  expect(directives.get('connect-src')).toEqual([
    "'self'",
    'https://*.execute-api.eu-west-1.amazonaws.com',
    ...buckets,
    'https://login.dev.companycam.com',
  ]);
  expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(15_768_000);
  expect(SecurityHeadersConfig).toMatchObject({
    ContentTypeOptions: { Override: true },
    FrameOptions: { FrameOption: 'DENY' },
    ReferrerPolicy: { Override: true },
  });
});

describe('the distribution', () => {
  const config = (): Properties => of('Site/Distribution')['DistributionConfig'] as Properties;

  test('has a page at /, speaks HTTPS, HTTP/2 and 3, IPv6, and compresses', () => {
    expect(config()).toMatchObject({
      DefaultRootObject: 'index.html',
      HttpVersion: 'http2and3',
      IPV6Enabled: true,
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
      Logging: { Bucket: '${edge.AccessLogBucketDomainName}' },
    });
  });

  test('turns no error into the page', () => {
    expect(config()).not.toHaveProperty('CustomErrorResponses');
  });

  test('keeps nothing longer than the origin says', () => {
    expect(of('SiteEdge/Cache')['CachePolicyConfig']).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 31_536_000 });
  });

  test('alone reads the bucket, and learns what is missing; only deployments write', () => {
    const document = JSON.parse(
      JSON.stringify(of('Site/OriginPolicy')['PolicyDocument']).replaceAll('${Origin.Arn}', 'arn:aws:s3:::x'),
    ) as PolicyDocument;
    const ask = (who: string, action: string, resource: string, source?: string): string =>
      decide(
        [{ Statement: document.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes(who)) }],
        { action, resource, context: source === undefined ? {} : { 'aws:SourceArn': source } },
      );
    const own = 'arn:aws:cloudfront::111111111111:distribution/${Distribution}';
    const edge = 'cloudfront.amazonaws.com';
    expect(ask(edge, 's3:GetObject', 'arn:aws:s3:::x/index.html', own)).toBe('allowed');
    expect(ask(edge, 's3:ListBucket', 'arn:aws:s3:::x', own)).toBe('allowed');
    expect(ask(edge, 's3:GetObject', 'arn:aws:s3:::x/index.html', 'arn:aws:cloudfront::111111111111:distribution/E2')).toBe(
      'not allowed',
    );
    expect(ask(edge, 's3:PutObject', 'arn:aws:s3:::x/index.html', own)).toBe('not allowed');
    for (const role of ['slipway-preview', 'slipway-plan', 'slipway-deploy']) {
      expect(ask(role, 's3:GetObject', 'arn:aws:s3:::x/.slipway/site.json')).toBe('allowed');
      expect(ask(role, 's3:PutObject', 'arn:aws:s3:::x/index.html')).toBe(
        role === 'slipway-deploy' ? 'allowed' : 'not allowed',
      );
    }
  });
});
