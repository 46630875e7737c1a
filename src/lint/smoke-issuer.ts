import type { Position } from '../errors/position.ts';
import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import { finding, type Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';
import { parameterText } from './nested-values.ts';

/**
 * The test issuer of the smoke checks signs tokens with a key that a test holds: outside of prod it proves that claims are
 * checked, in prod it would be a back door. So a parameter named `SmokeIssuer…` is empty there in every stack, whether a file
 * sets it, a template defaults to it, or a parent passes it.
 */
export function smokeIssuerInProd(
  system: LintedSystem,
  { environment, instance, stack }: StackInEnvironment,
): readonly Finding[] {
  if (environment !== 'prod') return [];
  return withNested(stack).flatMap((each) =>
    Object.keys(each.parameters)
      .filter((name) => name.startsWith('SmokeIssuer') && parameterText(each, name) !== '')
      .map((name) =>
        finding(
          'policy/smoke-issuer-in-prod',
          `${name} is set for prod; tokens of a test issuer must not be accepted there`,
          settingOf(system, instance.name, name) ?? each.template.locateKey(['Parameters', name]),
          `Set ${name}: '' in prod. There the smoke checks take their token from a client of the real issuer.`,
        ),
      ),
  );
}

/** Where a file sets the parameter for prod; `null` where none does. */
function settingOf({ definition, environments }: LintedSystem, stack: string, name: string): Position | null {
  const prod = environments.find(({ value }) => value.environment === 'prod');
  if (prod?.value.values[stack]?.[name] !== undefined) return prod.locate(['values', stack, name]);
  const wired = definition.value.stacks.find((each) => each.name === stack)?.parameters[name];
  return wired === undefined ? null : definition.locate(['stacks', stack, 'parameters', name]);
}
