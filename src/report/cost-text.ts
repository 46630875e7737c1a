import type { CostEstimate } from '../plan/cost/estimate-cost.ts';
import { hoursInMonth } from '../plan/cost/price-table.ts';
import type { StackPlan } from '../plan/plan.ts';
import { counted, listed } from './units.ts';

/**
 * What a plan does to the monthly bill, in one sentence that says what is not in the sum, what a month is and how old the
 * prices are; `null` where no fixed price changes and none is missing.
 */
export function costText(stacks: readonly StackPlan[]): string | null {
  const costs = stacks.flatMap(({ cost }) => cost ?? []);
  const [items, missing, byUse] = [count(costs, 'items'), count(costs, 'notPriced'), count(costs, 'byUse')];
  if (items + missing === 0) return null;
  const usd = costs.reduce((sum, cost) => sum + cost.usd, 0);
  const [oldest = ''] = costs.flatMap((cost) => cost.items.map(({ read }) => read)).sort();
  const terms = `USD, ${hoursInMonth} hours, prices of ${oldest} and later`;
  const sum = `${dollars(usd)} for ${counted(items, 'resource')} with a fixed price (${terms})`;
  const rest = [
    missing > 0 ? `${counted(missing, 'resource')} not priced` : '',
    byUse > 0 ? `${counted(byUse, 'resource')} paid by use` : '',
  ].filter((part) => part !== '');
  const beside = rest.length === 0 ? '' : `${items === 0 ? ':' : '; not in it:'} ${rest.join(', ')}`;
  return `Monthly cost at list prices: ${items === 0 ? 'no fixed price is known' : sum}${beside}.`;
}

/**
 * The same for a table's cell: the sum of what has a fixed price, and beside it what is not in it. `–` where nothing that is
 * paid for changes; `unknown` where a sum can't be told, for a plan that saw a part of its stacks only, too.
 */
export function costCell(stacks: readonly StackPlan[]): string {
  const costs = stacks.flatMap(({ cost }) => cost ?? []);
  const isBlind = stacks.some(
    ({ cost, certainty, outcome }) => cost === undefined && certainty === 'partial' && outcome === 'change',
  );
  const parts = [
    count(costs, 'items') > 0 ? dollars(costs.reduce((sum, cost) => sum + cost.usd, 0)) : '',
    count(costs, 'byUse') > 0 ? 'use' : '',
    count(costs, 'notPriced') > 0 || isBlind ? 'unknown' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '–' : listed(parts).replace(/^use/, 'by use');
}

/** `+ $1.40`, `- $35.24`, `± $0.00`. */
export function dollars(usd: number): string {
  const sign = usd > 0 ? '+' : usd < 0 ? '-' : '±';
  return `${sign} $${Math.abs(usd).toFixed(2)}`;
}

function count(costs: readonly CostEstimate[], kind: 'items' | 'byUse' | 'notPriced'): number {
  return costs.reduce((sum, cost) => sum + cost[kind].length, 0);
}
