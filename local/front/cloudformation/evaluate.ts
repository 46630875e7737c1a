import type { Fields, StackIdentity, Value } from './template.ts';

const mark = Symbol('unresolved');

/** A value that is not known while planning; `text` is what CloudFormation puts in its place. */
export interface Unresolved {
  readonly [mark]: true;
  readonly text: string;
}

export function unresolved(text: string): Unresolved {
  return { [mark]: true, text };
}

function isUnresolved(value: unknown): value is Unresolved {
  return typeof value === 'object' && value !== null && mark in value;
}

/** What a template's author did wrong, in CloudFormation's words. */
export class TemplateProblem extends Error {}

export type Evaluated =
  | string
  | number
  | boolean
  | null
  | Unresolved
  | readonly Evaluated[]
  | { readonly [key: string]: Evaluated };

/** Everything that intrinsic functions can ask for. */
export interface Scope extends StackIdentity {
  /** `Ref` (no attribute) or `GetAtt` of a resource. */
  readonly resource: (logicalId: string, attribute: string | undefined) => string | Unresolved;
  readonly imported: (name: Evaluated) => string | Unresolved;
  /** What a function gives when one of its arguments is unresolved. */
  readonly combined: (functionName: string) => Unresolved;
}

const noValue = Symbol('AWS::NoValue');
type Result = Evaluated | typeof noValue;

/** The value with every intrinsic function carried out. Throws TemplateProblem where CloudFormation would refuse. */
export function evaluate(value: Value, scope: Scope): Evaluated {
  const result = resolve(value, scope);
  return result === noValue ? null : result;
}

/** Whether a condition of the template holds. */
export function conditionHolds(name: string, scope: Scope): boolean {
  const condition = scope.template.Conditions?.[name];
  if (condition === undefined)
    throw new TemplateProblem(`Template format error: Unresolved condition dependency ${name}`);
  return test(condition, scope);
}

/** Logical ids of the resources whose condition holds. */
export function presentResources(scope: Scope): ReadonlySet<string> {
  return new Set(
    Object.entries(scope.template.Resources)
      .filter(([, { Condition }]) => Condition === undefined || conditionHolds(Condition, scope))
      .map(([logicalId]) => logicalId),
  );
}

function resolve(value: Value, scope: Scope): Result {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue);
  const [[name, argument] = []] = Object.entries(value);
  if (name !== undefined && argument !== undefined && Object.keys(value).length === 1) {
    if (name === 'Ref') return reference(word(argument), scope);
    if (name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string'))
      return call(name, argument, scope);
  }
  const fields = Object.entries(value).map(([key, field]) => [key, resolve(field, scope)] as const);
  return Object.fromEntries(fields.filter(([, field]) => field !== noValue)) as Evaluated;
}

function reference(name: string, scope: Scope): Result {
  const pseudo = pseudoParameter(name, scope);
  if (pseudo !== undefined) return pseudo;
  const given = scope.parameters[name];
  if (given !== undefined) {
    const type = scope.template.Parameters?.[name]?.Type ?? 'String';
    const list = type.startsWith('List<') || type === 'CommaDelimitedList' || type.includes('<List<');
    return list ? given.split(',').map((item) => item.trim()) : given;
  }
  if (!(name in scope.template.Resources)) {
    throw new TemplateProblem(
      `Template format error: Unresolved resource dependencies [${name}] in the Resources block of the template`,
    );
  }
  return scope.resource(name, undefined);
}

function pseudoParameter(name: string, scope: Scope): Result | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return scope.account;
    case 'AWS::NoValue':
      return noValue;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::Region':
      return scope.region;
    case 'AWS::StackId':
      return scope.stackId;
    case 'AWS::StackName':
      return scope.stackName;
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    default:
      return undefined;
  }
}

function call(name: string, argument: Value, scope: Scope): Result {
  switch (name) {
    case 'Fn::GetAtt': {
      const parts =
        typeof argument === 'string'
          ? argument.split(/\.(.*)/s)
          : listOf(argument).map((part) => text(resolve(part, scope)));
      return scope.resource(String(parts[0]), String(parts[1]));
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Join': {
      const [separator, items] = listOf(argument);
      const resolved = resolve(items ?? [], scope);
      if (!isList(resolved)) return anyUnresolved([resolved]) ? scope.combined(name) : text(resolved);
      if (anyUnresolved(resolved)) return scope.combined(name);
      return resolved.map(text).join(text(resolve(separator ?? '', scope)));
    }
    case 'Fn::Select': {
      const [index, items] = listOf(argument).map((part) => resolve(part, scope));
      if (isUnresolved(items) || isUnresolved(index)) return scope.combined(name);
      const list = isList(items) ? items : text(items ?? '').split(',');
      const chosen = list[Number(index)];
      if (chosen === undefined) {
        throw new TemplateProblem(
          `Template error: Fn::Select cannot select nonexistent value at index ${word(index)}`,
        );
      }
      return chosen;
    }
    case 'Fn::Split': {
      const [separator, source] = listOf(argument).map((part) => resolve(part, scope));
      if (isUnresolved(source)) return scope.combined(name);
      return text(source ?? '').split(text(separator ?? ''));
    }
    case 'Fn::If': {
      const [condition, yes, no] = listOf(argument);
      return resolve((conditionHolds(word(condition), scope) ? yes : no) ?? null, scope);
    }
    case 'Fn::FindInMap':
      return findInMap(
        listOf(argument).map((part) => resolve(part, scope)),
        scope,
      );
    case 'Fn::ImportValue':
      return scope.imported(evaluate(argument, scope));
    case 'Fn::Base64': {
      const source = resolve(argument, scope);
      return isUnresolved(source) ? scope.combined(name) : Buffer.from(text(source)).toString('base64');
    }
    case 'Fn::GetAZs':
      return ['a', 'b', 'c'].map((zone) => `${scope.region}${zone}`);
    case 'Fn::Length':
      return (resolve(argument, scope) as readonly Evaluated[]).length;
    case 'Fn::ToJsonString': {
      const source = resolve(argument, scope);
      return anyUnresolved([source]) ? scope.combined(name) : JSON.stringify(source);
    }
    case 'Fn::And':
    case 'Fn::Or':
    case 'Fn::Not':
    case 'Fn::Equals':
    case 'Condition':
      return test({ [name]: argument }, scope);
    default:
      // Fn::Cidr, Fn::Transform and what comes later: nothing that the product's templates feed to a nested stack.
      return scope.combined(name);
  }
}

function substitute(argument: Value, scope: Scope): Result {
  const [pattern, given] = typeof argument === 'string' ? [argument, {}] : listOf(argument);
  const variables = (given ?? {}) as Fields;
  const missing: string[] = [];
  const result = word(pattern).replaceAll(
    /\$\{(!?)([^}]+)\}/g,
    (_whole, literal: string, expression: string) => {
      if (literal !== '') return `\${${expression}}`;
      const name = expression.trim();
      const found =
        name in variables
          ? resolve(variables[name] ?? null, scope)
          : name.includes('.')
            ? scope.resource(name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1))
            : reference(name, scope);
      if (anyUnresolved([found])) missing.push(name);
      return text(found);
    },
  );
  return missing.length > 0 ? scope.combined('Fn::Sub') : result;
}

function findInMap(parts: readonly Result[], scope: Scope): Result {
  if (anyUnresolved(parts)) return scope.combined('Fn::FindInMap');
  const [map, top, second] = parts.map((part) => (isPlainObject(part) ? '' : text(part)));
  const fallback = parts[3];
  const found = entry(entry(entry(scope.template.Mappings, map), top), second);
  if (found !== undefined) return found;
  if (isPlainObject(fallback) && 'DefaultValue' in fallback) return fallback['DefaultValue'] ?? null;
  throw new TemplateProblem(
    `Template error: Unable to get mapping for ${map ?? ''}::${top ?? ''}::${second ?? ''}`,
  );
}

function entry(fields: Value | undefined, key: string | undefined): Value | undefined {
  if (fields === undefined || fields === null || typeof fields !== 'object' || isList(fields))
    return undefined;
  return fields[key ?? ''];
}

function test(condition: Value, scope: Scope): boolean {
  const [[name, argument] = []] = Object.entries(condition as Fields);
  if (name === undefined || argument === undefined) return false;
  switch (name) {
    case 'Fn::And':
      return listOf(argument).every((part) => test(part, scope));
    case 'Fn::Or':
      return listOf(argument).some((part) => test(part, scope));
    case 'Fn::Not':
      return !test(listOf(argument)[0] ?? null, scope);
    case 'Fn::Equals': {
      const [left, right] = listOf(argument).map((part) => text(resolve(part, scope)));
      return left === right;
    }
    default:
      return conditionHolds(word(argument), scope);
  }
}

/** Whether something in the value is unresolved. */
export function anyUnresolved(values: readonly Result[]): boolean {
  return values.some((value) => {
    if (isUnresolved(value)) return true;
    if (value === null || typeof value !== 'object') return false;
    return anyUnresolved(isList(value) ? value : Object.values(value));
  });
}

/** The value as JSON data, unresolved parts as their text. */
export function plain(value: Evaluated): Value {
  if (isUnresolved(value)) return value.text;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

/** A scalar as CloudFormation writes it into a string. */
export function text(value: Result): string {
  if (isUnresolved(value)) return value.text;
  if (value === null || value === noValue) return '';
  if (isList(value)) return value.map(text).join(',');
  return typeof value === 'object' ? JSON.stringify(plain(value)) : String(value);
}

function isList(value: Value): value is readonly Value[];
function isList(value: Result | undefined): value is readonly Evaluated[];
function isList(value: unknown): boolean {
  return Array.isArray(value);
}

/** A name as it stands in the template. */
function word(value: Value | Result | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, Evaluated>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnresolved(value);
}

function listOf(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}
