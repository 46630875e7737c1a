import type * as Sdk from '@aws-sdk/client-cloudformation';
import { isMarker, type Body } from './evaluate.ts';
import type { StoredStack } from './stack-store.ts';

/** A call that this fake does not play. */
export function notHere(): Promise<never> {
  return Promise.reject(new Error('this stand-in does not play that call'));
}

/** Parameters as CloudFormation tells them: a `NoEcho` value hidden. */
export function parametersOf(body: Body, parameters: Readonly<Record<string, string>>): Sdk.Parameter[] {
  return Object.entries(parameters).map(([ParameterKey, value]) => ({
    ParameterKey,
    ParameterValue: body.Parameters?.[ParameterKey]?.NoEcho === true ? '****' : value,
  }));
}

/** A stack as DescribeStacks tells it. */
export function stackOf(stack: StoredStack): Sdk.Stack {
  return {
    StackId: stack.id,
    StackName: stack.name,
    StackStatus: stack.status as Sdk.StackStatus,
    CreationTime: new Date(0),
    Parameters: parametersOf(stack.body, stack.parameters),
    Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
    Outputs: Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => ({
      OutputKey,
      OutputValue,
    })),
  };
}

/** The reason for which a parameter fails that takes an unresolved input and has a pattern. */
export function patternFailure(body: Body, parameters: Readonly<Record<string, string>>): string | undefined {
  const broken = Object.entries(body.Parameters ?? {}).find(
    ([name, parameter]) =>
      parameter.AllowedPattern !== undefined &&
      isMarker(parameters[name]) &&
      !new RegExp(`^(?:${parameter.AllowedPattern})$`).test(parameters[name] ?? ''),
  );
  return broken && `Parameter '${broken[0]}' must match pattern ${broken[1].AllowedPattern ?? ''}`;
}

/** A change as a page lists it, with the number of hooks that are going to look at it. */
export function changeOf(
  change: Sdk.ResourceChange,
  told: {
    readonly hooks: ReadonlyMap<string, readonly Sdk.ChangeSetHook[]>;
    readonly dynamic: ReadonlySet<string>;
  },
): Sdk.Change {
  const id = change.LogicalResourceId ?? '';
  const count = told.hooks.get(id)?.length;
  return {
    Type: 'Resource',
    ...(count === undefined ? {} : { HookInvocationCount: count }),
    ResourceChange: told.dynamic.has(id) ? { ...change, Action: 'Dynamic' } : change,
  };
}

/** Events one at a time, so that whoever reads only the first page misses some. */
export function eventPage(
  events: readonly Sdk.OperationEvent[],
  { NextToken }: Sdk.DescribeEventsCommandInput,
): Sdk.DescribeEventsOutput {
  const start = Number(NextToken ?? 0);
  return {
    OperationEvents: events.slice(start, start + 1),
    ...(start + 1 < events.length ? { NextToken: String(start + 1) } : {}),
  };
}

/** The hooks of a change set one at a time, as they are planned: a name for each time that a change counts one. */
export function hookPage(
  changes: readonly Sdk.ResourceChange[],
  hooks: ReadonlyMap<string, readonly Sdk.ChangeSetHook[]>,
  { NextToken }: Sdk.DescribeChangeSetHooksCommandInput,
): Sdk.DescribeChangeSetHooksOutput {
  const planned = changes.flatMap(({ LogicalResourceId = '', ResourceType, Action }) =>
    (hooks.get(LogicalResourceId) ?? []).map((hook) => ({
      ...hook,
      TargetDetails: {
        TargetType: 'RESOURCE' as const,
        ResourceTargetDetails: { LogicalResourceId, ResourceType, ResourceAction: Action },
      },
    })),
  );
  const start = Number(NextToken ?? 0);
  return {
    Status: 'PLANNED',
    Hooks: planned.slice(start, start + 1),
    ...(start + 1 < planned.length ? { NextToken: String(start + 1) } : {}),
  };
}

/** What ListChangeSets tells of a change set. */
export function summaryOf(set: {
  readonly arn: string;
  readonly name: string;
  readonly parent: string | undefined;
}): Sdk.ChangeSetSummary {
  return {
    ChangeSetId: set.arn,
    ChangeSetName: set.name,
    ...(set.parent === undefined ? {} : { ParentChangeSetId: set.parent }),
  };
}

/** A change as a description without property values has it. */
export function withoutValues(change: Sdk.ResourceChange): Sdk.ResourceChange {
  const plain = without(change, ['BeforeContext', 'AfterContext']);
  if (plain.Details === undefined) return plain;
  const Details = plain.Details.map((detail) => ({
    ...detail,
    Target: without(detail.Target ?? {}, ['Path', 'BeforeValue', 'AfterValue', 'AttributeChangeType']),
  }));
  return { ...plain, Details };
}

function without<T extends object>(value: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as T;
}

/** What a request that is not valid is answered with. */
export function validation(message: string): Error {
  return named('ValidationError', message);
}

/** One of the service's errors. */
export function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
