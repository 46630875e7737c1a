import { canonicalJson, type Json } from '../runtime/canonical-json.ts';
import { cidrBlocks } from './cidr.ts';
import { withDynamicReferences } from './dynamic-references.ts';
import {
  asSecret,
  exact,
  known,
  lineage,
  lineageOf,
  noLineage,
  ruleOf,
  unite,
  unresolved,
  type Evaluated,
  type Lineage,
} from './evaluated.ts';
import { fullName, subPieces } from './references.ts';
import { ruleFunction } from './rule-functions.ts';
import { givesSecret } from './secret-attributes.ts';
import type { TemplateBody } from './template.ts';
import { asSecretAs, concatenate, join, select, split, textOf, waiting } from './text-functions.ts';

/** The pseudo parameters that a plan can know. */
export interface PseudoParameters {
  readonly accountId?: string;
  readonly region?: string;
  /** `aws` unless given. */
  readonly partition?: string;
  /** `amazonaws.com` unless given. */
  readonly urlSuffix?: string;
  readonly stackName?: string;
  readonly stackId?: string;
}

/** What names mean in a template while it is evaluated. */
export interface Scope {
  readonly body: TemplateBody;
  /** Every parameter of the template, by `parameterValues`. */
  readonly parameters: Readonly<Record<string, Evaluated>>;
  readonly pseudo: PseudoParameters;
  /** Logical ids from the root to this stack; they stand before the names of sources. */
  readonly path: readonly string[];
  /** What is known of a resource: its `Ref` (`attribute` null) or an attribute. `undefined` leaves it unresolved. */
  readonly resource: (logicalId: string, attribute: string | null) => Evaluated | undefined;
}

/**
 * Evaluates any part of a template. What cannot be known before the deployment comes back as `unresolved` with its
 * lineage, never as an error: cfn-lint and CloudFormation judge the template.
 */
export function evaluate(value: unknown, scope: Scope): Evaluated {
  if (value === null || value === undefined) return known(null);
  if (typeof value === 'string') return withDynamicReferences(value, noLineage);
  if (typeof value === 'number' || typeof value === 'boolean') return known(value);
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => evaluate(item, scope)) };
  if (typeof value !== 'object') return known(null);
  const entries = Object.entries(value) as [string, unknown][];
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && isIntrinsic(only[0], only[1])) {
    return evaluateFunction(only[0], only[1], scope);
  }
  return { kind: 'map', entries: new Map(entries.map(([key, entry]) => [key, evaluate(entry, scope)])) };
}

/** `true`, `false`, or the lineage of what it waits for. A name that does not exist, or that needs itself, is unresolved. */
export function evaluateCondition(name: string, scope: Scope): boolean | Lineage {
  const outcome = conditionValue(name, scope);
  if (outcome.kind === 'value' && typeof outcome.value === 'boolean') return outcome.value;
  return lineage(outcome);
}

function isIntrinsic(name: string, argument: unknown): boolean {
  return name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string');
}

function evaluateFunction(name: string, argument: unknown, scope: Scope): Evaluated {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  const items = (): readonly Evaluated[] => list.map((item) => evaluate(item, scope));
  switch (name) {
    case 'Ref':
      return reference(String(argument), scope);
    case 'Condition':
      return conditionValue(String(argument), scope);
    case 'Fn::GetAtt':
      return attribute(list, scope);
    case 'Fn::Sub':
      return substitute(list, scope);
    case 'Fn::If':
      return choose(list, scope);
    case 'Fn::Join':
      return join(items());
    case 'Fn::Select':
      return select(items());
    case 'Fn::Split':
      return split(items());
    case 'Fn::FindInMap':
      return findInMap(items(), scope);
    case 'Fn::Equals': {
      const [left, right] = items().map(exact);
      return left === undefined || right === undefined
        ? waiting(name, items())
        : known(comparable(left) === comparable(right), lineage({ kind: 'list', items: items() }));
    }
    case 'Fn::Contains':
    case 'Fn::EachMemberEquals':
    case 'Fn::EachMemberIn': {
      const says = ruleFunction(name, items().map(exact));
      return says === undefined ? waiting(name, items()) : known(says);
    }
    case 'Fn::Not':
      return logic(name, items(), (values) => !values[0]);
    case 'Fn::And':
      return logic(name, items(), (values) => values.every(Boolean), false);
    case 'Fn::Or':
      return logic(name, items(), (values) => values.some(Boolean), true);
    case 'Fn::Base64': {
      const text = exact(evaluate(argument, scope));
      if (typeof text !== 'string') return waiting(name, items());
      return known(Buffer.from(text, 'utf8').toString('base64'), lineage(evaluate(argument, scope)));
    }
    case 'Fn::Cidr': {
      const [block, count, bits] = items().map(exact);
      const blocks = typeof block === 'string' ? cidrBlocks(block, Number(count), Number(bits)) : null;
      if (blocks === null) return waiting(name, items());
      return asSecretAs(items(), { kind: 'list', items: blocks.map((each) => known(each)) });
    }
    case 'Fn::ImportValue': {
      const exported = exact(evaluate(argument, scope));
      if (typeof exported !== 'string') return waiting(name, items());
      return asSecretAs(items(), unresolved(`\${export:${exported}}`, lineageOf(`export:${exported}`)));
    }
    default:
      return waiting(name, items());
  }
}

/** `Fn::Equals` compares texts: `true` and `"true"` are equal. */
function comparable(value: Json): string {
  return typeof value === 'object' ? canonicalJson(value) : String(value);
}

function reference(name: string, scope: Scope): Evaluated {
  if (name === 'AWS::NoValue') return { kind: 'none' };
  const { pseudo } = scope;
  const pseudoValues: Readonly<Record<string, string | undefined>> = {
    'AWS::AccountId': pseudo.accountId,
    'AWS::Region': pseudo.region,
    'AWS::Partition': pseudo.partition ?? 'aws',
    'AWS::URLSuffix': pseudo.urlSuffix ?? 'amazonaws.com',
    'AWS::StackName': pseudo.stackName,
    'AWS::StackId': pseudo.stackId,
  };
  const value = pseudoValues[name];
  if (value !== undefined) return known(value);
  return scope.parameters[name] ?? resourceValue(name, null, scope);
}

function resourceValue(logicalId: string, attributeName: string | null, scope: Scope): Evaluated {
  const name = fullName({ name: logicalId, attribute: attributeName });
  const source = [...scope.path, name].join('/');
  const found = scope.resource(logicalId, attributeName) ?? unresolved(`\${${name}}`, lineageOf(source));
  return isSecretOf(logicalId, attributeName, scope) ? asSecret(found, source) : found;
}

/** What is known already of the resources of a scope; `false` while it is being found out, so that a circle ends. */
const secretOf = new WeakMap<Scope, Map<string, boolean>>();

function isSecretOf(logicalId: string, attributeName: string | null, scope: Scope): boolean {
  const known = secretOf.get(scope) ?? new Map<string, boolean>();
  secretOf.set(scope, known);
  const name = JSON.stringify([logicalId, attributeName]);
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, false);
  const secret = givesSecret(
    scope.body.Resources[logicalId],
    attributeName,
    (part) => lineage(evaluate(part, scope)).secret,
  );
  known.set(name, secret);
  return secret;
}

function attribute([logicalId, name]: readonly unknown[], scope: Scope): Evaluated {
  const attributeName = exact(evaluate(name, scope));
  if (typeof logicalId !== 'string' || typeof attributeName !== 'string') {
    return waiting('Fn::GetAtt', [evaluate(logicalId, scope), evaluate(name, scope)]);
  }
  return resourceValue(logicalId, attributeName, scope);
}

function substitute([text, variables]: readonly unknown[], scope: Scope): Evaluated {
  if (typeof text !== 'string') return waiting('Fn::Sub', [evaluate(text, scope)]);
  const own =
    typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {};
  return concatenate(
    subPieces(text).map((piece) => {
      if (piece.kind === 'text') return known(piece.text);
      const name = fullName(piece);
      if (Object.hasOwn(own, name)) return evaluate(own[name], scope);
      return piece.attribute === null
        ? reference(piece.name, scope)
        : resourceValue(piece.name, piece.attribute, scope);
    }),
  );
}

function choose([condition, yes, no]: readonly unknown[], scope: Scope): Evaluated {
  if (typeof condition !== 'string') return waiting('Fn::If', []);
  const outcome = conditionValue(condition, scope);
  const decided = outcome.kind === 'value' ? outcome.value : null;
  if (typeof decided === 'boolean') return evaluate(decided ? yes : no, scope);
  const branches = [evaluate(yes, scope), evaluate(no, scope)];
  const [first = known(null), second = known(null)] = branches;
  const [left, right] = branches.map(exact);
  if (left !== undefined && JSON.stringify(left) === JSON.stringify(right)) return first;
  return unresolved(
    `${textOf(first)} or ${textOf(second)} (${condition})`,
    unite([...[outcome, ...branches].map(lineage), ruleOf(textOf(outcome))]),
  );
}

function conditionValue(name: string, scope: Scope): Evaluated {
  const condition = scope.body.Conditions?.[name];
  if (condition === undefined) return unresolved(`\${${name}}`, lineageOf([...scope.path, name].join('/')));
  // Without itself, so that a circle of conditions ends as unresolved.
  const others = Object.entries(scope.body.Conditions ?? {}).filter(([other]) => other !== name);
  return evaluate(condition, { ...scope, body: { ...scope.body, Conditions: Object.fromEntries(others) } });
}

/** `absorbing` is the value that decides alone: false for And, true for Or. */
function logic(
  name: string,
  items: readonly Evaluated[],
  decide: (values: readonly boolean[]) => boolean,
  absorbing?: boolean,
): Evaluated {
  const values = items.map((item) => (item.kind === 'value' ? String(item.value) === 'true' : undefined));
  if (absorbing !== undefined && values.includes(absorbing)) return known(absorbing);
  const decided = values.filter((value) => value !== undefined);
  return decided.length === values.length ? known(decide(decided)) : waiting(name, items);
}

function findInMap(items: readonly Evaluated[], scope: Scope): Evaluated {
  const [mapping, first, second] = items.map(exact);
  if (typeof mapping !== 'string' || first === undefined || second === undefined) {
    const maps = scope.body.Mappings ?? {};
    const from = typeof mapping === 'string' ? maps[mapping] : maps;
    const open = waiting('Fn::FindInMap', items);
    return unresolved(textOf(open), unite([lineage(open), ruleOf(canonicalJson(from ?? null))]));
  }
  const entry = field(field(scope.body.Mappings?.[mapping], comparable(first)), comparable(second));
  return entry === undefined
    ? waiting('Fn::FindInMap', items)
    : asSecretAs(items.slice(0, 3), evaluate(entry, scope));
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
