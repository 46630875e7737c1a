import type { EnvironmentName } from '../config/environment-name.ts';
import type { GateStop, Plan, StackPlan } from './plan.ts';

/** A stop as the templates alone show it. No word overrides it: there is no release that one could name. */
export type StaticStop = Omit<GateStop, 'override' | 'overridden'>;

/**
 * What a change of the sources would do to one environment, as its templates and parameter files tell: the sources at one
 * commit compared with those at another, not with what runs. It is made without credentials (for a fork's pull request),
 * can never be executed, and has no fingerprint to approve. Its trees read as a plan's: `stacks` have no change set and
 * `certainty: 'partial'`; what only AWS knows is `possible`, and a value that comes from it is shown by its name.
 */
export interface StaticPlan {
  readonly schema: 1;
  readonly kind: 'static';
  readonly system: string;
  readonly environment: EnvironmentName;
  /** 12 digits. */
  readonly account: string;
  /** The commit that the sources are compared with (40 or 64 hex digits), or what a folder that was compared is called. */
  readonly comparedWith: string;
  /** In order of deployment. */
  readonly stacks: readonly StackPlan[];
  /** What the trees can't show: a stack that is left behind, a base that can't be read. In sentences. */
  readonly remarks: readonly string[];
  readonly gate: { readonly verdict: 'pass' | 'stop'; readonly stops: readonly StaticStop[] };
  readonly hasChanges: boolean;
}

/** One that AWS made or one that the sources tell; what renderers show of both. */
export type AnyPlan = Plan | StaticPlan;

export function isStatic(plan: AnyPlan): plan is StaticPlan {
  return 'kind' in plan;
}

/** One environment of a static comparison: its plan, or why there is none. */
export type StaticEntry =
  | { readonly environment: EnvironmentName; readonly plan: StaticPlan }
  | { readonly environment: EnvironmentName; readonly plan: null; readonly problem: string };
