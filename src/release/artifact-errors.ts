import { UserError } from '../errors/slipway-error.ts';
import type { Sha256 } from './release.ts';

/** Somebody or something has written other bytes under this digest. What is there is left as it was. */
export function digestError(key: Sha256, location: string, found: string): UserError {
  return new UserError(
    'ARTIFACT_DIGEST',
    `${location}/${key} does not hold what its name says: its SHA-256 is ${found}. Nothing uses it, and it is left as it is.`,
    {
      next: 'Find out who wrote it before you delete it; then make the release again: slipway release <system>',
    },
  );
}

export function missingError(key: Sha256, location: string, cause?: unknown): UserError {
  return new UserError('ARTIFACT_MISSING', `${location} has no artifact ${key}`, {
    cause,
    next: 'Make the release again, or copy it there: slipway release <system>',
  });
}
