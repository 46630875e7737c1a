import { canonicalJson, type Json } from '../runtime/canonical-json.ts';
import { evaluate, type Scope } from '../template/evaluate.ts';
import { exact, known, lineage, printable, type Evaluated } from '../template/evaluated.ts';
import type { TemplateOutput, TemplateResource } from '../template/template.ts';
import { textOf } from './change-details.ts';
import { exists } from './template-scope.ts';

/** A part of a resource as its template makes it on one side (deployed, or released). */
export interface Side {
  /** `undefined` where the resource or the part is not there, or where its template can't be read. */
  readonly value: Evaluated | undefined;
  /** A secret went into the part, or into what it is a part of when the part itself can't be found. */
  readonly secret: boolean;
  /** A secret went into the property, or attribute, that the part belongs to. */
  readonly secretNearby: boolean;
  readonly sources: readonly string[];
}

const nothing: Side = { value: undefined, secret: false, secretNearby: false, sources: [] };

/**
 * Evaluates the part of a resource that a change set's pointer names: `['Properties', 'Tags', '0', 'Value']`, or an
 * attribute like `['DeletionPolicy']`.
 */
export function sideOf(
  resource: TemplateResource | undefined,
  pointer: readonly string[],
  scope: Scope | null,
): Side {
  if (resource === undefined || scope === null) return nothing;
  const [attribute = 'Properties', name, ...rest] = pointer;
  const [expression, steps] =
    attribute === 'Properties' && name !== undefined
      ? [resource.Properties?.[name], rest]
      : [resource[attribute], pointer.slice(1)];
  if (expression === undefined) return nothing;
  const whole = evaluate(expression, scope);
  const part = steps.reduce<Evaluated | undefined>(step, whole);
  const { secret, sources } = lineage(part ?? whole);
  return { value: part, secret, secretNearby: lineage(whole).secret, sources };
}

function step(current: Evaluated | undefined, key: string): Evaluated | undefined {
  if (current?.kind === 'map') return current.entries.get(key);
  // CloudFormation counts what is left after AWS::NoValue.
  if (current?.kind === 'list') return current.items.filter((item) => item.kind !== 'none')[Number(key)];
  // A part of something unresolved is as unresolved as the whole.
  return current?.kind === 'unresolved' ? current : undefined;
}

/**
 * Whether two values are both known and equal. `AWS::NoValue` equals absence. What is made of the same imports in the same
 * way is equal, too, whatever it is: an export can't be changed while a stack imports it (User guide, "Get exported outputs
 * from a deployed CloudFormation stack").
 */
export function provablyEqual(before: Evaluated | undefined, after: Evaluated | undefined): boolean {
  const [left, right] = [exactOrAbsent(withImports(before)), exactOrAbsent(withImports(after))];
  return left !== unknown && right !== unknown && left === right;
}

/**
 * Values that only imports, or the names of a region's zones, keep from being known, by the text that names them and the rules
 * that choose among them; a masked text names nothing. Both sides are of one account and region: `GetAZs` gives them the same.
 */
function withImports(value: Evaluated | undefined): Evaluated | undefined {
  switch (value?.kind) {
    case 'unresolved': {
      const { sources, secret } = value.lineage;
      const isOfImports =
        sources.some((source) => !source.startsWith('rule:')) &&
        sources.every((source) => /^(?:export|rule):/.test(source) || source === 'Fn::GetAZs');
      return isOfImports && !secret ? known(JSON.stringify([value.text, sources])) : value;
    }
    case 'list':
      return { kind: 'list', items: value.items.map((item) => withImports(item) ?? item) };
    case 'map': {
      const entries = [...value.entries].map(([key, entry]) => [key, withImports(entry) ?? entry] as const);
      return { kind: 'map', entries: new Map(entries) };
    }
    default:
      return value;
  }
}

/** Whether two values are both known and differ. */
export function provablyDifferent(before: Evaluated | undefined, after: Evaluated | undefined): boolean {
  const [left, right] = [exactOrAbsent(before), exactOrAbsent(after)];
  return left !== unknown && right !== unknown && left !== right;
}

/** Whether a template's outputs are provably the same on both sides: the same ones, with equal values and exports. */
export function provablySameOutputs(before: Scope, after: Scope): boolean {
  const there = (scope: Scope): string[] =>
    Object.entries(scope.body.Outputs ?? {})
      .filter(([, output]) => exists(output, scope) !== false)
      .map(([name]) => name);
  return [...new Set([...there(before), ...there(after)])].every((name) => {
    const [old, next] = [before.body.Outputs?.[name], after.body.Outputs?.[name]];
    if (old === undefined || next === undefined || !existAlike(old, before, next, after)) return false;
    return (['Value', 'Export'] as const).every((part) =>
      provablyEqual(evaluate(old[part], before), evaluate(next[part], after)),
    );
  });
}

/** Whether both are there, or both by one condition that is provably the same. */
function existAlike(old: TemplateOutput, before: Scope, next: TemplateOutput, after: Scope): boolean {
  const isThere = exists(old, before);
  if (isThere !== exists(next, after)) return false;
  if (isThere !== null) return true;
  return provablyEqual(
    evaluate({ Condition: old.Condition }, before),
    evaluate({ Condition: next.Condition }, after),
  );
}

const unknown = Symbol('unknown');

function exactOrAbsent(value: Evaluated | undefined): string | null | typeof unknown {
  if (value === undefined || value.kind === 'none') return null;
  const data = exact(value);
  return data === undefined ? unknown : canonicalJson(scalarsAsText(data));
}

/** CloudFormation makes text of booleans and numbers wherever a property or parameter takes text. */
function scalarsAsText(value: Json): Json {
  if (Array.isArray(value)) return value.map(scalarsAsText);
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, scalarsAsText(entry)]));
}

/** The value as text with secrets masked and `${…}` for what is not known; `null` where there is none. */
export function printed(value: Evaluated | undefined): string | null {
  return value === undefined || value.kind === 'none' ? null : textOf(printable(value));
}
