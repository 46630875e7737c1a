import type { Stack } from '@aws-sdk/client-cloudformation';
import { emptyBucket } from '../../src/tear-down/empty-bucket.ts';
import { bucketsNamed } from './buckets.ts';
import { namePrefix, until, type World } from './world.ts';

/** What runs have left: names of stacks and of buckets that begin with a prefix. */
export interface Leftovers {
  readonly stacks: readonly string[];
  readonly buckets: readonly string[];
}

/**
 * Finds what begins with a run's name, or with what all runs' names begin with. Roles, queues, functions and the like belong
 * to stacks; a bucket may belong to none.
 */
export async function findLeftovers(world: World, prefix = namePrefix): Promise<Leftovers> {
  const stacks: Stack[] = [];
  let NextToken: string | undefined;
  do {
    const page = await world.clients.cloudFormation.describeStacks({ NextToken });
    stacks.push(...(page.Stacks ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return {
    stacks: stacks
      .filter(({ StackName = '', ParentId, StackStatus }) => {
        return StackName.startsWith(prefix) && ParentId === undefined && StackStatus !== 'DELETE_COMPLETE';
      })
      .map(({ StackName = '' }) => StackName),
    buckets: await bucketsNamed(world.clients, prefix),
  };
}

/**
 * Removes what begins with a run's name; what could not be removed is told by name. Takes nothing whose name does not begin
 * with the prefix of all runs.
 */
export async function cleanUp(world: World, prefix: string): Promise<readonly string[]> {
  if (!prefix.startsWith(namePrefix)) throw new Error(`${prefix} is not the name of a run`);
  const { stacks, buckets } = await findLeftovers(world, prefix);
  const left: string[] = [];
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      left.push(`${what} (${error instanceof Error ? error.message : String(error)})`);
    }
  };
  // CloudFormation deletes no bucket that holds anything.
  const empty = (bucket: string) => emptyBucket(world.clients.s3, bucket, world.account);
  for (const bucket of buckets) await attempt(`bucket ${bucket}`, () => empty(bucket));
  await Promise.all(stacks.map((stack) => attempt(`stack ${stack}`, () => deleteStack(world, stack))));
  for (const bucket of await bucketsNamed(world.clients, prefix)) {
    await attempt(`bucket ${bucket}`, async () => {
      await empty(bucket);
      await world.clients.s3.deleteBucket({ Bucket: bucket });
    });
  }
  return left;
}

async function deleteStack(world: World, name: string): Promise<void> {
  const { cloudFormation } = world.clients;
  const found = await findStack(world, name);
  if (found === null) return;
  const StackName = found.StackId ?? name;
  await cloudFormation.deleteStack({ StackName });
  const status = await until(world, `deletion of ${name}`, async () => {
    const now = (await findStack(world, StackName))?.StackStatus ?? 'DELETE_COMPLETE';
    return now === 'DELETE_COMPLETE' || now === 'DELETE_FAILED' ? now : undefined;
  });
  if (status === 'DELETE_FAILED') throw new Error('DELETE_FAILED');
}

/** `null` where it is gone, as a nested stack may be by now: it goes with its root. */
async function findStack({ clients }: World, StackName: string): Promise<Stack | null> {
  try {
    return (await clients.cloudFormation.describeStacks({ StackName })).Stacks?.[0] ?? null;
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return null;
    throw error;
  }
}
