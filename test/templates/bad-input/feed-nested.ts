import { constraintKinds, type Kind } from './constraints.ts';
import type { LintedSystem } from '../../../src/lint/linted-system.ts';
import type { TemplateParameter, TemplateResource, TemplateTree } from '../../../src/template/template.ts';

/** One constraint of a nested template, whoever makes the value. */
export interface NestedConstraint {
  readonly template: string;
  readonly name: string;
  readonly kind: Kind;
  readonly parameter: TemplateParameter;
  readonly stack: string;
  /** Logical ids from the root. */
  readonly path: readonly string[];
}

/** All constraints of what a system's roots nest, under whatever condition; each once. */
export function nestedConstraints(system: LintedSystem): readonly NestedConstraint[] {
  const found = new Map<string, NestedConstraint>();
  const walk = (stack: string, tree: TemplateTree, path: readonly string[]): void => {
    for (const [logicalId, child] of tree.children) {
      const below = [...path, logicalId];
      const template = child.template.file;
      for (const [name, parameter] of Object.entries(child.template.body.Parameters ?? {})) {
        for (const kind of constraintKinds(parameter)) {
          found.set(`${template} ${name} ${kind}`, { template, name, kind, parameter, stack, path: below });
        }
      }
      walk(stack, child, below);
    }
  };
  for (const [stack, tree] of system.trees) walk(stack, tree, []);
  return [...found.values()];
}

/** The system with one value of a nested stack changed in its parent's template, and nothing on the way under a condition. */
export function feedNested(system: LintedSystem, { stack, path, name }: NestedConstraint, value: string): LintedSystem {
  const tree = system.trees.get(stack);
  if (tree === undefined) return system;
  return {
    ...system,
    environments: system.environments.slice(0, 1),
    trees: new Map([[stack, changed(tree, path, name, value)]]),
  };
}

function changed(tree: TemplateTree, path: readonly string[], name: string, value: string): TemplateTree {
  const [logicalId, ...rest] = path;
  const child = logicalId === undefined ? undefined : tree.children.get(logicalId);
  if (logicalId === undefined || child === undefined) return tree;
  const { body } = tree.template;
  const { Type, Properties } = body.Resources[logicalId] ?? { Type: 'AWS::CloudFormation::Stack' };
  const resource: TemplateResource = { Type, Properties: Properties ?? {} };
  const fed = resource.Properties?.['Parameters'] as object | undefined;
  const edited =
    rest.length > 0
      ? resource
      : { ...resource, Properties: { ...resource.Properties, Parameters: { ...fed, [name]: value } } };
  // locate and its like look into the text as it was read, which is what the finding shall name
  const template = {
    ...tree.template,
    body: { ...body, Resources: { ...body.Resources, [logicalId]: edited } },
    locate: tree.template.locate.bind(tree.template),
    locateKey: tree.template.locateKey.bind(tree.template),
    scalarRange: tree.template.scalarRange.bind(tree.template),
  };
  return {
    template,
    children: new Map([...tree.children, [logicalId, rest.length > 0 ? changed(child, rest, name, value) : child]]),
  };
}
