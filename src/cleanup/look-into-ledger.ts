import type { Ledger } from '../ledger/ledger.ts';
import { heldByOther } from '../ledger/lock.ts';
import type { Clock } from '../runtime/clock.ts';
import type { FoundLedger } from './cleanup.ts';

/**
 * What a ledger says of an environment in which a stack is in review. One that can't be read is told of, not thrown.
 * @param holder of the lock that cleaning up takes: what it has left itself is no hindrance
 */
export async function lookIntoLedger(
  ledger: Pick<Ledger, 'readHead'>,
  holder: string,
  clock: Clock,
): Promise<FoundLedger> {
  try {
    const { sequence, lock } = await ledger.readHead();
    if (sequence > 0) return { kind: 'entries', count: sequence };
    const other = heldByOther(lock, holder, clock);
    if (other !== null) return { kind: 'locked', by: other.holder };
    return { kind: 'empty' };
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Why a stack in review stays for the ledger's sake; `null` where it may go. */
export function whyLedgerKeeps(ledger: FoundLedger | null): string | null {
  switch (ledger?.kind) {
    case 'empty':
      return null;
    case 'entries':
      return whyEntriesKeep(ledger.count);
    case 'locked':
      return `its ledger is locked by ${ledger.by}`;
    case 'unreadable':
      return `its ledger can't be read: ${ledger.why}`;
    case undefined:
      return 'nobody has looked into its ledger';
  }
}

export function whyEntriesKeep(count: number): string {
  return `its environment's ledger has ${count === 1 ? 'an entry' : `${count} entries`}`;
}
