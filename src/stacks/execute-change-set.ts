import type { DescribeChangeSetOutput } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { LocateFailure, StackOutcome } from './failure.ts';
import { followOperation, type Following } from './follow-operation.ts';
import { outcomeOf } from './operation-outcome.ts';
import { newestEventId } from './read-events.ts';
import { readStack, type StackState } from './read-stack.ts';
import { isInProgress, isReview } from './stack-status.ts';
import type { Since, TreeApi } from './watch-tree.ts';

export type ExecuteApi = TreeApi & Pick<CloudFormationApi, 'describeChangeSet' | 'executeChangeSet'>;

export interface ExecuteOptions extends Following {
  readonly api: ExecuteApi;
  /** The root change set's ARN, never its name. */
  readonly changeSetArn: string;
  /** The root stack's ARN. */
  readonly stackId: string;
  /** The same for the same attempt (`[A-Za-z0-9][-A-Za-z0-9]*`, at most 128): a repeated request does nothing twice. */
  readonly clientRequestToken: string;
  /** Finds the failed resource in the release's templates; made by `locateFailure`. */
  readonly locate?: LocateFailure | undefined;
}

/**
 * Executes a change set and follows it over the whole tree until the stack rests, rollback and clean-up included. If an
 * earlier run has executed it already, that operation is followed, or read back where it is over. `signal` ends only the
 * following. A failure rolls back: `DisableRollback` is sent as false, since its documented default is true, and left out
 * where the change set says `OnStackFailure` (API reference, ExecuteChangeSet). What a failed operation itself created is
 * removed again whatever its deletion policy (`RetainExceptOnCreate`), so that a second attempt does not meet its names.
 * @throws UserError STACK_ABSENT, STACK_BUSY (another operation runs), CHANGE_SET_ABSENT, CHANGE_SET_OBSOLETE (also failed
 *   or executed long ago): plan again; and what `followOperation` throws
 */
export async function executeChangeSet(options: ExecuteOptions): Promise<StackOutcome> {
  return execute(options, () => undefined);
}

/**
 * Executes a change set of type CREATE: a first creation also goes by change set, so that what was planned is what runs.
 * @throws UserError STACK_EXISTS where the stack is past its creation; otherwise as `executeChangeSet`
 */
export async function createStackByChangeSet(options: ExecuteOptions): Promise<StackOutcome> {
  return execute(options, (stack) => {
    if (isReview(stack.status)) return;
    throw new UserError('STACK_EXISTS', `${stack.stackName} is ${stack.status}, so it can't be created`, {
      next: 'plan again: the plan reads what is there now',
    });
  });
}

/** @param check the last word before a change set that nobody has executed yet is */
async function execute(options: ExecuteOptions, check: (stack: StackState) => void): Promise<StackOutcome> {
  const { api, changeSetArn, stackId, logger } = options;
  const stack = await readStack(api, stackId);
  if (!stack) throw new UserError('STACK_ABSENT', `the stack of change set ${changeSetArn} does not exist`);
  const found = await describeChangeSet(api, changeSetArn);

  if (wasExecuted(found, stack, changeSetArn)) {
    const now = isInProgress(stack.status) ? 'is under way; following it' : `ended as ${stack.status}`;
    logger.info(`${stack.stackName}: an earlier run executed this change set, which ${now}`);
    return follow(options, 'newest-operation');
  }
  if (!found) throw absent(stack.stackName);
  if (found.ExecutionStatus !== 'AVAILABLE') throw obsolete(stack.stackName, found);
  if (isInProgress(stack.status)) {
    throw new UserError('STACK_BUSY', `${stack.stackName} is ${stack.status}: another operation runs`, {
      next: 'run the same command again: it waits for that operation and plans afterwards',
    });
  }
  check(stack);

  const after = await newestEventId(api, stackId);
  try {
    await api.executeChangeSet({
      ChangeSetName: changeSetArn,
      // The ARN says it already; the stack is what an IAM policy is evaluated against.
      StackName: stackId,
      ClientRequestToken: options.clientRequestToken,
      RetainExceptOnCreate: true,
      ...(found.OnStackFailure === undefined ? { DisableRollback: false } : {}),
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await throwUnlessOurs(api, changeSetArn, stack.stackName, error);
  }
  return follow(options, { after });
}

async function follow(options: ExecuteOptions, since: Since): Promise<StackOutcome> {
  return outcomeOf(await followOperation({ ...options, since }), options.locate);
}

async function describeChangeSet(api: ExecuteApi, arn: string): Promise<DescribeChangeSetOutput | null> {
  try {
    return await api.describeChangeSet({ ChangeSetName: arn });
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('ChangeSetNotFound')) return null;
    throw error;
  }
}

/** By the change set's own word, or by the stack's where CloudFormation has removed the change set since. */
function wasExecuted(found: DescribeChangeSetOutput | null, stack: StackState, arn: string): boolean {
  if (found) {
    const status = found.ExecutionStatus ?? '';
    const overtaken = stack.changeSetId !== null && stack.changeSetId !== arn;
    return status.startsWith('EXECUTE_') && !overtaken;
  }
  return stack.changeSetId === arn && !isReview(stack.status);
}

/** Somebody else was quicker, or this very request had arrived before its answer was lost. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:TokenAlreadyExists|InvalidChangeSetStatus|ChangeSetNotFound)/.test(error.name)
  );
}

async function throwUnlessOurs(
  api: ExecuteApi,
  arn: string,
  stackName: string,
  refusal: unknown,
): Promise<void> {
  const again = await describeChangeSet(api, arn);
  if (!again) throw absent(stackName, refusal);
  if (!(again.ExecutionStatus ?? '').startsWith('EXECUTE_')) throw obsolete(stackName, again, refusal);
}

function absent(stackName: string, cause?: unknown): UserError {
  return new UserError(
    'CHANGE_SET_ABSENT',
    `the planned change set of ${stackName} does not exist any more; executing another one removes it`,
    { cause, next: 'plan again' },
  );
}

function obsolete(stackName: string, found: DescribeChangeSetOutput, cause?: unknown): UserError {
  const why = found.StatusReason === undefined ? '' : ` (${found.StatusReason})`;
  return new UserError(
    'CHANGE_SET_OBSOLETE',
    `the planned change set of ${stackName} can't be executed: ${found.Status ?? '?'}, ${found.ExecutionStatus ?? '?'}${why}`,
    { cause, next: 'plan again: the stack has changed since' },
  );
}
