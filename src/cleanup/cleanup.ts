import type { CloudFormationApi } from '../aws/apis.ts';
import type { SweepReport } from './sweep/sweep.ts';

/** What cleaning up calls of CloudFormation; all that `slipway-janitor` may do. */
export type CleanupApi = Pick<
  CloudFormationApi,
  | 'describeStacks'
  | 'listChangeSets'
  | 'describeChangeSet'
  | 'listStackResources'
  | 'deleteChangeSet'
  | 'deleteStack'
>;

/** One environment in one region: where things are found and deleted. */
export interface CleanupPlace {
  readonly system: string;
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

/** A change set as `ListChangeSets` tells of it. */
export interface FoundChangeSet {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly executionStatus: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The release that it is of, by its description; `null` where that says nothing. */
  readonly release: string | null;
  /** The root's ARN where it is a nested one. */
  readonly rootId: string | null;
}

export interface FoundStack {
  readonly place: CleanupPlace;
  /** The ARN. */
  readonly stackId: string;
  readonly stackName: string;
  readonly status: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** What says that it is this environment's; `null`: its name alone, which is not enough. */
  readonly evidence: 'tags' | 'definition' | null;
  /** A person approves what is deployed here, so an old change set may be one that somebody is still to look at. */
  readonly needsApproval: boolean;
  readonly changeSets: readonly FoundChangeSet[];
  /** Resources that it holds; looked up for stacks in review, 0 for the others. */
  readonly resources: number;
  /** What the environment's ledger says; looked up for stacks in review of ours, `null` for the others. */
  readonly ledger: FoundLedger | null;
}

/** Whether a ledger lets a stack go that was reviewed only. */
export type FoundLedger =
  /** Nobody has deployed to this environment, and nobody is at it. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'entries'; readonly count: number }
  | { readonly kind: 'locked'; readonly by: string }
  | { readonly kind: 'unreadable'; readonly why: string };

export interface CleanupRules {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** After so many days a run's change set, or a stack in review, is left over. */
  readonly olderThanDays: number;
  /** The numbers of the pull requests that are open; `null` where nobody could be asked. */
  readonly openPullRequests: ReadonlySet<number> | null;
  /**
   * Failed change sets that a nested stack may hold. A child that did not change keeps one of each plan, until CloudFormation
   * takes no further one ("ChangeSet limit exceeded", copilot-cli#5614).
   */
  readonly failedPerStack: number;
  /** Deletions of one run at most; the oldest go first. */
  readonly budget: number;
}

/** One thing that Slipway has made, and what becomes of it. */
export interface CleanupItem {
  readonly kind: 'change-set' | 'stack';
  readonly place: CleanupPlace;
  readonly stackId: string;
  readonly stackName: string;
  /** The change set's name, or the stack's. */
  readonly name: string;
  readonly arn: string;
  readonly verdict: 'delete' | 'keep';
  /** In a few words that follow "deleted:" or "kept:". */
  readonly why: string;
}

export type CleanupOutcome =
  | { readonly kind: 'deleted' }
  /** Something changed since it was planned. */
  | { readonly kind: 'kept'; readonly why: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface CleanupResult {
  readonly item: CleanupItem;
  readonly outcome: CleanupOutcome;
}

/** What has become of one thing; in a dry run, what would. */
export interface CleanupLine {
  readonly item: CleanupItem;
  readonly fate: 'deleted' | 'kept' | 'failed';
  readonly why: string;
}

export interface CleanupReport {
  readonly isDryRun: boolean;
  readonly lines: readonly CleanupLine[];
  /** Change sets and stacks. */
  readonly deleted: number;
  readonly kept: number;
  /** Change sets, stacks, and buckets that could not be swept. */
  readonly failed: number;
  /** Of artifact buckets; `null` where they were not looked at, since not all systems were asked for. */
  readonly sweeps: readonly SweepReport[] | null;
}

/**
 * @param results `null` in a dry run
 * @param sweeps `null` where artifacts were not looked at
 */
export function cleanupReport(
  items: readonly CleanupItem[],
  results: readonly CleanupResult[] | null,
  sweeps: readonly SweepReport[] | null,
): CleanupReport {
  const lines = items.map((item): CleanupLine => {
    if (item.verdict === 'keep') return { item, fate: 'kept', why: item.why };
    if (results === null) return { item, fate: 'deleted', why: item.why };
    const outcome = results.find((result) => result.item === item)?.outcome;
    switch (outcome?.kind) {
      case 'deleted':
        return { item, fate: 'deleted', why: item.why };
      case 'kept':
        return { item, fate: 'kept', why: outcome.why };
      case 'failed':
        return { item, fate: 'failed', why: outcome.reason };
      case undefined:
        throw new TypeError(`${item.name} was to be deleted, and nobody says how that ended.`);
    }
  });
  const count = (fate: CleanupLine['fate']): number => lines.filter((line) => line.fate === fate).length;
  return {
    isDryRun: results === null,
    lines,
    deleted: count('deleted'),
    kept: count('kept'),
    failed: count('failed') + (sweeps ?? []).filter(({ outcome }) => outcome === 'failed').length,
    sweeps,
  };
}
