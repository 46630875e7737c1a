/**
 * Decides requests by IAM policies, as far as these templates use them: Deny before Allow before nothing
 * (IAM User Guide, "Policy evaluation logic"), wildcards (`*`, `?`) in actions, resources and `Like` operators ("IAM JSON policy
 * elements"), negated operators that hold when the key is absent, and `…IfExists`. An operator that is not here is an error.
 */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

export interface IamRequest {
  readonly action: string;
  readonly resource?: string;
  /** Condition keys with their values. */
  readonly context?: Readonly<Record<string, string>>;
}

export type Decision = 'allowed' | 'denied' | 'not allowed';

/** All documents together, as the policies of one identity. */
export function decide(documents: readonly PolicyDocument[], request: IamRequest): Decision {
  const effects = documents
    .flatMap(({ Statement }) => Statement)
    .filter((statement) => applies(statement, request))
    .map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'not allowed';
}

function applies(statement: Statement, { action, resource, context = {} }: IamRequest): boolean {
  const byAction =
    statement.NotAction === undefined
      ? list(statement.Action).some((pattern) => like(action, pattern, 'i'))
      : !list(statement.NotAction).some((pattern) => like(action, pattern, 'i'));
  const byResource =
    statement.Resource === undefined ||
    resource === undefined ||
    list(statement.Resource).some((pattern) => like(resource, pattern));
  const conditions = Object.entries(statement.Condition ?? {});
  return (
    byAction &&
    byResource &&
    conditions.every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, context[key], list(wanted))),
    )
  );
}

function holds(operator: string, actual: string | undefined, wanted: readonly string[]): boolean {
  if (operator === 'Null') return wanted[0] === String(actual === undefined);
  if (operator.endsWith('IfExists')) {
    return actual === undefined || holds(operator.slice(0, -'IfExists'.length), actual, wanted);
  }
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return actual !== undefined && wanted.includes(actual);
    case 'StringLike':
    case 'ArnLike':
      return actual !== undefined && wanted.some((pattern) => like(actual, pattern));
    case 'StringNotEquals':
    case 'ArnNotEquals':
      return actual === undefined || !wanted.includes(actual);
    case 'ArnNotLike':
      return actual === undefined || !wanted.some((pattern) => like(actual, pattern));
    default:
      throw new Error(`the operator ${operator} is not known here`);
  }
}

function list(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

const patterns = new Map<string, RegExp>();

function like(text: string, pattern: string, flags = ''): boolean {
  const key = `${flags} ${pattern}`;
  const known = patterns.get(key) ?? compiled(pattern, flags);
  patterns.set(key, known);
  return known.test(text);
}

function compiled(pattern: string, flags: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags);
}
