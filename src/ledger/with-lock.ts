import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Ledger, LockRequest } from './ledger.ts';

export interface WithLockOptions extends LockRequest {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Holds the lock while `work` runs: takes it, renews it every third of its time, gives it back whatever happens. `work` is
 * handed a signal that aborts when the lock is lost (or the caller's own aborts), so that it stops before its next change.
 * @throws UserError LEDGER_LOCKED; LEDGER_LOCK_LOST as the signal's reason; and what `work` throws
 */
export async function withLock<Result>(
  options: WithLockOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { ledger, holder, release, minutes, clock, logger } = options;
  await ledger.lock({ holder, release, minutes });
  const lost = new AbortController();
  const over = new AbortController();
  const renewing = keepRenewing(options, over.signal, lost);
  const signals = options.signal ? [lost.signal, options.signal] : [lost.signal];
  try {
    return await work(AbortSignal.any(signals));
  } finally {
    over.abort();
    await renewing;
    await ledger.unlock(holder).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      logger.warn(`the lock could not be given back and runs out by itself: ${reason}`);
    });
  }

  async function keepRenewing(
    request: Pick<LockRequest, 'holder' | 'minutes'>,
    ended: AbortSignal,
    losing: AbortController,
  ): Promise<void> {
    let runsOut = clock.now() + request.minutes * 60_000;
    while (!ended.aborted) {
      try {
        await clock.sleep((request.minutes * 60_000) / 3, ended);
      } catch {
        return;
      }
      try {
        await ledger.renew(request);
        runsOut = clock.now() + request.minutes * 60_000;
      } catch (error) {
        // A stumble of S3 is no loss as long as a later renewal comes in time.
        const isLoss = error instanceof Error && 'code' in error && error.code === 'LEDGER_LOCK_LOST';
        if (!isLoss && clock.now() + (request.minutes * 60_000) / 3 < runsOut) continue;
        losing.abort(error);
        return;
      }
    }
  }
}
