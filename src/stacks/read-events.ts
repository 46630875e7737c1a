import type { CloudFormationApi } from '../aws/apis.ts';
import { isOperationStart, isReview, isRollbackStart, isTerminal } from './stack-status.ts';
import { treeEventOf, type TreeEvent } from './tree-event.ts';

export type EventsApi = Pick<CloudFormationApi, 'describeStackEvents'>;

/**
 * Reads a stack's events back from the newest, page by page, until `isOlder` says that one is not wanted any more.
 * @returns the wanted ones, oldest first
 */
export async function readEventsBack(
  api: EventsApi,
  stackId: string,
  path: readonly string[],
  isOlder: (event: TreeEvent) => boolean,
): Promise<TreeEvent[]> {
  const wanted: TreeEvent[] = [];
  let token: string | undefined;
  do {
    const page = await api.describeStackEvents({
      StackName: stackId,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    for (const apiEvent of page.StackEvents ?? []) {
      const event = treeEventOf(apiEvent, path);
      if (isOlder(event)) return wanted.reverse();
      wanted.push(event);
    }
    token = page.NextToken;
  } while (token !== undefined && token !== '');
  return wanted.reverse();
}

/** The id of the newest event; `null` where there is none yet. */
export async function newestEventId(api: EventsApi, stackId: string): Promise<string | null> {
  const { StackEvents } = await api.describeStackEvents({ StackName: stackId });
  return StackEvents?.[0]?.EventId ?? null;
}

/**
 * Finds where the newest operation of a stack begins while events are read newest first: right after the state in which
 * the one before it ended. `CREATE_FAILED` and `UPDATE_FAILED` end an operation only if no rollback or deletion follows
 * on its own.
 */
export function createOperationBoundary(): (event: TreeEvent) => boolean {
  let newer: string | null = null;
  let began = false;
  return (event) => {
    if (!event.self) return false;
    const { status } = event;
    if ((isTerminal(status) || isReview(status)) && began && !undoesItself(status, newer)) return true;
    if (isOperationStart(status) || isRollbackStart(status)) began = true;
    newer = status;
    return false;
  };
}

function undoesItself(status: string, newer: string | null): boolean {
  if (status !== 'CREATE_FAILED' && status !== 'UPDATE_FAILED') return false;
  return newer !== null && (isRollbackStart(newer) || newer === 'DELETE_IN_PROGRESS');
}
