import type { EvaluatedStack } from '../../template/evaluate-tree.ts';
import { cents, monthly, type ResourcePrice } from './fixed-price.ts';
import { pricesOf, type PricedResource } from './price-stack.ts';

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
  /** Why it costs what it does, where the resource alone does not tell. */
  readonly note?: string | undefined;
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
  /** Also what is made or not as the deployment decides. */
  readonly notPriced: readonly UncountedItem[];
}

/** One stack with all that it nests, before and after a change; `null` where it is not there. */
export interface CostInput {
  readonly region: string;
  readonly before: EvaluatedStack | null;
  readonly after: EvaluatedStack | null;
  /** Paths of resources that are replaced while the old one is kept, which goes on costing. */
  readonly keptOnReplacement?: ReadonlySet<string>;
}

type Side = PricedResource | undefined;
type Fixed = Extract<ResourcePrice, { kind: 'fixed' }>;

/** Estimates one root stack's change from its templates and parameters; asks nobody and guesses nothing. */
export function estimateCost({ region, before, after, keptOnReplacement }: CostInput): CostEstimate {
  const [was, is] = [pricesOf(before, region), pricesOf(after, region)];
  const items: CostItem[] = [];
  const byUse: UncountedItem[] = [];
  const notPriced: UncountedItem[] = [];
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [old, next] = [was.get(path), is.get(path)];
    const type = next?.type ?? old?.type ?? '';
    const isKept = keptOnReplacement?.has(path) === true || (next === undefined && old?.isKept === true);
    const kept = isKept ? old : undefined;
    const why = unpriced(old, next);
    if (why !== null) {
      if (isKept) notPriced.push({ path, type, because: `${keptNote}; ${why}` });
      else if (!isSame(old, next)) notPriced.push({ path, type, because: why });
      continue;
    }
    const item = itemOf(path, type, { old, next, kept });
    if (item !== null) items.push(item);
    const [use, used] = [useOf(next), useOf(old)];
    if (isKept && used !== null) byUse.push({ path, type, because: `${used}; ${keptNote}` });
    else if (use !== used) byUse.push({ path, type, because: use ?? used ?? '' });
  }
  const usd = cents(items.reduce((sum, item) => sum + item.after - item.before, 0));
  return { region, usd, items, byUse, notPriced };
}

/** Of an old resource that its policy keeps: nobody's plan will show it again. */
const keptNote = 'the old one leaves the stack, is kept and goes on costing';

interface Sides {
  readonly old: Side;
  readonly next: Side;
  /** The old one, where it stays in the account. */
  readonly kept: Side;
}

function itemOf(path: string, type: string, { old, next, kept }: Sides): CostItem | null {
  const [before, after] = [costOf(old), cents(costOf(next) + costOf(kept))];
  const parts = [next, old].flatMap((side) => fixedOf(side) ?? [])[0]?.parts ?? [];
  const [first] = parts;
  if (first === undefined || (before === after && kept === undefined)) return null;
  // As old as the oldest of its prices.
  const [read = first.line.read] = parts.map(({ line }) => line.read).sort();
  const note = costOf(kept) > 0 ? { note: keptNote } : {};
  return { path, type, before, after, source: first.line.source, read, ...note };
}

/** Why a change of a resource has no sum; what it is now comes first. `null` where both sides have a price, or none is due. */
function unpriced(old: Side, next: Side): string | null {
  const open = [next, old].find((side) => side?.price.kind === 'not priced')?.price;
  return open?.kind === 'not priced' ? open.why : null;
}

function isSame(old: Side, next: Side): boolean {
  return old?.type === next?.type && sizeOf(old) === sizeOf(next);
}

/** What an unpriced resource's price goes by, to compare. Evaluated values hold maps, which JSON leaves out. */
function sizeOf(side: Side): string | null {
  if (side?.price.kind !== 'not priced') return null;
  return JSON.stringify([side.price.size], (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}

/** What a resource costs by its use, on top of its price or instead of one; `null` for nothing. */
function useOf(side: Side): string | null {
  if (side?.price.kind === 'by use') return side.price.of;
  return fixedOf(side)?.use ?? null;
}

function costOf(side: Side): number {
  const price = fixedOf(side);
  return price === null ? 0 : monthly(price.parts);
}

function fixedOf(side: Side): Fixed | null {
  return side?.price.kind === 'fixed' ? side.price : null;
}
