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

/** One line of history; never changed once written. */
export interface LedgerRecord {
  readonly schema: 1;
  /** 1, 2, 3, … within one system and environment. */
  readonly sequence: number;
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly kind: 'deploy' | 'rollback';
  readonly release: string;
  /** What ran before. */
  readonly previousRelease: string | null;
  readonly fingerprint: string;
  readonly outcome: DeploymentOutcome;
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
}

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
