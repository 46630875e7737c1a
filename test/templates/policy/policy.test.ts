import { describe, expect, test } from '@jest/globals';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { listSystems } from '../../../src/config/load.ts';
import { deployedSystem, resourcesOf, root } from '../evaluated.ts';
import { accessRules } from './access-rules.ts';
import { dataRules } from './data-rules.ts';
import { exemptions } from './exemptions.ts';
import { planted } from './planted.ts';
import { violations, type Violation } from './rule.ts';
import { runtimeRules } from './runtime-rules.ts';

const rules = [...dataRules, ...runtimeRules, ...accessRules];
const systems = await listSystems(root);
const isExempt = ({ rule, template, logicalId }: Omit<Violation, 'message'>): boolean =>
  exemptions.some((each) => each.rule === rule && each.template === template && each.logicalId === logicalId);

const found = new Map<string, readonly Violation[]>();
describe.each(systems.flatMap((system) => environmentNames.map((environment) => [system, environment] as const)))(
  '%s in %s',
  (system, environment) => {
    test('breaks no rule', async () => {
      const told = violations(rules, await deployedSystem(system, environment), environment);
      found.set(`${system} ${environment}`, told);
      expect(told.filter((each) => !isExempt(each))).toEqual([]);
    });
  },
);

test('whatever is exempt would break the rule, and says why it may', () => {
  const all = [...found.values()].flat();
  for (const { reason, ...exempt } of exemptions) {
    expect(reason).toMatch(/^\S.{30,}/);
    expect(all.map(({ rule, template, logicalId }) => ({ rule, template, logicalId }))).toContainEqual(exempt);
  }
});

describe('a template that is planted', () => {
  test('is there for every rule', () => {
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  });

  test.each(planted)('breaks: $rule - $message', async ({ rule, message, resources, environment = 'dev' }) => {
    const source = `Description: planted\nResources:\n${resources}`;
    const made = await resourcesOf('templates/planted.yml', {}, { read: () => source });
    const told = violations(rules, made, environment).filter((each) => each.rule === rule);
    expect(told.map((each) => each.message)).toContain(message);
  });
});
