import type { EnvironmentStatus } from '../../../src/deployment/read-status.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { Plan, ResourceChange, StackNode } from '../../../src/plan/plan.ts';
import type { CopyResult } from '../../../src/release/copy-release.ts';

/** What the commands of the rehearsal hand back with `--out`. */
export interface ReleaseResult {
  readonly release: string;
  readonly copies: readonly CopyResult[];
}
export interface PromoteResult {
  readonly release: string;
  readonly deployments: readonly DeploymentResult[];
}
export interface PlanResult {
  readonly entries: readonly {
    readonly environment: string;
    readonly plan: Plan | null;
    readonly problem?: string;
  }[];
}
type StatusResult = Readonly<Record<string, readonly EnvironmentStatus[]>>;

/** A change with its place in the tree: `photos-function/PhotosFunction`. */
export interface PlacedChange {
  readonly where: string;
  readonly change: ResourceChange;
}

/** Every change of a plan but those of the nested stacks' own entries in their parents, which only say that something below changes. */
export function changesOf(plan: Plan): readonly PlacedChange[] {
  const walk = (node: StackNode): readonly PlacedChange[] => [
    ...node.changes
      .filter((change) => change.type !== 'AWS::CloudFormation::Stack')
      .map((change) => ({ where: [...node.path, change.logicalId].join('/'), change })),
    ...node.children.flatMap(walk),
  ];
  return plan.stacks.flatMap((stack) => walk(stack.root));
}

/** What runs in an environment, by the board. */
export function statusIn(result: unknown, environment: string): EnvironmentStatus | undefined {
  return (result as StatusResult | null)?.['companycam']?.find((state) => state.environment === environment);
}
