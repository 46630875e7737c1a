import { UserError } from '../errors/slipway-error.ts';
import type { AppliedOverride, LedgerHead } from '../ledger/ledger.ts';
import { fingerprint } from '../plan/fingerprint.ts';
import { defaultPolicy, gate } from '../plan/gate.ts';
import type { GateStop, Plan } from '../plan/plan.ts';
import { short } from '../runtime/sha256.ts';
import { planChanged } from './plan-changed.ts';
import type { Target } from './target.ts';

export interface CheckPlanOptions {
  readonly target: Target;
  readonly plan: Plan;
  readonly overrides: readonly AppliedOverride[];
}

/**
 * Whether a plan may be executed here and now: it is of this release and environment, says what its fingerprint says, the
 * gate passes it with these overrides, and the environment still runs what it was planned against.
 *
 * @throws UserError PLAN_MISMATCH, GATE_STOPPED, PLAN_CHANGED
 */
export function checkPlan({ target, plan, overrides }: CheckPlanOptions, head: LedgerHead): void {
  const { release, system, environment } = target;
  const wanted = `${system.system} ${environment.environment} (account ${environment.account}) release ${short(release.id)}`;
  const found = `${plan.system} ${plan.environment} (account ${plan.account}) release ${short(plan.release)}`;
  if (wanted !== found || plan.release !== release.id) {
    throw new UserError('PLAN_MISMATCH', `this is the plan of ${found}, not of ${wanted}`, {
      next: `slipway plan ${system.system} ${environment.environment} --release ${short(release.id)}`,
    });
  }
  if (fingerprint(plan) !== plan.fingerprint) {
    throw new UserError(
      'PLAN_MISMATCH',
      `the plan does not say what its fingerprint ${short(plan.fingerprint)} says; it has been altered`,
      {
        next: `slipway plan ${system.system} ${environment.environment} --release ${short(release.id)}`,
      },
    );
  }
  const words = overrides.map(({ override }) => override);
  const { verdict, stops } = gate(plan, defaultPolicy, words);
  if (verdict === 'stop') throw gateStopped(plan, stops);
  if (head.release !== plan.baseRelease && head.release !== release.id) {
    const name = (id: string | null): string => (id === null ? 'nothing' : `release ${short(id)}`);
    throw planChanged(plan, [
      { kind: 'base', where: plan.environment, approved: name(plan.baseRelease), now: name(head.release) },
    ]);
  }
}

/** The error of a plan that the gate stops: what would be lost, and the word for each. */
export function gateStopped(plan: Plan, stops: readonly GateStop[]): UserError {
  const open = stops.filter(({ overridden }) => !overridden);
  const lines = open.map(
    ({ stack, path, type, action, override }) =>
      `   ${stack}/${path}  ${type}  ${action}   --allow ${override}`,
  );
  const failures = plan.stacks.flatMap(({ stackName, failures: failed }) =>
    failed.map(({ path, reason }) => `   ${[stackName, ...path].join('/')}: ${reason}`),
  );
  return new UserError(
    'GATE_STOPPED',
    [`the gate stops ${plan.system} ${plan.environment}:`, ...lines, ...failures].join('\n'),
    {
      next:
        open.length === 0
          ? 'mend what CloudFormation refuses, and plan again'
          : 'if you mean it, give the words above with --allow; each covers this release, environment, resource and action alone',
    },
  );
}
