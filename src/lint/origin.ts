import type { EnvironmentName } from '../config/environment-name.ts';
import type { Position } from '../errors/position.ts';
import type { EvaluatedStack } from '../template/evaluate-tree.ts';
import type { StackInEnvironment } from './evaluated-stacks.ts';
import type { LintedSystem } from './linted-system.ts';

/** Where the value of a parameter stands. */
export interface Origin {
  readonly at: Position;
  /** True where that is a file in `params/`, false where it is a template. */
  readonly isGiven: boolean;
}

/**
 * Where a parameter of a stack, however deeply nested, has its value from: through every parent that only hands on a parameter
 * of its own, to the parameter file, the wiring of `system.yml`, a default, or the line of the parent that makes the value.
 *
 * @param path of the stack that has the parameter, logical ids from the root
 */
export function originOf(
  system: LintedSystem,
  root: StackInEnvironment,
  path: readonly string[],
  name: string,
): Origin {
  const stack = stackAt(root.stack, path);
  const parent = stackAt(root.stack, path.slice(0, -1));
  const logicalId = path.at(-1);
  if (stack === null || parent === null || logicalId === undefined) {
    const setting = settingOf(system, root.instance.name, name, root.environment);
    return setting === null ? declared(stack ?? root.stack, name) : { at: setting, isGiven: true };
  }
  const fed = fedParameters(parent, logicalId);
  if (!(name in fed)) return declared(stack, name);
  const handedOn = reference(fed[name]);
  if (handedOn !== null && handedOn in (parent.template.body.Parameters ?? {})) {
    return originOf(system, root, path.slice(0, -1), handedOn);
  }
  const at = parent.template.locate(['Resources', logicalId, 'Properties', 'Parameters', name]);
  return { at, isGiven: false };
}

/** Where a file sets a parameter of a root for an environment; `null` where none does. */
export function settingOf(
  { definition, environments }: LintedSystem,
  stack: string,
  name: string,
  environment: EnvironmentName,
): Position | null {
  const file = environments.find(({ value }) => value.environment === environment);
  if (file?.value.values[stack]?.[name] !== undefined) return file.locate(['values', stack, name]);
  const wired = definition.value.stacks.find((each) => each.name === stack)?.parameters[name];
  return wired === undefined ? null : definition.locate(['stacks', stack, 'parameters', name]);
}

/** What a parent gives to the parameters of a stack that it nests, as its template says it. */
export function fedParameters(parent: EvaluatedStack, logicalId: string): Readonly<Record<string, unknown>> {
  const fed: unknown = parent.template.body.Resources[logicalId]?.Properties?.['Parameters'];
  return typeof fed === 'object' && fed !== null ? (fed as Record<string, unknown>) : {};
}

/** The name in `{ Ref: name }`; `null` for anything else. */
export function reference(value: unknown): string | null {
  const source = typeof value === 'object' && value !== null && 'Ref' in value ? value.Ref : null;
  return typeof source === 'string' ? source : null;
}

function stackAt(stack: EvaluatedStack, path: readonly string[]): EvaluatedStack | null {
  const [first, ...rest] = path;
  if (first === undefined) return stack;
  const child = stack.children.get(first);
  return child === undefined ? null : stackAt(child, rest);
}

function declared({ template }: EvaluatedStack, name: string): Origin {
  return { at: template.locate(['Parameters', name, 'Default']), isGiven: false };
}
