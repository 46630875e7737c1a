import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type { DeployedResource, StackEventRecord, StackRecord } from './model.ts';

/** An error as the SDK throws it. */
export function fault(name: string, message: string, httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

export function page<Item>(
  all: readonly Item[],
  token: string | undefined,
  size: number,
): { readonly items: Item[]; readonly next: string | undefined } {
  const from = Number(token ?? 0);
  const to = from + size;
  return { items: all.slice(from, to), next: to < all.length ? String(to) : undefined };
}

export function apiStack(stack: StackRecord): CloudFormation.Stack {
  return {
    StackId: stack.id,
    StackName: stack.name,
    StackStatus: stack.status as CloudFormation.StackStatus,
    CreationTime: new Date(stack.events[0]?.time ?? 0),
    ...(stack.reason === undefined ? {} : { StackStatusReason: stack.reason }),
    ...(stack.changeSetId === undefined ? {} : { ChangeSetId: stack.changeSetId }),
    ...(stack.parent === null ? {} : { ParentId: stack.parent.id }),
    Outputs: Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  };
}

export function apiEvent(event: StackEventRecord): CloudFormation.StackEvent {
  return {
    EventId: event.id,
    StackId: event.stackId,
    StackName: event.stackName,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId ?? '',
    ResourceType: event.type,
    Timestamp: new Date(event.time),
    ResourceStatus: event.status as CloudFormation.ResourceStatus,
    ...(event.reason === undefined ? {} : { ResourceStatusReason: event.reason }),
    ...(event.token === undefined ? {} : { ClientRequestToken: event.token }),
    ...(event.hook === undefined
      ? {}
      : {
          HookType: event.hook.type,
          HookStatus: event.hook.status as CloudFormation.HookStatus,
          HookStatusReason: event.hook.reason,
        }),
  };
}

export function apiResource([logicalId, entry]: [string, DeployedResource]): CloudFormation.StackResource {
  return {
    LogicalResourceId: logicalId,
    PhysicalResourceId: entry.physicalId,
    ResourceType: entry.type,
    ResourceStatus: entry.status as CloudFormation.ResourceStatus,
    Timestamp: new Date(0),
  };
}
