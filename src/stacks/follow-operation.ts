import { SlipwayError, UserError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { mergeEvents } from './merge-events.ts';
import { createPacer } from './pacer.ts';
import { readStack, type StackState } from './read-stack.ts';
import type { StackEvent } from './stack-event.ts';
import { isTerminal } from './stack-status.ts';
import { isTransient } from './transient-error.ts';
import { publicEvent, type TreeEvent } from './tree-event.ts';
import { watchTree, type Since, type TreeApi } from './watch-tree.ts';

export interface FollowOptions extends Following {
  readonly api: TreeApi;
  /** The root stack's ARN. */
  readonly stackId: string;
  readonly since: Since;
}

/** What every operation is followed with. */
export interface Following {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onEvent?: ((event: StackEvent) => void) | undefined;
  /** Ends the following, not the operation: whoever runs again picks it up. */
  readonly signal?: AbortSignal | undefined;
  /** A number in [0, 1); moves the polling a little. */
  readonly random?: (() => number) | undefined;
}

/** An operation that is over. */
export interface FollowedOperation {
  /** The root as it stands now. */
  readonly stack: StackState;
  /** Of the whole tree, in the order of time. */
  readonly events: readonly TreeEvent[];
}

/** In a row; about ten minutes with the pauses between them. */
const mostStumbles = 25;
/** How long a stack may look finished without an event that says so, before that is an error. */
const silence = 120_000;

/**
 * Follows one operation of a stack to its end, rollback and clean-up included, over the whole nested tree. Asks the root's
 * state first and the events after it, and believes an end only when the root's own event says it: straight after
 * ExecuteChangeSet the state is still the one before. Throttling and lost connections slow it down and never end it.
 * @throws UserError STACK_ABSENT where there is no such stack; SlipwayError STACK_UNOBSERVABLE after many failed reads in
 *   a row or where no event tells of the operation; the signal's reason when it aborts
 */
export async function followOperation(options: FollowOptions): Promise<FollowedOperation> {
  const { api, stackId, clock, logger, signal } = options;
  const root = { stackId, stackName: stackId.split('/')[1] ?? stackId };
  const watch = watchTree(api, root, options.since);
  const pacer = createPacer({ clock, signal, random: options.random ?? Math.random });
  const events: TreeEvent[] = [];
  const emit = (fresh: readonly TreeEvent[]): void => {
    events.push(...fresh);
    for (const event of fresh) options.onEvent?.(publicEvent(event));
  };
  const began = clock.now();
  let stumbles = 0;
  let lastEnd: string | null = null;

  for (;;) {
    signal?.throwIfAborted();
    try {
      const stack = await readStack(api, stackId);
      if (!stack) throw absent(root.stackName);
      const fresh = await watch.readNew();
      emit(fresh);
      stumbles = 0;
      const ownEnd = isTerminal(stack.status) && newestOwnStatus(events, stackId) === stack.status;
      if (ownEnd && (!mayGoOn(stack.status) || lastEnd === stack.status)) {
        emit(await watch.readRest());
        return { stack, events: mergeEvents(events) };
      }
      lastEnd = ownEnd ? stack.status : null;
      if (events.length === 0 && isTerminal(stack.status) && clock.now() - began > silence) {
        throw new SlipwayError(
          'STACK_UNOBSERVABLE',
          `${root.stackName} is ${stack.status}, and for two minutes no event has told of the operation`,
          'slipway',
        );
      }
      await pacer.rest({ moved: fresh.length > 0, stacks: watch.polled() });
    } catch (error) {
      if (!isTransient(error)) throw error;
      stumbles += 1;
      if (stumbles > mostStumbles) {
        throw new SlipwayError(
          'STACK_UNOBSERVABLE',
          `${root.stackName} could not be read ${stumbles} times in a row; the operation goes on without being watched`,
          'slipway',
          { cause: error, next: 'run the same command again: it picks up the operation under way' },
        );
      }
      logger.debug(`asking about ${root.stackName} again more slowly: ${(error as Error).name}`);
      await pacer.backOff();
    }
  }
}

/** These may be followed by a rollback or a deletion that CloudFormation starts on its own; wait one round more. */
function mayGoOn(status: string): boolean {
  return status === 'CREATE_FAILED' || status === 'UPDATE_FAILED';
}

function newestOwnStatus(events: readonly TreeEvent[], stackId: string): string | undefined {
  return events.findLast((event) => event.self && event.stackId === stackId)?.status;
}

function absent(stackName: string): UserError {
  return new UserError('STACK_ABSENT', `there is no stack ${stackName} any more`);
}
