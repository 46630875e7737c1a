import type { Action, ActionEnd } from '../action.ts';
import type { Deployed } from './deploy.ts';

/** Hands on what a deployment or a rollback came to. @returns how the action ends */
export function tellDeployed(action: Action, { result, siteUrl, outputs, report }: Deployed): ActionEnd {
  const { outcome, release, plan, smoke } = result;
  action.outputs({
    outcome,
    release,
    fingerprint: plan.fingerprint,
    'site-url': siteUrl,
    outputs: JSON.stringify(outputs),
    'smoke-passed': smoke?.passed ?? 0,
    'smoke-failed': smoke?.failed ?? 0,
    report,
  });
  return outcome === 'succeeded' || outcome === 'no-changes' ? 'succeeded' : 'failed';
}
