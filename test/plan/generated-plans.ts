import fc from 'fast-check';
import type {
  ChangeSetFailure,
  OutputChange,
  ParameterChange,
  Plan,
  PropertyChange,
  ResourceChange,
  SitePlan,
  StackNode,
  StackPlan,
  TagChange,
  UnseenResource,
} from '../../src/plan/plan.ts';
import { composed } from './stack-plans.ts';

const word = fc.constantFrom('a', 'b', 'Bucket', 'Queue', 'Über', 'x/y', '');
const digest = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
const replacement = fc.constantFrom('never' as const, 'conditional' as const, 'always' as const);
const certainty = fc.constantFrom('certain' as const, 'possible' as const);
const maybe = fc.option(word, { nil: null });
const at = fc.constantFrom(null, { file: 'x.yml', line: 1, column: 1 });
const type = fc.constantFrom('AWS::S3::Bucket', 'AWS::Lambda::Function');

const properties: fc.Arbitrary<PropertyChange[]> = fc.uniqueArray(
  fc.record({
    path: word,
    before: maybe,
    after: maybe,
    secret: fc.boolean(),
    replacement,
    certainty,
    lineage: fc.subarray(['edge.A', 'edge.B']),
  }),
  { selector: (each) => each.path, maxLength: 3 },
);

const changes: fc.Arbitrary<ResourceChange[]> = fc.uniqueArray(
  fc.record({
    logicalId: word,
    type,
    physicalId: maybe,
    action: fc.constantFrom('add', 'modify', 'remove', 'import', 'dynamic', 'sync'),
    replacement,
    certainty,
    policyAction: fc.constantFrom(null, 'Delete', 'Retain'),
    at,
    properties,
    renews: fc.constantFrom(null, 'Deployment1'),
  }),
  { selector: (each) => each.logicalId, maxLength: 3 },
);

const unseen: fc.Arbitrary<UnseenResource[]> = fc.uniqueArray(fc.record({ logicalId: word, type, at }), {
  selector: (each) => each.logicalId,
  maxLength: 2,
});

const outputs: fc.Arbitrary<OutputChange[]> = fc.uniqueArray(
  fc.record({
    name: word,
    action: fc.constantFrom('add', 'modify', 'remove'),
    before: maybe,
    after: maybe,
    secret: fc.boolean(),
    certainty,
    export: fc.record({ before: maybe, after: maybe }),
    lineage: fc.subarray(['edge.A', 'edge.B']),
    at,
  }),
  { selector: (each) => each.name, maxLength: 2 },
);

const tags: fc.Arbitrary<TagChange[]> = fc.uniqueArray(
  fc.record({ key: word, before: maybe, after: maybe }),
  {
    selector: (each) => each.key,
    maxLength: 2,
  },
);

function tree(path: readonly string[], depth: number): fc.Arbitrary<StackNode> {
  const children: fc.Arbitrary<StackNode[]> =
    depth === 0
      ? fc.constant([])
      : fc
          .uniqueArray(word, { maxLength: 2 })
          .chain((ids) => fc.tuple(...ids.map((id) => tree([...path, id], depth - 1))));
  return fc.record({
    path: fc.constant(path),
    template: maybe,
    status: fc.constantFrom('create', 'change', 'unchanged', 'remove'),
    changes,
    outputsOnly: fc.boolean(),
    outputs,
    dropped: fc.nat(3),
    unseen,
    children,
  });
}

const parameters: fc.Arbitrary<ParameterChange[]> = fc.uniqueArray(
  fc.record({
    name: word,
    before: maybe,
    after: maybe,
    secret: fc.boolean(),
    deferred: fc.constantFrom(null, 'edge.A'),
  }),
  { selector: (each) => each.name, maxLength: 3 },
);

const failures: fc.Arbitrary<ChangeSetFailure[]> = fc.uniqueArray(
  fc.record({ path: fc.array(word, { maxLength: 2 }), reason: word, at }),
  { selector: (each) => JSON.stringify(each.path), maxLength: 1 },
);

const stacks: fc.Arbitrary<StackPlan[]> = fc.uniqueArray(
  fc.record({
    stack: fc.constantFrom('edge', 'app', 'more'),
    stackName: word,
    region: fc.constantFrom('eu-west-1', 'us-east-1'),
    outcome: fc.constantFrom('create', 'change', 'none'),
    certainty: fc.constantFrom('full', 'partial'),
    changeSet: maybe,
    template: digest,
    parameters,
    tags,
    root: tree([], 2),
    warnings: fc.array(word, { maxLength: 2 }),
    failures,
  }),
  { selector: (each) => each.stack, maxLength: 3 },
);

const keys = fc.uniqueArray(fc.constantFrom('index.html', 'assets/a.js', 'Über.html', '/'), { maxLength: 3 });
const site: fc.Arbitrary<SitePlan | null> = fc.option(
  fc.record({
    added: keys,
    changed: keys,
    removed: keys,
    unchanged: fc.nat(9),
    bytes: fc.nat(9),
    invalidate: keys,
  }),
  { nil: null },
);

/** Plans of every shape that the model allows, nested two deep, each put together as a real one is. */
export const plans: fc.Arbitrary<Plan> = fc
  .tuple(stacks, site)
  .map(([made, published]) => composed(made, [], { site: published }));

/** One place in a plan: names of fields and indexes of lists. */
export type Pointer = readonly (string | number)[];

/** Every text, number, truth value and `null` of a plan, by its place. */
export function leavesOf(value: unknown, at: Pointer = []): readonly Pointer[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((each: unknown, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([step, each]) => leavesOf(each, [...at, step]));
}

/** Every item of a list in a plan, by its place. */
export function itemsOf(value: unknown, at: Pointer = []): readonly Pointer[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((each: unknown, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([step, each]) => [
    ...(typeof step === 'number' ? [[...at, step]] : []),
    ...itemsOf(each, [...at, step]),
  ]);
}

export function valueAt(value: unknown, at: Pointer): unknown {
  return at.reduce<unknown>((each, step) => (each as Record<string | number, unknown>)[step], value);
}

/** The plan with one place changed; `undefined` takes an item out of its list. */
export function withValue<Value>(value: Value, at: Pointer, next: unknown): Value {
  const [step, ...rest] = at;
  if (step === undefined) return next as Value;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return items.flatMap((each, index) => {
      if (index !== step) return [each];
      return rest.length === 0 && next === undefined ? [] : [withValue(each, rest, next)];
    }) as Value;
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [step]: withValue(fields[step], rest, next) } as Value;
}

/** The same with every list in another order, except for paths, whose order is what they say. */
export function shuffled<Value>(value: Value, seed: number, field: string | number = ''): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).map(([name, each]) => [name, shuffled<unknown>(each, seed, name)]);
    return Object.fromEntries(fields) as Value;
  }
  const items = (value as readonly unknown[]).map((each) => shuffled(each, seed));
  if (field === 'path') return items as Value;
  const ranked = items.map((each, index) => ({ each, rank: (index * 7919 + seed * 104_729) % 65_537 }));
  return ranked
    .sort((a, b) => ((a.rank * (seed + 31)) % 101) - ((b.rank * (seed + 31)) % 101))
    .map(({ each }) => each) as Value;
}
