import type { Position } from '../errors/position.ts';

/** The first real failure in the deepest nested stack, and what followed from it. */
export interface FailureCause {
  /** Nested logical ids from the root to the stack that holds the resource. */
  readonly path: readonly string[];
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  /** Where the resource, or the property that the reason names, stands in the release's templates. */
  readonly at: Position | null;
  /** The source line at that place, trimmed. */
  readonly sourceLine: string | null;
  /** How many resources were only cancelled because of it. */
  readonly cancelled: number;
  /** Other resources that failed by themselves. */
  readonly others: readonly {
    readonly path: readonly string[];
    readonly logicalId: string;
    readonly reason: string;
  }[];
}

/** A resource that could not be made, changed, removed or put back. */
export interface ResourceFailure {
  readonly path: readonly string[];
  readonly logicalId: string;
  readonly type: string;
  readonly reason: string;
  /** The name of the stack that holds it: `continue-update-rollback` wants nested resources as `<stack name>.<logical id>`. */
  readonly stackName: string;
}

export type StackOutcome =
  | {
      readonly kind: 'succeeded';
      readonly outputs: Readonly<Record<string, string>>;
      /** Old resources that could not be removed after a successful update: they still exist, outside the stack. */
      readonly leftovers: readonly string[];
    }
  | { readonly kind: 'no-changes'; readonly outputs: Readonly<Record<string, string>> }
  | {
      readonly kind: 'failed';
      readonly cause: FailureCause;
      readonly rolledBack: boolean;
      readonly status: string;
      /** What kept the rollback from ending; empty or absent where it ended well. */
      readonly notRolledBack?: readonly ResourceFailure[];
    };

/** Where a failure stands in the templates of the release. */
export interface FailurePlace {
  readonly at: Position;
  /** The line there, trimmed. */
  readonly sourceLine: string;
}

/**
 * Looks a failed resource up in the release's templates.
 * @param path nested logical ids from the root to the stack that holds the resource
 * @param reason as CloudFormation gives it; a property that it names is preferred to the resource's first line
 */
export type LocateFailure = (
  path: readonly string[],
  logicalId: string,
  reason: string,
) => FailurePlace | null;
