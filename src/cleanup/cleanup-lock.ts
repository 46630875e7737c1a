import type { LockRequest } from '../ledger/ledger.ts';

/** After so long without a sign of life somebody else may take the lock over. */
const minutes = 6;

/**
 * The lock that cleaning up holds while it deletes what a deployment might begin to use.
 * @param runner which run this is; the same when it is started again, so that one that was killed goes on at once
 */
export function cleanupLock(runner: string): LockRequest {
  return { holder: `${runner} · clean-up`, release: 'clean-up', minutes };
}
