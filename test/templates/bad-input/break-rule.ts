import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import { judgeSystem } from '../../../src/lint/judge-system.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import type { LintedSystem } from '../../../src/lint/linted-system.ts';
import type { RootParameter, RuleAssertion } from './constraints.ts';
import { withValues, type Setting } from './set-values.ts';

export interface BrokenRule {
  readonly environment: EnvironmentName;
  readonly settings: readonly Setting[];
  readonly texts: ReadonlyMap<string, string>;
  readonly found: Finding;
}

/**
 * A set of values for the parameters that an assertion depends on with which lint says that it is broken. Tried are what each may
 * be by its `AllowedValues`, else what the assertion compares with, nothing and something, in dev and in prod.
 */
export function breakRule(
  system: LintedSystem,
  assertion: RuleAssertion,
): BrokenRule | null {
  const sets = combinations(assertion.from, (each) => choices(system, assertion, each));
  for (const environment of ['dev', 'prod'] as const) {
    for (const settings of sets) {
      const { texts, system: changed } = withValues(system, environment, settings);
      const found = judgeSystem(changed).findings.find((each) => isOf(assertion, each));
      if (found !== undefined) return { environment, settings, texts, found };
    }
  }
  return null;
}

function isOf({ rule, description }: RuleAssertion, { rule: ours, message }: Finding): boolean {
  return ours === 'params/rule' && message.includes(` ${rule} is broken: ${description}`);
}

function choices(
  system: LintedSystem,
  { literals }: RuleAssertion,
  { stack, name }: RootParameter,
): readonly string[] {
  const parameter = system.trees.get(stack)?.template.body.Parameters?.[name];
  if (parameter?.AllowedValues !== undefined) return parameter.AllowedValues.map(String);
  const others = parameter?.Type === 'Number' ? ['0', '100000'] : ['', 'x'];
  return [...new Set([...literals, ...others])];
}

function combinations(
  from: readonly RootParameter[],
  choicesOf: (each: RootParameter) => readonly string[],
): readonly (readonly Setting[])[] {
  const [first, ...rest] = from;
  if (first === undefined) return [[]];
  const others = combinations(rest, choicesOf);
  return choicesOf(first).flatMap((value) => others.map((each) => [{ ...first, value }, ...each]));
}
