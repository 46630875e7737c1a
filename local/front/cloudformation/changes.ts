import { at, textAt, type XmlElement } from '../xml.ts';
import { anyUnresolved, conditionHolds, evaluate, presentResources, type Scope } from './evaluate.ts';
import type { Change, Detail } from './held.ts';
import { contextOf, knownAfterApply, leafChanges } from './property-changes.ts';
import type { Resource } from './template.ts';

/** One side of a comparison: a template with the values of its parameters. */
export interface Side {
  readonly scope: Scope;
}

/** The changes that the emulator's DescribeChangeSet reports. */
export function emulatorChanges(result: XmlElement): readonly Change[] {
  return (at(result, 'Changes')?.children ?? []).map((member) => {
    const change = at(member, 'ResourceChange');
    return {
      action: textAt(change, 'Action') ?? '',
      logicalId: textAt(change, 'LogicalResourceId') ?? '',
      physicalId: textAt(change, 'PhysicalResourceId'),
      type: textAt(change, 'ResourceType') ?? '',
      replacement: textAt(change, 'Replacement'),
      policyAction: textAt(change, 'PolicyAction'),
      scope: at(change, 'Scope')?.children.map((one) => one.text) ?? [],
      details: (at(change, 'Details')?.children ?? []).map(detailOf),
    };
  });
}

function detailOf(detail: XmlElement): Detail {
  return {
    attribute: textAt(detail, 'Target', 'Attribute') ?? '',
    name: textAt(detail, 'Target', 'Name'),
    requiresRecreation: textAt(detail, 'Target', 'RequiresRecreation'),
    evaluation: textAt(detail, 'Evaluation') ?? 'Static',
    changeSource: textAt(detail, 'ChangeSource'),
    causingEntity: textAt(detail, 'CausingEntity'),
  };
}

/**
 * The emulator's changes as CloudFormation counts them: a resource whose condition does not hold is absent. The
 * emulator compares templates without looking at conditions.
 */
export function withConditions(
  changes: readonly Change[],
  before: Side | undefined,
  after: Side,
  physicalIds: ReadonlyMap<string, string>,
): readonly Change[] {
  const was = before === undefined ? new Set<string>() : presentResources(before.scope);
  const is = presentResources(after.scope);
  const kept = changes.filter(({ action, logicalId }) => {
    if (action === 'Add') return is.has(logicalId);
    if (action === 'Remove') return was.has(logicalId);
    return was.has(logicalId) && is.has(logicalId);
  });
  const listed = new Set(kept.map(({ logicalId }) => logicalId));
  const appeared = [...is].filter((logicalId) => !was.has(logicalId) && !listed.has(logicalId));
  const vanished = [...was].filter((logicalId) => !is.has(logicalId) && !listed.has(logicalId));
  return [
    ...kept,
    ...appeared.map((logicalId) => addition(logicalId, after.scope.template.Resources[logicalId])),
    ...vanished.map((logicalId) =>
      removal(logicalId, before?.scope.template.Resources[logicalId], physicalIds.get(logicalId)),
    ),
  ].toSorted((left, right) => (left.logicalId < right.logicalId ? -1 : 1));
}

function addition(logicalId: string, resource: Resource | undefined): Change {
  return { action: 'Add', logicalId, type: resource?.Type ?? '', scope: [], details: [] };
}

function removal(logicalId: string, resource: Resource | undefined, physicalId: string | undefined): Change {
  const policy = resource?.['DeletionPolicy'];
  const policyAction =
    typeof policy === 'string' ? policy.replace('RetainExceptOnCreate', 'Retain') : 'Delete';
  return {
    action: 'Remove',
    logicalId,
    type: resource?.Type ?? '',
    physicalId,
    policyAction,
    scope: [],
    details: [],
  };
}

/**
 * The change with values before and after, as `IncludePropertyValues` shows them. What is added has none before, and what is
 * removed none after, also where the template holds it under a condition: nothing of it is evaluated on that side.
 */
export function withValues(change: Change, before: Side | undefined, after: Side): Change {
  const old = change.action === 'Add' ? undefined : before?.scope.template.Resources[change.logicalId];
  const fresh = change.action === 'Remove' ? undefined : after.scope.template.Resources[change.logicalId];
  const oldContext = old === undefined || before === undefined ? undefined : contextOf(old, before.scope);
  const newContext = fresh === undefined ? undefined : contextOf(fresh, after.scope);
  return {
    ...change,
    details: change.details.flatMap((detail) => expand(detail, oldContext, newContext)),
    ...(oldContext === undefined ? {} : { beforeContext: JSON.stringify(oldContext) }),
    ...(newContext === undefined ? {} : { afterContext: JSON.stringify(newContext) }),
  };
}

type Context = ReturnType<typeof contextOf> | undefined;

/** One detail a leaf; a detail whose leaves look the same stays as it is, known after apply. */
function expand(detail: Detail, before: Context, after: Context): readonly Detail[] {
  const { attribute, name } = detail;
  if (attribute === 'Tags' || (attribute === 'Properties' && name === undefined)) return [detail];
  const left = attribute === 'Properties' ? property(before, name) : before?.[attribute];
  const right = attribute === 'Properties' ? property(after, name) : after?.[attribute];
  const path = attribute === 'Properties' ? `/Properties/${name ?? ''}` : `/${attribute}`;
  const leaves = leafChanges(left, right, path);
  if (leaves.length > 0) return leaves.map((leaf) => ({ ...detail, ...leaf }));
  return detail.evaluation === 'Dynamic'
    ? [{ ...detail, path, kind: 'Modify', after: knownAfterApply }]
    : [{ ...detail, path }];
}

function property(
  context: Context,
  name: string | undefined,
): ReturnType<typeof contextOf>[string] | undefined {
  return (context?.['Properties'] as Context)?.[name ?? ''];
}

/** Outputs of a template as they will read; a change of these alone is a change. */
export function outputsOf({ scope }: Side): string {
  const outputs = Object.entries(scope.template.Outputs ?? {}).filter(
    ([, output]) => typeof output['Condition'] !== 'string' || conditionHolds(output['Condition'], scope),
  );
  return JSON.stringify(
    outputs.map(([name, output]) => [
      name,
      output['Value'],
      output['Export'] ?? null,
      evaluateQuietly(output['Value'] ?? null, scope),
    ]),
  );
}

function evaluateQuietly(value: Parameters<typeof evaluate>[0], scope: Scope): unknown {
  const result = evaluate(value, scope);
  return anyUnresolved([result]) ? null : result;
}
