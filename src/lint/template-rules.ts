import type { EvaluatedStack } from '../template/evaluate-tree.ts';
import { evaluate, type Scope } from '../template/evaluate.ts';
import { references } from '../template/references.ts';
import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import { finding, type Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';
import { originOf } from './origin.ts';

/**
 * Rules of root and nested templates that the values of an environment break; CloudFormation says so only when it makes the
 * stack (User Guide, "Rules section"). The finding stands where a parameter that the assertion names has its value from, in a
 * parameter file where there is one. What waits for the deployment, and what asks the account (`Fn::RefAll`, `Fn::ValueOf`,
 * `Fn::ValueOfAll`), is judged there.
 */
export function templateRules(system: LintedSystem, root: StackInEnvironment): readonly Finding[] {
  return withNested(root.stack).flatMap((stack) =>
    Object.entries(stack.template.body.Rules ?? {}).flatMap(([name, rule]) =>
      brokenAssertions(rule, scopeOf(stack, root)).map((assertion) =>
        report(system, root, stack, name, assertion),
      ),
    ),
  );
}

interface Broken {
  readonly index: number;
  readonly assert: unknown;
  readonly condition: unknown;
  readonly description: string | null;
}

function brokenAssertions(rule: unknown, scope: Scope): readonly Broken[] {
  const { RuleCondition: condition, Assertions: assertions } = fields(rule);
  if (condition !== undefined && verdict(condition, scope) !== true) return [];
  const list: readonly unknown[] = Array.isArray(assertions) ? assertions : [];
  return list.flatMap((assertion, index) => {
    const { Assert: assert, AssertDescription: description } = fields(assertion);
    if (verdict(assert, scope) !== false) return [];
    return [{ index, assert, condition, description: typeof description === 'string' ? description : null }];
  });
}

/** `null` where it is not known before the deployment. */
function verdict(value: unknown, scope: Scope): boolean | null {
  const outcome = evaluate(value, scope);
  if (outcome.kind !== 'value' || !['true', 'false'].includes(String(outcome.value))) return null;
  return String(outcome.value) === 'true';
}

function scopeOf({ template, parameters, path }: EvaluatedStack, { instance }: StackInEnvironment): Scope {
  const pseudo = { accountId: instance.account, region: instance.region };
  return { body: template.body, parameters, pseudo, path, resource: () => undefined };
}

function report(
  system: LintedSystem,
  root: StackInEnvironment,
  { template, path }: EvaluatedStack,
  name: string,
  { index, assert, condition, description }: Broken,
): Finding {
  const origins = [...references(assert), ...references(condition)].flatMap((each) =>
    each.kind === 'ref' && template.body.Parameters?.[each.name] !== undefined
      ? [originOf(system, root, path, each.name)]
      : [],
  );
  const place = template.locateKey(['Rules', name, 'Assertions', index]);
  const at = (origins.find(({ isGiven }) => isGiven) ?? origins[0])?.at ?? place;
  const why = description ?? `its assertion ${index + 1} is false`;
  return finding(
    'params/rule',
    `In ${root.environment}, the rule ${name} is broken: ${why}`,
    at,
    `${template.file}:${place.line} says so`,
  );
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
