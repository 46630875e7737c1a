import type { EnvironmentName } from '../config/environment-name.ts';
import type { LedgerHead, LedgerRecord } from './ledger.ts';

export function emptyHead(system: string, environment: EnvironmentName): LedgerHead {
  return {
    schema: 1,
    system,
    environment,
    sequence: 0,
    release: null,
    goodRelease: null,
    since: null,
    state: 'empty',
    lock: null,
  };
}

/**
 * The head that follows from a record: the head is nothing but the records folded, and the lock. So a record that was
 * written by a run that was killed before it wrote the head loses nothing.
 *
 * A deployment that failed in its stacks was rolled back: the release stays, and so does the colour, unless other stacks
 * had changed before. After a tear-down nothing runs. A release is good once its smoke checks passed in this environment, or once it is deployed where its
 * system has none; one that changed nothing and ran no checks is as good as the one it found.
 */
export function headAfter(head: LedgerHead, record: LedgerRecord): LedgerHead {
  const next = { ...head, sequence: record.sequence };
  switch (record.outcome) {
    case 'deploy-failed':
      return record.partial === true ? { ...next, state: 'red' } : next;
    case 'interrupted':
    case 'tear-down-failed':
      return { ...next, state: 'red' };
    case 'torn-down':
      return { ...next, release: null, goodRelease: null, since: record.finishedAt, state: 'empty' };
    case 'site-failed':
    case 'smoke-failed':
      return { ...next, ...arrival(head, record), state: 'red' };
    case 'succeeded':
      return {
        ...next,
        ...arrival(head, record),
        ...good(head, record),
        state: isRed(record) ? 'red' : 'green',
      };
    case 'no-changes': {
      const keepsRed = head.state === 'red' && record.smoke === null;
      return {
        ...next,
        ...arrival(head, record),
        ...good(head, record),
        state: isRed(record) || keepsRed ? 'red' : 'green',
      };
    }
  }
}

function arrival(head: LedgerHead, record: LedgerRecord): Pick<LedgerHead, 'release' | 'since'> {
  return head.release === record.release
    ? { release: head.release, since: head.since }
    : { release: record.release, since: record.finishedAt };
}

function good(head: LedgerHead, record: LedgerRecord): Partial<Pick<LedgerHead, 'goodRelease'>> {
  const inherits =
    record.outcome === 'no-changes' &&
    record.smoke === null &&
    head.state === 'green' &&
    head.goodRelease === head.release;
  return hasPassed(record) || inherits ? { goodRelease: record.release } : {};
}

/** Whether this deployment has shown that its release is good: its checks passed, or its system has none to run. */
export function hasPassed({ outcome, smoke }: LedgerRecord): boolean {
  return smoke === null ? outcome === 'succeeded' : smoke.failed === 0 && smoke.passed > 0;
}

function isRed(record: LedgerRecord): boolean {
  return record.smoke !== null && record.smoke.failed > 0;
}
