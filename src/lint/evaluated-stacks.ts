import type { EnvironmentName } from '../config/environment-name.ts';
import { artifactBucketParameter } from '../config/parse-system.ts';
import { stackInstances } from '../config/stack-instances.ts';
import type { ParameterSource, StackInstance } from '../config/system.ts';
import { evaluateTree, fedBy, type EvaluatedStack } from '../template/evaluate-tree.ts';
import type { Evaluated } from '../template/evaluated.ts';
import { references } from '../template/references.ts';
import { finding, type Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';

/** A root stack with what it nests, as one environment would make it. */
export interface StackInEnvironment {
  readonly environment: EnvironmentName;
  readonly instance: StackInstance;
  readonly stack: EvaluatedStack;
}

/**
 * Evaluates every stack in every environment. An output that is used where conditions leave it out becomes a finding: the
 * template is right on paper and fails in that environment.
 */
export function evaluateStacks(system: LintedSystem): {
  readonly stacks: readonly StackInEnvironment[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const stacks = system.environments.flatMap(({ value: environment }) =>
    stackInstances(system.definition.value, environment).flatMap((instance): StackInEnvironment[] => {
      const tree = system.trees.get(instance.name);
      if (tree === undefined) return [];
      const stack = evaluateTree(tree, {
        parameters: {
          [artifactBucketParameter]: `slipway-artifacts-${instance.account}-${instance.region}`,
          ...Object.fromEntries(
            Object.entries(instance.parameters).map(([name, source]) => [name, given(source)]),
          ),
        },
        pseudo: { accountId: instance.account, region: instance.region, stackName: instance.stackName },
        onAbsentOutput: ({ template, logicalId, output }) => {
          const use = references(template.body).find(
            (each) =>
              each.kind === 'attribute' && each.name === logicalId && each.attribute === `Outputs.${output}`,
          );
          findings.push(
            finding(
              'wiring/output-absent',
              `${logicalId}.Outputs.${output} is used in ${environment.environment}, where conditions leave it out`,
              template.locate(use?.path ?? ['Resources', logicalId]),
              'Use it under the same condition: !If [<condition>, !GetAtt …, <otherwise>]',
            ),
          );
        },
      });
      return [{ environment: environment.environment, instance, stack }];
    }),
  );
  return { stacks, findings };
}

/** The stack with all that it nests. */
export function withNested(stack: EvaluatedStack): readonly EvaluatedStack[] {
  return [stack, ...[...stack.children.values()].flatMap(withNested)];
}

function given(source: ParameterSource): string | Evaluated {
  return source.kind === 'literal' ? source.value : fedBy(source.stack, source.output);
}
