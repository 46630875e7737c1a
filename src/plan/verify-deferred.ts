import { compareFacts, type PlanDifference } from './compare-plans.ts';
import { stackFacts, type PlanFact } from './fingerprint.ts';
import type { ResourceChange, StackNode, StackPlan } from './plan.ts';
import type { ReferencedVersion } from './referenced-version.ts';

/** How a stack's plan with real values stands beside the approved one. */
export type DeferredVerdict =
  | { readonly kind: 'equal' }
  /** Only what an earlier stack decided differs. */
  | { readonly kind: 'deferred-only'; readonly differences: readonly PlanDifference[] }
  /** Something else differs: stop and show it. */
  | { readonly kind: 'different'; readonly differences: readonly PlanDifference[] };

/**
 * Compares the plan of a stack after the earlier stacks have run with the one that was approved. Only deferred values may
 * differ: parameters that were deferred, properties that come from them, and updates in place that consist of nothing
 * else. An addition, a removal or a replacement that was not approved is a difference, whatever it comes from. A stack
 * that was absent must now be made of exactly the approved additions; those that were only possible may be missing.
 */
export function verifyDeferred(approved: StackPlan, fresh: StackPlan): DeferredVerdict {
  const deferred = new Set(approved.parameters.flatMap((parameter) => parameter.deferred ?? []));
  const names = new Set(
    approved.parameters.flatMap(({ name, deferred: from }) => (from === null ? [] : [name])),
  );
  const isCreation = approved.outcome === 'create' && fresh.outcome === 'create';
  const all = compareFacts(
    comparable(approved, isCreation, new Set()),
    comparable(fresh, isCreation, new Set()),
  );
  if (all.length === 0) return { kind: 'equal' };
  const open = possibleAdditions(approved, fresh);
  const excused = deferredReferences(approved, fresh, deferred);
  const kept = (plan: StackPlan): readonly PlanFact[] =>
    comparable(plan, isCreation, open).filter((fact) => !excused.has(keyOf(fact)));
  const rest = compareFacts(
    withoutDeferred(kept(approved), approved, names, deferred),
    withoutDeferred(kept(fresh), fresh, names, deferred),
  );
  return rest.length === 0
    ? { kind: 'deferred-only', differences: all }
    : { kind: 'different', differences: rest };
}

/** The facts of a stack; of a creation just what is added, since a template can't tell as much as a change set. */
function comparable(plan: StackPlan, isCreation: boolean, open: ReadonlySet<string>): readonly PlanFact[] {
  const facts = stackFacts(plan).filter((fact) => !open.has(keyOf(fact)));
  if (!isCreation) return facts;
  return facts.flatMap((fact): PlanFact[] => {
    const { subject, says } = fact;
    const [kind] = subject;
    if (kind === 'change') return [{ subject, says: pick(says, ['type', 'action']) }];
    if (kind === 'stack')
      return [{ subject, says: pick(says, ['stackName', 'region', 'outcome', 'template']) }];
    return kind === 'parameter' || kind === 'failure' || isReference(fact) ? [fact] : [];
  });
}

function withoutDeferred(
  facts: readonly PlanFact[],
  plan: StackPlan,
  names: ReadonlySet<string>,
  deferred: ReadonlySet<string>,
): readonly PlanFact[] {
  const changes = new Map(resourceChanges(plan));
  return facts
    .filter(({ subject }) => {
      const [kind] = subject;
      const key = (end?: number): string => JSON.stringify(subject.slice(1, end));
      if (kind === 'parameter') return !names.has(subject.at(-1) ?? '');
      if (kind === 'property') return !comesFrom(changes.get(key(-1)), subject.at(-1) ?? '', deferred);
      if (kind === 'change') return !isDeferredUpdate(changes.get(key()), deferred);
      // Whether a stack changes at all follows from its changes, which are compared one by one.
      return kind !== 'nested' && kind !== 'stack';
    })
    .concat(facts.filter(({ subject }) => subject[0] === 'stack').map(identity));
}

function identity({ subject, says }: PlanFact): PlanFact {
  return { subject, says: pick(says, ['stackName', 'region', 'certainty', 'template']) };
}

function comesFrom(change: ResourceChange | undefined, path: string, deferred: ReadonlySet<string>): boolean {
  const found = change?.properties.filter((property) => property.path === path) ?? [];
  return (
    found.length > 0 && found.every((property) => property.lineage.some((source) => deferred.has(source)))
  );
}

function isDeferredUpdate(change: ResourceChange | undefined, deferred: ReadonlySet<string>): boolean {
  return (
    change?.action === 'modify' &&
    change.replacement === 'never' &&
    change.properties.length > 0 &&
    change.properties.every((property) => property.lineage.some((source) => deferred.has(source)))
  );
}

/** Additions that were only possible when the plan was approved, and did not come. */
function possibleAdditions(approved: StackPlan, fresh: StackPlan): ReadonlySet<string> {
  const now = new Map(resourceChanges(fresh));
  return new Set(
    resourceChanges(approved)
      .filter(([key, change]) => change.action === 'add' && change.certainty === 'possible' && !now.has(key))
      .map(([key]) => JSON.stringify(['change', ...(JSON.parse(key) as string[])])),
  );
}

/**
 * The references whose secret an earlier stack decided: those that were deferred by themselves, and those that only the real
 * value of a deferred input names.
 */
function deferredReferences(
  approved: StackPlan,
  fresh: StackPlan,
  deferred: ReadonlySet<string>,
): ReadonlySet<string> {
  const subjects = (plan: StackPlan, wanted: (each: ReferencedVersion) => boolean): readonly string[] =>
    stackFacts({ ...plan, references: (plan.references ?? []).filter(wanted) })
      .filter(isReference)
      .map(keyOf);
  const before = new Set(subjects(approved, () => true));
  const named = subjects(fresh, ({ lineage }) => lineage.some((source) => deferred.has(source)));
  return new Set([
    ...subjects(approved, ({ state }) => state === 'deferred'),
    ...named.filter((subject) => !before.has(subject)),
  ]);
}

function isReference({ subject: [kind] }: PlanFact): boolean {
  return kind === 'secret' || kind === 'ssm';
}

function keyOf(fact: PlanFact): string {
  return JSON.stringify(fact.subject);
}

function resourceChanges(plan: StackPlan): readonly (readonly [string, ResourceChange])[] {
  const visit = (node: StackNode): (readonly [string, ResourceChange])[] => [
    ...node.changes.map(
      (change) => [JSON.stringify([plan.stack, ...node.path, change.logicalId]), change] as const,
    ),
    ...node.children.flatMap(visit),
  ];
  return visit(plan.root);
}

function pick(says: PlanFact['says'], names: readonly string[]): PlanFact['says'] {
  return Object.fromEntries(Object.entries(says).filter(([name]) => names.includes(name)));
}
