import { UserError } from '../errors/slipway-error.ts';
import type { Sha256 } from './release.ts';

/** Somebody or something has written other bytes under this digest. What is there is left as it was. */
export function digestError(key: Sha256, location: string, found: string | null): UserError {
  const what = found === null ? 'other bytes' : `bytes with the SHA-256 ${found}`;
  return new UserError(
    'ARTIFACT_DIGEST',
    `${location}/${key} holds ${what} than its name says; nothing uses it, and it is left as it is.`,
    { next: `Find out who wrote ${location}/${key} before you delete it; then make the release again.` },
  );
}

export function missingError(key: Sha256, location: string, cause?: unknown): UserError {
  return new UserError('ARTIFACT_MISSING', `${location} has no artifact ${key}.`, {
    cause,
    next: 'Make the release again, or copy it there: slipway release <system>.',
  });
}
