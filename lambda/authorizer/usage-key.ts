import { log } from '../shared-http/log.ts';
import type { UserKeys } from '../shared-aws/user-keys.ts';

export interface UsageKeyOptions {
  readonly keys: Pick<UserKeys, 'find' | 'ask'>;
  /** The key that all share who have none of their own yet. */
  readonly sharedKey: string;
  /** Subjects that begin so never get a key of their own: smoke checks make a new one each run. Empty for none. */
  readonly sharedSubjects: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Milliseconds that a subject without a key is not looked up again. */
const patience = 5_000;
/** Milliseconds that a subject's key is taken for its key; nothing changes it but a person. */
const lifetime = 3_600_000;
/** Seconds after which a key that has not come is asked for again. */
const overdue = 600;
/** Subjects remembered at once. */
const most = 10_000;

/**
 * Makes a function that tells by which API key a subject is metered. It only looks keys up: a subject that has none is
 * written down as asking, and is metered by the shared key until the provisioner has made its own. A table that does not
 * answer locks nobody out; everybody without a remembered key is then metered together.
 */
export function usageKeys(options: UsageKeyOptions): (subject: string) => Promise<string> {
  const { keys, sharedKey, sharedSubjects, now = Date.now } = options;
  const known = new Map<string, { readonly key: string; readonly until: number }>();

  function remember(subject: string, key: string, milliseconds: number): string {
    known.delete(subject);
    known.set(subject, { key, until: now() + milliseconds });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return key;
  }

  return async (subject) => {
    if (sharedSubjects !== '' && subject.startsWith(sharedSubjects)) return sharedKey;
    const remembered = known.get(subject);
    if (remembered !== undefined && remembered.until > now()) return remembered.key;
    try {
      const found = await keys.find(subject);
      if (found?.usageKey !== undefined) return remember(subject, found.usageKey, lifetime);
      const seconds = Math.floor(now() / 1000);
      if (found === undefined || found.askedAt + overdue <= seconds) await keys.ask(subject, found, seconds);
    } catch (error) {
      log('error', 'the user keys are out of reach', {
        error: error instanceof Error ? error.message : 'unknown',
      });
      if (remembered !== undefined) return remember(subject, remembered.key, patience);
    }
    return remember(subject, sharedKey, patience);
  };
}
