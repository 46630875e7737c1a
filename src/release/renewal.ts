import { UserError } from '../errors/slipway-error.ts';
import { sha256, short } from '../runtime/sha256.ts';
import type { Template, TemplatePath, TemplateResource } from '../template/template.ts';
import type { TextEdit } from './package-template.ts';

/**
 * Resources that are snapshots (an API Gateway deployment, a function's version) do nothing on an update: they have to be
 * made anew, under another logical id, when what they are a snapshot of changes. A resource says so in its metadata:
 *
 *     Metadata: { Slipway: { RenewWith: [self, ../modules/routes.yml, ../../lambda/edge] } }
 *
 * Packaging appends the digest of these templates' sources, and of these functions' code, to its logical id, wherever the
 * template names it.
 */
export interface Renewal {
  readonly logicalId: string;
  /** `self`, or paths relative to the template's file: of templates, and of functions' folders as `Code` names them. */
  readonly templates: readonly string[];
  readonly path: TemplatePath;
}

/** The resources that ask to be renewed. Throws UserError `TEMPLATE_RENEW_WITH` where the list has another form. */
export function renewalsOf(template: Template): readonly Renewal[] {
  return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
    const templates = renewWith(resource);
    if (templates === undefined) return [];
    const path = ['Resources', logicalId, 'Metadata', 'Slipway', 'RenewWith'];
    if (!isTexts(templates) || templates.length === 0) {
      throw new UserError(
        'TEMPLATE_RENEW_WITH',
        `RenewWith of ${logicalId} is not a list of templates; each is self or a path relative to this file`,
        { at: template.locate(path) },
      );
    }
    return [{ logicalId, templates, path }];
  });
}

/** What is appended to the logical id: eight hex digits of the sources' digest. */
export function renewalSuffix(sources: readonly string[]): string {
  return short(sha256(sources.map((source) => sha256(source)).join('\n')));
}

/** Each place that names a renewed resource: its key, `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`. */
export function renewalEdits(template: Template, renewals: ReadonlyMap<string, string>): readonly TextEdit[] {
  if (renewals.size === 0) return [];
  const keys = [...renewals].map(([id, suffix]) => keyEdit(template, id, suffix));
  const places = new Map<number, { readonly end: number; readonly form: Form; readonly ids: string[] }>();
  for (const { path, form, ids } of references(template.body, renewals)) {
    const range = template.scalarRange(path);
    if (range) places.set(range.start, { end: range.end, form, ids });
  }
  const values = [...places].map(([start, { end, form, ids }]): TextEdit => {
    const text = ids.reduce(
      (source, id) => source.replaceAll(patterns[form](id), `$<before>${id}${renewals.get(id) ?? ''}`),
      template.source.slice(start, end),
    );
    return { start, end, text };
  });
  return [...keys, ...values];
}

type Form = 'name' | 'substitution';

const patterns: Readonly<Record<Form, (id: string) => RegExp>> = {
  name: (id) => new RegExp(`(?<before>^|[\\s"'])${id}(?![A-Za-z0-9])`, 'g'),
  substitution: (id) => new RegExp(`(?<before>\\$\\{\\s*)${id}(?![A-Za-z0-9])`, 'g'),
};

function keyEdit(template: Template, id: string, suffix: string): TextEdit {
  const { line, column } = template.locateKey(['Resources', id]);
  const start = offsetOf(template.source, line, column);
  const at = template.source.indexOf(id, start);
  return { start: at, end: at + id.length, text: id + suffix };
}

function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let each = 1; each < line; each++) start = source.indexOf('\n', start) + 1;
  return start + column - 1;
}

interface Reference {
  readonly path: TemplatePath;
  readonly form: Form;
  readonly ids: string[];
}

function* references(
  value: unknown,
  renewals: ReadonlyMap<string, string>,
  path: TemplatePath = [],
): Generator<Reference> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'Ref' || key === 'DependsOn') yield* named(child, renewals, here);
    else if (key === 'Fn::GetAtt' && Array.isArray(child)) {
      for (const reference of named(child[0], renewals, [...here, 0])) {
        // The short form and `A.B` are one scalar, the list form is several.
        yield reference;
        yield { ...reference, path: here };
      }
    } else if (key === 'Fn::Sub') yield* substituted(child, renewals, here);
    if (key !== 'DependsOn') yield* references(child, renewals, here);
  }
}

function* named(
  value: unknown,
  renewals: ReadonlyMap<string, string>,
  path: TemplatePath,
): Generator<Reference> {
  if (typeof value === 'string' && renewals.has(value)) yield { path, form: 'name', ids: [value] };
  if (!Array.isArray(value)) return;
  for (const [index, each] of value.entries()) yield* named(each, renewals, [...path, index]);
}

function* substituted(
  value: unknown,
  renewals: ReadonlyMap<string, string>,
  path: TemplatePath,
): Generator<Reference> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const own = new Set(Object.keys(typeof list[1] === 'object' && list[1] !== null ? list[1] : {}));
  const ids = [...renewals.keys()].filter((id) => !own.has(id));
  if (typeof list[0] !== 'string' || ids.length === 0) return;
  yield { path: Array.isArray(value) ? [...path, 0] : path, form: 'substitution', ids };
}

function renewWith(resource: TemplateResource): unknown {
  const slipway = resource.Metadata?.['Slipway'];
  return typeof slipway === 'object' && slipway !== null && 'RenewWith' in slipway
    ? slipway.RenewWith
    : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
