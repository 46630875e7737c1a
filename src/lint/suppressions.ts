import type { Position } from '../errors/position.ts';
import type { Template, TemplatePath, TemplateTree } from '../template/template.ts';
import { readYaml, type YamlNode } from '../template/yaml.ts';
import { finding, type Finding } from './finding.ts';

const rule = 'policy/suppression-without-reason';

/** Where cfn-lint looks for its settings in the folder that it runs in (its README, "Config File"). */
export const cfnLintSettings = ['.cfnlintrc', '.cfnlintrc.yaml', '.cfnlintrc.yml'];

/** Where checkov looks for its settings in the folder that it runs in (its documentation, "Using a config file"). */
export const checkovSettings = ['.checkov.yaml', '.checkov.yml'];

/** What leaves checks out for all templates, in the settings of either. */
const leavingOut = ['ignore_checks', 'ignore_templates', 'skip-check', 'skip-path', 'skip-framework'];

/** Suppressions without a reason in a template and in all that it nests. */
export function suppressionsOf({ template, children }: TemplateTree): readonly Finding[] {
  return [...suppressions(template), ...[...children.values()].flatMap(suppressionsOf)];
}

/**
 * Suppressions of a template that give no reason. Whoever reads one has to know whether it still holds. Taken as a reason are:
 *
 * - of cfn-lint's `ignore_checks` (its README, "Template Based Metadata" and "Resource Based Metadata") a YAML comment beside or
 *   above the check, or a key that leads to it; in JSON, which has no comments, `comment` beside `config`;
 * - of checkov's `skip` (its documentation, "Suppressing and Skipping Policies") the entry's `comment`;
 * - of a comment `checkov:skip=<id>:<reason>` what stands behind the colon.
 */
export function suppressions(template: Template): readonly Finding[] {
  const { body, source, file } = template;
  const owners: readonly { readonly on: string; readonly path: TemplatePath; readonly metadata: unknown }[] =
    [
      { on: 'the whole template', path: ['Metadata'], metadata: body.Metadata },
      ...Object.entries(body.Resources).map(([id, { Metadata: metadata }]) => ({
        on: id,
        path: ['Resources', id, 'Metadata'],
        metadata,
      })),
    ];
  return [
    ...owners.flatMap(({ on, path, metadata }) => [
      ...ignoredChecks(template, on, path, metadata),
      ...skippedPolicies(template, on, path, metadata),
    ]),
    ...skippingComments(source, file),
  ];
}

/**
 * The same of `ignore_checks` and `ignore_templates` in cfn-lint's settings, and of `skip-check`, `skip-path` and
 * `skip-framework` in checkov's: they hold for all templates.
 */
export function settingsSuppressions(source: string, file: string): readonly Finding[] {
  const document = readYaml(source, file);
  const { root } = document;
  if (root.kind !== 'mapping') return [];
  const lines = source.split('\n');
  return root.entries
    .filter(({ key }) => leavingOut.includes(key))
    .flatMap(({ key, keyStart, value }) => {
      if (isExplained(lines, document.position(keyStart).line)) return [];
      return scalars(value).flatMap(({ text, start }) => {
        const at = document.position(start);
        if (isExplained(lines, at.line)) return [];
        return [withoutReason(text, 'all templates', at, `Say why in a comment beside ${key}`)];
      });
    });
}

function ignoredChecks(
  template: Template,
  on: string,
  path: TemplatePath,
  metadata: unknown,
): readonly Finding[] {
  const own = fields(fields(metadata)['cfn-lint']);
  const checks = fields(own['config'])['ignore_checks'];
  const lines = template.source.split('\n');
  const leading = [
    [...path, 'cfn-lint', 'config', 'ignore_checks'],
    [...path, 'cfn-lint', 'config'],
    [...path, 'cfn-lint'],
    ...(Object.keys(fields(metadata))[0] === 'cfn-lint' ? [path] : []),
  ];
  if (says(own['comment']) || leading.some((each) => isExplained(lines, template.locateKey(each).line)))
    return [];
  return (Array.isArray(checks) ? checks : []).flatMap((check, index) => {
    const at = template.locate([...path, 'cfn-lint', 'config', 'ignore_checks', index]);
    if (isExplained(lines, at.line)) return [];
    return [withoutReason(String(check), on, at, 'Say why in a comment beside ignore_checks')];
  });
}

function skippedPolicies(
  template: Template,
  on: string,
  path: TemplatePath,
  metadata: unknown,
): readonly Finding[] {
  const { skip } = fields(fields(metadata)['checkov']);
  return (Array.isArray(skip) ? skip : []).flatMap((entry, index) => {
    const { id, comment } = fields(entry);
    if (says(comment)) return [];
    const at = template.locate([...path, 'checkov', 'skip', index]);
    return [withoutReason(typeof id === 'string' ? id : 'a policy', on, at, 'Say why in its comment')];
  });
}

function skippingComments(source: string, file: string): readonly Finding[] {
  return source.split('\n').flatMap((line, index) =>
    // As checkov's own pattern (checkov/common/comment/enum.py): ids, then a colon and the reason.
    [...line.matchAll(/(?<=#.*)checkov:skip= *([\w-]+(?:,[\w-]+)*)(?::(.*))?/g)].flatMap((match) => {
      const [, id = '', reason] = match;
      if (says(reason)) return [];
      const at = { file, line: index + 1, column: match.index + 1 };
      return [withoutReason(id, 'a resource', at, `Say why behind a colon: checkov:skip=${id}:<reason>`)];
    }),
  );
}

function withoutReason(check: string, on: string, at: Position, hint: string): Finding {
  return finding(rule, `${check} is suppressed for ${on} without a reason`, at, hint);
}

/** Whether a comment stands at the end of a line, or in the lines right above it. */
function isExplained(lines: readonly string[], line: number): boolean {
  if (says(commentOf(lines[line - 1] ?? ''))) return true;
  for (let above = line - 2; /^\s*#/.test(lines[above] ?? ''); above -= 1)
    if (says(commentOf(lines[above] ?? ''))) return true;
  return false;
}

/** YAML 1.2, 6.6: a comment begins at the line's start or behind a blank; not within quotes. */
function commentOf(line: string): string {
  return /(?:^|\s)#(?<text>.*)$/.exec(line.replace(/'[^']*'|"[^"]*"/g, ''))?.groups?.['text'] ?? '';
}

/** Words, not a dash or a dot. A reason that only points at checkov is another suppression. */
function says(reason: unknown): boolean {
  return typeof reason === 'string' && /\p{L}{2}/u.test(reason.replace(/checkov:skip=.*/, ''));
}

function scalars(node: YamlNode): readonly { readonly text: string; readonly start: number }[] {
  if (node.kind === 'scalar') return node.text === '' ? [] : [node];
  return node.kind === 'sequence' ? node.items.flatMap(scalars) : [];
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
