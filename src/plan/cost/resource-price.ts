import { isKnown, type Evaluated } from '../../template/evaluated.ts';
import { freeOfCharge, notPriced, paidByUse } from './paid-by-use.ts';
import { findPrice, usdPerMonth, type Priced, type PriceLine } from './price-table.ts';

/** What a resource costs while it merely exists. */
export type ResourcePrice =
  | { readonly kind: 'fixed'; readonly usdPerMonth: number; readonly count: number; readonly line: PriceLine }
  | { readonly kind: 'by use'; readonly of: string }
  /** `size`: what its price goes by; one that keeps it costs the same, whatever that is. */
  | { readonly kind: 'not priced'; readonly why: string; readonly size: unknown }
  | { readonly kind: 'free' };

/** Prices one resource of a region by its type and properties; what a template does not settle is not priced. */
export function priceOf(type: string, properties: Evaluated, region: string): ResourcePrice {
  switch (type) {
    case 'AWS::KMS::Key':
    case 'AWS::KMS::ReplicaKey':
      return fixed('a KMS key', 1, region);
    case 'AWS::SecretsManager::Secret':
      return counted('a secret', secretCopies(properties), region, properties);
    case 'AWS::CloudWatch::Dashboard':
      return fixed('a dashboard', 1, region);
    case 'AWS::CloudWatch::Alarm':
      return counted('a metric of an alarm', alarmMetrics(properties), region, properties);
    case 'AWS::EC2::NatGateway':
      return fixed('a NAT gateway', 1, region);
    case 'AWS::EC2::EIP':
      return fixed('a public IPv4 address', 1, region);
    case 'AWS::EC2::VPCEndpoint':
      return endpoint(properties);
    case 'AWS::DynamoDB::Table':
      return table(properties);
    default:
      return byType(type, properties);
  }
}

function byType(type: string, properties: Evaluated): ResourcePrice {
  const use = paidByUse[type];
  if (use !== undefined) return { kind: 'by use', of: use };
  if (freeOfCharge.some((pattern) => pattern.test(type))) return { kind: 'free' };
  const why = notPriced[type];
  if (why !== undefined) return { kind: 'not priced', why, size: properties };
  return { kind: 'not priced', why: 'nothing is known of its price', size: 1 };
}

function fixed(what: Priced, count: number, region: string): ResourcePrice {
  const line = findPrice(what, region);
  if (line === null)
    return { kind: 'not priced', why: `no price of ${what} in ${region} is in the table`, size: count };
  return { kind: 'fixed', usdPerMonth: usdPerMonth(line) * count, count, line };
}

function counted(what: Priced, count: number | null, region: string, properties: Evaluated): ResourcePrice {
  if (count === null)
    return {
      kind: 'not priced',
      why: 'its price goes by what the template does not settle',
      size: properties,
    };
  return fixed(what, count, region);
}

/** A secret and its replicas: each is paid for (Secrets Manager's pricing page). */
function secretCopies(properties: Evaluated): number | null {
  const replicas = entry(properties, 'ReplicaRegions');
  if (replicas === undefined || replicas.kind === 'none') return 1;
  return replicas.kind === 'list' ? 1 + replicas.items.filter(({ kind }) => kind !== 'none').length : null;
}

/**
 * The metrics that an alarm looks at: each is paid for, expressions are not. High resolution (a period below a minute), a
 * search by query and a band of anomalies have other prices.
 */
function alarmMetrics(properties: Evaluated): number | null {
  const metrics = entry(properties, 'Metrics');
  if (metrics === undefined || metrics.kind === 'none') return hasMinutes(properties) ? 1 : null;
  if (metrics.kind !== 'list') return null;
  const items = metrics.items.filter(({ kind }) => kind !== 'none');
  if (items.some(({ kind }) => kind !== 'map')) return null;
  const expressions = items.flatMap((item) => entry(item, 'Expression') ?? []);
  if (expressions.some((text) => !isPlain(text))) return null;
  const stats = items.flatMap((item) => entry(item, 'MetricStat') ?? []);
  return stats.every(hasMinutes) ? stats.length : null;
}

function isPlain(expression: Evaluated): boolean {
  return (
    expression.kind === 'value' &&
    !/\b(?:SELECT|SEARCH|ANOMALY_DETECTION_BAND)\b/i.test(String(expression.value))
  );
}

function hasMinutes(metric: Evaluated): boolean {
  const period = entry(metric, 'Period');
  return period?.kind === 'value' && Number(period.value) >= 60;
}

/** Gateway endpoints are free and the default (resource reference, VPCEndpoint); others are paid by hour and zone. */
function endpoint(properties: Evaluated): ResourcePrice {
  const name = text(entry(properties, 'VpcEndpointType'), 'Gateway');
  if (name === 'Gateway') return { kind: 'free' };
  return {
    kind: 'not priced',
    why: 'no price of an interface endpoint is in the table',
    size: [name, entry(properties, 'SubnetIds')],
  };
}

/** `PROVISIONED` is the default (resource reference, DynamoDB table). */
function table(properties: Evaluated): ResourcePrice {
  const mode = text(entry(properties, 'BillingMode'), 'PROVISIONED');
  const size = [
    mode,
    entry(properties, 'ProvisionedThroughput'),
    entry(properties, 'GlobalSecondaryIndexes'),
  ];
  return mode === 'PAY_PER_REQUEST'
    ? byType('AWS::DynamoDB::Table', properties)
    : { kind: 'not priced', why: 'no price of provisioned capacity is in the table', size };
}

function text(value: Evaluated | undefined, otherwise: string): string | null {
  if (value === undefined || value.kind === 'none') return otherwise;
  return value.kind === 'value' && isKnown(value) ? String(value.value) : null;
}

function entry(value: Evaluated, name: string): Evaluated | undefined {
  return value.kind === 'map' ? value.entries.get(name) : undefined;
}
