import type { Position } from '../../errors/position.ts';

/**
 * What becomes of something that was changed outside CloudFormation, once the plan runs; the worst first.
 * - `fails`: the resource was deleted, and the plan changes it in place.
 * - `may-fail`: as `fails`, where the change itself is only possible.
 * - `overwritten`: the plan sets the very property.
 * - `lost`: the resource is removed, or made anew from its template.
 * - `possible`: the resource is changed in another property; whether its update sets this one, too, is the type's affair.
 * - `adopted`: the plan sets what stands there already.
 * - `stays`: the plan does not touch what the resource is made of, or keeps the resource.
 * - `gone`: the resource was deleted, and the plan has no need of it.
 */
export const driftEffects = [
  'fails',
  'may-fail',
  'overwritten',
  'lost',
  'possible',
  'adopted',
  'stays',
  'gone',
] as const;
export type DriftEffect = (typeof driftEffects)[number];

/** One property that is not as it was deployed. */
export interface DriftedProperty {
  /** As in the plan's changes: `Environment.Variables.LOG_LEVEL`. */
  readonly path: string;
  /** `add`: by hand there is more than in the template; `remove`: less. */
  readonly difference: 'add' | 'remove' | 'not-equal';
  /** As deployed; masked by lineage as the plan's own values are; `null` where there is none. */
  readonly expected: string | null;
  /** As it is. `(not shown)` where no template makes it: nobody knows whether it is a secret. */
  readonly actual: string | null;
  /** What the plan sets, where it sets this very property; else `null`. */
  readonly becomes: string | null;
  readonly secret: boolean;
  readonly effect: DriftEffect;
}

/** A resource that the plan changes and that is not as it was deployed. */
export interface DriftedResource {
  /** Logical ids from the root to the resource. */
  readonly path: readonly string[];
  readonly type: string;
  readonly at: Position | null;
  readonly status: 'modified' | 'deleted';
  /** The worst of its properties. */
  readonly effect: DriftEffect;
  /** When it was compared, ISO 8601. */
  readonly checkedAt: string;
  /** The worst first; empty where it was deleted. */
  readonly properties: readonly DriftedProperty[];
}

/** Resources of one stack whose drift nobody knows, and why. */
export interface UnknownDrift {
  /** Logical ids from the root to the stack; empty for the root. */
  readonly path: readonly string[];
  /** Logical ids; empty where the whole stack is meant. */
  readonly resources: readonly string[];
  readonly because: string;
}

/**
 * Which changes of one root stack would meet drift. It is an observation of the moment, not part of what is approved: the
 * fingerprint does not take it.
 */
export interface StackDrift {
  /** `now`: looked for while planning. `last`: taken from the last detection, whoever ran it. */
  readonly looked: 'now' | 'last';
  /** How many resources that the plan changes were compared with what was deployed. */
  readonly checked: number;
  /** When the oldest of these comparisons was made, ISO 8601; `null` where there is none. */
  readonly checkedAt: string | null;
  /** The worst first. */
  readonly drifted: readonly DriftedResource[];
  readonly unknown: readonly UnknownDrift[];
}

/** The worst of some effects; `stays` where there are none. */
export function worstEffect(effects: readonly DriftEffect[]): DriftEffect {
  return driftEffects.find((effect) => effects.includes(effect)) ?? 'stays';
}
