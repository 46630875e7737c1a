import {
  anyUnresolved,
  conditionHolds,
  evaluate,
  presentResources,
  TemplateProblem,
  text,
  type Scope,
} from './evaluate.ts';
import type { Fields } from './template.ts';

/**
 * What CloudFormation refuses while it makes a change set, once the parameters have their values, placeholders for
 * unresolved ones included: functions that can't be carried out, and two outputs with one export name.
 *
 * @throws TemplateProblem
 */
export function checkTemplate(scope: Scope): void {
  const { template } = scope;
  for (const logicalId of presentResources(scope))
    evaluate(template.Resources[logicalId]?.Properties ?? {}, scope);
  const names = new Set<string>();
  for (const output of Object.values(template.Outputs ?? {})) {
    if (typeof output['Condition'] === 'string' && !conditionHolds(output['Condition'], scope)) continue;
    const exported = output['Export'];
    if (typeof exported !== 'object' || exported === null || !('Name' in exported)) continue;
    const name = evaluate((exported as Fields)['Name'] ?? null, scope);
    // Two names that nobody knows yet read the same: that is how the failure comes about (rain#526).
    const written = text(name);
    if (names.has(written)) {
      const shown = anyUnresolved([name]) ? `[${written}]` : written;
      throw new TemplateProblem(`Template format error: Outputs have duplicate Export names ${shown}`);
    }
    names.add(written);
  }
}
