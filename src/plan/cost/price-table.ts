/** What is paid for while it merely exists. */
export type Priced =
  | 'a KMS key'
  | 'a secret'
  | 'a metric of an alarm'
  | 'a dashboard'
  | 'a NAT gateway'
  | 'a public IPv4 address';

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

/**
 * List prices with where they stand and when they were read. A price that is not here is not guessed: the estimate says
 * "not priced". A line that is added names AWS's own page or price list, and the region that it holds for.
 */
export const priceTable: readonly PriceLine[] = [
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
    source: `${priceList}/AmazonCloudWatch/current/eu-west-1/index.json`,
    read: '2026-10-02',
  },
  {
    // Read in others' record of the list, where it has the location "Any".
    what: 'a dashboard',
    region: 'any',
    usd: 3,
    per: 'month',
    source: `${priceList}/AmazonCloudWatch/current/index.json`,
    read: '2026-11-21',
  },
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
    read: '2025-10-28',
  },
  {
    what: 'a public IPv4 address',
    region: 'any',
    usd: 0.005,
    per: 'hour',
    source: 'https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/',
    read: '2023-07-28',
  },
];

/** Hours that a month counts, as AWS's pricing calculator has it. */
const hoursInMonth = 730;

export function findPrice(what: Priced, region: string): PriceLine | null {
  return (
    priceTable.find((line) => line.what === what && (line.region === region || line.region === 'any')) ?? null
  );
}

export function usdPerMonth({ usd, per }: PriceLine): number {
  return per === 'month' ? usd : usd * hoursInMonth;
}
