import type { EnvironmentName } from '../config/environment-name.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import { sha256 } from '../runtime/sha256.ts';
import { isWeakening } from './gate-protection.ts';
import type { GateStop, GateVerdict, ResourceChange, StackNode, StackPlan } from './plan.ts';
import { nestedStackType, statefulTypes } from './stateful-types.ts';

/** What the gate looks at. */
export interface GateInput {
  readonly release: string;
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly stacks: readonly StackPlan[];
}

/** Which types hold state, and why: type → what would be lost. */
export interface GatePolicy {
  readonly statefulTypes: Readonly<Record<string, string>>;
}

export const defaultPolicy: GatePolicy = { statefulTypes };

/**
 * Decides whether a plan destroys data: the removal or replacement (conditional too) of a stateful resource anywhere in
 * the tree, the weakening of what protects one, and a stateful resource that no change set showed. A stack whose nested
 * stacks could not all be seen stops as a whole where nothing in it does. Each stop can be overridden by its own word, which
 * names release, system, environment, path and action, and nothing else.
 *
 * @param overrides the 16-digit words that were given, by label or input; unknown ones change nothing
 */
export function gate(
  input: GateInput,
  policy: GatePolicy = defaultPolicy,
  overrides: Iterable<string> = [],
): GateVerdict {
  const given = new Set(Array.from(overrides, (word) => word.trim().toLowerCase()));
  const stops = input.stacks
    .flatMap((stack) => stackStops(stack, policy).map((stop) => ({ ...stop, stack: stack.stack })))
    .map((stop): GateStop => {
      const override = overrideOf({ ...input, stack: stop.stack, path: stop.path, action: stop.action });
      return { ...stop, override, overridden: given.has(override) };
    });
  const failed = input.stacks.some((stack) => stack.failures.length > 0);
  return { verdict: failed || stops.some((stop) => !stop.overridden) ? 'stop' : 'pass', stops };
}

/** The word that overrides one stop: 16 hex digits, good for this release, environment, resource and action alone. */
export function overrideOf(stop: {
  readonly release: string;
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly stack: string;
  readonly path: string;
  readonly action: GateStop['action'];
}): string {
  const { release, system, environment, stack, path, action } = stop;
  return sha256(canonicalJson([release, system, environment, stack, path, action])).slice(0, 16);
}

type Finding = Omit<GateStop, 'override' | 'overridden' | 'stack'>;

/** What a stop names that is about no one resource: all that is nested in a stack. */
const allNested = 'nested stacks';

/** A plan that could not see the nested stacks never passes by itself; one that failed stops anyway, and no word mends it. */
function stackStops(stack: StackPlan, policy: GatePolicy): readonly Finding[] {
  const stops = nodeStops(stack.root, policy);
  const isBlind = stack.certainty === 'partial' && stack.outcome === 'change' && stack.failures.length === 0;
  if (!isBlind || stops.some(({ action }) => action === 'unseen')) return stops;
  const reason = lossOf(nestedStackType, policy);
  const unseen = { path: allNested, type: nestedStackType, action: 'unseen', reason } as const;
  return [...stops, { ...unseen, at: null, property: null, policyAction: null }];
}

function nodeStops(node: StackNode, policy: GatePolicy): Finding[] {
  const pathOf = (logicalId: string): string => [...node.path, logicalId].join('/');
  const unseen = node.unseen.map((resource): Finding => ({
    path: pathOf(resource.logicalId),
    type: resource.type,
    action: 'unseen',
    reason: lossOf(resource.type, policy),
    at: resource.at,
    property: null,
    policyAction: null,
  }));
  return [
    ...node.changes.flatMap((change) => changeStops(change, pathOf(change.logicalId), policy)),
    ...unseen,
    ...node.children.flatMap((child) => nodeStops(child, policy)),
  ];
}

function changeStops(change: ResourceChange, path: string, policy: GatePolicy): Finding[] {
  const stateful = Object.hasOwn(policy.statefulTypes, change.type);
  if (!stateful && change.type !== nestedStackType) return [];
  const base = {
    path,
    type: change.type,
    reason: lossOf(change.type, policy),
    at: change.at,
    policyAction: change.policyAction,
  };
  const stops: Finding[] = [];
  // Whether a nested stack stays is not known, and a stack that stays as it is shows nothing of what it holds.
  if (!stateful && change.action === 'dynamic') stops.push({ ...base, action: 'unseen', property: null });
  if (stateful && change.action === 'remove') stops.push({ ...base, action: 'remove', property: null });
  if (stateful && isReplacement(change)) {
    const cause =
      change.properties.find((property) => property.replacement === 'always') ??
      change.properties.find((property) => property.replacement === 'conditional');
    stops.push({ ...base, action: 'replace', property: cause?.path ?? null });
  }
  const weakened =
    change.action === 'modify' || change.action === 'dynamic'
      ? change.properties.find((property) => isWeakening(change.type, property))
      : undefined;
  if (weakened) stops.push({ ...base, action: 'weaken', property: weakened.path });
  return stops;
}

/** `Dynamic` means that CloudFormation can't tell the action (API reference, ResourceChange): it counts as a replacement. */
function isReplacement({ action, replacement }: ResourceChange): boolean {
  return action === 'dynamic' || ((action === 'modify' || action === 'sync') && replacement !== 'never');
}

function lossOf(type: string, policy: GatePolicy): string {
  if (type === nestedStackType) return 'what its resources hold';
  return policy.statefulTypes[type] ?? 'what it holds';
}
