import type { Plan } from '../../plan/plan.ts';
import { code } from '../../report/markdown.ts';
import type { EnvironmentVariables } from '../../runtime/environment-variables.ts';
import { short } from '../../runtime/sha256.ts';
import type { Approval } from './approval.ts';

/** What was asked for by whoever dispatched the workflow. */
export interface Dispatch {
  readonly kind: 'deploy' | 'rollback';
  /** The first digits of the fingerprint that was typed in. */
  readonly approve: string | null;
}

/** Who approves the plan, for the job's summary: with `wanted`, the command that does it. */
export function approvalMarkdown(
  plan: Plan,
  approval: Exclude<Approval, 'none'>,
  { kind, approve }: Dispatch,
  env: EnvironmentVariables,
): string {
  const name = code(`${plan.system}-${plan.environment}`);
  const print = code(short(plan.fingerprint));
  switch (approval) {
    case 'reviewers':
      return `### Plan ${print} waits for a reviewer\n\nThe next job asks the reviewers of the environment ${name}. It executes this very plan, or stops.`;
    case 'given':
      return `### Plan ${print} is approved by this dispatch`;
    case 'wanted': {
      const given = approve === null ? '' : ` What was approved, ${code(approve)}, is another plan.`;
      return [
        `### Plan ${print} wants an approval`,
        `The environment ${name} has no required reviewers, so nothing was deployed.${given} Whoever approves the plan below starts the workflow with its fingerprint:`,
        ['```', approvingCommand(plan, kind, env), '```'].join('\n'),
      ].join('\n\n');
    }
  }
}

/** Starts the workflow that runs now, on main. GITHUB_WORKFLOW_REF is `owner/name/.github/workflows/deploy.yml@ref`. */
function approvingCommand(plan: Plan, kind: Dispatch['kind'], env: EnvironmentVariables): string {
  const workflow = /\/([\w.-]+\.ya?ml)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1] ?? `${kind}.yml`;
  const back =
    kind === 'rollback'
      ? ` -f environment=${plan.environment} -f to=${short(plan.release)} -f reason="…"`
      : '';
  return `gh workflow run ${workflow} --ref main -f system=${plan.system}${back} -f approve=${short(plan.fingerprint)}`;
}
