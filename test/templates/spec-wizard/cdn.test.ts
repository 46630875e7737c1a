import { describe, expect, test } from '@jest/globals';
import { loadEnvironment, loadSystem } from '../../../src/config/load.ts';
import { root, type Properties } from '../evaluated.ts';
import { at, list, of, resources, stackWith } from './deployed.ts';

const config = (distribution: Properties): Properties => distribution['DistributionConfig'] as Properties;

describe.each(['dev', 'sit', 'prod'] as const)('the CDN in %s', (environment) => {
  const distribution = config(of(environment, 'ExportsCdn/Distribution'));
  const [pdf] = list(distribution['CacheBehaviors']);
  const other = distribution['DefaultCacheBehavior'] as Properties;

  test('over the exports by origin access control', () => {
    expect(distribution['Origins']).toEqual([
      {
        Id: 'bucket',
        DomainName: '${ExportsBucket.Outputs.BucketDomainName}',
        OriginAccessControlId: '${OriginAccess.Id}',
        S3OriginConfig: { OriginAccessIdentity: '' },
      },
    ]);
    expect(of(environment, 'ExportsCdn/OriginAccess')['OriginAccessControlConfig']).toMatchObject({
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
      OriginAccessControlOriginType: 's3',
    });
  });

  test('a cache policy for PDFs of 7 days, the origin’s word for the rest', () => {
    expect(pdf).toMatchObject({ PathPattern: '*.pdf', CachePolicyId: '${CdnPolicies.Outputs.PdfCachePolicyId}' });
    expect(other['CachePolicyId']).toBe('${CdnPolicies.Outputs.OtherCachePolicyId}');
    const policy = (id: string): unknown => of(environment, `CdnPolicies/${id}`)['CachePolicyConfig'];
    expect(policy('PdfCache')).toMatchObject({ MinTTL: 0, DefaultTTL: '604800', MaxTTL: '604800' });
    expect(policy('OtherCache')).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
  });

  test('gzip and Brotli, for every path', () => {
    for (const behaviour of [pdf, other]) expect(behaviour?.['Compress']).toBe(true);
    for (const id of ['PdfCache', 'OtherCache'])
      expect(of(environment, `CdnPolicies/${id}`)['CachePolicyConfig']).toMatchObject({
        ParametersInCacheKeyAndForwardedToOrigin: { EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true },
      });
  });

  test('security headers: HSTS, nosniff, frame, referrer, CSP, for every path', () => {
    for (const behaviour of [pdf, other])
      expect(behaviour?.['ResponseHeadersPolicyId']).toBe('${CdnPolicies.Outputs.ResponseHeadersPolicyId}');
    const { SecurityHeadersConfig: headers } = of(environment, 'CdnPolicies/SecurityHeaders')[
      'ResponseHeadersPolicyConfig'
    ] as { SecurityHeadersConfig: Properties };
    expect(headers).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000, IncludeSubdomains: true },
      ContentTypeOptions: {},
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
    const csp = (headers['ContentSecurityPolicy'] as Properties)['ContentSecurityPolicy'];
    expect(csp).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(csp).not.toContain('script-src');
    for (const header of Object.values(headers)) expect(header).toMatchObject({ Override: true });
  });

  test('what S3 says of key and version stays inside', () => {
    const policy = of(environment, 'CdnPolicies/SecurityHeaders')['ResponseHeadersPolicyConfig'] as Properties;
    const removed = list((policy['RemoveHeadersConfig'] as Properties)['Items']).map(({ Header }) => Header);
    expect(removed).toEqual(
      expect.arrayContaining(['x-amz-server-side-encryption-aws-kms-key-id', 'x-amz-version-id']),
    );
  });

  test('HTTP/2 and 3, HTTPS, and no page at the root', () => {
    expect(distribution).toMatchObject({ HttpVersion: 'http2and3', IPV6Enabled: true });
    expect(distribution).not.toHaveProperty('DefaultRootObject');
    for (const behaviour of [pdf, other]) expect(behaviour?.['ViewerProtocolPolicy']).toBe('redirect-to-https');
  });

  test('access logs in prod', () => {
    if (environment === 'prod')
      expect(distribution['Logging']).toEqual({
        Bucket: '${edge.AccessLogBucketDomainName}',
        Prefix: 'spec-wizard-prod/',
        IncludeCookies: false,
      });
    else expect(distribution).not.toHaveProperty('Logging');
  });
});

test('custom domain optional: certificate in us-east-1, TLS 1.2 and better, addresses for IPv4 and IPv6', async () => {
  const domain = { CdnDomainName: 'exports.specwizard.com', CdnHostedZoneId: 'Z1' };
  expect(at(await stackWith('edge', domain), 'CdnCertificate/Certificate')).toMatchObject({
    DomainName: 'exports.specwizard.com',
    ValidationMethod: 'DNS',
  });
  const made = await stackWith('exports', { ...domain, CdnCertificateArn: 'certificate' });
  expect(config(at(made, 'ExportsCdn/Distribution'))).toMatchObject({
    Aliases: ['exports.specwizard.com'],
    ViewerCertificate: {
      AcmCertificateArn: 'certificate',
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    },
  });
  for (const [id, type] of [['Ipv4', 'A'], ['Ipv6', 'AAAA']] as const)
    expect(at(made, `CdnDns/${id}`)).toMatchObject({ Name: 'exports.specwizard.com', Type: type, HostedZoneId: 'Z1' });
});

test('the whole CDN can be switched off by parameter, and what is there for it goes, too', async () => {
  const off = { Cdn: 'off', CdnDomainName: 'exports.specwizard.com', CdnHostedZoneId: 'Z1' };
  const made = [...(await stackWith('exports', off)), ...(await stackWith('edge', off))];
  expect(made.filter(({ type }) => /CloudFront|Route53|Certificate/.test(type))).toEqual([]);
  expect(JSON.stringify(made)).not.toContain('cloudfront.amazonaws.com');
  expect(at(made, 'ExportsBucket/Exports')).not.toEqual({});
  expect(at(made, 'AccessLogBucket/AccessLogs')).toEqual({});
  // an edge stack that has nothing to do still is one
  expect(made.filter(({ path }) => path === 'Nothing')).toHaveLength(1);
});

test('links have to be signed where a key group is named', async () => {
  const keys = async (CdnKeyGroupId: string): Promise<readonly unknown[]> => {
    const distribution = config(at(await stackWith('exports', { CdnKeyGroupId }), 'ExportsCdn/Distribution'));
    return [distribution['DefaultCacheBehavior'] as Properties, ...list(distribution['CacheBehaviors'])].map(
      (behaviour) => behaviour['TrustedKeyGroups'],
    );
  };
  expect(await keys('')).toEqual([undefined, undefined]);
  expect(await keys('k-1')).toEqual([['k-1'], ['k-1']]);
});

test.each(['dev', 'sit', 'prod'] as const)('the stacks say the same of the CDN in %s', async (environment) => {
  const { values } = await loadEnvironment(root, await loadSystem(root, 'spec-wizard'), environment);
  for (const name of ['Cdn', 'CdnDomainName', 'CdnHostedZoneId', 'AccessLogs', 'LogRetentionDays'])
    expect([name, values['exports']?.[name]]).toEqual([name, values['edge']?.[name]]);
  expect(values['edge']?.['Cdn']).toMatchObject({ value: 'on' });
});

test('nothing of it stands outside us-east-1', () => {
  expect(resources('dev').filter(({ properties }) => JSON.stringify(properties).includes('eu-west-1'))).toEqual([]);
});
