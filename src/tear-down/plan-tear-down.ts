import type { AwsClients } from '../aws/apis.ts';
import type { EnvironmentName } from '../config/environment-name.ts';
import type { StackInstance } from '../config/system.ts';
import { readDeployedTree } from '../plan/deployed-tree.ts';
import type { StackNode } from '../plan/plan.ts';
import { removedNode } from '../plan/removed-node.ts';

/** A resource by its place: `storage/PhotosBucket`, and what it is called in AWS. */
export interface PlacedResource {
  readonly path: string;
  readonly type: string;
  /** `null` where CloudFormation does not say. */
  readonly physicalId: string | null;
}

/** What deleting one stack does. */
export interface StackTearDown {
  /** The name in `system.yml`. */
  readonly stack: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly region: string;
  readonly status: string;
  /** Resources that go with it. */
  readonly removed: readonly PlacedResource[];
  /** Resources that stay, by their deletion policies. */
  readonly kept: readonly PlacedResource[];
  /** Buckets that go and have to be emptied before; none in prod. */
  readonly emptied: readonly PlacedResource[];
  /** Nested stacks of which nothing can be read. */
  readonly unseen: readonly string[];
}

export interface TearDownPlan {
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly account: string;
  /** In the order in which they go: what takes outputs before what gives them. */
  readonly stacks: readonly StackTearDown[];
}

export interface TearDownSubject {
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly account: string;
  /** In order of deployment. */
  readonly instances: readonly StackInstance[];
  readonly clients: Pick<AwsClients, 'cloudFormation'>;
}

/** Reads what stands and decides what would go, what stays and which buckets have to be emptied. Changes nothing. */
export async function planTearDown(subject: TearDownSubject): Promise<TearDownPlan> {
  const { system, environment, account, instances, clients } = subject;
  const stacks: StackTearDown[] = [];
  for (const instance of [...instances].reverse()) {
    const api = await clients.cloudFormation(instance.region);
    const tree = await readDeployedTree(api, instance.stackName);
    if (tree === null || tree.status === 'DELETE_COMPLETE') continue;
    const node = removedNode([], tree, undefined);
    // What an earlier attempt has removed already stands in the template and nowhere else.
    const resources = below(node).filter(({ physicalId }) => physicalId !== null);
    const removed = resources.filter(({ isKept }) => !isKept).map(placed);
    stacks.push({
      stack: instance.name,
      stackName: instance.stackName,
      stackId: tree.stackId,
      region: instance.region,
      status: tree.status,
      removed,
      kept: resources.filter(({ isKept }) => isKept).map(placed),
      emptied: environment === 'prod' ? [] : removed.filter(({ type }) => type === 'AWS::S3::Bucket'),
      unseen: unseenBelow(node),
    });
  }
  return { system, environment, account, stacks };
}

type Judged = PlacedResource & { readonly isKept: boolean };

function below(node: StackNode): readonly Judged[] {
  return [
    ...node.changes.map(({ logicalId, type, physicalId, policyAction }) => ({
      path: [...node.path, logicalId].join('/'),
      type,
      physicalId,
      isKept: policyAction === 'Retain',
    })),
    ...node.children.flatMap(below),
  ];
}

function placed({ path, type, physicalId }: Judged): PlacedResource {
  return { path, type, physicalId };
}

function unseenBelow(node: StackNode): readonly string[] {
  return [
    ...node.unseen.map(({ logicalId }) => [...node.path, logicalId].join('/')),
    ...node.children.flatMap(unseenBelow),
  ];
}
