import type { CloudFormationApi } from '../aws/apis.ts';
import { readEventsBack } from './read-events.ts';
import { isAbsent, type StackState } from './read-stack.ts';
import { isSuccess } from './stack-status.ts';
import { isNestedStack, type TreeEvent } from './tree-event.ts';

export interface RetainedResources {
  /** The stack, once, stood: then it is no failed first creation. */
  readonly wasComplete: boolean;
  /** `storage/PhotosBucket (companycam-photos-dev)`: still there, though its stack is rolled back. */
  readonly retained: readonly string[];
  /** Nested stacks of which nothing can be read any more. */
  readonly unseen: readonly string[];
}

/**
 * Looks through the whole history of a failed first creation for resources that still exist: `DELETE_SKIPPED` by their
 * deletion policy. Events and resources of deleted nested stacks can be read by ARN for 90 days (API reference,
 * ListStackResources); older ones are reported as unseen.
 */
export async function findRetained(
  api: Pick<CloudFormationApi, 'describeStackEvents' | 'listStackResources'>,
  root: StackState,
): Promise<RetainedResources> {
  const retained = new Map<string, string>();
  const unseen: string[] = [];
  let wasComplete = false;
  const queue: { readonly stackId: string; readonly path: readonly string[] }[] = [
    { stackId: root.stackId, path: [] },
  ];
  const visited = new Set<string>();

  for (let next = queue.shift(); next; next = queue.shift()) {
    const { stackId, path } = next;
    if (visited.has(stackId)) continue;
    visited.add(stackId);
    const events = await readWholeHistory(api, stackId, path);
    const resources = await listResources(api, stackId);
    if (events === null && resources === null) {
      unseen.push(path.join('/'));
      continue;
    }
    for (const event of events ?? []) {
      if (event.self && path.length === 0 && isSuccess(event.status)) wasComplete = true;
      if (isNestedStack(event) && event.physicalId?.startsWith('arn:') === true) {
        queue.push({ stackId: event.physicalId, path: [...path, event.logicalId] });
      }
    }
    const skipped = [
      ...(events ?? []).filter((event) => event.status === 'DELETE_SKIPPED'),
      ...(resources ?? []).filter((resource) => resource.status === 'DELETE_SKIPPED'),
    ];
    for (const { logicalId, physicalId } of skipped) {
      const name = [...path, logicalId].join('/');
      retained.set(name, physicalId === null ? name : `${name} (${physicalId})`);
    }
  }
  return { wasComplete, retained: [...retained.values()], unseen };
}

async function readWholeHistory(
  api: Pick<CloudFormationApi, 'describeStackEvents'>,
  stackId: string,
  path: readonly string[],
): Promise<readonly TreeEvent[] | null> {
  try {
    return await readEventsBack(api, stackId, path, () => false);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

interface ListedResource {
  readonly logicalId: string;
  readonly physicalId: string | null;
  readonly status: string;
}

async function listResources(
  api: Pick<CloudFormationApi, 'listStackResources'>,
  stackId: string,
): Promise<readonly ListedResource[] | null> {
  const listed: ListedResource[] = [];
  let token: string | undefined;
  try {
    do {
      const page = await api.listStackResources({
        StackName: stackId,
        ...(token === undefined ? {} : { NextToken: token }),
      });
      for (const resource of page.StackResourceSummaries ?? []) {
        listed.push({
          logicalId: resource.LogicalResourceId ?? '',
          physicalId: resource.PhysicalResourceId ?? null,
          status: resource.ResourceStatus ?? '',
        });
      }
      token = page.NextToken;
    } while (token !== undefined && token !== '');
    return listed;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
