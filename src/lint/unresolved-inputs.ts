import { isListType } from '../template/parameter-values.ts';
import { nestedStacks } from '../template/read-template-tree.ts';
import { references } from '../template/references.ts';
import type { Template, TemplatePath, TemplateTree } from '../template/template.ts';
import { finding, type Finding } from './finding.ts';

/** Why a parameter is unresolved while a nested change set is made: `Photos.Outputs.Name in templates/app.yml:12`. */
type Feeds = ReadonlyMap<string, string>;

const hint =
  'While a nested change set is made, this parameter holds a placeholder, and the whole set fails. Decide it in the parent, or pass the value from a parameter of the root.';

/**
 * Uses that make nested change sets fail. A child's parameter that is fed from a resource, from another child's output or by an
 * import is a placeholder such as `{{IntrinsicFunction:…}}` while the change set is made; `Select` and `Split` of it, its own
 * constraints, and conditions and rules on it are evaluated with that text (cloudformation-coverage-roadmap#759,
 * cfn-language-discussion#152, rain#526). Assumed alike: what else is worked out at once, `FindInMap` by it and `Cidr` of it.
 */
export function unresolvedInputs(tree: TemplateTree, feeds: Feeds = new Map()): readonly Finding[] {
  const { template, children } = tree;
  const own =
    feeds.size === 0
      ? []
      : [
          ...constraints(template, feeds),
          ...decisions(template, feeds),
          ...cuts(template, feeds),
          ...exportNames(template, feeds),
        ];
  const below = nestedStacks(template).flatMap(({ logicalId }) => {
    const child = children.get(logicalId);
    return child === undefined ? [] : unresolvedInputs(child, feedsOf(template, logicalId, feeds));
  });
  return [...own, ...below];
}

function feedsOf(parent: Template, logicalId: string, above: Feeds): Feeds {
  const path = ['Resources', logicalId, 'Properties', 'Parameters'];
  const fed: unknown = parent.body.Resources[logicalId]?.Properties?.['Parameters'] ?? {};
  if (typeof fed !== 'object' || fed === null) return new Map();
  return new Map(
    Object.entries(fed).flatMap(([name, value]) => {
      for (const reference of references(value)) {
        if (reference.kind !== 'ref' && reference.kind !== 'attribute') continue;
        const known = above.get(reference.name);
        if (reference.kind === 'ref' && known !== undefined) return [[name, known]];
        if (!(reference.name in parent.body.Resources)) continue;
        const source = reference.kind === 'ref' ? reference.name : `${reference.name}.${reference.attribute}`;
        return [[name, `${source} at ${parent.file}:${parent.locate([...path, name]).line}`]];
      }
      if (functionsNamed(['Fn::ImportValue'], value, []).length === 0) return [];
      return [[name, `an import at ${parent.file}:${parent.locate([...path, name]).line}`]];
    }),
  );
}

function constraints(template: Template, feeds: Feeds): readonly Finding[] {
  const constraining = ['AllowedPattern', 'AllowedValues', 'MinLength', 'MaxLength', 'MinValue', 'MaxValue'];
  return [...feeds].flatMap(([name, from]) => {
    const parameter = template.body.Parameters?.[name];
    if (parameter === undefined) return [];
    const path = ['Parameters', name];
    const found = constraining
      .filter((key) => key in parameter)
      .map((key) => ({ what: key, path: [...path, key] }));
    const typed =
      parameter.Type === 'String' || parameter.Type === 'CommaDelimitedList'
        ? []
        : [{ what: `the type ${parameter.Type}`, path: [...path, 'Type'] }];
    return [...found, ...typed].map(({ what, path: place }) => report(template, name, from, what, place));
  });
}

function decisions(template: Template, feeds: Feeds): readonly Finding[] {
  return (['Conditions', 'Rules'] as const).flatMap((section) =>
    Object.entries(template.body[section] ?? {}).flatMap(([name, value]) =>
      references(value).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        if (from === undefined) return [];
        const what = `the ${section === 'Rules' ? 'rule' : 'condition'} ${name}`;
        return [report(template, reference.name, from, what, [section, name, ...reference.path])];
      }),
    ),
  );
}

const workedOutAtOnce = ['Fn::Select', 'Fn::Split', 'Fn::FindInMap', 'Fn::Cidr'];

function cuts(template: Template, feeds: Feeds): readonly Finding[] {
  return ['Resources', 'Outputs'].flatMap((section) =>
    functionsNamed(workedOutAtOnce, template.body[section], [section]).flatMap(({ name, argument, path }) =>
      references(argument).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        if (from === undefined) return [];
        return [report(template, reference.name, from, name.replace('Fn::', ''), path)];
      }),
    ),
  );
}

/** Two export names that are both placeholders look like one name twice. */
function exportNames(template: Template, feeds: Feeds): readonly Finding[] {
  return Object.entries(template.body.Outputs ?? {}).flatMap(([name, output]) =>
    references(output.Export).flatMap((reference) => {
      const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
      const path = ['Outputs', name, 'Export', ...reference.path];
      return from === undefined
        ? []
        : [report(template, reference.name, from, `the export name of ${name}`, path)];
    }),
  );
}

interface FunctionUse {
  readonly name: string;
  readonly argument: unknown;
  readonly path: TemplatePath;
}

/** The outermost uses of some functions. */
function functionsNamed(
  names: readonly string[],
  value: unknown,
  path: TemplatePath,
): readonly FunctionUse[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => functionsNamed(names, item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return (Object.entries(value) as [string, unknown][]).flatMap(([key, entry]) =>
    names.includes(key)
      ? [{ name: key, argument: entry, path }]
      : functionsNamed(names, entry, [...path, key]),
  );
}

function report(template: Template, name: string, from: string, what: string, path: TemplatePath): Finding {
  const kind = template.body.Parameters?.[name];
  const list = kind !== undefined && isListType(kind.Type) ? ' (a list)' : '';
  return finding(
    'wiring/unresolved-input',
    `${name}${list} is fed from ${from}, so ${what} cannot be evaluated while the change set is made`,
    template.locate(path),
    hint,
  );
}
