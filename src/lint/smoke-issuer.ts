import { withNested, type StackInEnvironment } from './evaluated-stacks.ts';
import { finding, type Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';
import { parameterText } from './nested-values.ts';
import { settingOf } from './origin.ts';

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
          settingOf(system, instance.name, name, 'prod') ?? each.template.locateKey(['Parameters', name]),
          `Set ${name}: '' in prod. There the smoke checks take their token from a client of the real issuer.`,
        ),
      ),
  );
}
