import type { Deployment, World } from './operation.ts';
import type { DeployedResource, StackRecord } from './model.ts';

type Done = (failures: readonly string[]) => void;

/** Deletes resources one after another; retained ones are skipped, ones that can't be deleted are reported. */
function deleteResources(
  world: World,
  stack: StackRecord,
  ids: readonly string[],
  done: Done,
  options: { readonly honourRetain: boolean },
): void {
  const [id, ...rest] = ids;
  if (id === undefined) {
    done([]);
    return;
  }
  const entry = stack.resources.get(id);
  const next = (failures: readonly string[]): void => {
    deleteResources(
      world,
      stack,
      rest,
      (more) => {
        done([...failures, ...more]);
      },
      options,
    );
  };
  if (!entry) {
    next([]);
    return;
  }
  const { type, physicalId, resource, child } = entry;
  const tell = (status: string, reason?: string): void => {
    entry.status = status;
    world.emit(stack, id, status, { type, physicalId, ...(reason === undefined ? {} : { reason }) });
  };
  if (resource.retain === true && options.honourRetain) {
    tell('DELETE_SKIPPED');
    next([]);
    return;
  }
  tell('DELETE_IN_PROGRESS');
  const finish = (failure: string | undefined): void => {
    tell(failure === undefined ? 'DELETE_COMPLETE' : 'DELETE_FAILED', failure);
    next(failure === undefined ? [] : [id]);
  };
  if (child) {
    deleteStack(world, child, options, (failures) => {
      finish(
        failures.length === 0
          ? undefined
          : `Embedded stack ${child.id} was not successfully deleted: ${summary('delete', failures)}`,
      );
    });
  } else {
    world.timeline.after(resource.takes ?? 1_000, () => {
      finish(resource.deleteFails);
    });
  }
}

export function deleteStack(
  world: World,
  stack: StackRecord,
  options: { readonly honourRetain: boolean },
  done: Done,
): void {
  world.emitSelf(stack, 'DELETE_IN_PROGRESS');
  world.timeline.after(10, () => {
    deleteResources(
      world,
      stack,
      remaining(stack),
      (failures) => {
        if (failures.length === 0) world.emitSelf(stack, 'DELETE_COMPLETE');
        else world.emitSelf(stack, 'DELETE_FAILED', summary('delete', failures));
        done(failures);
      },
      options,
    );
  });
}

/** Puts back what an update changed, nested stacks first through themselves; new resources are removed afterwards. */
export function rollBackUpdate(
  world: World,
  deployment: Deployment,
  skip: ReadonlySet<string>,
  done: Done,
  reason?: string,
): void {
  const { stack, before } = deployment;
  world.emitSelf(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
  const changed = [...stack.resources].filter(([id, entry]) => {
    const old = before.resources.get(id);
    return (
      old !== undefined &&
      (JSON.stringify(old.resource) !== JSON.stringify(entry.resource) ||
        entry.status.endsWith('_FAILED') ||
        deployment.nested.has(id))
    );
  });
  putBack(world, deployment, changed, skip, (failures) => {
    if (failures.length > 0) {
      world.emitSelf(stack, 'UPDATE_ROLLBACK_FAILED', summary('update', failures));
      done(failures);
      return;
    }
    world.emitSelf(stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
    const added = [...stack.resources.keys()].filter((id) => !before.resources.has(id));
    deleteResources(
      world,
      stack,
      added,
      () => {
        for (const id of added) stack.resources.delete(id);
        stack.template = before.template;
        world.emitSelf(stack, 'UPDATE_ROLLBACK_COMPLETE');
        done([]);
      },
      { honourRetain: !world.retainExceptOnCreate },
    );
  });
}

function putBack(
  world: World,
  deployment: Deployment,
  changed: readonly [string, DeployedResource][],
  skip: ReadonlySet<string>,
  done: Done,
): void {
  const [first, ...rest] = changed;
  if (!first) {
    done([]);
    return;
  }
  const [id, entry] = first;
  const { stack, before } = deployment;
  const old = before.resources.get(id);
  if (!old) throw new Error(`${id} did not stand before`);
  const next = (failures: readonly string[]): void => {
    putBack(world, deployment, rest, skip, (more) => {
      done([...failures, ...more]);
    });
  };
  const tell = (status: string, reason?: string): void => {
    entry.status = status;
    world.emit(stack, id, status, {
      type: entry.type,
      physicalId: entry.physicalId,
      ...(reason === undefined ? {} : { reason }),
    });
  };
  const finish = (failure: string | undefined): void => {
    tell(failure === undefined ? 'UPDATE_COMPLETE' : 'UPDATE_FAILED', failure);
    if (failure === undefined) entry.resource = old.resource;
    next(failure === undefined ? [] : [id]);
  };
  if (skip.has(`${stack.name}.${id}`) || (stack.parent === null && skip.has(id))) {
    finish(undefined);
    return;
  }
  tell('UPDATE_IN_PROGRESS');
  const nested = deployment.nested.get(id);
  if (nested) {
    rollBackUpdate(world, nested, skip, (failures) => {
      finish(
        failures.length === 0
          ? undefined
          : `Embedded stack ${entry.physicalId} was not successfully updated: ${summary('update', failures)}`,
      );
    });
  } else {
    world.timeline.after(entry.resource.takes ?? 1_000, () => {
      finish(entry.resource.rollbackFails);
    });
  }
}

/** Removes what the new template no longer holds, in every stack that was updated; failures leave leftovers. */
export function cleanUp(world: World, deployment: Deployment, done: () => void): void {
  const { stack } = deployment;
  const gone = [...stack.resources.keys()].filter((id) => !(id in stack.template.resources));
  const children = [...deployment.nested.values()].filter((child) => child.verb === 'UPDATE');
  const finish = (): void => {
    for (const id of gone) stack.resources.delete(id);
    world.emitSelf(stack, 'UPDATE_COMPLETE');
    done();
  };
  const nextChild = (index: number): void => {
    const child = children[index];
    if (child)
      cleanUp(world, child, () => {
        nextChild(index + 1);
      });
    else deleteResources(world, stack, gone, finish, { honourRetain: true });
  };
  nextChild(0);
}

export function summary(verb: string, ids: readonly string[]): string {
  return `The following resource(s) failed to ${verb}: [${ids.join(', ')}]. `;
}

function remaining(stack: StackRecord): readonly string[] {
  return [...stack.resources]
    .filter(([, entry]) => entry.status !== 'DELETE_COMPLETE' && entry.status !== 'DELETE_SKIPPED')
    .map(([id]) => id)
    .reverse();
}
