import type { EnvironmentName } from '../config/environment-name.ts';

export interface SmokeSummary {
  readonly passed: number;
  readonly failed: number;
  readonly notEnforceable: number;
  /** Ids of the failed checks. */
  readonly failures: readonly string[];
}

export interface AppliedOverride {
  readonly override: string;
  readonly path: string;
  readonly action: string;
  readonly by: string;
}

export type DeploymentOutcome =
  'succeeded' | 'no-changes' | 'deploy-failed' | 'site-failed' | 'smoke-failed' | 'interrupted';

/** How a tear-down ended; what failed goes on with the same command. */
export type TearDownOutcome = 'torn-down' | 'tear-down-failed';

/** One line of history; never changed once written. */
export interface LedgerRecord {
  readonly schema: 1;
  /** 1, 2, 3, … within one system and environment. */
  readonly sequence: number;
  readonly system: string;
  readonly environment: EnvironmentName;
  /** `switch`: the release that ran, with one emergency switch turned. */
  readonly kind: 'deploy' | 'rollback' | 'switch' | 'tear-down';
  readonly release: string;
  /** What ran before. */
  readonly previousRelease: string | null;
  readonly fingerprint: string;
  readonly outcome: DeploymentOutcome | TearDownOutcome;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The caller's ARN or the GitHub actor. */
  readonly by: string;
  readonly commit: string | null;
  readonly overrides: readonly AppliedOverride[];
  readonly smoke: SmokeSummary | null;
  /** The failure's first line, for the board. */
  readonly cause: string | null;
  /** True where stacks had changed before the deployment failed or was interrupted: what stands is of two releases. */
  readonly partial?: boolean;
}

/** What a deployment says of itself; sequence and what ran before are the ledger's to know. */
export type LedgerDraft = Omit<
  LedgerRecord,
  'schema' | 'sequence' | 'system' | 'environment' | 'previousRelease'
>;

export interface LedgerLock {
  /** Who holds it: the caller and a random part. */
  readonly holder: string;
  readonly release: string;
  readonly since: string;
  /** ISO 8601; after it the lock may be taken over, and the take-over is said. */
  readonly until: string;
}

/** The one object that is replaced, by compare-and-swap. */
export interface LedgerHead {
  readonly schema: 1;
  readonly system: string;
  readonly environment: EnvironmentName;
  /** Of the newest record; 0 before the first. */
  readonly sequence: number;
  /** What the stacks hold now; `null` before the first. */
  readonly release: string | null;
  /** The newest release whose smoke checks passed. */
  readonly goodRelease: string | null;
  readonly since: string | null;
  /** `green`: deployed and smoke passed. `red`: smoke or site failed after the stacks changed. */
  readonly state: 'empty' | 'green' | 'red';
  readonly lock: LedgerLock | null;
}

export interface LockRequest {
  /** Unique to the run: the caller and a random part. Asking again with the same holder renews. */
  readonly holder: string;
  readonly release: string;
  /** After so long without renewal somebody else may take the lock over. */
  readonly minutes: number;
}

/** The history of one system in one environment. */
export interface Ledger {
  /** For people: `s3://bucket/ledger/<system>/<environment>`. */
  readonly location: string;
  /** As it stands, records of a killed run included. Writes nothing. Throws LEDGER_DAMAGED, LEDGER_ABSENT, LEDGER_DENIED. */
  readHead(): Promise<LedgerHead>;
  /** Takes the lock, or renews it for the same holder. Throws LEDGER_LOCKED where somebody else holds it. */
  lock(request: LockRequest): Promise<LedgerLock>;
  /** Throws LEDGER_LOCK_LOST where the lock is not the holder's any more. */
  renew(request: { readonly holder: string; readonly minutes: number }): Promise<LedgerLock>;
  /** Gives the lock back; says so and does nothing where it is somebody else's by now. */
  unlock(holder: string): Promise<void>;
  /** Writes a record, then the head that follows from it. History is never refused: a lost lock is only said. */
  append(entry: {
    readonly holder: string;
    readonly record: LedgerDraft;
  }): Promise<{ readonly record: LedgerRecord; readonly head: LedgerHead }>;
  /** Newest first. Throws LEDGER_DAMAGED for one that is missing or can't be read. */
  records(options: { readonly limit: number }): Promise<readonly LedgerRecord[]>;
  /**
   * The one release of this ledger whose id begins so (at least four digits), with its newest record. Throws
   * RELEASE_UNKNOWN or RELEASE_AMBIGUOUS with the choices.
   */
  findRelease(idPrefix: string): Promise<LedgerRecord>;
}
