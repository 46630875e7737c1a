import type { CleanupApi, CleanupItem, CleanupOutcome } from './cleanup.ts';
import { changeSetsOf, countResources } from './find-leftovers.ts';
import { patiently, type Patience } from './patiently.ts';
import { readStack } from '../stacks/read-stack.ts';
import { isDeleted, isInProgress, isReview } from '../stacks/stack-status.ts';

export interface DeleteOptions extends Patience {
  readonly item: CleanupItem;
  readonly api: CleanupApi;
  /** The role without rights that a stack is deleted with: what holds something can't be deleted so. */
  readonly emptyHandsArn: string;
  /** Milliseconds that are waited for one deletion at most. */
  readonly patience: number;
}

/** Milliseconds between two looks at what is being deleted, growing. */
const [shortest, longest] = [500, 8_000];

/** Deletes a change set with those nested in it, and waits until it is gone; one that is gone already is deleted. */
export async function deleteChangeSet(options: DeleteOptions): Promise<CleanupOutcome> {
  const { item, api } = options;
  try {
    await patiently(() => api.deleteChangeSet({ ChangeSetName: item.arn, StackName: item.stackId }), options);
  } catch (error) {
    if (isNotFound(error)) return { kind: 'deleted' };
    // API reference, DeleteChangeSet: it is being made or executed
    if (error instanceof Error && error.name.startsWith('InvalidChangeSetStatus'))
      return { kind: 'kept', why: 'it is in use by now' };
    return failed(error, options);
  }
  return waitUntilGone(options, async () => {
    try {
      const set = await patiently(() => api.describeChangeSet({ ChangeSetName: item.arn }), options);
      if (set.Status !== 'DELETE_FAILED') return null;
      return { kind: 'failed', reason: set.StatusReason ?? 'CloudFormation gives no reason' };
    } catch (error) {
      return isNotFound(error) ? { kind: 'deleted' } : failed(error, options);
    }
  });
}

/**
 * Deletes a stack that was only reviewed, by its ARN and with the rights of a role that has none, after one more look: it
 * must still be in review, without change sets and without resources.
 */
export async function deleteReviewStack(options: DeleteOptions): Promise<CleanupOutcome> {
  const { item, api, emptyHandsArn } = options;
  try {
    const before = await patiently(() => readStack(api, item.stackId), options);
    if (before === null || isDeleted(before.status)) return { kind: 'deleted' };
    if (!isReview(before.status)) return { kind: 'kept', why: `it is ${before.status} by now` };
    const [newest] = await changeSetsOf(api, item.stackId, options);
    if (newest !== undefined) return { kind: 'kept', why: `it holds the change set ${newest.name} by now` };
    if ((await countResources(api, item.stackId, options)) > 0)
      return { kind: 'kept', why: 'it holds resources by now' };
    await patiently(() => api.deleteStack({ StackName: item.stackId, RoleARN: emptyHandsArn }), options);
  } catch (error) {
    return failed(error, options);
  }
  return waitUntilGone(options, async () => {
    try {
      const after = await patiently(() => readStack(api, item.stackId), options);
      if (after === null || isDeleted(after.status)) return { kind: 'deleted' };
      if (isReview(after.status) || isInProgress(after.status)) return null;
      return { kind: 'failed', reason: `it is ${after.status}: ${after.statusReason ?? 'no reason given'}` };
    } catch (error) {
      return failed(error, options);
    }
  });
}

async function waitUntilGone(
  { clock, signal, patience }: DeleteOptions,
  look: () => Promise<CleanupOutcome | null>,
): Promise<CleanupOutcome> {
  const deadline = clock.now() + patience;
  for (let pause = shortest; ; pause = Math.min(pause * 2, longest)) {
    const outcome = await look();
    if (outcome !== null) return outcome;
    if (clock.now() + pause > deadline)
      return { kind: 'failed', reason: `it is still there after ${Math.round(patience / 1_000)} s` };
    await clock.sleep(pause, signal);
  }
}

/** API reference, DescribeChangeSet, Errors; a change set whose stack is gone is told of as that. */
function isNotFound(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name.startsWith('ChangeSetNotFound') || /does not exist/i.test(error.message))
  );
}

/** Why it could not be deleted; an interruption is no such reason, and goes on. */
function failed(error: unknown, { signal }: Patience): CleanupOutcome {
  signal?.throwIfAborted();
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'failed', reason };
}
