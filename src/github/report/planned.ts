import type { PlanEntry } from '../../report/plan-markdown.ts';
import type { AnyPlan } from '../../plan/static-plan.ts';
import { isStatic } from '../../plan/static-plan.ts';
import { siteName, type PlannedEnvironment } from '../api/comment-plans.ts';

/** Hex digits of a release that a comment remembers. */
export const rememberedDigits = 16;

/**
 * What the comment remembers of each plan, for the deployments that come after it.
 *
 * @param entries in promotion order; an environment without a plan has nothing that could become stale
 * @param comparedAt when the sources of a fork's pull request were taken, ISO 8601; `null` where GitHub does not say, and
 *   then a comparison is not remembered. Never the fork's own word.
 */
export function plannedOf(
  entries: readonly PlanEntry[],
  comparedAt: string | null = null,
): readonly PlannedEnvironment[] {
  return entries.flatMap(({ environment, plan }) => {
    if (plan === null) return [];
    const at = moment(isStatic(plan) ? comparedAt : plan.createdAt);
    if (at === null) return [];
    return [
      {
        environment,
        at,
        base: isStatic(plan) ? null : (plan.baseRelease?.slice(0, rememberedDigits) ?? null),
        stacks: plan.stacks.map(({ stack }) => stack),
        changes: changesOf(plan),
      },
    ];
  });
}

function changesOf(plan: AnyPlan): readonly string[] {
  const stacks = plan.stacks.flatMap(({ stack, outcome }) => (outcome === 'none' ? [] : [stack]));
  const site = isStatic(plan) ? null : plan.site;
  const changesSite = site !== null && site.added.length + site.changed.length + site.removed.length > 0;
  return changesSite ? [...stacks, siteName] : stacks;
}

/** In the one form that comments hold. */
function moment(time: string | null): string | null {
  const at = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
