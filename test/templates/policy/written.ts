import { isPackaged } from '../../../src/lint/nested-wiring.ts';
import { references } from '../../../src/template/references.ts';
import type { Template, TemplatePath } from '../../../src/template/template.ts';

/** What the text of a template says, whatever its parameters are. */
export function unexplainedWildcards(template: Template): readonly string[] {
  const lines = template.source.split('\n');
  const path = ['Resources'];
  return [...statementsIn(template.body.Resources, path)].flatMap(({ at, statement }) => {
    const resources = [statement['Resource']].flat();
    if (statement['Effect'] !== 'Allow' || !resources.includes('*')) return [];
    const { line } = template.locate(at);
    return reasonAbove(lines, line).length < 30 ? [`${template.file}:${line}`] : [];
  });
}

interface Found {
  readonly at: TemplatePath;
  readonly statement: Readonly<Record<string, unknown>>;
}

function* statementsIn(value: unknown, at: TemplatePath): Generator<Found> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* statementsIn(item, [...at, index]);
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>;
    if ('Effect' in fields && 'Resource' in fields) yield { at, statement: fields };
    for (const [key, field] of Object.entries(fields)) yield* statementsIn(field, [...at, key]);
  }
}

/** The comment right above the entry of a list that stands at a line, counted from 1. */
function reasonAbove(lines: readonly string[], line: number): string {
  let first = line - 1;
  while (lines[first - 1]?.trimStart().startsWith('#') === true) first -= 1;
  return lines
    .slice(first, line - 1)
    .join(' ')
    .replaceAll(/\s*#\s*/g, ' ')
    .trim();
}

/** Parameters, conditions and mappings that nothing in the template uses. */
export function unused(template: Template): readonly string[] {
  const { body } = template;
  const all = references(body);
  const names = (kind: string): Set<string> =>
    new Set(all.filter((each) => each.kind === kind).map(({ name }) => name));
  const [refs, conditions, mappings] = [names('ref'), names('condition'), names('mapping')];
  // packaging writes it into TemplateURL and Code
  if (isPackaged(template)) refs.add('ArtifactBucket');
  // the condition of a resource or an output is a name by itself
  for (const each of [...Object.values(body.Resources), ...Object.values(body.Outputs ?? {})])
    if (each.Condition !== undefined) conditions.add(each.Condition);
  const left = (section: object | undefined, used: ReadonlySet<string>): readonly string[] =>
    Object.keys(section ?? {}).filter((name) => !used.has(name));
  return [...left(body.Parameters, refs), ...left(body.Conditions, conditions), ...left(body.Mappings, mappings)];
}
