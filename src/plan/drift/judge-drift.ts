import type { StackResourceDrift } from '@aws-sdk/client-cloudformation';
import { printablePath } from '../change-details.ts';
import type { PropertyChange, ResourceChange } from '../plan.ts';
import {
  driftEffects,
  worstEffect,
  type DriftedProperty,
  type DriftedResource,
  type DriftEffect,
} from './drift.ts';
import type { DriftTarget } from './drift-targets.ts';
import type { ShownDrift } from './mask-drift.ts';
import { propertySteps } from './property-steps.ts';

/** Values of a drifted property as they may be printed. */
export type ShowDrift = (
  steps: readonly string[],
  values: { readonly expected: string | null; readonly actual: string | null },
) => ShownDrift;

const differences: Readonly<Record<string, DriftedProperty['difference']>> = {
  ADD: 'add',
  REMOVE: 'remove',
};

/** What a plan's change does to a resource that was changed, or deleted, outside CloudFormation. */
export function judgeDrift(
  found: StackResourceDrift,
  target: DriftTarget,
  path: readonly string[],
  show: ShowDrift,
): DriftedResource {
  const { change, type, at } = target;
  const base = {
    path: [...path, target.logicalId],
    type,
    at,
    checkedAt: found.Timestamp?.toISOString() ?? '',
  };
  if (found.StackResourceDriftStatus === 'DELETED')
    return { ...base, status: 'deleted', effect: effectOnDeleted(change), properties: [] };
  const properties = (found.PropertyDifferences ?? []).map((difference): DriftedProperty => {
    const steps = propertySteps(difference.PropertyPath ?? '');
    const kind = differences[difference.DifferenceType ?? ''] ?? 'not-equal';
    const values = {
      expected: valueOf(difference.ExpectedValue, kind === 'add'),
      actual: valueOf(difference.ActualValue, kind === 'remove'),
    };
    const shown = show(steps, values);
    const setter = change === null ? undefined : setterOf(change, steps);
    return {
      path: printablePath(steps),
      difference: kind,
      ...shown,
      becomes: setter?.path === printablePath(steps) ? setter.after : null,
      effect: effectOn(change, setter, { kind, steps, actual: values.actual }),
    };
  });
  const effects =
    properties.length > 0 ? properties.map(({ effect }) => effect) : [effectOn(change, undefined, null)];
  return {
    ...base,
    status: 'modified',
    effect: worstEffect(effects),
    properties: properties.toSorted((a, b) => rank(a.effect) - rank(b.effect)),
  };
}

const rank = (effect: DriftEffect): number => driftEffects.indexOf(effect);

/** CloudFormation writes `null` for what is not there. */
function valueOf(text: string | undefined, isAbsent: boolean): string | null {
  return text === undefined || (isAbsent && (text === 'null' || text === '')) ? null : text;
}

/**
 * A resource that is gone can't be changed in place: the type's handler answers NotFound (CloudFormation CLI User Guide,
 * "Resource type handler contract", update handlers), and the update rolls back. Removing it, or making another in its place, needs nothing of it.
 */
function effectOnDeleted(change: ResourceChange | null): DriftEffect {
  if (change === null || change.action === 'dynamic') return 'may-fail';
  if (change.action === 'remove' || !touchesProperties(change)) return 'gone';
  if (change.certainty === 'possible') return 'may-fail';
  if (change.replacement === 'always') return 'gone';
  return change.replacement === 'conditional' ? 'may-fail' : 'fails';
}

interface Drifted {
  readonly kind: DriftedProperty['difference'];
  readonly steps: readonly string[];
  readonly actual: string | null;
}

function effectOn(
  change: ResourceChange | null,
  setter: PropertyChange | undefined,
  drifted: Drifted | null,
): DriftEffect {
  if (change === null || change.action === 'dynamic') return 'possible';
  if (change.action === 'remove') return change.policyAction?.includes('Retain') === true ? 'stays' : 'lost';
  // Only policies and metadata change: CloudFormation keeps those itself and asks the service nothing.
  if (!touchesProperties(change)) return 'stays';
  const isSure = change.certainty === 'certain';
  if (setter?.certainty === 'certain' && drifted !== null) {
    const isExact = setter.path === printablePath(drifted.steps);
    if (isExact && !setter.secret && setter.after === drifted.actual) return 'adopted';
    if (change.replacement === 'always' && isSure) return 'lost';
    // An item that was put into a list has a place of its own there, which is not the template's.
    return drifted.kind === 'add' && isInList(drifted.steps) ? 'possible' : 'overwritten';
  }
  return change.replacement === 'always' && isSure ? 'lost' : 'possible';
}

/** Attributes of a resource that are no properties (User Guide, "Resource attribute reference"). */
const attributes = new Set([
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
  'CreationPolicy',
  'UpdatePolicy',
  'DependsOn',
]);

function touchesProperties({ properties }: ResourceChange): boolean {
  return properties.length === 0 || properties.some(({ path }) => !attributes.has(path));
}

/** The change that sets a drifted property, or what it is a part of, or a part of it; a certain one before a possible one. */
function setterOf({ properties }: ResourceChange, steps: readonly string[]): PropertyChange | undefined {
  const setters = properties.filter(
    ({ path }) => !attributes.has(path) && overlaps(path, printablePath(steps)),
  );
  return (
    setters.find(({ path }) => path === printablePath(steps)) ??
    setters.find(({ certainty }) => certainty === 'certain') ??
    setters[0]
  );
}

function overlaps(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}

function isInList(steps: readonly string[]): boolean {
  return steps.some((step) => /^\d+$/.test(step));
}
