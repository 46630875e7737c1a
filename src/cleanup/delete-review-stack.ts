import { SlipwayError } from '../errors/slipway-error.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { withLock } from '../ledger/with-lock.ts';
import type { Logger } from '../runtime/logger.ts';
import { readStack } from '../stacks/read-stack.ts';
import { isDeleted, isInProgress, isReview } from '../stacks/stack-status.ts';
import { cleanupLock } from './cleanup-lock.ts';
import type { CleanupOutcome } from './cleanup.ts';
import { failed, waitUntilGone, type DeleteOptions } from './delete-leftovers.ts';
import { changeSetsOf, countResources } from './find-leftovers.ts';
import { whyEntriesKeep } from './look-into-ledger.ts';
import { patiently } from './patiently.ts';

export interface DeleteReviewStackOptions extends DeleteOptions {
  /** The role without rights that a stack is deleted with: what holds something can't be deleted so. */
  readonly emptyHandsArn: string;
  /** The ledger of the stack's environment. */
  readonly ledger: Ledger;
  /** The same when the same run is started again. */
  readonly runner: string;
  readonly logger: Logger;
}

/**
 * Deletes a stack that was only reviewed, under the environment's lock, so that nobody executes on it meanwhile. Under the
 * lock the ledger must hold no entry and the stack must still be in review, without change sets and without resources. The
 * lock is given back whatever happens; where somebody else holds it, the stack is kept.
 */
export async function deleteReviewStack(options: DeleteReviewStackOptions): Promise<CleanupOutcome> {
  const { ledger, clock, logger, signal } = options;
  try {
    return await withLock({ ...cleanupLock(options.runner), ledger, clock, logger, signal }, async (held) => {
      const { sequence } = await ledger.readHead();
      if (sequence > 0) return { kind: 'kept', why: `${whyEntriesKeep(sequence)} by now` };
      return lookAndDelete({ ...options, signal: held });
    });
  } catch (error) {
    if (error instanceof SlipwayError && error.code === 'LEDGER_LOCKED')
      return { kind: 'kept', why: `its ledger is locked: ${error.message}` };
    return failed(error, options);
  }
}

/** Deletes it by its ARN and with the rights of a role that has none, after one more look. */
async function lookAndDelete(options: DeleteReviewStackOptions): Promise<CleanupOutcome> {
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
