import type { EnvironmentDefinition } from '../../config/system.ts';
import { lockRequest } from '../../deployment/lock-request.ts';
import type { Session, Target } from '../../deployment/target.ts';
import type { Action } from '../action.ts';

/** The lock that a run may leave behind when it is killed; state of the action for its post step. */
export interface HeldLock {
  readonly environment: EnvironmentDefinition;
  readonly holder: string;
}

export const heldLockState = 'held-lock';

/** Notes which lock is about to be taken. */
export function noteLock(action: Action, { environment, release }: Target, session: Session): void {
  const held: HeldLock = { environment, holder: lockRequest(session, release.id).holder };
  action.saveState(heldLockState, JSON.stringify(held));
}

/** Notes that the run has come to its end by itself, and has given back what it held. */
export function noteUnlocked(action: Action): void {
  if (!action.io.signal.aborted) action.saveState(heldLockState, '');
}
