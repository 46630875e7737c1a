import type { AwsClients } from '../aws/apis.ts';
import { missingOutput, resolveSource, type StackOutputs } from '../config/stack-instances.ts';
import type { PlanDifference } from '../plan/compare-plans.ts';
import type { SitePlan, StackPlan } from '../plan/plan.ts';
import { planSite } from '../site/plan-site.ts';
import type { Session, Target } from './target.ts';

/** The stacks whose outputs a deployment may still change. */
export function pendingOf(stacks: readonly StackPlan[]): ReadonlySet<string> {
  return new Set(stacks.filter(({ outcome }) => outcome !== 'none').map(({ stack }) => stack));
}

/**
 * The site's diff against what its bucket holds now; outputs of stacks that are still to change are taken as they are.
 * `null` for a system without a site.
 *
 * @throws UserError OUTPUT_MISSING, and what `planSite` throws
 */
export async function planSiteOf(
  {
    target,
    session,
    clients,
  }: { readonly target: Target; readonly session: Session; readonly clients: AwsClients },
  outputs: StackOutputs,
  pending: ReadonlySet<string>,
): Promise<SitePlan | null> {
  const { site } = target.system;
  if (site === null) return null;
  const bucket = resolveSource(site.bucket, outputs) ?? null;
  const config = Object.entries(site.config).map(
    ([key, source]) => [key, resolveSource(source, outputs)] as const,
  );
  const known = config.every(([, value]) => value !== undefined);
  // A bucket that is still to be made: everything is new, and config.json is written once the outputs are known.
  if (bucket === null && pending.size === 0) throw missingOutput('site.bucket', site.bucket, outputs);
  const planned = await planSite({
    release: target.release,
    s3: await clients.s3(target.environment.regions.home),
    bucket,
    config: known ? (Object.fromEntries(config) as Readonly<Record<string, string>>) : null,
    logger: session.logger,
  });
  return planned.changes;
}

/**
 * What publishing the site would do now that was not approved. A run that was killed may have published part of it: what is
 * there already is no difference.
 */
export function siteDifferences(approved: SitePlan | null, now: SitePlan | null): readonly PlanDifference[] {
  return (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const known = new Set(
      approved === null ? [] : [...approved.added, ...approved.changed, ...approved.removed],
    );
    return (now?.[kind] ?? [])
      .filter((key) => !known.has(key))
      .map((key): PlanDifference => ({ kind: 'site', where: key, approved: null, now: kind }));
  });
}
