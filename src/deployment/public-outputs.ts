import type { StackOutputs } from '../config/stack-instances.ts';
import { outputSecrecy } from '../plan/secret-outputs.ts';
import type { Target } from './target.ts';

/**
 * Outputs of deployed stacks without those that a secret went into, by lineage through the nested stacks and from one
 * stack to the next. What the release's templates do not declare is left out as well: nothing is known of it.
 */
export async function publicOutputs(target: Target, outputs: StackOutputs): Promise<StackOutputs> {
  const secrecy = await outputSecrecy(target.instances, target.release);
  const shown = target.instances.flatMap(({ name }) => {
    const kept = Object.entries(outputs[name] ?? {}).filter(
      ([output]) => secrecy.get(`${name}.${output}`) === false,
    );
    return kept.length === 0 ? [] : [[name, Object.fromEntries(kept)] as const];
  });
  return Object.fromEntries(shown);
}
