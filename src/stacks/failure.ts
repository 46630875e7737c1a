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

export type StackOutcome =
  | {
      readonly kind: 'succeeded';
      readonly outputs: Readonly<Record<string, string>>;
      readonly leftovers: readonly string[];
    }
  | { readonly kind: 'no-changes'; readonly outputs: Readonly<Record<string, string>> }
  | {
      readonly kind: 'failed';
      readonly cause: FailureCause;
      readonly rolledBack: boolean;
      readonly status: string;
    };
