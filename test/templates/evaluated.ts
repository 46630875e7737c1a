import { readFileSync } from 'node:fs';
import { loadEnvironment, loadSystem } from '../../src/config/load.ts';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import { stackInstances } from '../../src/config/stack-instances.ts';
import { evaluateTree, fedBy, type EvaluatedStack } from '../../src/template/evaluate-tree.ts';
import { known, type Evaluated } from '../../src/template/evaluated.ts';
import { readTemplateTree } from '../../src/template/read-template-tree.ts';

export const root = new URL('../../', import.meta.url).pathname;
export const account = '111111111111';
export const region = 'eu-west-1';

/** A resource as an environment deploys it; what is known only then reads `${LogicalId.Attribute}`, by the ids of its own template. */
export interface Resource {
  /** Logical ids from the root's down, the resource's own last. */
  readonly path: string;
  readonly template: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy: unknown;
  readonly updateReplacePolicy: unknown;
}

export type Properties = Readonly<Record<string, unknown>>;

/** The resources of a template with all that it nests. */
export async function resourcesOf(
  file: string,
  parameters: Readonly<Record<string, string | Evaluated>>,
  where: { readonly region?: string; readonly read?: (file: string) => string } = {},
): Promise<readonly Resource[]> {
  const { read = (each: string) => readFileSync(`${root}${each}`, 'utf8') } = where;
  const tree = await readTemplateTree(file, (each) => Promise.resolve(read(each)));
  const pseudo = { accountId: account, region: where.region ?? region };
  return flatten(evaluateTree(tree, { parameters, pseudo, resource: attributeOf }));
}

/** All resources of companycam in an environment, stack by stack. */
export function companycam(environment: EnvironmentName): Promise<readonly Resource[]> {
  return deployedSystem('companycam', environment);
}

/** All resources of a system in an environment, stack by stack; as if every account were the same. */
export async function deployedSystem(name: string, environment: EnvironmentName): Promise<readonly Resource[]> {
  const system = await loadSystem(root, name);
  const definition = await loadEnvironment(root, system, environment);
  const stacks = stackInstances(system, definition).map(({ template, parameters, region: where }) => {
    const values = Object.entries(parameters).map(([name, source]): [string, string | Evaluated] => [
      name,
      source.kind === 'literal' ? source.value : fedBy(source.stack, source.output),
    ]);
    const given = { ArtifactBucket: 'artifacts', ...Object.fromEntries(values) };
    return resourcesOf(template, given, { region: where });
  });
  return (await Promise.all(stacks)).flat();
}

/** ARNs of named things, as the service would make them; the rest stays unresolved. */
function attributeOf(_: readonly string[], logicalId: string, attribute: string | null): Evaluated | undefined {
  if (attribute === null && /Boundary$|^(?:Planning|SmokeChecks)$|^Execution(?:Identities|Data|Parts|Flow|Oversight)$/.test(logicalId)) {
    return known(`arn:aws:iam::${account}:policy/${logicalId}`);
  }
  if (attribute !== 'Arn') return undefined;
  if (logicalId === 'Artifacts') return known(`arn:aws:s3:::slipway-artifacts-${account}-${region}`);
  if (logicalId === 'Ledger') return known(`arn:aws:s3:::slipway-ledger-${account}-${region}`);
  const role = /^(Preview|Plan|Deploy|Watch|Janitor|EmptyHands|Execution)Role$/.exec(logicalId)?.[1];
  if (role === undefined) return undefined;
  const name = role.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return known(`arn:aws:iam::${account}:role/slipway-${name}`);
}

function flatten(stack: EvaluatedStack): readonly Resource[] {
  const own = stack.resources.map((resource) => ({
    path: [...stack.path, resource.logicalId].join('/'),
    template: stack.template.file,
    logicalId: resource.logicalId,
    type: resource.type,
    properties: plain(resource.properties) as Properties,
    deletionPolicy: plain(resource.deletionPolicy),
    updateReplacePolicy: plain(resource.updateReplacePolicy),
  }));
  return [...own, ...[...stack.children.values()].flatMap(flatten)];
}

function plain(value: Evaluated): unknown {
  switch (value.kind) {
    case 'value':
      return value.value;
    case 'unresolved':
      return value.text;
    case 'list':
      return value.items.filter((item) => item.kind !== 'none').map(plain);
    case 'map':
      return Object.fromEntries(
        [...value.entries].filter(([, each]) => each.kind !== 'none').map(([key, each]) => [key, plain(each)]),
      );
    case 'none':
      return undefined;
  }
}
