import type { LockRequest, Ledger } from '../../ledger/ledger.ts';
import { withLock } from '../../ledger/with-lock.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/logger.ts';

export interface WithLocksOptions extends LockRequest {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Holds the locks of several ledgers while `work` runs, taken one after the other. Nobody waits for a lock, so two who take
 * them at once can't hold each other up.
 * @throws UserError LEDGER_LOCKED where one is held by somebody else; those that were taken are given back
 */
export async function withLocks<Result>(
  ledgers: readonly Ledger[],
  options: WithLocksOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const [ledger, ...others] = ledgers;
  if (ledger === undefined) return work(options.signal ?? new AbortController().signal);
  return withLock({ ...options, ledger }, (signal) => withLocks(others, { ...options, signal }, work));
}
