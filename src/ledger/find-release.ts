import type { EnvironmentName } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { LedgerRecord } from './ledger.ts';

const shortestPrefix = 4;

/** How many records back a release is looked for to roll back to. */
export const rollbackHistory = 500;

/**
 * The one release whose id begins with `idPrefix`, as its newest record.
 * @param records newest first
 * @throws UserError RELEASE_UNKNOWN, RELEASE_AMBIGUOUS, each with the choices
 */
export function findRelease(
  records: readonly LedgerRecord[],
  idPrefix: string,
  system: string,
  environment: EnvironmentName,
): LedgerRecord {
  const newest = new Map<string, LedgerRecord>();
  for (const record of records) if (!newest.has(record.release)) newest.set(record.release, record);
  const wanted = idPrefix.toLowerCase();
  const found =
    wanted.length < shortestPrefix
      ? []
      : [...newest.values()].filter(({ release }) => release.startsWith(wanted));
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  if (only) {
    throw new UserError(
      'RELEASE_AMBIGUOUS',
      `${idPrefix} begins ${found.length} releases of ${system} in ${environment}: ${choices(found, 16)}`,
      { next: 'give more digits' },
    );
  }
  const known = [...newest.values()].slice(0, 5);
  const said = known.length === 0 ? 'nothing has been deployed there' : `the newest are ${choices(known, 8)}`;
  throw new UserError(
    'RELEASE_UNKNOWN',
    `"${idPrefix}" is no release of ${system} in ${environment} (at least ${shortestPrefix} hex digits); ${said}`,
    { next: `\`slipway status ${system}\` shows what ran where` },
  );
}

function choices(records: readonly LedgerRecord[], digits: number): string {
  return records.map(({ release, finishedAt }) => `${release.slice(0, digits)} (${finishedAt})`).join(', ');
}
