import type { CloudFormationApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import { explainStuck } from '../stacks/explain-stuck.ts';
import { followOperation, type Following } from '../stacks/follow-operation.ts';
import { newestEventId } from '../stacks/read-events.ts';
import { readStack } from '../stacks/read-stack.ts';
import { isDeleted, isInProgress } from '../stacks/stack-status.ts';
import type { TreeApi } from '../stacks/watch-tree.ts';

export type DeleteApi = TreeApi & Pick<CloudFormationApi, 'deleteStack'>;

export interface DeleteOptions extends Following {
  readonly api: DeleteApi;
  /** The ARN. */
  readonly stackId: string;
  readonly clientRequestToken: string;
}

/**
 * Deletes a stack with the role that it was made with, and follows it to its end; a deletion that is under way, or one that
 * failed, is gone on with. Any other operation is waited for first.
 * @throws UserError STACK_STUCK with the resources that are in the way; TEAR_DOWN_REPLICAS where only functions at the edge are
 */
export async function deleteStack(options: DeleteOptions): Promise<void> {
  const { api, stackId, logger } = options;
  const stack = await readStack(api, stackId);
  if (!stack || isDeleted(stack.status)) return;
  if (isInProgress(stack.status)) {
    logger.info(`${stack.stackName} is ${stack.status}: waiting for what an earlier run began`);
    const { stack: rest } = await followOperation({ ...options, since: 'newest-operation' });
    if (isDeleted(rest.status)) return;
  }
  const after = await newestEventId(api, stackId);
  await api.deleteStack({ StackName: stackId, ClientRequestToken: options.clientRequestToken });
  const { stack: rest } = await followOperation({ ...options, since: { after } });
  if (isDeleted(rest.status)) return;
  const stuck = await explainStuck(api, rest);
  if (/replicated function/i.test(stuck.message)) {
    throw new UserError(
      'TEAR_DOWN_REPLICAS',
      `${rest.stackName} waits for CloudFront, which removes the copies of an edge function some hours after its distribution`,
      { next: 'run the same command again in some hours; it goes on where this ended', cause: stuck },
    );
  }
  throw stuck;
}
