import type { CloudFormationApi } from '../aws/apis.ts';
import { mergeEvents } from './merge-events.ts';
import { createOperationBoundary, readEventsBack } from './read-events.ts';
import { isAbsent, stateOf } from './read-stack.ts';
import { isFailedEvent, isInProgress } from './stack-status.ts';
import { isNestedStack, keyOf, type TreeEvent } from './tree-event.ts';

export type TreeApi = Pick<
  CloudFormationApi,
  'describeStacks' | 'describeStackEvents' | 'describeStackResources'
>;

/**
 * Which events of the root belong to the operation: those after an event that was there before it began, or those of the
 * newest operation, which is under way or just over.
 */
export type Since = { readonly after: string | null } | 'newest-operation';

interface Watched {
  readonly stackId: string;
  readonly stackName: string;
  readonly path: readonly string[];
  readonly seen: Set<string>;
  /** Events before this moment are of earlier operations. */
  readonly from: number;
  /** Something may have happened that was not read yet. */
  stale: boolean;
}

interface Child {
  readonly parent: Watched;
  readonly logicalId: string;
  /** The moment of the parent's first event about it in this operation. */
  readonly from: number;
  status: string;
  /** Has failed in this operation, whatever came after. */
  failed: boolean;
  watched: Watched | null;
  /** Asked for its ARN while it was under way; asked once more when it has failed. */
  asked: 'never' | 'while-moving' | 'after-failure';
}

export interface TreeWatch {
  /** Reads what is new of the root and of every nested stack that moves; in the order of time. */
  readNew(): Promise<readonly TreeEvent[]>;
  /** Reads every nested stack once more: what they do while the root cleans up shows in no event of their parents. */
  readRest(): Promise<readonly TreeEvent[]>;
  /** Stacks that the last reading asked for. */
  polled(): number;
}

/**
 * Watches the events of a stack and its nested stacks, each by its ARN. A nested stack is found by the ARN in its
 * parent's events; the first such event has none yet (AWS guide, "Monitor stack progress"), then the parent's resources
 * are asked, and after a failure the region's stacks by their parent.
 */
export function watchTree(
  api: TreeApi,
  root: { stackId: string; stackName: string },
  since: Since,
): TreeWatch {
  const rootWatch: Watched = { ...root, path: [], seen: new Set(), from: 0, stale: true };
  const children = new Map<string, Child>();
  /** Read but not handed out yet: a reading that fails half-way loses nothing. */
  let pending: TreeEvent[] = [];
  let first = true;
  let polled = 0;

  const isOlder = (watched: Watched): ((event: TreeEvent) => boolean) => {
    if (watched === rootWatch && first && since === 'newest-operation') return createOperationBoundary();
    const before = watched === rootWatch && since !== 'newest-operation' ? since.after : null;
    return (event) =>
      watched.seen.has(event.eventId) || event.eventId === before || event.time < watched.from;
  };

  const read = async (watched: Watched): Promise<void> => {
    polled += 1;
    const events = await readEventsBack(api, watched.stackId, watched.path, isOlder(watched));
    if (watched === rootWatch) first = false;
    else watched.stale = false;
    for (const event of events) {
      watched.seen.add(event.eventId);
      if (isNestedStack(event)) noteChild(watched, event);
    }
    pending.push(...events);
  };

  const noteChild = (parent: Watched, event: TreeEvent): void => {
    const path = [...parent.path, event.logicalId];
    let child = children.get(keyOf(path));
    if (!child) {
      child = {
        parent,
        logicalId: event.logicalId,
        from: event.time,
        status: '',
        failed: false,
        watched: null,
        asked: 'never',
      };
      children.set(keyOf(path), child);
    }
    child.status = event.status;
    child.failed ||= isFailedEvent(event.status);
    const arn = event.physicalId;
    if (arn?.startsWith('arn:') && child.watched?.stackId !== arn) watchChild(child, arn);
    if (child.watched) child.watched.stale = true;
  };

  const watchChild = (child: Child, stackId: string): void => {
    child.watched = {
      stackId,
      stackName: nameOf(stackId),
      path: [...child.parent.path, child.logicalId],
      seen: new Set(),
      from: child.from,
      stale: true,
    };
  };

  /** Asks for the ARNs of nested stacks that no event has named so far. */
  const findUnnamed = async (): Promise<void> => {
    for (const child of children.values()) {
      const { failed } = child;
      if (child.watched || child.asked === 'after-failure' || (child.asked === 'while-moving' && !failed))
        continue;
      child.asked = failed ? 'after-failure' : 'while-moving';
      const arn = (await askParent(api, child)) ?? (failed ? await askRegion(api, child) : null);
      if (arn !== null) watchChild(child, arn);
    }
  };

  /** Reads the given stacks and then whatever nested stacks came to light, until nothing new does. */
  const readAll = async (starting: readonly Watched[]): Promise<readonly TreeEvent[]> => {
    polled = 0;
    const done = new Set<Watched>();
    let batch: readonly Watched[] = starting;
    while (batch.length > 0) {
      for (const watched of batch) {
        done.add(watched);
        await read(watched);
      }
      await findUnnamed();
      batch = [...children.values()]
        .flatMap(({ watched }) => (watched ? [watched] : []))
        .filter((watched) => watched.stale && !done.has(watched));
    }
    for (const { status, watched } of children.values()) {
      if (watched && isInProgress(status)) watched.stale = true;
    }
    const events = mergeEvents(pending);
    pending = [];
    return events;
  };

  return {
    readNew: () => readAll([rootWatch]),
    readRest: () => readAll([...children.values()].flatMap(({ watched }) => (watched ? [watched] : []))),
    polled: () => polled,
  };
}

async function askParent(api: TreeApi, child: Child): Promise<string | null> {
  try {
    const { StackResources } = await api.describeStackResources({
      StackName: child.parent.stackId,
      LogicalResourceId: child.logicalId,
    });
    const arn = StackResources?.[0]?.PhysicalResourceId;
    return arn?.startsWith('arn:') ? arn : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/**
 * Looks through the region's stacks for a child of the parent, named `<parent>-<logical id>-…` by CloudFormation. Where
 * no parent is told, the stack must have come to be during this operation.
 */
async function askRegion(api: TreeApi, child: Child): Promise<string | null> {
  const prefix = `${child.parent.stackName}-${child.logicalId}-`;
  let token: string | undefined;
  do {
    const page = await api.describeStacks(token === undefined ? {} : { NextToken: token });
    for (const { stackId, stackName, parentId, createdAt } of (page.Stacks ?? []).map(stateOf)) {
      const related = parentId === null ? createdAt >= child.from : parentId === child.parent.stackId;
      if (related && stackName.startsWith(prefix)) return stackId;
    }
    token = page.NextToken;
  } while (token !== undefined && token !== '');
  return null;
}

/** `arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>` */
function nameOf(stackId: string): string {
  return stackId.split('/')[1] ?? stackId;
}
