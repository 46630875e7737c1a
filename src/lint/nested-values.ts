import { exact, lineage } from '../template/evaluated.ts';
import type { EvaluatedStack } from '../template/evaluate-tree.ts';
import { violation } from './constraint.ts';
import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import { finding, type Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';
import { fedParameters, originOf, reference } from './origin.ts';

/**
 * Values that come to nested stacks and that the stacks' own constraints refuse, in the environment where they do, at the place
 * that the value comes from.
 */
export function nestedValues(system: LintedSystem, root: StackInEnvironment): readonly Finding[] {
  return withNested(root.stack).flatMap((parent) =>
    [...parent.children].flatMap(([logicalId, child]) => refused(system, root, parent, logicalId, child)),
  );
}

function refused(
  system: LintedSystem,
  root: StackInEnvironment,
  parent: EvaluatedStack,
  logicalId: string,
  child: EvaluatedStack,
): readonly Finding[] {
  return Object.keys(child.template.body.Parameters ?? {}).flatMap((name) => {
    const wrong = violated(child, name);
    if (wrong === null || passesOn(parent, logicalId, name)) return [];
    return [
      finding(
        'wiring/value',
        `In ${root.environment}, ${name} of the nested stack ${logicalId} ${wrong}`,
        originOf(system, root, child.path, name).at,
        `${child.template.file}:${child.template.locateKey(['Parameters', name]).line} says so`,
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

/** True where a secret went into the parameter. */
export function isSecret(stack: EvaluatedStack, name: string): boolean {
  const evaluated = stack.parameters[name];
  return evaluated !== undefined && lineage(evaluated).secret;
}

function violated(stack: EvaluatedStack, name: string): string | null {
  const parameter = stack.template.body.Parameters?.[name];
  const value = parameterText(stack, name);
  if (parameter === undefined || value === null) return null;
  return violation(parameter, value, isSecret(stack, name));
}

/** True where the parent only hands on its own parameter, and that is refused already: it is told there. */
function passesOn(parent: EvaluatedStack, logicalId: string, name: string): boolean {
  const source = reference(fedParameters(parent, logicalId)[name]);
  return source !== null && violated(parent, source) !== null;
}
