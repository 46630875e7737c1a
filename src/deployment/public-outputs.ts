import { artifactBucketParameter } from '../config/parse-system.ts';
import type { StackOutputs } from '../config/stack-instances.ts';
import type { StackInstance } from '../config/system.ts';
import { releasedTemplates } from '../release/open-release.ts';
import { evaluateTree, fedBy } from '../template/evaluate-tree.ts';
import { asSecret, lineage, type Evaluated } from '../template/evaluated.ts';
import { artifactBucket, type Target } from './target.ts';

/**
 * Outputs of deployed stacks without those that a secret went into, by lineage through the nested stacks and from one
 * stack to the next. What the release's templates do not declare is left out as well: nothing is known of it.
 */
export async function publicOutputs(target: Target, outputs: StackOutputs): Promise<StackOutputs> {
  const isSecret = new Map<string, boolean>();
  const shown: [string, Readonly<Record<string, string>>][] = [];
  for (const instance of target.instances) {
    const tree = await releasedTemplates(target.release, instance.name);
    const { name, account, region, stackName } = instance;
    const declared = evaluateTree(tree, {
      parameters: {
        [artifactBucketParameter]: artifactBucket(account, region),
        ...parametersOf(instance, isSecret),
      },
      pseudo: { accountId: account, region, stackName },
    }).outputs;
    for (const [output, value] of Object.entries(declared))
      isSecret.set(`${name}.${output}`, lineage(value).secret);
    const kept = Object.entries(outputs[name] ?? {}).filter(
      ([output]) => isSecret.get(`${name}.${output}`) === false,
    );
    if (kept.length > 0) shown.push([name, Object.fromEntries(kept)]);
  }
  return Object.fromEntries(shown);
}

function parametersOf(
  { parameters }: StackInstance,
  isSecret: ReadonlyMap<string, boolean>,
): Readonly<Record<string, string | Evaluated>> {
  const entries = Object.entries(parameters).map(([name, source]): [string, string | Evaluated] => {
    if (source.kind === 'literal') return [name, source.value];
    const from = `${source.stack}.${source.output}`;
    const value = fedBy(source.stack, source.output);
    return [name, isSecret.get(from) === true ? asSecret(value, from) : value];
  });
  return Object.fromEntries(entries);
}
