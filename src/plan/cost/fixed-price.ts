import { findPrice, usdPerMonth, type Priced, type PriceLine } from './price-table.ts';

/** What a resource costs while it merely exists. */
export type ResourcePrice =
  /** `use`: what is paid on top of it, by how much it is used; `null` for nothing. */
  | { readonly kind: 'fixed'; readonly parts: readonly PricedPart[]; readonly use: string | null }
  | { readonly kind: 'by use'; readonly of: string }
  /** `size`: what its price goes by; one that keeps it costs the same, whatever that is. */
  | { readonly kind: 'not priced'; readonly why: string; readonly size: unknown }
  | { readonly kind: 'free' };

/** So many of one thing at one price. */
export interface PricedPart {
  readonly count: number;
  readonly line: PriceLine;
}

export interface Wanted {
  readonly what: Priced;
  readonly count: number;
}

/** Prices all parts of a resource, or none: what lacks a part's price has no price. */
export function fixed(wanted: readonly Wanted[], region: string, use: string | null = null): ResourcePrice {
  const parts: PricedPart[] = [];
  for (const { what, count } of wanted) {
    const line = findPrice(what, region);
    if (line === null)
      return { kind: 'not priced', why: `no price of ${what} in ${region} is in the table`, size: wanted };
    parts.push({ count, line });
  }
  return { kind: 'fixed', parts, use };
}

/** @param size what the price goes by */
export function notSettled(size: unknown): ResourcePrice {
  return { kind: 'not priced', why: 'its price goes by what the template does not settle', size };
}

export function monthly(parts: readonly PricedPart[]): number {
  return cents(parts.reduce((sum, { count, line }) => sum + count * usdPerMonth(line), 0));
}

export function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

/** `$35.04 a month`. */
export function perMonth(usd: number): string {
  return `$${usd.toFixed(2)} a month`;
}
