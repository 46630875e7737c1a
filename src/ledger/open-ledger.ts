import pLimit from 'p-limit';
import type { EnvironmentName } from '../config/environment-name.ts';
import { SlipwayError, UserError } from '../errors/slipway-error.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { findRelease, rollbackHistory } from './find-release.ts';
import { emptyHead, headAfter } from './head-after.ts';
import { readText, writeText, type LedgerS3 } from './ledger-objects.ts';
import { parseHead, parseRecord, type Parsed } from './ledger-schema.ts';
import type { Ledger, LedgerHead, LedgerLock, LedgerRecord, LockRequest } from './ledger.ts';
import { heldByOther, lockedError, lockLostError } from './lock.ts';

export interface LedgerOptions {
  readonly s3: LedgerS3;
  /** `slipway-ledger-<account>-<home region>`. */
  readonly bucket: string;
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface State {
  /** What is stored, with the records beyond it folded in. */
  readonly head: LedgerHead;
  /** `null` where nothing is stored yet. */
  readonly stored: { readonly etag: string; readonly sequence: number } | null;
}

const mostAttempts = 12;

/**
 * Opens the ledger of one system in one environment: `ledger/<system>/<environment>/head.json`, replaced by
 * compare-and-swap, and `…/records/<8-digit sequence>.json`, each written once. A record is written before the head; one
 * beyond the head was left by a run that was killed in between, and whoever reads next takes it in.
 */
export function openLedger(options: LedgerOptions): Ledger {
  const { s3, bucket, system, environment, clock, logger } = options;
  const folder = `ledger/${system}/${environment}`;
  const headKey = `${folder}/head.json`;
  const recordKey = (sequence: number): string =>
    `${folder}/records/${String(sequence).padStart(8, '0')}.json`;

  const readRecord = async (sequence: number): Promise<LedgerRecord | null> => {
    const key = recordKey(sequence);
    const found = await readText(s3, bucket, key);
    if (!found) return null;
    const record = sound(parseRecord(found.text), bucket, key);
    checkOwner(record, key);
    if (record.sequence !== sequence) throw damaged(bucket, key, `its sequence is ${record.sequence}`);
    return record;
  };

  const checkOwner = (entry: LedgerRecord | LedgerHead, key: string): void => {
    if (entry.system !== system || entry.environment !== environment) {
      throw damaged(bucket, key, `it is of ${entry.system} in ${entry.environment}`);
    }
  };

  const readState = async (): Promise<State> => {
    const found = await readText(s3, bucket, headKey);
    let head = found ? sound(parseHead(found.text), bucket, headKey) : emptyHead(system, environment);
    checkOwner(head, headKey);
    const stored = found && { etag: found.etag, sequence: head.sequence };
    for (let next = await readRecord(head.sequence + 1); next; next = await readRecord(head.sequence + 1)) {
      head = headAfter(head, next);
    }
    return { head, stored };
  };

  /** Replaces the head by what `decide` makes of it; rereads and decides anew whenever somebody else was quicker. */
  const swap = async (decide: (state: State) => LedgerHead | null): Promise<LedgerHead> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const state = await readState();
      const next = decide(state);
      if (!next) return state.head;
      const condition = state.stored ? { etag: state.stored.etag } : ({ absent: true } as const);
      if (await writeText(s3, bucket, headKey, print(next), condition)) return next;
      await clock.sleep(25 * attempt);
    }
    throw contended(folder);
  };

  const until = (minutes: number): string => new Date(clock.now() + minutes * 60_000).toISOString();

  const writeRecord = async (entry: Parameters<Ledger['append']>[0]): Promise<LedgerRecord> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const { head } = await readState();
      const other = heldByOther(head.lock, entry.holder, clock);
      if (other) {
        logger.warn(
          `${folder}: ${other.holder} took the lock over while this ran; recording it all the same`,
        );
      }
      const record: LedgerRecord = {
        schema: 1,
        system,
        environment,
        ...entry.record,
        sequence: head.sequence + 1,
        previousRelease: head.release,
      };
      const key = recordKey(record.sequence);
      const text = print(record);
      const parsed = parseRecord(text);
      if ('wrong' in parsed)
        throw new SlipwayError('LEDGER_RECORD', `a record can't be written: ${parsed.wrong}`, 'slipway');
      if (await writeText(s3, bucket, key, text, { absent: true })) return record;
      // The answer to an earlier try of this very request may have been lost on the way.
      const there = await readRecord(record.sequence);
      if (there && canonicalJson(there) === canonicalJson(record)) return record;
    }
    throw contended(folder);
  };

  const ledger: Ledger = {
    location: `s3://${bucket}/${folder}`,

    readHead: async () => (await readState()).head,

    lock: async ({ holder, release, minutes }: LockRequest): Promise<LedgerLock> => {
      const head = await swap(({ head }) => {
        const { lock } = head;
        const other = heldByOther(lock, holder, clock);
        if (other) throw lockedError(other, system, environment);
        const since = lock?.holder === holder ? lock.since : new Date(clock.now()).toISOString();
        if (lock && lock.holder !== holder) {
          logger.warn(
            `${folder}: taking over the lock of ${lock.holder}, which ran out at ${lock.until} without being given back`,
          );
        }
        return { ...head, lock: { holder, release, since, until: until(minutes) } };
      });
      return held(head, holder);
    },

    renew: async ({ holder, minutes }) => {
      const head = await swap(({ head }) => {
        if (head.lock?.holder !== holder) throw lockLostError(head.lock, system, environment);
        return { ...head, lock: { ...head.lock, until: until(minutes) } };
      });
      return held(head, holder);
    },

    unlock: async (holder) => {
      await swap(({ head }) => {
        if (head.lock?.holder === holder) return { ...head, lock: null };
        if (head.lock) logger.warn(`${folder}: the lock is ${head.lock.holder}'s by now, leaving it`);
        return null;
      });
    },

    append: async (entry) => {
      const record = await writeRecord(entry);
      const head = await swap(({ head, stored }) =>
        stored && stored.sequence >= record.sequence ? null : head,
      );
      return { record, head };
    },

    records: async ({ limit }) => {
      const { sequence } = await ledger.readHead();
      const wanted = Array.from({ length: Math.min(limit, sequence) }, (_, index) => sequence - index);
      const oneOf = pLimit(8);
      return Promise.all(
        wanted.map((each) =>
          oneOf(async () => {
            const record = await readRecord(each);
            if (!record)
              throw damaged(
                bucket,
                recordKey(each),
                `it is missing, though the head counts ${sequence} records`,
              );
            return record;
          }),
        ),
      );
    },

    findRelease: async (idPrefix) =>
      findRelease(await ledger.records({ limit: rollbackHistory }), idPrefix, system, environment),
  };
  return ledger;
}

function sound<Entry>(parsed: Parsed<Entry>, bucket: string, key: string): Entry {
  if ('wrong' in parsed) throw damaged(bucket, key, parsed.wrong);
  return parsed.entry;
}

function damaged(bucket: string, key: string, wrong: string): UserError {
  return new UserError(
    'LEDGER_DAMAGED',
    `the ledger entry s3://${bucket}/${key} is damaged: ${wrong}; nothing was changed`,
    {
      next: `put a sound version back: \`aws s3api list-object-versions --bucket ${bucket} --prefix ${key}\` lists what there was`,
    },
  );
}

function contended(folder: string): SlipwayError {
  return new SlipwayError(
    'LEDGER_CONTENDED',
    `${folder}: somebody else wrote between each of ${mostAttempts} readings and writings`,
    'slipway',
    { next: 'run the same command again' },
  );
}

function held(head: LedgerHead, holder: string): LedgerLock {
  if (head.lock?.holder !== holder)
    throw new SlipwayError('LEDGER_LOCK', 'the lock was not written', 'slipway');
  return head.lock;
}

/** For people who look into the bucket: indented, one entry a file. */
function print(entry: LedgerHead | LedgerRecord): string {
  return `${JSON.stringify(entry, null, 2)}\n`;
}
