import type { CloudFormationApi } from '../aws/apis.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { createStackByChangeSet, executeChangeSet } from '../stacks/execute-change-set.ts';
import type { StackOutcome } from '../stacks/failure.ts';
import { describeOutputs } from '../stacks/read-stack.ts';
import type { StackEvent } from '../stacks/stack-event.ts';
import type { RegionChange } from './bootstrap.ts';

export interface ApplyRegionOptions {
  readonly api: CloudFormationApi;
  /** Its name. */
  readonly stack: string;
  readonly change: RegionChange;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onEvent?: ((event: StackEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Executes the change set that was shown, and follows it to its end; "no changes" is an outcome.
 * @throws what `executeChangeSet` throws
 */
export async function applyRegion({ stack, change, ...options }: ApplyRegionOptions): Promise<StackOutcome> {
  if (change.kind === 'no-changes')
    return { kind: 'no-changes', outputs: await describeOutputs(options.api, stack) };
  const execute = change.kind === 'create' ? createStackByChangeSet : executeChangeSet;
  const { changeSetArn, stackId } = change;
  return execute({ ...options, changeSetArn, stackId, clientRequestToken: tokenOf(changeSetArn) });
}

/** The change set's name: the same for the same attempt. */
function tokenOf(changeSetArn: string): string {
  return changeSetArn.split('/')[1] ?? changeSetArn;
}
