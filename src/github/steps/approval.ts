import type { Target } from '../../deployment/target.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Action } from '../action.ts';
import { environmentProtection, requireMainOnly } from '../api/environment-protection.ts';

/** Who approves a plan: nobody has to; GitHub asks reviewers; somebody has, by its fingerprint; somebody still has to. */
export type Approval = 'none' | 'reviewers' | 'given' | 'wanted';

export interface ApprovalQuestion {
  readonly target: Target;
  readonly plan: Plan;
  /** The first digits of the fingerprint that a person has typed in. */
  readonly approve: string | null;
  readonly githubToken: string;
}

/**
 * How the plan of an environment gets its approval. Where the system wants one (`promotion.approval`), the protection of
 * the GitHub environment is read: only main may reach it.
 *
 * @throws UserError ENVIRONMENT_MISSING, ENVIRONMENT_UNPROTECTED, and the codes of github-error.ts
 */
export async function approvalOf(action: Action, question: ApprovalQuestion): Promise<Approval> {
  const { target, plan, approve, githubToken } = question;
  const { system, environment } = target;
  if (!system.promotion.approval.includes(environment.environment)) return 'none';
  const api = await action.openGitHub(githubToken);
  const protection = await environmentProtection(api, `${system.system}-${environment.environment}`);
  requireMainOnly(protection, api.repository);
  if (!plan.hasChanges) return 'none';
  if (protection.reviewers.length > 0) return 'reviewers';
  return approve !== null && plan.fingerprint.startsWith(approve) ? 'given' : 'wanted';
}
