import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { StackNode } from '../../src/plan/plan.ts';
import type { StaticEntry, StaticPlan } from '../../src/plan/static-plan.ts';
import { staticPlans } from '../../src/source-changes/static-plans.ts';
import { gitRepository, type Edits } from './git-repository.ts';

/** What a commit with these edits would do to the shop. */
export async function compared(
  edits: Edits,
  { first = {}, environments = ['dev'] }: { first?: Edits; environments?: readonly EnvironmentName[] } = {},
): Promise<readonly StaticEntry[]> {
  await using repo = await gitRepository(first);
  await repo.commit(edits);
  return await staticPlans({ root: repo.root, system: 'shop', environments, base: 'HEAD^1' });
}

export async function planOf(edits: Edits, options?: Parameters<typeof compared>[1]): Promise<StaticPlan> {
  const [entry] = await compared(edits, options);
  if (entry === undefined) throw new Error('dev was asked for');
  if (entry.plan === null) throw new Error(entry.problem);
  return entry.plan;
}

export async function problemOf(edits: Edits): Promise<string | null> {
  const [entry] = await compared(edits);
  return entry?.plan === null ? entry.problem : null;
}

/** Every change in a line or more: `app/Storage/Bucket modify always: BucketName shop → store (certain)`. */
export function told(plan: StaticPlan): readonly string[] {
  const below = (stack: string, node: StackNode): readonly string[] => [
    ...(node.status === 'create' || node.status === 'remove'
      ? [`${[stack, ...node.path].join('/')} ${node.status}`]
      : []),
    ...(node.outputsOnly ? [`${[stack, ...node.path].join('/')} outputs only`] : []),
    ...node.changes.flatMap((change) => {
      const head = `${[stack, ...node.path, change.logicalId].join('/')} ${change.action} ${change.replacement}`;
      if (change.properties.length === 0) return [head];
      return change.properties.map(
        ({ path, before, after, certainty, replacement }) =>
          `${head}: ${path} ${String(before)} → ${String(after)} (${certainty}, ${replacement})`,
      );
    }),
    ...node.children.flatMap((child) => below(stack, child)),
  ];
  return plan.stacks.flatMap(({ stack, root }) => below(stack, root));
}

export const bucketName: Edits = {
  'templates/modules/storage.yml': [
    '    Properties:',
    '    Properties:\n      BucketName: !Sub shop-${Stage}',
  ],
};
