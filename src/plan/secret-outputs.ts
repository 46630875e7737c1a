import type { StackInstance } from '../config/system.ts';
import { releasedTemplates } from '../release/open-release.ts';
import type { Release } from '../release/release.ts';
import { evaluateTree, fedBy } from '../template/evaluate-tree.ts';
import { asSecret, lineage, type Evaluated } from '../template/evaluated.ts';
import { pseudoParameters } from './assemble-stack-plan.ts';

/** The outputs that a release's stacks declare, as `edge.SigningKey`, each with whether a secret went into it. */
export type OutputSecrecy = ReadonlyMap<string, boolean>;

/** Parameters of a deployed root stack that were given a secret; `all`: nobody knows which of them were. */
export type FormerSecrets = ReadonlySet<string> | 'all';

/**
 * Follows secrets through a whole system: from `NoEcho` parameters, dynamic references and secret attributes through every
 * nested stack to the outputs of a root stack, from there into the parameters of the next, and on.
 *
 * @param instances in order of deployment: a stack stands after those that feed it
 */
export async function outputSecrecy(
  instances: readonly StackInstance[],
  release: Release,
): Promise<OutputSecrecy> {
  const secrecy = new Map<string, boolean>();
  for (const instance of instances) {
    const tree = await releasedTemplates(release, instance.name);
    const { outputs } = evaluateTree(tree, {
      parameters: parametersOf(instance, secrecy),
      pseudo: { ...pseudoParameters(instance), stackName: instance.stackName },
    });
    for (const [output, value] of Object.entries(outputs))
      secrecy.set(`${instance.name}.${output}`, lineage(value).secret);
  }
  return secrecy;
}

/** The parameters of a root stack that a secret goes into by the wiring between stacks. */
export function secretParameters({ parameters }: StackInstance, secrecy: OutputSecrecy): ReadonlySet<string> {
  const names = Object.entries(parameters).flatMap(([name, source]) =>
    source.kind === 'output' && secrecy.get(`${source.stack}.${source.output}`) === true ? [name] : [],
  );
  return new Set(names);
}

function parametersOf(
  { parameters }: StackInstance,
  secrecy: OutputSecrecy,
): Readonly<Record<string, string | Evaluated>> {
  const entries = Object.entries(parameters).map(([name, source]): [string, string | Evaluated] => {
    if (source.kind === 'literal') return [name, source.value];
    const from = `${source.stack}.${source.output}`;
    const value = fedBy(source.stack, source.output);
    return [name, secrecy.get(from) === true ? asSecret(value, from) : value];
  });
  return Object.fromEntries(entries);
}
