import { evaluateStacks, type StackInEnvironment } from './evaluated-stacks.ts';
import type { Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';
import { nestedValues } from './nested-values.ts';
import { nestedWiring } from './nested-wiring.ts';
import { parameterFiles } from './parameter-files.ts';
import { smokeIssuerInProd } from './smoke-issuer.ts';
import { suppressionsOf } from './suppressions.ts';
import { templateRules } from './template-rules.ts';
import { unresolvedInputs } from './unresolved-inputs.ts';

/**
 * What our own rules find in one system: the wiring of its trees, and what its files give to its templates. The stacks come
 * along as each environment would make them.
 */
export function judgeSystem(system: LintedSystem): {
  readonly findings: readonly Finding[];
  readonly stacks: readonly StackInEnvironment[];
} {
  const evaluated = evaluateStacks(system);
  const findings = [
    ...evaluated.findings,
    ...parameterFiles(system),
    ...[...system.trees.values()].flatMap((tree) => [
      ...nestedWiring(tree),
      ...unresolvedInputs(tree),
      ...suppressionsOf(tree),
    ]),
    ...evaluated.stacks.flatMap((each) => [
      ...nestedValues(system, each),
      ...templateRules(system, each),
      ...smokeIssuerInProd(system, each),
    ]),
  ];
  return { findings, stacks: evaluated.stacks };
}
