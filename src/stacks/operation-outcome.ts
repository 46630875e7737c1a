import type { FollowedOperation } from './follow-operation.ts';
import { findFailureCause, findLeftovers, findRollbackFailures } from './failure-cause.ts';
import type { LocateFailure, StackOutcome } from './failure.ts';
import { isDeleted, isRolledBack, isSuccess } from './stack-status.ts';

/** For a stack whose templates are not at hand: causes are named without a place. */
export const nowhere: LocateFailure = () => null;

/** What a finished operation comes to: outputs and leftovers, or the cause and whether everything was put back. */
export function outcomeOf(operation: FollowedOperation, locate: LocateFailure = nowhere): StackOutcome {
  const { stack, events } = operation;
  if (isSuccess(stack.status)) {
    return { kind: 'succeeded', outputs: stack.outputs, leftovers: findLeftovers(events) };
  }
  const rolledBack = isRolledBack(stack.status) || isDeleted(stack.status);
  return {
    kind: 'failed',
    cause: findFailureCause(events, locate),
    rolledBack,
    status: stack.status,
    notRolledBack: rolledBack ? [] : findRollbackFailures(events),
  };
}
