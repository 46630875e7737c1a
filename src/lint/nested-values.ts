import { exact, lineage } from '../template/evaluated.ts';
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
  return Object.keys(child.template.body.Parameters ?? {}).flatMap((name) => {
    const wrong = violated(child, name);
    if (wrong === null || passesOn(parent, logicalId, name)) return [];
    return [
      finding(
        'wiring/value',
        `In ${environment}, ${name} of the nested stack ${logicalId} ${wrong}`,
        parent.template.locate(['Resources', logicalId, 'Properties', 'Parameters', name]),
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
  const fed: unknown = parent.template.body.Resources[logicalId]?.Properties?.['Parameters'];
  const value: unknown =
    typeof fed === 'object' && fed !== null ? (fed as Record<string, unknown>)[name] : undefined;
  const source = typeof value === 'object' && value !== null && 'Ref' in value ? value.Ref : undefined;
  return typeof source === 'string' && violated(parent, source) !== null;
}
