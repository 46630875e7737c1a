import { UserError } from '../../errors/slipway-error.ts';
import type { Plan } from '../../plan/plan.ts';
import { short } from '../../runtime/sha256.ts';
import type { Target } from '../../deployment/target.ts';

/**
 * The whole fingerprint that was approved: that of the plan file, if the approved one begins it; `null` where none was.
 * @throws UserError NOT_APPROVED: there is no plan file, or it holds another plan
 */
export function approvedPlan(
  { fingerprint }: { readonly fingerprint: string | null },
  planned: Plan | null,
): string | null {
  if (fingerprint === null) return null;
  if (planned === null) {
    throw new UserError(
      'NOT_APPROVED',
      `plan ${short(fingerprint)} was approved, but its plan file was not given; nothing was changed`,
      { next: 'give the plan file of the same change-set as the input plan' },
    );
  }
  if (planned.fingerprint.startsWith(fingerprint)) return planned.fingerprint;
  throw new UserError(
    'NOT_APPROVED',
    `what was approved is plan ${short(fingerprint)}, but the plan file holds ${short(planned.fingerprint)}; nothing was changed`,
    { next: 'give the plan file and the fingerprint of one and the same change-set' },
  );
}

/**
 * Stops what nobody has approved in an environment that wants it.
 * @throws UserError PLAN_WANTED
 */
export function requireApproved({ system, environment }: Target): void {
  const name = environment.environment;
  if (!system.promotion.approval.includes(name)) return;
  throw new UserError(
    'PLAN_WANTED',
    `${system.system} ${name} is approved by a person (promotion.approval in ${system.file}), so only a plan that was made before is executed; nothing was changed`,
    {
      next: 'plan with the action change-set in a job before, and give this one its plan file as plan and its output fingerprint as fingerprint',
    },
  );
}
