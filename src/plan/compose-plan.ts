import type { EnvironmentName } from '../config/environment-name.ts';
import type { Clock } from '../runtime/clock.ts';
import { fingerprint } from './fingerprint.ts';
import { defaultPolicy, gate, type GatePolicy } from './gate.ts';
import type { Plan, SitePlan, StackPlan } from './plan.ts';

export interface ComposePlanOptions {
  readonly system: string;
  readonly environment: EnvironmentName;
  /** 12 digits. */
  readonly account: string;
  readonly release: string;
  /** The release that the ledger says runs now. */
  readonly baseRelease: string | null;
  /** In order of deployment. */
  readonly stacks: readonly StackPlan[];
  /** `null` for a system without a site. */
  readonly site: SitePlan | null;
  /** Words that override stops of the gate. */
  readonly overrides?: Iterable<string>;
  readonly policy?: GatePolicy;
  readonly clock: Pick<Clock, 'now'>;
}

/** Puts the parts together: gate, fingerprint, and whether there is anything to do. */
export function composePlan(options: ComposePlanOptions): Plan {
  const { system, environment, account, release, baseRelease, stacks, site } = options;
  const content = { schema: 1, system, environment, account, release, baseRelease, stacks, site } as const;
  return {
    ...content,
    gate: gate({ release, system, environment, stacks }, options.policy ?? defaultPolicy, options.overrides),
    hasChanges: stacks.some((stack) => stack.outcome !== 'none') || siteChanges(site),
    fingerprint: fingerprint(content),
    createdAt: new Date(options.clock.now()).toISOString(),
  };
}

function siteChanges(site: SitePlan | null): boolean {
  return site !== null && site.added.length + site.changed.length + site.removed.length > 0;
}
