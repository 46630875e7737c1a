import type { DeploymentResult } from '../deployment/result.ts';
import { short } from '../runtime/sha256.ts';
import { nextCommand } from './deployment-text.ts';
import { failureMarkdown } from './failure-text.ts';
import { code, prose } from './markdown.ts';
import { smokeMarkdown } from './smoke-text.ts';
import { duration } from './units.ts';

/** How a deployment ended, for a job's summary: outcome, cause, what to do next, smoke checks. */
export function deploymentMarkdown(result: DeploymentResult, url: string | null): string {
  return [
    head(result, url),
    ...body(result),
    ...(result.smoke === null ? [] : [smokeMarkdown(result.smoke)]),
  ].join('\n\n');
}

function head(result: DeploymentResult, url: string | null): string {
  const { system, environment, outcome, release, plan, times } = result;
  const took = times.reduce((sum, step) => sum + step.took, 0);
  const facts = [
    `release ${code(short(release))}`,
    `plan ${code(short(plan.fingerprint))}`,
    plan.baseRelease === null ? '' : `before ${code(short(plan.baseRelease))}`,
    took > 0 ? `in ${duration(took)}` : '',
    url === null ? '' : `<${encodeURI(url)}>`,
  ].filter((fact) => fact !== '');
  return `### ${words[outcome]} · ${prose(system)} → ${environment}\n\n${facts.join(' · ')}`;
}

const words: Readonly<Record<DeploymentResult['outcome'], string>> = {
  succeeded: 'Deployed',
  'no-changes': 'No changes',
  'deploy-failed': 'Failed',
  'site-failed': 'Failed: the stacks are deployed, the site is not',
  'smoke-failed': 'Failed: deployed, but its smoke checks fail',
};

function body(result: DeploymentResult): readonly string[] {
  const { system, environment, failure, siteFailure, plan, outcome } = result;
  const next = nextCommand(result);
  if (failure !== null) {
    const { stack, cause, rolledBack } = failure;
    const previousRelease = plan.baseRelease;
    return [failureMarkdown({ system, environment, stack, cause, rolledBack, previousRelease, next })];
  }
  if (outcome === 'succeeded' || outcome === 'no-changes') return [];
  return [
    ...(siteFailure === null ? [] : [code(siteFailure)]),
    ...(next === null ? [] : [`Next: ${code(next)}`]),
  ];
}
