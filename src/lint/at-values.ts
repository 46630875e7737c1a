import type { Position } from '../errors/position.ts';
import type { TemplatePath } from '../template/template.ts';
import { inEnvironments, type Told } from './cfn-lint.ts';
import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import type { Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';
import { parameterText } from './nested-values.ts';
import { originOf } from './origin.ts';

/** A system with its stacks as the environments would make them. */
export interface JudgedSystem {
  readonly system: LintedSystem;
  readonly stacks: readonly StackInEnvironment[];
}

/**
 * What cfn-lint tells of a value that a parameter has, where that value stands: in the parameter file of the environment, in
 * `system.yml`, in the line of the parent that passes it, or at the default; once for each such place. cfn-lint itself names
 * the `Ref` in the template, which is right for the other environments. A text that is put together (`Fn::Sub`) stays where
 * it is, for it may be the text that is wrong; so does everything else.
 */
export function atValues(told: Told, systems: readonly JudgedSystem[]): readonly Finding[] {
  const { finding, path, environments } = told;
  if (path?.at(-1) !== 'Ref' || environments.length === 0) return [finding];
  const places = new Map<string, { readonly at: Position; readonly environments: string[] }>();
  const found = new Set<string>();
  for (const { system, stacks } of systems) {
    for (const root of stacks) {
      if (!environments.includes(root.environment)) continue;
      for (const stack of withNested(root.stack)) {
        if (stack.template.file !== finding.at.file) continue;
        const name = valueAt(stack.template.body, path);
        if (typeof name !== 'string' || stack.template.body.Parameters?.[name] === undefined) continue;
        // Another stack of the same environment may give the same template a value that is right.
        if (!finding.message.includes(`resolved to '${parameterText(stack, name) ?? ''}'`)) continue;
        const { at } = originOf(system, root, stack.path, name);
        const key = `${at.file}:${at.line}:${at.column}`;
        const place = places.get(key) ?? { at, environments: [] };
        if (!place.environments.includes(root.environment)) place.environments.push(root.environment);
        places.set(key, place);
        found.add(root.environment);
      }
    }
  }
  if (environments.some((each) => !found.has(each))) return [finding];
  const { file, line } = finding.at;
  return [...places.values()].map(({ at, environments: own }) => ({
    ...finding,
    message: finding.message.replace(inEnvironments(environments), inEnvironments(own)),
    at,
    hint: `${file}:${line} takes it`,
  }));
}

function valueAt(value: unknown, path: TemplatePath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}
