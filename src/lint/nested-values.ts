import { exact } from '../template/evaluated.ts';
import type { EvaluatedStack } from '../template/evaluate-tree.ts';
import { violation } from './constraint.ts';
import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import { finding, type Finding } from './finding.ts';

/** Values that come to nested stacks and that the stacks' own constraints refuse, in the environment where they do. */
export function nestedValues({ environment, stack }: StackInEnvironment): readonly Finding[] {
  return withNested(stack).flatMap((parent) =>
    [...parent.children].flatMap(([logicalId, child]) => refused(parent, logicalId, child, environment)),
  );
}

function refused(
  parent: EvaluatedStack,
  logicalId: string,
  child: EvaluatedStack,
  environment: string,
): readonly Finding[] {
  return Object.entries(child.template.body.Parameters ?? {}).flatMap(([name, parameter]) => {
    const value = parameterText(child, name);
    const wrong = value === null ? null : violation(parameter, value);
    if (wrong === null) return [];
    return [
      finding(
        'wiring/value',
        `In ${environment}, ${name} of the nested stack ${logicalId} ${wrong}`,
        parent.template.locate(['Resources', logicalId, 'Properties', 'Parameters', name]),
        `${child.template.file}:${child.template.locateKey(['Parameters', name]).line} says so.`,
      ),
    ];
  });
}

/** A parameter as text, lists with commas; `null` where it is not known before the deployment. */
export function parameterText(stack: EvaluatedStack, name: string): string | null {
  const evaluated = stack.parameters[name];
  const value = evaluated === undefined ? undefined : exact(evaluated);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(String).join(',') : null;
}
