import type { EvaluatedStack } from '../../template/evaluate-tree.ts';
import { priceOf, type ResourcePrice } from './resource-price.ts';

/** A resource whose fixed monthly price changes. US dollars; 0 where it is not there. */
export interface CostItem {
  /** `network/NatFirst`: nested logical ids, then the resource. */
  readonly path: string;
  readonly type: string;
  readonly before: number;
  readonly after: number;
  /** Where the price stands, and when it was read. */
  readonly source: string;
  readonly read: string;
}

/** A resource that comes, goes or changes in price, for which no sum can be told. */
export interface UncountedItem {
  readonly path: string;
  readonly type: string;
  /** What it is paid by, or why it has no price. */
  readonly because: string;
}

/**
 * What a change does to the monthly bill at list prices. `usd` is the sum of `items` alone: what depends on use and what has
 * no price stands beside it and is never in it.
 */
export interface CostEstimate {
  readonly region: string;
  readonly usd: number;
  readonly items: readonly CostItem[];
  readonly byUse: readonly UncountedItem[];
  readonly notPriced: readonly UncountedItem[];
}

/** One stack with all that it nests, before and after a change; `null` where it is not there. */
export interface CostInput {
  readonly region: string;
  readonly before: EvaluatedStack | null;
  readonly after: EvaluatedStack | null;
}

/** Estimates one root stack's change from its templates and parameters; asks nobody and guesses nothing. */
export function estimateCost({ region, before, after }: CostInput): CostEstimate {
  const [was, is] = [pricesOf(before, region), pricesOf(after, region)];
  const items: CostItem[] = [];
  const byUse: UncountedItem[] = [];
  const notPriced: UncountedItem[] = [];
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [old, next] = [was.get(path), is.get(path)];
    const type = next?.type ?? old?.type ?? '';
    const open = [next, old].find((each) => each?.price.kind === 'not priced')?.price;
    if (open?.kind === 'not priced') {
      if (!isSame(old, next)) notPriced.push({ path, type, because: open.why });
      continue;
    }
    const line = [next, old].flatMap((each) => (each?.price.kind === 'fixed' ? [each.price.line] : []))[0];
    const [cost, costs] = [fixedOf(old), fixedOf(next)];
    if (line !== undefined && cost !== costs) {
      items.push({ path, type, before: cost, after: costs, source: line.source, read: line.read });
    }
    const use = [next, old].find((each) => each?.price.kind === 'by use')?.price;
    if (use?.kind === 'by use' && old?.price.kind !== next?.price.kind)
      byUse.push({ path, type, because: use.of });
  }
  const usd = cents(items.reduce((sum, item) => sum + item.after - item.before, 0));
  return { region, usd, items, byUse, notPriced };
}

interface PricedResource {
  readonly type: string;
  readonly price: ResourcePrice;
}

function pricesOf(stack: EvaluatedStack | null, region: string): ReadonlyMap<string, PricedResource> {
  if (stack === null) return new Map();
  const own = stack.resources.map(({ logicalId, type, exists, properties }): [string, PricedResource] => {
    const price: ResourcePrice =
      exists === 'yes'
        ? priceOf(type, properties, region)
        : { kind: 'not priced', why: 'whether it is made is decided while it runs', size: properties };
    return [[...stack.path, logicalId].join('/'), { type, price }];
  });
  return new Map([...own, ...[...stack.children.values()].flatMap((child) => [...pricesOf(child, region)])]);
}

function isSame(old: PricedResource | undefined, next: PricedResource | undefined): boolean {
  return old?.type === next?.type && sizeOf(old) === sizeOf(next);
}

/** What an unpriced resource's price goes by, to compare. Evaluated values hold maps, which JSON leaves out. */
function sizeOf(resource: PricedResource | undefined): string | null {
  if (resource?.price.kind !== 'not priced') return null;
  return JSON.stringify([resource.price.size], (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}

function fixedOf(resource: PricedResource | undefined): number {
  return resource?.price.kind === 'fixed' ? cents(resource.price.usdPerMonth) : 0;
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
