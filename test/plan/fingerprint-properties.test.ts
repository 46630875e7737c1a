import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/plan/fingerprint.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan, StackNode, StackPlan } from '../../src/plan/plan.ts';
import { itemsOf, leavesOf, plans, shuffled, valueAt, withValue, type Pointer } from './generated-plans.ts';
import { change, comparePlans, composed, node, output, property, stackPlan } from './stack-plans.ts';

/**
 * What a fingerprint says nothing of, as places in a plan: where things stand, what they are called in AWS, what CloudFormation
 * remarks, when, and what follows from the rest. A field that is new in the model must be named here or be digested.
 */
const silent: readonly RegExp[] = [
  /^createdAt$/,
  /^(?:hasChanges|fingerprint)$/,
  /^gate\b/,
  /^stacks\.\d+\.changeSet$/,
  /^stacks\.\d+\.warnings\b/,
  /^stacks\.\d+\.(?:cost|drift)\b/,
  /^stacks\.\d+\.failures\.\d+\.(?:reason|at\b)/,
  /^stacks\.\d+\.root\..*\bphysicalId$/,
  /^stacks\.\d+\.root\.(?:.*\.)?outputs\.\d+\b/,
  /^stacks\.\d+\.root\.(?:.*\.)?(?:changes|unseen)\.\d+\.at\b/,
  /^stacks\.\d+\.root\.(?:.*\.)?dropped$/,
  /^site\.(?:bytes|unchanged)$/,
];

type Effect = 'changes it' | 'leaves it' | 'depends';

/** What changing one place of a plan does to its fingerprint. */
function effectOf(plan: Plan, at: Pointer): Effect {
  const name = at.join('.');
  if (silent.some((pattern) => pattern.test(name))) return 'leaves it';
  const stack = plan.stacks[Number(at[1])];
  if (at[0] !== 'stacks' || stack === undefined) return 'changes it';
  const deferred = new Set(stack.parameters.flatMap((parameter) => parameter.deferred ?? []));
  const field = String(at.at(-1));
  const owner = valueAt(plan, at.slice(0, -1));
  if (at[2] === 'parameters') {
    const parameter = owner as StackPlan['parameters'][number];
    // Which outputs are deferred decides what of the properties goes in by its lineage, too.
    return parameter.deferred !== null && ['before', 'after'].includes(field) ? 'leaves it' : 'changes it';
  }
  const properties = at.lastIndexOf('properties');
  if (properties > 0 && at.length > properties + 2) {
    const changed = valueAt(plan, at.slice(0, properties + 2)) as { readonly lineage: readonly string[] };
    const isDeferred = changed.lineage.some((output) => deferred.has(output));
    if (at.includes('lineage')) return 'depends';
    return isDeferred && ['before', 'after', 'certainty'].includes(field) ? 'leaves it' : 'changes it';
  }
  const inNode = at.findLastIndex((step) => step === 'root' || step === 'children');
  const isOfNode = at
    .slice(inNode)
    .every((step) => typeof step === 'number' || !/^(?:changes|unseen)$/.test(step));
  // An unchanged stack has no fact of its own, and its path none but in what it holds.
  return isOfNode &&
    ['template', 'outputsOnly', 'status', 'path'].some((each) => at.slice(inNode).includes(each))
    ? nodeEffect(valueAt(plan, at.slice(0, inNode + (at[inNode] === 'root' ? 1 : 2))) as StackNode, at)
    : 'changes it';
}

function nodeEffect(node: StackNode, at: Pointer): Effect {
  const field = at.includes('path') ? 'path' : String(at.at(-1));
  if (node.status !== 'unchanged') return 'changes it';
  if (field === 'status') return 'changes it';
  return field === 'path' ? 'depends' : 'leaves it';
}

const choices: readonly (readonly string[])[] = [
  ['add', 'modify', 'remove', 'import', 'dynamic', 'sync'],
  ['never', 'conditional', 'always'],
  ['certain', 'possible'],
  ['full', 'partial'],
  ['create', 'change', 'unchanged', 'none'],
];

const emptySite = { added: [], changed: [], removed: [], unchanged: 0, bytes: 0, invalidate: [] };

/** Another value that the place could have. */
function another(value: unknown, at: Pointer): unknown {
  if (at.join() === 'site') return emptySite;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return 'a new text';
  const among = choices.find((each) => each.includes(value));
  return among === undefined ? `${value} otherwise` : among[(among.indexOf(value) + 1) % among.length];
}

/** What another run of the same plan finds: other ARNs and names, other positions, remarks and times. */
function madeAnew(plan: Plan): Plan {
  const again = (each: StackNode): StackNode => ({
    ...each,
    dropped: each.dropped + 7,
    changes: each.changes.map((one) => ({
      ...one,
      physicalId: one.physicalId === null ? 'made' : null,
      at: one.at === null ? { file: 'y.yml', line: 9, column: 9 } : null,
    })),
    unseen: each.unseen.map((one) => ({ ...one, at: null })),
    outputs: (each.outputs ?? []).map((one) => ({ ...one, after: 'decided in between', at: null })),
    children: each.children.map(again),
  });
  return {
    ...plan,
    createdAt: '2030-01-01T00:00:00.000Z',
    stacks: plan.stacks.map((stack) => ({
      ...stack,
      changeSet: 'arn:another',
      warnings: ['another'],
      failures: stack.failures.map((failure) => ({ ...failure, reason: 'in other words', at: null })),
      cost: { region: stack.region, usd: 1, items: [], byUse: [], notPriced: [] },
      root: again(stack.root),
    })),
    ...(plan.site && { site: { ...plan.site, bytes: plan.site.bytes + 1, unchanged: 7 } }),
  };
}

describe('the fingerprint of any plan', () => {
  test('stays through any order and a plan that is made anew', () => {
    fc.assert(
      fc.property(plans, fc.nat(1000), (plan, seed) => {
        const again = shuffled(madeAnew(plan), seed);
        expect(fingerprint(again)).toBe(fingerprint(plan));
        expect(comparePlans(plan, again)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('changes with any one text, number or choice that matters, and with no other', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, pick) => {
        const places = leavesOf(plan);
        const at = places[pick % places.length] ?? [];
        const effect = effectOf(plan, at);
        const other = withValue(plan, at, another(valueAt(plan, at), at));
        const differs = fingerprint(other) !== fingerprint(plan);
        expect(comparePlans(plan, other).length > 0).toBe(differs);
        if (effect !== 'depends')
          expect([at.join('.'), differs]).toEqual([at.join('.'), effect === 'changes it']);
      }),
      { numRuns: 500 },
    );
  });

  test('is equal exactly where comparing finds no difference, and survives a file', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        expect(comparePlans(a, b).length === 0).toBe(fingerprint(a) === fingerprint(b));
        expect(parsePlan(JSON.stringify(a), 'plan.json')).toEqual(a);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a plan that has everything', () => {
  const deep = node({
    path: ['storage', 'archive'],
    changes: [
      change({ logicalId: 'Jobs', action: 'remove', policyAction: 'Retain' }),
      change({
        logicalId: 'Vault',
        action: 'dynamic',
        certainty: 'possible',
        properties: [property({ lineage: ['edge.Logs'] })],
      }),
    ],
  });
  const storage = node({
    path: ['storage'],
    changes: [
      change({
        action: 'modify',
        replacement: 'always',
        properties: [property(), property({ path: 'Tags.0.Value' })],
      }),
      change({ logicalId: 'Deployment2', action: 'add', renews: 'Deployment1', physicalId: null }),
      change({ logicalId: 'Imported', action: 'import' }),
      change({ logicalId: 'Synced', action: 'sync' }),
    ],
    unseen: [{ logicalId: 'Table', type: 'AWS::DynamoDB::Table', at: null }],
    outputs: [output({ name: 'Url', export: { before: 'url', after: null } }), output({ action: 'add' })],
    children: [deep],
  });
  const gone = node({ path: ['old'], status: 'remove', template: null });
  const plan = composed(
    [
      stackPlan(node({ children: [storage, gone] }), {
        warnings: ['a remark'],
        tags: [
          { key: 'team', before: 'a', after: 'b' },
          { key: 'stage', before: null, after: 'prod' },
        ],
        parameters: [
          { name: 'Stage', before: 'a', after: 'b', secret: false, deferred: null },
          { name: 'Logs', before: 'x', after: null, secret: false, deferred: 'edge.Logs' },
        ],
      }),
      stackPlan(node({ outputsOnly: true }), {
        stack: 'edge',
        outcome: 'create',
        failures: [{ path: ['x'], reason: 'no', at: null }],
      }),
    ],
    [],
    {
      site: {
        added: ['a.js'],
        changed: ['index.html'],
        removed: ['b.js'],
        unchanged: 1,
        bytes: 5,
        invalidate: ['/'],
      },
    },
  );
  const places = leavesOf(plan).filter((at) => at[0] !== 'gate' && effectOf(plan, at) !== 'depends');

  test.each(places.map((at) => [at.join('.'), effectOf(plan, at), at] as const))(
    '%s: another value %s',
    (_name, effect, at) => {
      const other = withValue(plan, at, another(valueAt(plan, at), at));
      expect(fingerprint(other) !== fingerprint(plan)).toBe(effect === 'changes it');
    },
  );

  const items = itemsOf(plan).filter(
    (at) => !at.includes('path') && !at.includes('warnings') && !at.includes('outputs') && at[0] !== 'gate',
  );
  test.each(items.map((at) => [at.join('.'), at] as const))('without %s it is another', (_name, at) => {
    expect(fingerprint(withValue(plan, at, undefined))).not.toBe(fingerprint(plan));
  });
});
