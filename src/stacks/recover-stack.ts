import type { CloudFormationApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import { explainStuck } from './explain-stuck.ts';
import type { LocateFailure, StackOutcome } from './failure.ts';
import { followOperation, type Following } from './follow-operation.ts';
import { findRetained } from './find-retained.ts';
import { outcomeOf } from './operation-outcome.ts';
import { newestEventId } from './read-events.ts';
import { readStack, type StackState } from './read-stack.ts';
import { isDeleted, isFailedCreation, isInProgress, isReview, isUpdatable } from './stack-status.ts';
import type { Since, TreeApi } from './watch-tree.ts';

export type RecoverApi = TreeApi &
  Pick<CloudFormationApi, 'deleteStack' | 'continueUpdateRollback' | 'listStackResources' | 'listChangeSets'>;

export interface RecoverOptions extends Following {
  readonly api: RecoverApi;
  readonly stackName: string;
  /** As for `executeChangeSet`; each request that recovery makes adds its own ending. At most 100 characters. */
  readonly clientRequestToken: string;
  readonly locate?: LocateFailure | undefined;
}

/** What the stack is ready for now. `steps` says in plain words what was done to get there; empty where nothing was. */
export type RecoveredStack =
  | { readonly kind: 'absent'; readonly steps: readonly string[]; readonly followed: StackOutcome | null }
  /** Only change sets exist; a change set of type CREATE works here. */
  | {
      readonly kind: 'review';
      readonly stackId: string;
      readonly steps: readonly string[];
      readonly followed: StackOutcome | null;
    }
  | {
      readonly kind: 'ready';
      readonly stackId: string;
      readonly steps: readonly string[];
      /** The outcome of an operation that was under way and was followed to its end. */
      readonly followed: StackOutcome | null;
    };

/** Change sets that runs on main make carry it; one of another name may be somebody's review. */
const ourChangeSets = 'slipway-run-';
const mostSteps = 6;

/**
 * Brings a stack into a state in which it can be planned and deployed, or says why that needs a person. Call it under the
 * ledger's lock. It follows an operation under way; continues a rollback that failed, once, skipping nothing; deletes the
 * rests of a failed first creation, by ARN, if the stack has never been complete and keeps no retained resource; deletes a
 * stack that holds nothing but change sets of ours. Anything else it leaves as it is.
 * @throws UserError STACK_STUCK, STACK_HOLDS_RETAINED, each with the command that helps; and what `followOperation` throws
 */
export async function recoverStack(options: RecoverOptions): Promise<RecoveredStack> {
  const { api, stackName, logger } = options;
  const steps: string[] = [];
  const note = (step: string): void => {
    steps.push(step);
    logger.info(`${stackName}: ${step}`);
  };
  let followed: StackOutcome | null = null;
  let continued = false;

  for (let step = 0; step < mostSteps; step++) {
    const stack = await readStack(api, stackName);
    if (!stack || isDeleted(stack.status)) return { kind: 'absent', steps, followed };
    const { stackId, status } = stack;

    if (isUpdatable(status)) return { kind: 'ready', stackId, steps, followed };
    if (isInProgress(status)) {
      const operation = await follow(options, stackId, 'newest-operation');
      followed = outcomeOf(operation, options.locate);
      note(`an operation was under way (${status}); it ended as ${operation.stack.status}`);
    } else if (isReview(status)) {
      if (!(await holdsOnlyOurs(api, stackId))) return { kind: 'review', stackId, steps, followed };
      await deleteById(options, stack, 'review');
      note('deleted what a first plan left behind; it held nothing but change sets');
    } else if (isFailedCreation(status)) {
      await refuseIfRetained(options, stack);
      await deleteById(options, stack, 'failed');
      note('deleted the rests of a first creation that had failed and was rolled back');
    } else if (status === 'UPDATE_ROLLBACK_FAILED' && !continued) {
      continued = true;
      await continueRollback(options, stackId);
      note('a rollback had failed; continued it, skipping nothing');
    } else {
      throw await explainStuck(api, stack, options.locate);
    }
  }
  throw new UserError('STACK_STUCK', `${stackName} does not come to rest after ${mostSteps} attempts`, {
    next: 'look at its events, then run the same command again',
  });
}

async function follow(
  options: RecoverOptions,
  stackId: string,
  since: Since,
): ReturnType<typeof followOperation> {
  const { api, clock, logger, onEvent, signal, random } = options;
  return followOperation({ api, stackId, since, clock, logger, onEvent, signal, random });
}

async function continueRollback(options: RecoverOptions, stackId: string): Promise<void> {
  const after = await newestEventId(options.api, stackId);
  await options.api.continueUpdateRollback({
    StackName: stackId,
    ClientRequestToken: `${options.clientRequestToken}-continue`,
  });
  await follow(options, stackId, { after });
}

async function deleteById(options: RecoverOptions, stack: StackState, ending: string): Promise<void> {
  const { api } = options;
  const after = await newestEventId(api, stack.stackId);
  await api.deleteStack({
    StackName: stack.stackId,
    ClientRequestToken: `${options.clientRequestToken}-${ending}`,
  });
  const { stack: rest } = await follow(options, stack.stackId, { after });
  if (!isDeleted(rest.status)) throw await explainStuck(api, rest, options.locate);
}

async function holdsOnlyOurs(api: RecoverApi, stackId: string): Promise<boolean> {
  let token: string | undefined;
  do {
    const page = await api.listChangeSets({
      StackName: stackId,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    if ((page.Summaries ?? []).some((set) => set.ChangeSetName?.startsWith(ourChangeSets) !== true))
      return false;
    token = page.NextToken;
  } while (token !== undefined && token !== '');
  return true;
}

async function refuseIfRetained(options: RecoverOptions, stack: StackState): Promise<void> {
  const { wasComplete, retained, unseen } = await findRetained(options.api, stack);
  if (!wasComplete && retained.length === 0 && unseen.length === 0) return;
  const region = stack.stackId.split(':')[3] ?? '';
  const why = wasComplete
    ? 'it has been complete before'
    : retained.length > 0
      ? `it kept ${retained.join(', ')}`
      : `it can't be seen what its nested stacks kept: ${unseen.join(', ')}`;
  throw new UserError(
    'STACK_HOLDS_RETAINED',
    `${stack.stackName} is ${stack.status} and is not deleted on its own, because ${why}`,
    {
      next: `remove or import what it kept, then \`aws cloudformation delete-stack --region ${region} --stack-name ${stack.stackName}\` and run again`,
    },
  );
}
