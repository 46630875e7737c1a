import type { AwsClients } from '../aws/apis.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import { BucketStore } from '../release/bucket-store.ts';
import type { CopyTarget } from '../release/copy-release.ts';
import type { Clock } from '../runtime/clock.ts';
import { artifactBucket } from './target.ts';

/**
 * Where an environment keeps artifacts: everything in its home region, and what CloudFormation reads in the other region
 * that it uses.
 */
export async function artifactStores(
  environment: EnvironmentDefinition,
  clients: AwsClients,
  clock: Clock,
): Promise<readonly CopyTarget[]> {
  const { account, regions } = environment;
  const store = async (region: string): Promise<BucketStore> =>
    new BucketStore({ s3: await clients.s3(region), bucket: artifactBucket(account, region), clock });
  const home: CopyTarget = { store: await store(regions.home), contents: 'everything' };
  return regions.edge === regions.home
    ? [home]
    : [home, { store: await store(regions.edge), contents: 'stacks' }];
}

/** The store that a deployment reads from. */
export async function homeStore(
  environment: EnvironmentDefinition,
  clients: AwsClients,
  clock: Clock,
): Promise<BucketStore> {
  const { home } = environment.regions;
  return new BucketStore({
    s3: await clients.s3(home),
    bucket: artifactBucket(environment.account, home),
    clock,
  });
}
