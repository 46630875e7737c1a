import type { StackEvent as ApiStackEvent } from '@aws-sdk/client-cloudformation';
import type { StackEvent } from './stack-event.ts';

export const nestedStackType = 'AWS::CloudFormation::Stack';

/** A stack event with what is needed to put the tree together and to find causes; never its properties. */
export interface TreeEvent extends StackEvent {
  readonly eventId: string;
  /** The ARN of the stack that the event is of. */
  readonly stackId: string;
  readonly stackName: string;
  readonly physicalId: string | null;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** True for an event about the stack itself, false for one about a resource in it. */
  readonly self: boolean;
  readonly clientRequestToken: string | null;
  /** A CloudFormation hook that spoke, with its own reason. */
  readonly hook: { readonly type: string; readonly status: string; readonly reason: string | null } | null;
}

/** Puts an event of the API into the tree at `path`. */
export function treeEventOf(event: ApiStackEvent, path: readonly string[]): TreeEvent {
  const time = event.Timestamp?.getTime() ?? 0;
  const physicalId = text(event.PhysicalResourceId);
  const stackId = event.StackId ?? '';
  return {
    path,
    logicalId: event.LogicalResourceId ?? '',
    type: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    reason: text(event.ResourceStatusReason),
    at: new Date(time).toISOString(),
    eventId: event.EventId ?? '',
    stackId,
    stackName: event.StackName ?? '',
    physicalId,
    time,
    self:
      event.ResourceType === nestedStackType &&
      (physicalId === stackId || (physicalId === null && event.LogicalResourceId === event.StackName)),
    clientRequestToken: text(event.ClientRequestToken),
    hook:
      event.HookType === undefined || event.HookType === ''
        ? null
        : { type: event.HookType, status: event.HookStatus ?? '', reason: text(event.HookStatusReason) },
  };
}

/** What a listener is told: the contract's fields alone. */
export function publicEvent(event: TreeEvent): StackEvent {
  const { path, logicalId, type, status, reason, at } = event;
  return { path, logicalId, type, status, reason, at };
}

/** An event about a nested stack, seen from its parent. */
export function isNestedStack(event: TreeEvent): boolean {
  return event.type === nestedStackType && !event.self;
}

/** One key for a path of logical ids; logical ids are alphanumeric. */
export function keyOf(path: readonly string[]): string {
  return path.join('/');
}

function text(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
