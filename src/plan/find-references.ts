import { parseDynamicReference, type DynamicReference } from '../template/dynamic-references.ts';
import { evaluateTree, type EvaluatedStack } from '../template/evaluate-tree.ts';
import { known, leaves, lineageOf, unresolved, type Evaluated } from '../template/evaluated.ts';
import type { TemplateTree } from '../template/template.ts';
import { pseudoParameters, type PlanBasis } from './assemble-stack-plan.ts';

/** One dynamic reference of a stack or of what it nests. */
export interface FoundReference extends DynamicReference {
  /** Where the stack itself makes what is referred to: nested logical ids, then the resource. */
  readonly resource: readonly string[] | null;
  /** Outputs of earlier stacks that went into the value that holds it. */
  readonly lineage: readonly string[];
}

/**
 * Resources whose `Ref` names a secret or a parameter of SSM, as a dynamic reference takes it (resource reference of each,
 * "Return values"). It is their physical id as well.
 */
const named: ReadonlySet<string> = new Set([
  'AWS::SecretsManager::Secret',
  'AWS::SecretsManager::SecretTargetAttachment',
  'AWS::SecretsManager::RotationSchedule',
  'AWS::SSM::Parameter',
]);

/**
 * Every dynamic reference that the release's templates hold with the stack's parameters, of the whole tree: whichever way it
 * got there. Each comes once, in a fixed order. One whose name is not known before an earlier stack has run is left out, and
 * so is one that is named by what a resource will be.
 */
export function findReferences({
  instance,
  planned,
  released,
  inputs,
}: PlanBasis): readonly FoundReference[] {
  const parameters = Object.entries(inputs.evaluated).map(([name, value]): [string, Evaluated] => {
    const { deferred = false, lineage = null } = planned[name] ?? {};
    const source = lineage ?? name;
    return [name, deferred ? unresolved(`\${${source}}`, lineageOf(source)) : value];
  });
  const stack = evaluateTree(released.tree, {
    parameters: Object.fromEntries(parameters),
    pseudo: { ...pseudoParameters(instance), stackName: instance.stackName },
    resource: (path, logicalId, attribute) =>
      attribute === null && named.has(typeOf(released.tree, path, logicalId))
        ? known(`<${[...path, logicalId].join('/')}>`)
        : undefined,
  });
  const outputs = new Set(Object.values(planned).flatMap(({ lineage }) => lineage ?? []));
  const found = new Map<string, FoundReference>();
  for (const sources of sourcesIn(stack)) {
    const lineage = sources.filter((source) => outputs.has(source));
    for (const source of sources) {
      const reference = parseDynamicReference(source);
      if (reference === null) continue;
      const { service, name, stage, version } = reference;
      const key = JSON.stringify([service, name, stage, version]);
      const before = found.get(key)?.lineage;
      found.set(key, {
        ...reference,
        resource: /^<(.+)>$/.exec(name)?.[1]?.split('/') ?? null,
        // What one place takes as it stands needs no earlier stack.
        lineage: before === undefined ? lineage : before.filter((each) => lineage.includes(each)),
      });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}

function sourcesIn(stack: EvaluatedStack): readonly (readonly string[])[] {
  return [
    ...stack.resources.flatMap(({ properties }) =>
      leaves(properties).map(({ value }) => value.lineage.sources),
    ),
    ...[...stack.children.values()].flatMap(sourcesIn),
  ];
}

function typeOf(tree: TemplateTree, path: readonly string[], logicalId: string): string {
  let at: TemplateTree | undefined = tree;
  for (const id of path) at = at?.children.get(id);
  return at?.template.body.Resources[logicalId]?.Type ?? '';
}
