import type { AwsClients } from '../aws/apis.ts';
import type { StackOutputs } from '../config/stack-instances.ts';
import type { StackInstance } from '../config/system.ts';
import { readStack } from '../stacks/read-stack.ts';

/** The outputs of an environment's stacks as they are now; a stack that is not there has no entry. */
export async function currentOutputs(
  instances: readonly StackInstance[],
  clients: AwsClients,
): Promise<StackOutputs> {
  const entries = await Promise.all(
    instances.map(async (instance) => {
      const stack = await readStack(await clients.cloudFormation(instance.region), instance.stackName);
      return stack === null || stack.status === 'REVIEW_IN_PROGRESS'
        ? []
        : [[instance.name, stack.outputs] as const];
    }),
  );
  return Object.fromEntries(entries.flat());
}
