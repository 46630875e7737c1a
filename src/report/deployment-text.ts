import type { DeploymentResult } from '../deployment/result.ts';
import { short } from '../runtime/sha256.ts';
import { failureText } from './failure-text.ts';
import type { Paint } from './paint.ts';
import { smokeText } from './smoke-text.ts';
import { duration } from './units.ts';
import { visible } from './visible.ts';

/** How a deployment ended, what to know about it, and what to do next. */
export function deploymentText(result: DeploymentResult, paint: Paint): string {
  const { system, environment } = result;
  const took = result.times.reduce((sum, step) => sum + step.took, 0);
  const title = `${visible(system)} → ${environment}   release ${short(result.release)}`;
  switch (result.outcome) {
    case 'succeeded':
      return ` ${paint.green('done')}  ${title}   in ${duration(took)}${stepTimes(result)}`;
    case 'no-changes':
      return ` ${paint.green('no changes')}  ${title}   ${environment} already runs this`;
    case 'deploy-failed':
      return result.failure === null
        ? ` ${paint.red('failed')}  ${title}`
        : failureText(
            {
              system,
              environment,
              stack: result.failure.stack,
              cause: result.failure.cause,
              rolledBack: result.failure.rolledBack,
              previousRelease: result.plan.baseRelease,
              next: nextCommand(result),
            },
            paint,
          );
    case 'site-failed':
      return [
        ` ${paint.red('failed')}  ${title}   the stacks are deployed, the site is not`,
        `   ${visible(result.siteFailure ?? 'no reason given')}`,
        ...next(result),
      ].join('\n');
    case 'smoke-failed':
      return [
        ` ${paint.red('failed')}  ${title}   deployed, but its smoke checks fail: nothing goes on from here`,
        ...(result.smoke === null ? [] : [smokeText(result.smoke, paint)]),
        ...next(result),
      ].join('\n');
  }
}

function stepTimes({ times }: DeploymentResult): string {
  const parts = times.filter((step) => step.took >= 50).map((step) => `${step.step} ${duration(step.took)}`);
  return parts.length < 2 ? '' : `   (${parts.join(', ')})`;
}

function next(result: DeploymentResult): readonly string[] {
  const command = nextCommand(result);
  return command === null ? [] : [`   Next: ${command}`];
}

/** Going back is offered where there is something to go back to. */
export function nextCommand({ system, environment, plan, outcome }: DeploymentResult): string | null {
  const { baseRelease } = plan;
  if (baseRelease === null)
    return outcome === 'deploy-failed' ? `mend it, then slipway deploy ${system} ${environment}` : null;
  if (outcome === 'deploy-failed') {
    return `mend it, or slipway deploy ${system} ${environment} --release ${short(baseRelease)}`;
  }
  return `slipway rollback ${system} ${environment}`;
}
