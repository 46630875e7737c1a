/** What moved in the tree, as the follower reports it while a deployment runs. */
export interface StackEvent {
  /** Logical ids from the root to the stack that the event is of; empty for the root. */
  readonly path: readonly string[];
  readonly logicalId: string;
  readonly type: string;
  /** As CloudFormation says it, e.g. `UPDATE_IN_PROGRESS`. */
  readonly status: string;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly at: string;
}
