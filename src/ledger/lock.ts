import type { EnvironmentName } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
import type { LedgerLock } from './ledger.ts';

/**
 * The lock if somebody else holds it and it has not run out. Clocks are taken to agree to within the minutes that a lock
 * is asked for.
 */
export function heldByOther(lock: LedgerLock | null, holder: string, clock: Clock): LedgerLock | null {
  return lock !== null && lock.holder !== holder && clock.now() < Date.parse(lock.until) ? lock : null;
}

export function lockedError(lock: LedgerLock, system: string, environment: EnvironmentName): UserError {
  return new UserError(
    'LEDGER_LOCKED',
    `${system} in ${environment} is being deployed by ${lock.holder} since ${lock.since} (release ${lock.release.slice(0, 8)}); nothing was changed`,
    {
      next: `wait until it is done; if it was killed, its lock runs out at ${lock.until} and the next run takes it over`,
    },
  );
}

export function lockLostError(
  lock: LedgerLock | null,
  system: string,
  environment: EnvironmentName,
): UserError {
  const now = lock === null ? 'nobody holds it' : `${lock.holder} holds it since ${lock.since}`;
  return new UserError(
    'LEDGER_LOCK_LOST',
    `the lock of ${system} in ${environment} ran out before it was renewed: ${now}; stopping before anything else is changed`,
    { next: `\`slipway status ${system}\` shows what stands` },
  );
}
