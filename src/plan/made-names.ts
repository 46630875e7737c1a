import type { StackInstance } from '../config/system.ts';
import { releasedTemplates } from '../release/open-release.ts';
import type { Release } from '../release/release.ts';
import { evaluateTree, type EvaluatedStack } from '../template/evaluate-tree.ts';
import { exact, known, lineageOf, unresolved, type Evaluated } from '../template/evaluated.ts';
import { pseudoParameters } from './assemble-stack-plan.ts';
import type { PlannedParameter } from './plan-parameters.ts';

const made: ReadonlySet<string> = new Set(['AWS::SecretsManager::Secret', 'AWS::SSM::Parameter']);

/**
 * The secrets and parameters of SSM that a stack makes under a name of their own, each with what makes it:
 * `photos/dev/db` → `data/storage/Password`. What a later stack of the same deployment takes by that name is not decided yet.
 */
export async function madeNames(
  instance: StackInstance,
  release: Release,
  planned: Readonly<Record<string, PlannedParameter>>,
): Promise<ReadonlyMap<string, string>> {
  const parameters = Object.entries(planned).map(
    ([name, { value, lineage, deferred }]): [string, Evaluated] => {
      const source = lineage ?? name;
      const isOpen = value === null || deferred;
      return [name, isOpen ? unresolved(`\${${source}}`, lineageOf(source)) : known(value)];
    },
  );
  const stack = evaluateTree(await releasedTemplates(release, instance.name), {
    parameters: Object.fromEntries(parameters),
    pseudo: { ...pseudoParameters(instance), stackName: instance.stackName },
  });
  return new Map(namesIn(stack, instance.name));
}

function namesIn(stack: EvaluatedStack, root: string): readonly (readonly [string, string])[] {
  const own = stack.resources.flatMap(({ logicalId, type, properties }) => {
    const named = made.has(type) && properties.kind === 'map' ? properties.entries.get('Name') : undefined;
    const name = named === undefined ? undefined : exact(named);
    return typeof name === 'string' ? [[name, [root, ...stack.path, logicalId].join('/')] as const] : [];
  });
  return [...own, ...[...stack.children.values()].flatMap((child) => namesIn(child, root))];
}
