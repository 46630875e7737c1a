import type { Evaluated } from '../../template/evaluated.ts';
import { fixed, notSettled, type ResourcePrice } from './fixed-price.ts';
import { entry, settledCount, settledItems, settledText } from './settled-property.ts';

/** A table pays for the capacity that it is given, or by request; `PROVISIONED` is the default (resource reference). */
export function tablePrice(properties: Evaluated, region: string): ResourcePrice {
  const mode = settledText(entry(properties, 'BillingMode'), 'PROVISIONED');
  if (mode === 'PAY_PER_REQUEST') return { kind: 'by use', of: 'requests and storage' };
  const indexes = settledItems(entry(properties, 'GlobalSecondaryIndexes'));
  const units = [properties, ...(indexes ?? [])].map(unitsOf);
  const tableClass = settledText(entry(properties, 'TableClass'), 'STANDARD');
  const size = [mode, units, tableClass];
  const reads = sum(units.map(([read]) => read));
  const writes = sum(units.map(([, write]) => write));
  if (mode !== 'PROVISIONED' || indexes === null || reads === null || writes === null)
    return notSettled(size);
  if (tableClass !== 'STANDARD')
    return {
      kind: 'not priced',
      why: `no price of capacity of the class ${tableClass ?? '?'} is in the table`,
      size,
    };
  // The template's units are what a table begins with: scaling changes them, and every hour is paid by what it is then.
  return fixed(
    [
      { what: 'a read unit of a table', count: reads },
      { what: 'a write unit of a table', count: writes },
    ],
    region,
    'storage, and capacity that scaling adds',
  );
}

/** Reads and writes of a table or an index. */
function unitsOf(owner: Evaluated): readonly [number | null, number | null] {
  const throughput = entry(owner, 'ProvisionedThroughput');
  if (throughput?.kind !== 'map') return [null, null];
  return [
    settledCount(entry(throughput, 'ReadCapacityUnits'), 0),
    settledCount(entry(throughput, 'WriteCapacityUnits'), 0),
  ];
}

function sum(counts: readonly (number | null)[]): number | null {
  return counts.reduce((all, each) => (all === null || each === null ? null : all + each), 0);
}
