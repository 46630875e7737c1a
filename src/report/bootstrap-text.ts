import type { GitHubEnvironment, RegionPlan, RegionResult } from '../bootstrap/bootstrap.ts';
import type { Paint } from './paint.ts';
import { counted } from './units.ts';
import { visible } from './visible.ts';

/** What a bootstrap would change, stack by stack, with every parameter that differs. */
export function bootstrapPlanText(plans: readonly RegionPlan[], paint: Paint): string {
  return plans.flatMap((plan) => [headline(plan, paint), ...details(plan, paint)]).join('\n');
}

function headline({ account, region, stack, change }: RegionPlan, paint: Paint): string {
  const place = paint.bold(` ${account} ${region}`);
  if (change.kind === 'no-changes') return `${place}  ${stack}  no changes`;
  const what = change.kind === 'create' ? 'is created' : 'is changed';
  return `${place}  ${stack} ${what}: ${counted(change.resources.length, 'resource')}`;
}

function details({ change, handsOverTo }: RegionPlan, paint: Paint): readonly string[] {
  if (change.kind === 'no-changes') return [];
  const resources = change.resources.map(({ action, logicalId, type, replacement }) => {
    const replaces = replacement === 'True' || replacement === 'Conditional';
    const word = replaces ? 'replace' : action.toLowerCase();
    const colour =
      replaces || action === 'Remove' ? paint.red : action === 'Add' ? paint.green : paint.yellow;
    return `   ${colour(word.padEnd(7))}  ${visible(logicalId)}  ${paint.dim(visible(type))}`;
  });
  const parameters = change.parameters.map(({ name, before, after }) => {
    const from = before === null ? '' : `${shown(before)} → `;
    return `   ${paint.cyan('value  ')}  ${visible(name)}: ${from}${shown(after)}`;
  });
  const handedOver =
    handsOverTo.length === 0
      ? []
      : [
          `   ${paint.yellow('then   ')}  ${handsOverTo.join(' and ')} make anew what is removed here; until then nothing is deployed`,
        ];
  return [...resources, ...parameters, ...handedOver];
}

function shown(value: string): string {
  return value === '' ? '(empty)' : visible(value);
}

/** How it ended with each stack, and what is to be entered at GitHub. */
export function bootstrapText(
  results: readonly RegionResult[],
  environments: readonly GitHubEnvironment[],
  paint: Paint,
): string {
  const lines = results.map(
    ({ account, region, stack, outcome }) => ` ${account} ${region}  ${stack}  ${ended(outcome, paint)}`,
  );
  if (results.some(({ outcome }) => outcome.kind === 'failed')) return lines.join('\n');
  return [...lines, '', gitHubText(environments, paint)].join('\n');
}

function ended(outcome: RegionResult['outcome'], paint: Paint): string {
  switch (outcome.kind) {
    case 'no-changes':
      return 'no changes';
    case 'succeeded':
      return paint.green('done');
    case 'failed': {
      const { logicalId, reason } = outcome.cause;
      const after = outcome.rolledBack ? 'rolled back' : `stands in ${visible(outcome.status)}`;
      const provider = logicalId === 'GitHubProvider' ? '\n   Next: add --existing-oidc-provider' : '';
      return `${paint.red('failed')}, ${after}\n   ${visible(logicalId)}: ${visible(reason)}${provider}`;
    }
  }
}

function gitHubText(environments: readonly GitHubEnvironment[], paint: Paint): string {
  const blocks = environments.map(({ name, branches, needsReviewers, roles }) =>
    [
      `   ${paint.bold(name)}`,
      `     deployment branches  ${branches.join(', ')} only`,
      `     required reviewers   ${needsReviewers ? 'yes: somebody approves every deployment' : 'none'}`,
      ...Object.entries(roles).map(([role, arn]) => `     ${`${role} role`.padEnd(19)}  ${arn}`),
    ].join('\n'),
  );
  return [' At GitHub, under Settings → Environments, make:', ...blocks].join('\n');
}
