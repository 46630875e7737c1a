import type { Action, ActionEnd } from '../action.ts';
import { heldLockState, type HeldLock } from './held-lock.ts';

/**
 * The post step of what takes a ledger's lock: gives back what a run that was killed or cancelled still holds. It never
 * fails the job; a lock that stays runs out by itself.
 */
export async function releaseLock(action: Action): Promise<ActionEnd> {
  const saved = action.state(heldLockState);
  if (saved === '') return 'succeeded';
  try {
    await release(action, JSON.parse(saved) as HeldLock);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    action.log.warn(`the ledger's lock could not be given back and runs out by itself: ${reason}`);
  }
  return 'succeeded';
}

async function release(action: Action, { environment, holder }: HeldLock): Promise<void> {
  const { environmentLedger } = await import('../../deployment/environment-ledger.ts');
  const session = await action.openSession();
  const ledger = await environmentLedger(environment, session.clients(environment, 'deploy'), session);
  const { lock } = await ledger.readHead();
  if (lock?.holder !== holder) return;
  await ledger.unlock(holder);
  action.log.info(`gave back the lock of ${ledger.location}, which this run had left (${holder})`);
}
