import type { Sha256 } from '../../release/release.ts';

/** An object of an artifact bucket as it is listed. */
export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

export interface SweepRules {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What is younger stays, whatever names it: its release may be on its way, or wait for an approval. */
  readonly guardDays: number;
  /** Objects that one run deletes from a bucket at most; the oldest go first. */
  readonly budget: number;
}

/** How much: objects, and their bytes together. */
export interface Amount {
  readonly count: number;
  /** Bytes. */
  readonly bytes: number;
}

/** What becomes of everything in one bucket. */
export interface SweepPlan {
  /** Of a name that is no digest: not Slipway's, and never touched. */
  readonly foreign: Amount;
  readonly needed: Amount;
  /** Needed by nothing that is known, and younger than the guard. */
  readonly young: Amount;
  /** Beyond the budget: for the next run. */
  readonly left: Amount;
  /** Oldest first. */
  readonly going: readonly (StoredObject & { readonly key: Sha256 })[];
}

/** What became of one artifact bucket; in a dry run, what would. */
export interface SweepReport extends SweepPlan {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly bucket: string;
  /** `skipped`: somebody is at it, or nobody could be asked. `failed`: something can't be read, or not everything went. */
  readonly outcome: 'swept' | 'skipped' | 'failed';
  /** Of what was skipped or failed. */
  readonly why: string | null;
}

/** Releases that somebody needs: an id, or the eight digits that begin it, and who needs it, for messages. */
export type NeededReleases = ReadonlyMap<string, string>;

/** What names a release can't be read, so nothing is known to be superfluous. */
export class SweepBlocked extends Error {
  override readonly name: string = 'SweepBlocked';
}

/** Somebody's change set does not say what it needs: nothing goes, and nothing is broken. */
export class SweepPostponed extends SweepBlocked {}

/** What of a bucket is neither read nor deleted. */
export const nothingSwept: SweepPlan = {
  foreign: { count: 0, bytes: 0 },
  needed: { count: 0, bytes: 0 },
  young: { count: 0, bytes: 0 },
  left: { count: 0, bytes: 0 },
  going: [],
};
