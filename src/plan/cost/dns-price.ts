import type { Evaluated } from '../../template/evaluated.ts';
import { cents, notSettled, perMonth, type ResourcePrice } from './fixed-price.ts';
import { findPrice, usdPerMonth, type Priced } from './price-table.ts';
import { entry, settledText } from './settled-property.ts';

/**
 * A health check: cheaper where its endpoint runs at AWS, which no template tells; HTTPS, a search for text, an interval of
 * ten seconds and measured latency are options that cost extra (Route 53's pricing page, "Health checks").
 */
export function healthCheckPrice(properties: Evaluated): ResourcePrice {
  const config = entry(properties, 'HealthCheckConfig');
  if (config === undefined) return notSettled(properties);
  const type = settledText(entry(config, 'Type'), '');
  const interval = settledText(entry(config, 'RequestInterval'), '30');
  const latency = settledText(entry(config, 'MeasureLatency'), 'false')?.toLowerCase() ?? null;
  const size = [type, interval, latency];
  if (type === null || type === '' || interval === null || latency === null) return notSettled(size);
  if (!/^(?:HTTPS?(?:_STR_MATCH)?|TCP)$/.test(type))
    return {
      kind: 'not priced',
      why: `no price of a health check of the kind ${type} is in the table`,
      size,
    };
  const options = [
    type.startsWith('HTTPS'),
    type.endsWith('_STR_MATCH'),
    interval === '10',
    latency === 'true',
  ].filter(Boolean);
  const near =
    usd('a health check of an endpoint at AWS') + options.length * usd('an option of a health check at AWS');
  const far =
    usd('a health check of an endpoint elsewhere') +
    options.length * usd('an option of a health check elsewhere');
  const why = `${perMonth(cents(near))} where its endpoint runs at AWS, ${perMonth(cents(far))} where it does not`;
  return { kind: 'not priced', why, size };
}

/** A hosted zone: how many its account has already, no template tells. */
export function hostedZonePrice(): ResourcePrice {
  const [first, more] = [usd('a hosted zone, of the first 25'), usd('a hosted zone, of those above 25')];
  const why = `${perMonth(first)} as one of its account's first 25, ${perMonth(more)} as a later one; and queries`;
  return { kind: 'not priced', why, size: 1 };
}

function usd(what: Priced): number {
  const line = findPrice(what, 'any');
  return line === null ? NaN : usdPerMonth(line);
}
