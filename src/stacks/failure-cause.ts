import type { FailureCause, LocateFailure, ResourceFailure } from './failure.ts';
import { isCancellation, isSummary, plainReason } from './plain-reason.ts';
import { isCleanup, isFailedEvent, isRollbackStart } from './stack-status.ts';
import { isNestedStack, keyOf, nestedStackType, type TreeEvent } from './tree-event.ts';

const noReason = 'CloudFormation gives no reason';

/**
 * Finds what made an operation fail: the earliest failure of a resource that is neither cancelled nor merely the echo of
 * a failure further down (`Embedded stack … was not successfully created`, `The following resource(s) failed to create`).
 * Where no resource failed, the stack's own reason is the cause (an output that can't be resolved, an export in use).
 * @param events of the whole tree, oldest first
 */
export function findFailureCause(events: readonly TreeEvent[], locate: LocateFailure): FailureCause {
  const forward = forwardEvents(events);
  const failed = forward.filter((event) => isFailedEvent(event.status));
  const real = realFailures(failed);
  const cause = real[0] ?? stackLevelCause(events);
  if (!cause) return unknownCause(events);

  const reason = reasonOf(cause, forward);
  const place = placeOf(cause);
  const found = locate(place.path, place.logicalId, reason);
  return {
    ...place,
    type: cause.type,
    status: cause.status,
    reason,
    at: found?.at ?? null,
    sourceLine: found?.sourceLine ?? null,
    cancelled: countCancelled(failed),
    others: real.slice(1).map((event) => ({ ...placeOf(event), reason: reasonOf(event, forward) })),
  };
}

/** What failed by itself before anything was put back, or while a stack was deleted. */
export function findFailures(events: readonly TreeEvent[]): readonly ResourceFailure[] {
  const failed = forwardEvents(events).filter((event) => isFailedEvent(event.status));
  return realFailures(failed)
    .filter((event) => !event.self)
    .map(failureOf);
}

/** What failed while CloudFormation put things back: why a stack is `…ROLLBACK_FAILED`. */
export function findRollbackFailures(events: readonly TreeEvent[]): readonly ResourceFailure[] {
  const forward = new Set(forwardEvents(events));
  const failed = events.filter(
    (event) =>
      !forward.has(event) && isFailedEvent(event.status) && !event.self && !isCancellation(event.reason),
  );
  const deepest = failed.filter((event) => !isNestedStack(event) || !hasFailureBelow(event, failed));
  return distinct(deepest)
    .filter((event) => stillFailed(event, events))
    .map(failureOf);
}

/** Old resources that could not be removed after the new ones stood, as texts for people. */
export function findLeftovers(events: readonly TreeEvent[]): readonly string[] {
  const cleaning = new Set<string>();
  const leftovers = new Map<string, TreeEvent>();
  for (const event of events) {
    const stack = keyOf(event.path);
    if (event.self) {
      if (isCleanup(event.status)) cleaning.add(stack);
      continue;
    }
    if (!cleaning.has(stack)) continue;
    const key = `${stack} ${event.logicalId} ${event.physicalId ?? ''}`;
    if (event.status === 'DELETE_FAILED') leftovers.set(key, event);
    if (event.status === 'DELETE_COMPLETE') leftovers.delete(key);
  }
  return [...leftovers.values()].map((event) => {
    const named = event.physicalId === null ? '' : ` (${event.physicalId})`;
    const reason = event.reason === null ? '' : `: ${plainReason(event.reason)}`;
    return `${[...event.path, event.logicalId].join('/')}${named}${reason}`;
  });
}

/** Each stack's events up to where it, or a stack above it, begins to undo. */
function forwardEvents(events: readonly TreeEvent[]): readonly TreeEvent[] {
  const undoing: string[] = [];
  const operation = events.find((event) => event.self && event.path.length === 0)?.status;
  const deletes = operation === 'DELETE_IN_PROGRESS';
  return events.filter((event) => {
    const key = keyOf(event.path);
    if (undoing.some((above) => above === '' || above === key || key.startsWith(`${above}/`))) return false;
    if (
      event.self &&
      (isRollbackStart(event.status) || (!deletes && event.status === 'DELETE_IN_PROGRESS'))
    ) {
      undoing.push(key);
      return false;
    }
    return !(isCleanup(event.status) && event.self);
  });
}

function realFailures(failed: readonly TreeEvent[]): readonly TreeEvent[] {
  return distinct(failed.filter((event) => isRealFailure(event, failed)));
}

function failureOf(event: TreeEvent): ResourceFailure {
  const { path, logicalId, type, stackName } = event;
  return { path, logicalId, type, stackName, reason: plainReason(event.reason ?? noReason) };
}

function isRealFailure(event: TreeEvent, failed: readonly TreeEvent[]): boolean {
  if (isCancellation(event.reason)) return false;
  if (event.self)
    return !isSummary(event.reason) && !failed.some((other) => !other.self && within(other, event.path));
  return !isNestedStack(event) || !hasFailureBelow(event, failed);
}

function hasFailureBelow(event: TreeEvent, failed: readonly TreeEvent[]): boolean {
  const path = [...event.path, event.logicalId];
  return failed.some((other) => within(other, path) && !(other.self && isSummary(other.reason)));
}

function within(event: TreeEvent, path: readonly string[]): boolean {
  return path.every((step, index) => event.path[index] === step);
}

/** The reason with which a stack began to undo, where no resource of it failed. */
function stackLevelCause(events: readonly TreeEvent[]): TreeEvent | undefined {
  const own = events.filter(
    (event) => event.self && (isRollbackStart(event.status) || isFailedEvent(event.status)),
  );
  return own.find((event) => !isSummary(event.reason)) ?? own.find((event) => event.reason !== null);
}

/** A failure of a nested stack itself is shown at the resource that makes it, in its parent. */
function placeOf(event: TreeEvent): { readonly path: readonly string[]; readonly logicalId: string } {
  const last = event.path.at(-1);
  if (!event.self || last === undefined) return { path: event.path, logicalId: event.logicalId };
  return { path: event.path.slice(0, -1), logicalId: last };
}

/** A hook's own reason says more than the resource's "The following hook(s) failed". */
function reasonOf(event: TreeEvent, events: readonly TreeEvent[]): string {
  if (isSummary(event.reason)) {
    const hook = events.find((other) => isFailedHook(other, event))?.hook;
    if (hook) return `${hook.type}: ${plainReason(hook.reason ?? hook.status)}`;
  }
  return plainReason(event.reason ?? noReason);
}

function isFailedHook(candidate: TreeEvent, event: TreeEvent): boolean {
  const { hook } = candidate;
  return (
    hook !== null &&
    hook.status.includes('FAILED') &&
    candidate.stackId === event.stackId &&
    candidate.logicalId === event.logicalId
  );
}

/** Resources that were only cancelled; a nested stack counts through what was cancelled in it. */
function countCancelled(failed: readonly TreeEvent[]): number {
  const cancelled = failed.filter((event) => isCancellation(event.reason) && !event.self);
  return distinct(
    cancelled.filter(
      (event) =>
        event.type !== nestedStackType ||
        !cancelled.some((other) => other !== event && within(other, [...event.path, event.logicalId])),
    ),
  ).length;
}

function distinct(events: readonly TreeEvent[]): readonly TreeEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = keyOf([...placeOf(event).path, placeOf(event).logicalId]);
    return !seen.has(key) && seen.add(key);
  });
}

function stillFailed(event: TreeEvent, events: readonly TreeEvent[]): boolean {
  const newest = events.findLast(
    (other) => other.stackId === event.stackId && other.logicalId === event.logicalId && !other.self,
  );
  return newest !== undefined && isFailedEvent(newest.status);
}

function unknownCause(events: readonly TreeEvent[]): FailureCause {
  const own = events.findLast((event) => event.self && event.path.length === 0);
  return {
    path: [],
    logicalId: own?.logicalId ?? '',
    type: nestedStackType,
    status: own?.status ?? '',
    reason: noReason,
    at: null,
    sourceLine: null,
    cancelled: 0,
    others: [],
  };
}
