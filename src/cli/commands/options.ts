import { InvalidArgumentError } from 'commander';
import { readOverride } from '../../plan/gate-override.ts';

/** Commander's way to let an option be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/**
 * Commander's way to take words of the gate, several times; one that is none is refused before anything is asked or done.
 * @throws UserError `OVERRIDE_MALFORMED`
 */
export function collectWords(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, readOverride(value)];
}

/** The fingerprint of a plan, or its first digits, in lower case. */
export function fingerprintOption(text: string): string {
  const given = text.trim().toLowerCase();
  if (/^[0-9a-f]{8,64}$/.test(given)) return given;
  throw new InvalidArgumentError(
    `"${text}" is not the fingerprint of a plan: its 64 hex digits (0-9, a-f), or at least the first 8.`,
  );
}
