import type { CleanupApi, CleanupItem, CleanupOutcome } from './cleanup.ts';
import { patiently, type Patience } from './patiently.ts';

export interface DeleteOptions extends Patience {
  readonly item: CleanupItem;
  readonly api: CleanupApi;
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

/** Looks again and again, more slowly each time, until it is told of an outcome or patience ends. */
export async function waitUntilGone(
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
export function failed(error: unknown, { signal }: Patience): CleanupOutcome {
  signal?.throwIfAborted();
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'failed', reason };
}
