import { priceTable } from '../../src/plan/cost/price-table.ts';
import { statefulTypes } from '../../src/plan/stateful-types.ts';
import { generated, table, withBlock } from './markdown.ts';

/** Fills `docs/gate-and-cost.md` with the types that the gate knows, and the prices that an estimate knows. */
export function gateAndCostPage(written: string): string {
  const stateful = table(
    ['type', 'what would be lost'],
    Object.entries(statefulTypes).map(([type, loss]) => [`\`${type}\``, loss]),
  );
  const prices = table(
    ['for', 'region', 'USD', 'a', 'read', 'where'],
    priceTable.map(({ what, region, usd, per, read, source }) => [
      what,
      region,
      String(usd),
      per,
      read,
      `<${source}>`,
    ]),
  );
  return withBlock(withBlock(written, stateful, generated('stateful')), prices, generated('prices'));
}
