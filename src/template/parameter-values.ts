import { withDynamicReferences } from './dynamic-references.ts';
import {
  asSecret,
  known,
  lineage,
  lineageOf,
  maskedSecret,
  noLineage,
  scalarText,
  unite,
  unresolved,
  type Evaluated,
} from './evaluated.ts';
import type { TemplateBody, TemplateParameter } from './template.ts';

/**
 * Puts given values and defaults together. A value is taken as CloudFormation takes it: text, a list for list types. A
 * `NoEcho` parameter's is a secret; an SSM-typed one's is unresolved, since only the key is given; one without value and
 * default is unresolved.
 */
export function parameterValues(
  body: TemplateBody,
  given: Readonly<Record<string, string | Evaluated>>,
  path: readonly string[] = [],
): Readonly<Record<string, Evaluated>> {
  const entries = Object.entries(body.Parameters ?? {}).map(([name, parameter]) => {
    const value = given[name];
    const source = [...path, name].join('/');
    const evaluated =
      value === undefined
        ? defaultValue(parameter, name, source)
        : typed(parameter, name, typeof value === 'string' ? known(value) : value);
    return [name, isNoEcho(parameter) ? asSecret(evaluated, source) : evaluated] as const;
  });
  return Object.fromEntries(entries);
}

export function isNoEcho(parameter: TemplateParameter): boolean {
  return String(parameter.NoEcho) === 'true';
}

export function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

function defaultValue(parameter: TemplateParameter, name: string, source: string): Evaluated {
  if (parameter.Default === undefined) return unresolved(`\${${name}}`, lineageOf(source));
  const { Default: value } = parameter;
  const text = Array.isArray(value)
    ? value.map(String).join(',')
    : scalarText(value as string | number | boolean | null);
  return typed(parameter, name, known(text));
}

function typed(parameter: TemplateParameter, name: string, given: Evaluated): Evaluated {
  const value = flatten(given);
  if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) {
    const key = value.kind === 'value' ? scalarText(value.value) : value.text;
    return unresolved(`\${${name}}`, unite([value.lineage, lineageOf(`ssm:${key}`)]));
  }
  if (value.kind !== 'value') return value;
  const text = scalarText(value.value);
  const read = withDynamicReferences(text, value.lineage);
  if (!isListType(parameter.Type)) return read;
  const items = text === '' ? [] : text.split(',').map((item) => item.trim());
  return { kind: 'list', items: items.map((item) => known(item, lineage(read))) };
}

/** A list given to a parameter is text with commas; a map has no such form. */
export function flatten(given: Evaluated): Extract<Evaluated, { kind: 'value' | 'unresolved' }> {
  if (given.kind === 'value' || given.kind === 'unresolved') return given;
  if (given.kind === 'none') return { kind: 'value', value: '', lineage: noLineage };
  const items = given.kind === 'list' ? given.items.map(flatten) : [];
  const from = lineage(given);
  if (items.every((item) => item.kind === 'value')) {
    return { kind: 'value', value: items.map((item) => scalarText(item.value)).join(','), lineage: from };
  }
  const text = items.map((item) => (item.kind === 'value' ? scalarText(item.value) : item.text)).join(',');
  return { kind: 'unresolved', text: from.secret ? maskedSecret : text, lineage: from };
}
