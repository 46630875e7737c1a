import { evaluate, plain, type Scope } from './evaluate.ts';
import type { Resource, Value } from './template.ts';

/** What is put in the place of a value that is known only after an update: seen in DescribeChangeSet's answers. */
export const knownAfterApply = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** One place in a resource where two versions differ. */
export interface LeafChange {
  /** `/Properties/Environment/Variables/LIMIT` */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly kind: 'Add' | 'Remove' | 'Modify';
}

/** The attributes that BeforeContext and AfterContext show. */
const shown = [
  'Properties',
  'Metadata',
  'CreationPolicy',
  'UpdatePolicy',
  'DeletionPolicy',
  'UpdateReplacePolicy',
];

/** A resource with its functions carried out; parameters with NoEcho show as `****`, as DescribeChangeSet masks them. */
export function contextOf(resource: Resource, scope: Scope): Readonly<Record<string, Value>> {
  const masked = { ...scope, parameters: maskNoEcho(scope) };
  return Object.fromEntries(
    shown.flatMap((attribute) => {
      const value = resource[attribute];
      return value === undefined ? [] : [[attribute, plain(evaluate(value, masked))]];
    }),
  );
}

function maskNoEcho({ template, parameters }: Scope): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const noEcho = /^true$/i.test(
        JSON.stringify(template.Parameters?.[name]?.NoEcho ?? false).replaceAll('"', ''),
      );
      return [name, noEcho ? '****' : value];
    }),
  );
}

/** Where two values differ, leaf by leaf; a value that is absent on one side is one leaf. */
export function leafChanges(
  before: Value | undefined,
  after: Value | undefined,
  path: string,
): readonly LeafChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, before: undefined, after: written(after), kind: 'Add' }];
  if (after === undefined) return [{ path, before: written(before), after: undefined, kind: 'Remove' }];
  if (isTree(before) && isTree(after) && Array.isArray(before) === Array.isArray(after)) {
    const left = before as Readonly<Record<string, Value>>;
    const right = after as Readonly<Record<string, Value>>;
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
      leafChanges(left[key], right[key], `${path}/${key}`),
    );
  }
  if (written(before) === written(after)) return [];
  return [{ path, before: written(before), after: written(after), kind: 'Modify' }];
}

function isTree(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}

function written(value: Value | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
