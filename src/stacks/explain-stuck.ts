import { UserError } from '../errors/slipway-error.ts';
import type { LocateFailure, ResourceFailure } from './failure.ts';
import { findFailures, findRollbackFailures } from './failure-cause.ts';
import type { StackState } from './read-stack.ts';
import { watchTree, type TreeApi } from './watch-tree.ts';

/**
 * Says why a stack can't go on by itself and which command helps. Reads the events of its newest operation for the
 * resources that are in the way.
 */
export async function explainStuck(
  api: TreeApi,
  stack: StackState,
  locate?: LocateFailure,
): Promise<UserError> {
  const events = await watchTree(api, stack, 'newest-operation').readNew();
  const undone = stack.status.includes('ROLLBACK');
  const failures = undone ? findRollbackFailures(events) : findFailures(events);
  const first = failures[0];
  const place = first && locate?.(first.path, first.logicalId, first.reason);
  return new UserError('STACK_STUCK', messageFor(stack, failures), {
    at: place?.at,
    next: nextFor(stack, failures),
  });
}

function messageFor(stack: StackState, failures: readonly ResourceFailure[]): string {
  const what = meaning[stack.status] ?? 'it needs a person before anything else is possible';
  const because = failures
    .slice(0, 5)
    .map(({ path, logicalId, reason }) => `${[...path, logicalId].join('/')}: ${reason}`);
  const more = failures.length > 5 ? [`and ${failures.length - 5} more`] : [];
  const detail = [...because, ...more].join('; ') || (stack.statusReason ?? '');
  return `${stack.stackName} is ${stack.status}: ${what}${detail === '' ? '' : `. ${detail}`}`;
}

const meaning: Readonly<Record<string, string>> = {
  CREATE_FAILED: 'its first creation failed and rollback was switched off, so what it made still stands',
  ROLLBACK_FAILED: 'its first creation failed, and what it made could not all be removed',
  DELETE_FAILED: 'it was being deleted, and some of it could not be',
  UPDATE_FAILED: 'an update failed and rollback was switched off, so it is half changed',
  UPDATE_ROLLBACK_FAILED: 'an update failed, and it could not all be put back, also on a second attempt',
  IMPORT_ROLLBACK_FAILED: 'an import failed, and it could not all be put back',
};

/** The command of the AWS CLI that leads out; it is a person's to run. */
function nextFor(stack: StackState, failures: readonly ResourceFailure[]): string {
  const region = stack.stackId.split(':')[3] ?? '';
  const target = `--region ${region} --stack-name ${stack.stackName}`;
  switch (stack.status) {
    case 'UPDATE_ROLLBACK_FAILED': {
      const skip = failures.map((failure) => skipName(failure));
      const skipping = skip.length === 0 ? '' : ` --resources-to-skip ${skip.join(' ')}`;
      return `mend what the reason names and run again, or leave it as it is with \`aws cloudformation continue-update-rollback ${target}${skipping}\``;
    }
    case 'UPDATE_FAILED':
    case 'IMPORT_ROLLBACK_FAILED':
      return `\`aws cloudformation rollback-stack ${target}\`, then run again`;
    default: {
      const inTheWay = [...new Set(failures.map(({ path, logicalId }) => path[0] ?? logicalId))];
      const retains = stack.status === 'DELETE_FAILED' && inTheWay.length > 0;
      const retain = retains ? ` --retain-resources ${inTheWay.join(' ')}` : '';
      return `look at what still stands, then \`aws cloudformation delete-stack ${target}${retain}\` and run again`;
    }
  }
}

/** API reference, ContinueUpdateRollback: nested resources are named by their stack's name, not by its logical id. */
function skipName({ path, stackName, logicalId }: ResourceFailure): string {
  return path.length === 0 ? logicalId : `${stackName}.${logicalId}`;
}
