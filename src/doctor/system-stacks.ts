import { artifactBucketParameter } from '../config/parse-system.ts';
import { stackInstances } from '../config/stack-instances.ts';
import type {
  EnvironmentDefinition,
  ParameterSource,
  StackInstance,
  SystemDefinition,
} from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import {
  evaluateTree,
  fedBy,
  type EvaluatedResource,
  type EvaluatedStack,
} from '../template/evaluate-tree.ts';
import type { Evaluated } from '../template/evaluated.ts';
import { readTemplateTree } from '../template/read-template-tree.ts';

/** A resource with where it stands: `Site/Distribution` for one of a nested stack. */
export interface PlacedResource extends EvaluatedResource {
  readonly place: string;
}

/** One stack of one environment, with all that it would make. */
export interface EnvironmentStack {
  readonly environment: EnvironmentDefinition;
  readonly instance: StackInstance;
  /** `null` where its templates can't be read. */
  readonly resources: readonly PlacedResource[] | null;
}

/** What the system's sources say of environments; why not, where the templates can't be read. */
export interface SystemStacks {
  readonly stacks: readonly EnvironmentStack[];
  /** `null` where everything could be read. */
  readonly problem: { readonly reason: string; readonly next: string | null } | null;
}

export interface SystemSources {
  readonly system: SystemDefinition;
  readonly environments: readonly EnvironmentDefinition[];
  /** The text of a file of the repository; rejects with code `ENOENT` where there is none. */
  readonly readSource: (file: string) => Promise<string>;
}

/** Evaluates the system's stacks in each environment. Mistakes in the templates are told, not thrown. */
export async function systemStacks({
  system,
  environments,
  readSource,
}: SystemSources): Promise<SystemStacks> {
  const problems: UserError[] = [];
  const stacks: EnvironmentStack[] = [];
  for (const environment of environments) {
    for (const instance of stackInstances(system, environment)) {
      const resources = await resourcesOf(instance, readSource).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        problems.push(error);
        return null;
      });
      stacks.push({ environment, instance, resources });
    }
  }
  const [first] = problems;
  return {
    stacks,
    problem: first === undefined ? null : { reason: first.message, next: first.next ?? null },
  };
}

async function resourcesOf(
  { template, parameters, account, region, stackName }: StackInstance,
  readSource: SystemSources['readSource'],
): Promise<readonly PlacedResource[]> {
  const tree = await readTemplateTree(template, readSource);
  const stack = evaluateTree(tree, {
    parameters: {
      [artifactBucketParameter]: `slipway-artifacts-${account}-${region}`,
      ...Object.fromEntries(Object.entries(parameters).map(([name, source]) => [name, given(source)])),
    },
    pseudo: { accountId: account, region, stackName },
  });
  return placed(stack);
}

function given(source: ParameterSource): string | Evaluated {
  return source.kind === 'literal' ? source.value : fedBy(source.stack, source.output);
}

function placed({ path, resources, children }: EvaluatedStack): readonly PlacedResource[] {
  return [
    ...resources.map((resource) => ({ ...resource, place: [...path, resource.logicalId].join('/') })),
    ...[...children.values()].flatMap(placed),
  ];
}

/** What stands below keys of a map; `none` where it is not there. */
export function below(evaluated: Evaluated, ...keys: readonly string[]): Evaluated {
  const [key, ...rest] = keys;
  if (key === undefined || evaluated.kind === 'unresolved') return evaluated;
  const entry = evaluated.kind === 'map' ? evaluated.entries.get(key) : undefined;
  return entry === undefined ? { kind: 'none' } : below(entry, ...rest);
}
