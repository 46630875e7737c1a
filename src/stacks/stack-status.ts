import type { StackStatus } from '@aws-sdk/client-cloudformation';

/**
 * What each of CloudFormation's 23 stack statuses means for somebody who wants to deploy, in one table.
 * Source: "Stack status codes" of the CloudFormation user guide (view-stack-events) and `StackStatus` of the API.
 */
type Meaning =
  /** An operation runs; wait for its end. */
  | 'moving'
  /** Stands and can be updated. */
  | 'updatable'
  /** Only change sets of type CREATE exist; nothing was made yet. */
  | 'review'
  /** A first creation failed and was rolled back; it can only be deleted. */
  | 'failed-creation'
  /** Stuck: neither rolled back nor updatable until somebody acts. */
  | 'stuck'
  | 'deleted';

const meanings: Readonly<Record<StackStatus, Meaning>> = {
  CREATE_IN_PROGRESS: 'moving',
  CREATE_COMPLETE: 'updatable',
  CREATE_FAILED: 'stuck',
  DELETE_IN_PROGRESS: 'moving',
  DELETE_COMPLETE: 'deleted',
  DELETE_FAILED: 'stuck',
  IMPORT_IN_PROGRESS: 'moving',
  IMPORT_COMPLETE: 'updatable',
  IMPORT_ROLLBACK_IN_PROGRESS: 'moving',
  IMPORT_ROLLBACK_COMPLETE: 'updatable',
  IMPORT_ROLLBACK_FAILED: 'stuck',
  REVIEW_IN_PROGRESS: 'review',
  ROLLBACK_IN_PROGRESS: 'moving',
  ROLLBACK_COMPLETE: 'failed-creation',
  ROLLBACK_FAILED: 'stuck',
  UPDATE_IN_PROGRESS: 'moving',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'moving',
  UPDATE_COMPLETE: 'updatable',
  UPDATE_FAILED: 'stuck',
  UPDATE_ROLLBACK_IN_PROGRESS: 'moving',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'moving',
  UPDATE_ROLLBACK_COMPLETE: 'updatable',
  UPDATE_ROLLBACK_FAILED: 'stuck',
};

/** All statuses that CloudFormation can report for a stack. */
export const stackStatuses: readonly StackStatus[] = Object.keys(meanings) as StackStatus[];

function meaningOf(status: string): Meaning | null {
  return Object.hasOwn(meanings, status) ? meanings[status as StackStatus] : null;
}

/** An operation runs. `REVIEW_IN_PROGRESS` is none: nothing moves there until a change set is executed. */
export function isInProgress(status: string): boolean {
  return meaningOf(status) === 'moving';
}

/** The operation is over, well or badly. */
export function isTerminal(status: string): boolean {
  const meaning = meaningOf(status);
  return meaning !== null && meaning !== 'moving' && meaning !== 'review';
}

/** A change set of type UPDATE can be made and executed. */
export function isUpdatable(status: string): boolean {
  return meaningOf(status) === 'updatable';
}

/** A change set of type CREATE is wanted: only review, or nothing there. */
export function isReview(status: string): boolean {
  return meaningOf(status) === 'review';
}

/** A first creation failed and was rolled back: `ROLLBACK_COMPLETE`. */
export function isFailedCreation(status: string): boolean {
  return meaningOf(status) === 'failed-creation';
}

/** Somebody has to act before anything else is possible. */
export function isStuck(status: string): boolean {
  return meaningOf(status) === 'stuck';
}

export function isDeleted(status: string): boolean {
  return meaningOf(status) === 'deleted';
}

/** The operation ended with what was asked for. */
export function isSuccess(status: string): boolean {
  return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}

/** The operation failed and everything was put back as it was before. */
export function isRolledBack(status: string): boolean {
  return (
    status === 'ROLLBACK_COMPLETE' ||
    status === 'UPDATE_ROLLBACK_COMPLETE' ||
    status === 'IMPORT_ROLLBACK_COMPLETE'
  );
}

/** A stack's own status that says that it begins to undo: what fails after it is not the cause. */
export function isRollbackStart(status: string): boolean {
  return (
    status === 'ROLLBACK_IN_PROGRESS' ||
    status === 'UPDATE_ROLLBACK_IN_PROGRESS' ||
    status === 'IMPORT_ROLLBACK_IN_PROGRESS'
  );
}

/** The new resources stand; old ones are being removed. What fails here leaves something behind but fails nothing. */
export function isCleanup(status: string): boolean {
  return (
    status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' ||
    status === 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'
  );
}

/** A stack's own status with which an operation begins. A rollback begins one only when a person asked for it. */
export function isOperationStart(status: string): boolean {
  return (
    status === 'CREATE_IN_PROGRESS' ||
    status === 'UPDATE_IN_PROGRESS' ||
    status === 'IMPORT_IN_PROGRESS' ||
    status === 'DELETE_IN_PROGRESS'
  );
}

/** A resource's (or stack's) event that something failed. */
export function isFailedEvent(status: string): boolean {
  return status.endsWith('_FAILED');
}
