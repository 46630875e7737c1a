import { describe, expect, test } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { listSystems } from '../../../src/config/load.ts';
import { violation, wholePattern } from '../../../src/lint/constraint.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { judgeSystem } from '../../../src/lint/judge-system.ts';
import { readLintedSystem, type LintedSystem } from '../../../src/lint/linted-system.ts';
import type { TemplateTree } from '../../../src/template/template.ts';
import { root } from '../evaluated.ts';
import { badValue, words } from './bad-value.ts';
import { breakRule } from './break-rule.ts';
import { assertionsOf, constraintKinds, constraintsOf, isFedByStack, type Constraint } from './constraints.ts';
import { feedNested, nestedConstraints, type NestedConstraint } from './feed-nested.ts';
import { nearMisses } from './near-misses.ts';
import { withValues } from './set-values.ts';

const systems = new Map<string, LintedSystem>();
for (const name of await listSystems(root)) {
  const { system } = await readLintedSystem(root, name);
  if (system !== null) systems.set(name, system);
}
const cases = [...systems].map(([name, system]) => {
  const titled = <T extends Constraint | NestedConstraint>(each: T): T & { readonly title: string } => ({
    ...each,
    title: `${each.template}: ${each.name} ${each.kind}`,
  });
  const constraints = constraintsOf(system).map(titled);
  const given = new Set(constraints.map(({ title }) => title));
  const made = nestedConstraints(system).map(titled).filter(({ title }) => !given.has(title));
  return {
  name,
  system,
  constraints,
  made,
  assertions: assertionsOf(system).map((each) => ({
    ...each,
    title: `${each.template}: ${each.rule}, assertion ${each.index + 1}`,
  })),
};
});

test('every rule of every template is among them', () => {
  const broken = new Set(cases.flatMap(({ assertions }) => assertions.map(({ template, rule }) => `${template} ${rule}`)));
  const written = new Set<string>();
  const walk = ({ template, children }: TemplateTree): void => {
    for (const rule of Object.keys(template.body.Rules ?? {})) written.add(`${template.file} ${rule}`);
    for (const child of children.values()) walk(child);
  };
  for (const { system } of cases) for (const tree of system.trees.values()) walk(tree);
  expect([...written].filter((each) => !broken.has(each))).toEqual([]);
});

describe.each(cases)('the roots of $name', ({ system }) => {
  test('constrain every parameter that no other stack feeds', () => {
    const free = [...system.trees].flatMap(([stack, { template }]) =>
      Object.entries(template.body.Parameters ?? {})
        .filter(([name]) => name !== 'ArtifactBucket' && !isFedByStack(system, { stack, name }))
        .filter(([, parameter]) => constraintKinds(parameter).every((kind) => kind === 'Type'))
        .map(([name]) => `${template.file}: ${name}`),
    );
    expect(free).toEqual([]);
  });

  test('refuse what people write wrongly', () => {
    const taken = [...system.trees.values()].flatMap(({ template }) =>
      Object.entries(template.body.Parameters ?? {}).flatMap(([name, parameter]) => {
        const miss = nearMisses[name];
        return miss === undefined || violation(parameter, miss) !== null ? [] : [`${template.file}: ${name}: ${miss}`];
      }),
    );
    expect(taken).toEqual([]);
  });

  test('have no pattern that lint cannot read', () => {
    const walk = ({ template, children }: TemplateTree): readonly string[] => [
      ...Object.values(template.body.Parameters ?? {}).flatMap(({ AllowedPattern: pattern }) =>
        pattern === undefined || wholePattern(pattern) !== null ? [] : [`${template.file}: ${pattern}`],
      ),
      ...[...children.values()].flatMap(walk),
    ];
    expect([...system.trees.values()].flatMap(walk)).toEqual([]);
  });
});

describe.each(cases)('bad input for $name', ({ system, constraints, made, assertions }) => {
  test('is not there yet: the files as they are break nothing', () => {
    expect(judgeSystem(system).findings).toEqual([]);
  });

  if (constraints.length > 0)
    test.each(constraints)('$title is told with file, line and field', (constraint) => {
      const value = badValue({ ...constraint, name: constraint.from.name });
      expect(value).not.toBeNull();
      const { from, kind } = constraint;
      const told = (environment: EnvironmentName): readonly Finding[] => {
        const { texts, system: changed } = withValues(system, environment, [{ ...from, value: value ?? '' }]);
        return judgeSystem(changed).findings.filter(
          ({ rule, at, message }) =>
            (rule === 'params/value' || rule === 'wiring/value') &&
            (constraint.path.length > 0 || words[kind].test(message)) &&
            lineAt(texts, at).startsWith(`${from.name}: `),
        );
      };
      // where an environment makes the stack whose constraint it is
      const environment = environmentNames.find((each) => told(each).length > 0);
      expect(environment).toBeDefined();
      expect(told(environment ?? 'dev')[0]?.message).toMatch(new RegExp(`\\b(${from.name}|${constraint.name}) `));
    });

  if (made.length > 0)
    test.each(made)('$title is told where its parent makes the value', (constraint) => {
      const value = badValue(constraint);
      expect(value).not.toBeNull();
      const parent = constraint.path.at(-1) ?? '';
      const told = judgeSystem(feedNested(system, constraint, value ?? '')).findings.filter(
        ({ rule, message }) =>
          rule === 'wiring/value' &&
          words[constraint.kind].test(message) &&
          message.includes(`${constraint.name} of the nested stack ${parent} `),
      );
      expect(told[0]?.at.file).toMatch(/^templates\//);
    });

  if (assertions.length > 0)
    test.each(assertions)('$title is told with file, line and field', (assertion) => {
      expect(assertion.description).not.toBe('');
      const broken = breakRule(system, assertion);
      expect(broken?.found.message).toContain(assertion.description);
      const line = lineAt(broken?.texts ?? new Map(), broken?.found.at);
      expect(assertion.from.map(({ name }) => name)).toContain(/^\w+/.exec(line)?.[0]);
    });
});

function lineAt(texts: ReadonlyMap<string, string>, at: Finding['at'] | undefined): string {
  const lines = (at && texts.get(at.file))?.split('\n') ?? [];
  return lines[(at?.line ?? 0) - 1]?.trim() ?? '';
}
