import type { Stack } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';

/** A stack as CloudFormation describes it now. */
export interface StackState {
  /** The ARN. A name may come to stand for another stack; the ARN never does. */
  readonly stackId: string;
  readonly stackName: string;
  /** One of the 23 values of `StackStatus`. */
  readonly status: string;
  readonly statusReason: string | null;
  /** The change set that the last operation executed. */
  readonly changeSetId: string | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly parentId: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/**
 * Describes a stack by name or ARN; `null` where there is none. A deleted stack is found by its ARN only
 * (API reference, DescribeStacks).
 */
export async function readStack(
  api: Pick<CloudFormationApi, 'describeStacks'>,
  nameOrArn: string,
): Promise<StackState | null> {
  try {
    const { Stacks } = await api.describeStacks({ StackName: nameOrArn });
    const stack = Stacks?.[0];
    return stack ? stateOf(stack) : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** The stack's outputs by name; empty where the stack is absent. */
export async function describeOutputs(
  api: Pick<CloudFormationApi, 'describeStacks'>,
  nameOrArn: string,
): Promise<Readonly<Record<string, string>>> {
  return (await readStack(api, nameOrArn))?.outputs ?? {};
}

export function stateOf(stack: Stack): StackState {
  return {
    stackId: stack.StackId ?? '',
    stackName: stack.StackName ?? '',
    status: stack.StackStatus ?? '',
    statusReason: nonEmpty(stack.StackStatusReason),
    changeSetId: nonEmpty(stack.ChangeSetId),
    outputs: Object.fromEntries(
      (stack.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? '']),
    ),
    parentId: nonEmpty(stack.ParentId),
    createdAt: stack.CreationTime?.getTime() ?? 0,
  };
}

/** CloudFormation has no error of its own for an absent stack: a ValidationError that says so. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && /does not exist/i.test(error.message);
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
