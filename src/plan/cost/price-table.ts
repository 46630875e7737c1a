/** Engines whose nodes have prices of their own. */
export type CacheEngine = 'Redis' | 'Valkey' | 'Memcached';

/** What is paid for while it merely exists. */
export type Priced =
  | 'a public IPv4 address'
  | 'a NAT gateway'
  | 'an interface endpoint in one zone'
  | 'a KMS key'
  | 'a secret'
  | 'a metric of an alarm'
  | 'a metric of an alarm of high resolution'
  | 'a dashboard'
  | 'a web ACL'
  | 'a rule of a web ACL'
  | 'a health check of an endpoint at AWS'
  | 'a health check of an endpoint elsewhere'
  | 'an option of a health check at AWS'
  | 'an option of a health check elsewhere'
  | 'a hosted zone, of the first 25'
  | 'a hosted zone, of those above 25'
  | 'a read unit of a table'
  | 'a write unit of a table'
  | `a ${string} node of ${CacheEngine}`;

/** One list price, as its source states it. */
export interface PriceLine {
  readonly what: Priced;
  /** `any` where the source has one price for all regions, or names none. */
  readonly region: string;
  /** US dollars, before free allowances, discounts and taxes. */
  readonly usd: number;
  readonly per: 'month' | 'hour';
  /** The page of AWS, or the file of its public price list. */
  readonly source: string;
  /** When the source said so, as YYYY-MM-DD. */
  readonly read: string;
}

const priceList = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';
const vpc = { source: 'https://aws.amazon.com/vpc/pricing/', read: '2026-09-29' };
const waf = { source: `${priceList}/awswaf/current/us-east-1/index.json`, read: '2026-09-14' };
const route53 = { source: `${priceList}/AmazonRoute53/current/index.csv`, read: '2026-10-01' };
const alarms = {
  ireland: 'AmazonCloudWatch/20260922021715/eu-west-1',
  virginia: 'AmazonCloudWatch/current/us-east-1',
};
const cacheNodes = {
  source: `${priceList}/AmazonElastiCache/current/eu-west-1/index.json`,
  read: '2026-08-12',
};
const tables = { source: `${priceList}/AmazonDynamoDB/current/us-east-1/index.json`, read: '2026-09-30' };

/**
 * List prices with where they stand and when they were read. A price that is not here is not guessed: the estimate says
 * "not priced". A line that is added names AWS's own page or price list, and the region that it holds for. Prices of the
 * lists were read in others' dated records of them.
 */
export const priceTable: readonly PriceLine[] = [
  // In use or idle, it costs the same (VPC's pricing page).
  { what: 'a public IPv4 address', region: 'any', usd: 0.005, per: 'hour', ...vpc },
  {
    what: 'a NAT gateway',
    region: 'eu-west-1',
    usd: 0.048,
    per: 'hour',
    source: `${priceList}/AmazonEC2/20260925174521/eu-west-1/index.json`,
    read: '2026-10-02',
  },
  {
    what: 'a NAT gateway',
    region: 'us-east-1',
    usd: 0.045,
    per: 'hour',
    source: `${priceList}/AmazonEC2/current/us-east-1/index.json`,
    read: '2026-10-01',
  },
  {
    what: 'a NAT gateway',
    region: 'af-south-1',
    usd: 0.057,
    per: 'hour',
    source: `${priceList}/AmazonEC2/current/af-south-1/index.json`,
    read: '2026-09-07',
  },
  {
    what: 'an interface endpoint in one zone',
    region: 'eu-west-1',
    usd: 0.011,
    per: 'hour',
    source: `${priceList}/AmazonVPC/current/eu-west-1/index.json`,
    read: '2026-05-01',
  },
  {
    what: 'an interface endpoint in one zone',
    region: 'us-east-1',
    usd: 0.01,
    per: 'hour',
    source: `${priceList}/AmazonVPC/current/us-east-1/index.json`,
    read: '2026-09-29',
  },
  {
    what: 'a KMS key',
    region: 'any',
    usd: 1,
    per: 'month',
    source: 'https://aws.amazon.com/kms/pricing/',
    read: '2026-11-21',
  },
  {
    what: 'a secret',
    region: 'any',
    usd: 0.4,
    per: 'month',
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    read: '2026-09-20',
  },
  {
    what: 'a metric of an alarm',
    region: 'eu-west-1',
    usd: 0.1,
    per: 'month',
    source: `${priceList}/${alarms.ireland}/index.json`,
    read: '2026-10-04',
  },
  {
    what: 'a metric of an alarm',
    region: 'us-east-1',
    usd: 0.1,
    per: 'month',
    source: `${priceList}/${alarms.virginia}/index.json`,
    read: '2026-09-24',
  },
  {
    what: 'a metric of an alarm of high resolution',
    region: 'eu-west-1',
    usd: 0.3,
    per: 'month',
    source: `${priceList}/${alarms.ireland}/index.json`,
    read: '2026-09-24',
  },
  {
    what: 'a metric of an alarm of high resolution',
    region: 'us-east-1',
    usd: 0.3,
    per: 'month',
    source: `${priceList}/${alarms.virginia}/index.json`,
    read: '2026-09-24',
  },
  {
    // The list has it at the location "Any".
    what: 'a dashboard',
    region: 'any',
    usd: 3,
    per: 'month',
    source: `${priceList}/AmazonCloudWatch/current/index.json`,
    read: '2026-11-21',
  },
  // The same in all regions (AWS's blog, "Cost-effective ways for securing your web applications using AWS WAF").
  { what: 'a web ACL', region: 'any', usd: 5, per: 'month', ...waf },
  { what: 'a rule of a web ACL', region: 'any', usd: 1, per: 'month', ...waf },
  { what: 'a health check of an endpoint at AWS', region: 'any', usd: 0.5, per: 'month', ...route53 },
  { what: 'a health check of an endpoint elsewhere', region: 'any', usd: 0.75, per: 'month', ...route53 },
  { what: 'an option of a health check at AWS', region: 'any', usd: 1, per: 'month', ...route53 },
  { what: 'an option of a health check elsewhere', region: 'any', usd: 2, per: 'month', ...route53 },
  { what: 'a hosted zone, of the first 25', region: 'any', usd: 0.5, per: 'month', ...route53 },
  { what: 'a hosted zone, of those above 25', region: 'any', usd: 0.1, per: 'month', ...route53 },
  { what: 'a cache.r6g.xlarge node of Redis', region: 'eu-west-1', usd: 0.458, per: 'hour', ...cacheNodes },
  { what: 'a cache.r6g.xlarge node of Valkey', region: 'eu-west-1', usd: 0.3664, per: 'hour', ...cacheNodes },
  { what: 'a cache.m6g.large node of Redis', region: 'eu-west-1', usd: 0.164, per: 'hour', ...cacheNodes },
  { what: 'a cache.m6g.large node of Valkey', region: 'eu-west-1', usd: 0.1312, per: 'hour', ...cacheNodes },
  { what: 'a cache.m5.large node of Redis', region: 'eu-west-1', usd: 0.172, per: 'hour', ...cacheNodes },
  { what: 'a cache.m5.large node of Valkey', region: 'eu-west-1', usd: 0.1376, per: 'hour', ...cacheNodes },
  { what: 'a read unit of a table', region: 'us-east-1', usd: 0.00013, per: 'hour', ...tables },
  { what: 'a write unit of a table', region: 'us-east-1', usd: 0.00065, per: 'hour', ...tables },
];

/** Hours that a month counts, as AWS's pricing calculator has it. */
export const hoursInMonth = 730;

/** The price of one thing in one region; never another region's in its place. */
export function findPrice(what: Priced, region: string): PriceLine | null {
  return (
    priceTable.find((line) => line.what === what && (line.region === region || line.region === 'any')) ?? null
  );
}

export function usdPerMonth({ usd, per }: PriceLine): number {
  return per === 'month' ? usd : usd * hoursInMonth;
}
