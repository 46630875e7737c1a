import { canonicalJson } from '../runtime/canonical-json.ts';

/**
 * A statement of a policy in one form, whatever way it was written: every value a sorted list of texts. Actions and the
 * names of condition keys do not depend on case (IAM User Guide, "IAM JSON policy elements: Action", "Condition").
 */
export interface Statement {
  readonly sid: string;
  readonly effect: string;
  /** `AWS`, `Service`, `Federated`, … → who. */
  readonly principals: Lists;
  readonly notPrincipals: Lists;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Operator → key → values. */
  readonly conditions: Readonly<Record<string, Lists>>;
}

export type Lists = Readonly<Record<string, readonly string[]>>;

/** A policy as an API hands it out: IAM URL-encodes it (RFC 3986), S3 does not. `null` for what is no policy. */
export function parsePolicy(text: string): readonly Statement[] | null {
  for (const decode of [decodeURIComponent, (plain: string) => plain]) {
    try {
      return statementsOf(JSON.parse(decode(text)));
    } catch {
      // the other way
    }
  }
  return null;
}

/** The statements of a policy as data. */
export function statementsOf(document: unknown): readonly Statement[] {
  const { Statement: all } = fields(document);
  return (Array.isArray(all) ? all : all === undefined ? [] : [all]).map(statementOf);
}

function statementOf(raw: unknown): Statement {
  const given = fields(raw);
  return {
    sid: text(given['Sid'] ?? ''),
    effect: text(given['Effect'] ?? ''),
    principals: principalsOf(given['Principal']),
    notPrincipals: principalsOf(given['NotPrincipal']),
    actions: list(given['Action']).map((action) => action.toLowerCase()),
    notActions: list(given['NotAction']).map((action) => action.toLowerCase()),
    resources: list(given['Resource']),
    notResources: list(given['NotResource']),
    conditions: conditionsOf(fields(given['Condition'])),
  };
}

/** Without operators that ask for nothing: they are what `AWS::NoValue` leaves behind. */
function conditionsOf(raw: Readonly<Record<string, unknown>>): Statement['conditions'] {
  const conditions = Object.entries(raw).map(([operator, keys]): [string, Lists] => [
    operator,
    Object.fromEntries(
      Object.entries(fields(keys)).map(([key, values]) => [key.toLowerCase(), list(values)]),
    ),
  ]);
  return Object.fromEntries(conditions.filter(([, keys]) => Object.keys(keys).length > 0));
}

/** `"*"` means the same as `{"AWS": "*"}` (IAM User Guide, "Principal"). */
function principalsOf(raw: unknown): Lists {
  if (typeof raw === 'string') return { AWS: [raw] };
  return Object.fromEntries(Object.entries(fields(raw)).map(([kind, who]) => [kind, list(who)]));
}

function fields(raw: unknown): Readonly<Record<string, unknown>> {
  return raw !== null && typeof raw === 'object' ? (raw as Record<string, unknown>) : {};
}

function list(raw: unknown): readonly string[] {
  if (raw === undefined || raw === null) return [];
  const values: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return [...new Set(values.map(text))].sort();
}

function text(raw: unknown): string {
  return typeof raw === 'string' ? raw : canonicalJson(raw);
}

/** In which parts a policy differs from the wanted one, in plain words; empty where they say the same. */
export function policyDifferences(
  found: readonly Statement[],
  wanted: readonly Statement[],
): readonly string[] {
  const left = [...found];
  const missing: Statement[] = [];
  for (const statement of wanted) {
    const same = left.findIndex((each) => isSame(each, statement));
    if (same === -1) missing.push(statement);
    else left.splice(same, 1);
  }
  const changed = missing.flatMap((statement) => {
    const index = left.findIndex(({ sid }) => sid !== '' && sid === statement.sid);
    const [counterpart] = index === -1 ? [] : left.splice(index, 1);
    return [{ statement, counterpart }];
  });
  return [
    ...changed.map(({ statement, counterpart }) =>
      counterpart === undefined
        ? `the statement ${nameOf(statement)} is missing`
        : `the statement ${nameOf(statement)} differs: ${partsOf(counterpart, statement).join(', ')}`,
    ),
    ...left.map((statement) => `there is one more statement, ${nameOf(statement)}`),
  ];
}

function isSame(a: Statement, b: Statement): boolean {
  return canonicalJson({ ...a, sid: '' }) === canonicalJson({ ...b, sid: '' });
}

/** By its Sid, else by what it says. */
function nameOf({ sid, effect, actions, notActions, resources }: Statement): string {
  if (sid !== '') return sid;
  const what = actions.length > 0 ? actions.join(', ') : `all but ${notActions.join(', ')}`;
  return `${effect} ${what}${resources.length === 0 ? '' : ` on ${resources.join(', ')}`}`;
}

function partsOf(found: Statement, wanted: Statement): readonly string[] {
  const effects = wanted.effect === found.effect ? [] : [`Effect is ${found.effect}`];
  const lists = (Object.keys(elementNames) as (keyof typeof elementNames)[]).flatMap((part) =>
    listDifferences(elementNames[part], asList(found[part]), asList(wanted[part])),
  );
  return [...effects, ...lists, ...conditionDifferences(found.conditions, wanted.conditions)];
}

const elementNames = {
  principals: 'Principal',
  notPrincipals: 'NotPrincipal',
  actions: 'Action',
  notActions: 'NotAction',
  resources: 'Resource',
  notResources: 'NotResource',
} as const;

function asList(value: readonly string[] | Lists): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return Object.entries(value as Lists).flatMap(([kind, who]) => who.map((each) => `${kind} ${each}`));
}

/** One line a condition that is missing, there beside the wanted ones, or with other values. */
export function conditionDifferences(
  found: Statement['conditions'],
  wanted: Statement['conditions'],
): readonly string[] {
  const flat = (conditions: Statement['conditions']): ReadonlyMap<string, readonly string[]> =>
    new Map(
      Object.entries(conditions).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) => [`${operator} ${key}`, values] as const),
      ),
    );
  const [has, needs] = [flat(found), flat(wanted)];
  return [...new Set([...needs.keys(), ...has.keys()])].flatMap((name) => {
    const [there, meant] = [has.get(name), needs.get(name)];
    if (there === undefined) return [`Condition lacks ${name}`];
    if (meant === undefined) return [`Condition has ${name} beside`];
    return listDifferences(`Condition ${name}`, there, meant);
  });
}

function listDifferences(
  name: string,
  found: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const more = found.filter((each) => !wanted.includes(each));
  const fewer = wanted.filter((each) => !found.includes(each));
  return [
    ...(more.length === 0 ? [] : [`${name} has ${more.join(', ')} beside`]),
    ...(fewer.length === 0 ? [] : [`${name} lacks ${fewer.join(', ')}`]),
  ];
}
