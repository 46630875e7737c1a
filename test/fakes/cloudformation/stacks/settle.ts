import type { ChangeSetRecord, StackRecord } from './model.ts';
import type { Deployment, World } from './operation.ts';
import { cleanUp, deleteStack, rollBackUpdate, summary } from './undo.ts';

/** The root's resources stand: outputs, clean-up, the end. */
export function succeed(world: World, deployment: Deployment, set: ChangeSetRecord): void {
  const { stack } = deployment;
  stack.outputs = set.template.outputs ?? {};
  const finish = (): void => {
    set.executionStatus = 'EXECUTE_COMPLETE';
  };
  if (deployment.verb === 'CREATE') {
    world.emitSelf(stack, 'CREATE_COMPLETE');
    finish();
    return;
  }
  world.emitSelf(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  cleanUp(world, deployment, finish);
}

/** The root has failed: it stays as it is, is put back, or is deleted, as the caller asked. */
export function fail(
  world: World,
  deployment: Deployment,
  set: ChangeSetRecord,
  failure: { readonly reason: string; readonly keeps: boolean },
): void {
  const { stack, verb } = deployment;
  const options = { honourRetain: !world.retainExceptOnCreate };
  set.executionStatus = 'EXECUTE_FAILED';
  if (failure.keeps) {
    world.emitSelf(stack, `${verb}_FAILED`, failure.reason);
  } else if (verb === 'UPDATE') {
    rollBackUpdate(world, deployment, new Set(), () => undefined, failure.reason);
  } else if (set.onStackFailure === 'DELETE') {
    world.emitSelf(stack, 'CREATE_FAILED', failure.reason);
    world.timeline.after(300, () => {
      deleteStack(world, stack, options, () => undefined);
    });
  } else {
    rollBackCreation(world, stack, failure.reason);
  }
}

/** A deletion of all resources that calls itself a rollback. */
function rollBackCreation(world: World, stack: StackRecord, reason: string): void {
  world.emitSelf(stack, 'ROLLBACK_IN_PROGRESS', `${reason}Rollback requested by user.`);
  const quiet: World = {
    ...world,
    emitSelf: (which, status, why) => {
      if (which !== stack) world.emitSelf(which, status, why);
    },
  };
  deleteStack(quiet, stack, { honourRetain: !world.retainExceptOnCreate }, (failures) => {
    if (failures.length === 0) world.emitSelf(stack, 'ROLLBACK_COMPLETE');
    else world.emitSelf(stack, 'ROLLBACK_FAILED', summary('delete', failures));
  });
}
