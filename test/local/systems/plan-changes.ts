import type { Plan, StackNode } from '../../../src/plan/plan.ts';
import type { SystemAtWork } from './system-at-work.ts';

/**
 * What a plan changes, resource by resource with every property path: `modify app/AssetBucket/Assets: LifecycleConfiguration`.
 * Nested stacks themselves are left out; an addition or a removal has no paths. What CloudFormation decides while it runs
 * begins with `possibly`.
 */
export function changesOf(plan: Plan): readonly string[] {
  const within = (stack: string, node: StackNode): readonly string[] => [
    ...node.changes
      .filter(({ type }) => type !== 'AWS::CloudFormation::Stack')
      .map(({ logicalId, action, certainty, properties }) => {
        const doubt = certainty === 'possible' ? 'possibly ' : '';
        const what = `${doubt}${action} ${[stack, ...node.path, logicalId].join('/')}`;
        const paths = [...new Set(properties.map(({ path }) => path))].sort();
        return action === 'modify' ? `${what}: ${paths.join(', ')}` : what;
      }),
    ...node.children.flatMap((child) => within(stack, child)),
  ];
  return plan.stacks.flatMap(({ stack, root }) => within(stack, root));
}

/** The plan of what was released last for one environment, also where the gate stops it. */
export async function planned(at: SystemAtWork, system: string, environment: string): Promise<Plan> {
  const ran = await at.slipway('plan', system, environment);
  const { entries } = (ran.result ?? { entries: [] }) as {
    readonly entries: readonly { readonly plan: Plan }[];
  };
  const [entry] = entries;
  if (entry === undefined) throw new Error(`There is no plan of ${system} ${environment}: ${ran.errors}`);
  return entry.plan;
}
