import { short } from '../runtime/sha256.ts';
import type { LockRequest } from '../ledger/ledger.ts';
import type { Session } from './target.ts';

/** After so long without a sign of life a run's lock may be taken over; it is renewed three times as often. */
const minutes = 6;

/**
 * The lock of one run. The holder is the same when the same runner starts the same release again, so that a run which was
 * killed goes on at once instead of waiting for its own lock to run out.
 */
export function lockRequest(session: Session, release: string): LockRequest {
  return { holder: `${session.runner} · ${short(release)}`, release, minutes };
}
