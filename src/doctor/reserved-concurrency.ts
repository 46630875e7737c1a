import type { AwsClients } from '../aws/apis.ts';
import { exact } from '../template/evaluated.ts';
import { read, type Refusal } from './reading.ts';
import { below, type EnvironmentStack } from './system-stacks.ts';

/** What one function keeps for itself, in executions at once. */
export interface Reservation {
  /** `dev app PhotosFunction/Function`. */
  readonly name: string;
  /** `null` where it waits for the deployment. */
  readonly amount: number | null;
}

/** The functions of one stack, with what it nests. */
export function functionsOf({ resources }: EnvironmentStack): NonNullable<EnvironmentStack['resources']> {
  return (resources ?? []).filter(({ type }) => type === 'AWS::Lambda::Function');
}

/** What the stack's functions would reserve; those that reserve nothing are left out. */
export function reservationsOf(stack: EnvironmentStack): readonly Reservation[] {
  const { environment, instance } = stack;
  return functionsOf(stack).flatMap(({ place, properties }) => {
    const property = below(properties, 'ReservedConcurrentExecutions');
    if (property.kind === 'none') return [];
    const amount = Number(exact(property));
    return [
      {
        name: `${environment.environment} ${instance.name} ${place}`,
        amount: Number.isInteger(amount) ? amount : null,
      },
    ];
  });
}

/**
 * What the functions of deployed stacks, with those that they nest, have reserved together; 0 where nothing is deployed
 * (API_ListStackResources, API_GetFunctionConcurrency). Concurrency is the region's, so are these stacks.
 */
export async function reservedByDeployed(
  clients: AwsClients,
  region: string,
  stacks: readonly string[],
): Promise<number | Refusal> {
  const cloudFormation = await clients.cloudFormation(region);
  const lambda = await clients.lambda(region);
  let reserved = 0;
  const left = [...stacks];
  for (let stack = left.shift(); stack !== undefined; stack = left.shift()) {
    let NextToken: string | undefined;
    do {
      const asked = { StackName: stack, ...(NextToken === undefined ? {} : { NextToken }) };
      const page = await read(() => cloudFormation.listStackResources(asked));
      if (page.kind === 'unreadable') return page;
      const { StackResourceSummaries = [], NextToken: more } =
        page.kind === 'read' ? page.value : { NextToken: undefined };
      for (const { ResourceType, PhysicalResourceId } of StackResourceSummaries) {
        if (PhysicalResourceId === undefined) continue;
        if (ResourceType === 'AWS::CloudFormation::Stack') left.push(PhysicalResourceId);
        if (ResourceType !== 'AWS::Lambda::Function') continue;
        const one = await read(() => lambda.getFunctionConcurrency({ FunctionName: PhysicalResourceId }));
        if (one.kind === 'unreadable') return one;
        reserved += one.kind === 'read' ? (one.value.ReservedConcurrentExecutions ?? 0) : 0;
      }
      NextToken = more;
    } while (NextToken !== undefined);
  }
  return reserved;
}
