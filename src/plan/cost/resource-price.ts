import type { Evaluated } from '../../template/evaluated.ts';
import { alarmPrice } from './alarm-price.ts';
import { cacheClusterPrice, replicationGroupPrice } from './cache-price.ts';
import { healthCheckPrice, hostedZonePrice } from './dns-price.ts';
import { fixed, notSettled, type ResourcePrice } from './fixed-price.ts';
import type { ListLength } from './list-length.ts';
import { freeOfCharge, notPriced, paidByUse } from './paid-by-use.ts';
import { entry, isOn, settledItems, settledText } from './settled-property.ts';
import { tablePrice } from './table-price.ts';
import { webAclPrice } from './web-acl-price.ts';

type Pricing = (properties: Evaluated, region: string, lengthOf: ListLength) => ResourcePrice;

/** Types whose price is fixed, or may be. */
const pricings: Readonly<Record<string, Pricing>> = {
  'AWS::ApiGateway::Stage': apiStagePrice,
  'AWS::CertificateManager::Certificate': certificatePrice,
  'AWS::CloudFront::Distribution': distributionPrice,
  'AWS::CloudWatch::Alarm': alarmPrice,
  'AWS::CloudWatch::Dashboard': (_, region) => fixed([{ what: 'a dashboard', count: 1 }], region),
  'AWS::DynamoDB::Table': tablePrice,
  'AWS::EC2::EIP': addressPrice,
  'AWS::EC2::NatGateway': gatewayPrice,
  'AWS::EC2::VPCEndpoint': endpointPrice,
  'AWS::ElastiCache::CacheCluster': cacheClusterPrice,
  'AWS::ElastiCache::ReplicationGroup': replicationGroupPrice,
  'AWS::KMS::Key': keyPrice,
  'AWS::KMS::ReplicaKey': keyPrice,
  'AWS::Lambda::Alias': (properties) => concurrencyPrice(properties) ?? { kind: 'free' },
  'AWS::Lambda::Version': (properties) =>
    concurrencyPrice(properties) ?? { kind: 'by use', of: 'requests and run time' },
  'AWS::Route53::HealthCheck': healthCheckPrice,
  'AWS::Route53::HostedZone': hostedZonePrice,
  'AWS::SecretsManager::Secret': secretPrice,
  'AWS::WAFv2::WebACL': webAclPrice,
};

/**
 * Prices one resource of a region by its type and properties; what a template does not settle is not priced.
 *
 * @param properties a map, or an empty one, evaluated with the stack's parameters
 * @param lengthOf counts lists of the tree that the resource is in
 */
export function priceOf(
  type: string,
  properties: Evaluated,
  region: string,
  lengthOf: ListLength,
): ResourcePrice {
  const pricing = Object.hasOwn(pricings, type) ? pricings[type] : undefined;
  return pricing === undefined ? byType(type, properties) : pricing(properties, region, lengthOf);
}

function byType(type: string, properties: Evaluated): ResourcePrice {
  const use = Object.hasOwn(paidByUse, type) ? paidByUse[type] : undefined;
  if (use !== undefined) return { kind: 'by use', of: use };
  if (freeOfCharge.some((pattern) => pattern.test(type))) return { kind: 'free' };
  const why = Object.hasOwn(notPriced, type) ? notPriced[type] : undefined;
  if (why !== undefined) return { kind: 'not priced', why, size: properties };
  return { kind: 'not priced', why: 'nothing is known of its price', size: 1 };
}

/** A key and each of its replicas is paid for; each of its first two rotations adds as much (KMS's pricing page). */
function keyPrice(properties: Evaluated, region: string): ResourcePrice {
  const use = isOn(entry(properties, 'EnableKeyRotation'))
    ? 'requests, and its first two rotations'
    : 'requests';
  return fixed([{ what: 'a KMS key', count: 1 }], region, use);
}

/** A secret and its replicas: each is paid for (Secrets Manager's pricing page). */
function secretPrice(properties: Evaluated, region: string): ResourcePrice {
  const replicas = settledItems(entry(properties, 'ReplicaRegions'));
  if (replicas === null) return notSettled(properties);
  return fixed([{ what: 'a secret', count: 1 + replicas.length }], region, 'requests');
}

/**
 * An address costs the same in use or idle; one that the account brought along costs nothing (AWS's blog, "Identify and optimize
 * public IPv4 address usage on AWS").
 */
function addressPrice(properties: Evaluated, region: string): ResourcePrice {
  const pool = settledText(entry(properties, 'PublicIpv4Pool'), 'amazon');
  if (pool !== 'amazon' || entry(properties, 'IpamPoolId') !== undefined) {
    const why =
      'no price of an address of a pool is in the table: those that the account brought along are free';
    return { kind: 'not priced', why, size: 1 };
  }
  return fixed([{ what: 'a public IPv4 address', count: 1 }], region);
}

/** A gateway of a region spreads to as many zones as it is needed in (VPC's user guide), which no template tells. */
function gatewayPrice(properties: Evaluated, region: string): ResourcePrice {
  const mode = settledText(entry(properties, 'AvailabilityMode'), 'zonal');
  if (mode === null) return notSettled(properties);
  if (mode === 'regional')
    return {
      kind: 'not priced',
      why: 'no price of a NAT gateway of a whole region is in the table',
      size: mode,
    };
  return fixed([{ what: 'a NAT gateway', count: 1 }], region, 'data that goes through it');
}

/**
 * Gateway endpoints are free and the default (resource reference, VPCEndpoint). Interface endpoints are paid by the hour in
 * each zone that they stand in, which is each of their subnets: one a zone (PrivateLink's pricing page).
 */
function endpointPrice(properties: Evaluated, region: string, lengthOf: ListLength): ResourcePrice {
  const kind = settledText(entry(properties, 'VpcEndpointType'), 'Gateway');
  if (kind === 'Gateway') return { kind: 'free' };
  const count = lengthOf(entry(properties, 'SubnetIds'));
  const size = [kind, count];
  if (kind === null || count === null || count === 0) return notSettled(size);
  if (kind !== 'Interface')
    return { kind: 'not priced', why: `no price of an endpoint of the kind ${kind} is in the table`, size };
  return fixed([{ what: 'an interface endpoint in one zone', count }], region, 'data that goes through it');
}

/** Concurrency that is held ready is paid for while it is held, run or not; `null` where none is. */
function concurrencyPrice(properties: Evaluated): ResourcePrice | null {
  const held = entry(properties, 'ProvisionedConcurrencyConfig');
  if (held === undefined) return null;
  return { kind: 'not priced', why: 'no price of provisioned concurrency is in the table', size: held };
}

/** Public certificates cost nothing, unless they can be exported; private ones do (Certificate Manager's pricing page). */
function certificatePrice(properties: Evaluated): ResourcePrice {
  const authority = entry(properties, 'CertificateAuthorityArn');
  const isExported = settledText(entry(properties, 'CertificateExport'), 'DISABLED') !== 'DISABLED';
  if (authority === undefined && !isExported) return { kind: 'free' };
  const why = 'no price of a private certificate, or of one that can be exported, is in the table';
  return { kind: 'not priced', why, size: isExported };
}

/** A stage's cache is paid by the hour, its requests by use. */
function apiStagePrice(properties: Evaluated): ResourcePrice {
  if (!isOn(entry(properties, 'CacheClusterEnabled'))) return { kind: 'by use', of: 'requests' };
  const size = settledText(entry(properties, 'CacheClusterSize'), '');
  return { kind: 'not priced', why: "no price of a stage's cache is in the table", size };
}

/** Addresses of its own for clients that send no server name are paid by the month (CloudFront's pricing page). */
function distributionPrice(properties: Evaluated): ResourcePrice {
  const certificate = entry(entry(properties, 'DistributionConfig') ?? properties, 'ViewerCertificate');
  const support =
    certificate === undefined ? 'sni-only' : settledText(entry(certificate, 'SslSupportMethod'), 'sni-only');
  if (support === 'sni-only') return { kind: 'by use', of: 'requests and traffic' };
  return { kind: 'not priced', why: 'no price of IP addresses of its own is in the table', size: support };
}
