import type { DeploymentBranches, Environment } from './github-api.ts';

export interface BranchPolicy {
  readonly name?: string;
  /** Left out by servers that know branches only. */
  readonly type?: string;
}

interface Reviewer {
  readonly type?: string;
  readonly reviewer?: object;
}

/** An environment as the API gives it (REST reference, "Get an environment"). */
export interface EnvironmentAnswer {
  readonly name: string;
  readonly protection_rules?: readonly {
    readonly type: string;
    readonly prevent_self_review?: boolean;
    readonly reviewers?: readonly Reviewer[];
  }[];
  readonly deployment_branch_policy?: {
    readonly protected_branches: boolean;
    readonly custom_branch_policies: boolean;
  } | null;
}

/** Reads an environment; its branches' names are asked for only where it has a list of its own. */
export async function readEnvironment(
  answer: EnvironmentAnswer,
  policiesOf: (name: string) => Promise<readonly BranchPolicy[]>,
): Promise<Environment> {
  const rules = (answer.protection_rules ?? []).filter(({ type }) => type === 'required_reviewers');
  return {
    name: answer.name,
    reviewers: rules.flatMap(({ reviewers }) => reviewers ?? []).map(reviewerName),
    preventsSelfReview: rules.some((rule) => rule.prevent_self_review === true),
    branches: await readBranches(answer, policiesOf),
  };
}

async function readBranches(
  { name, deployment_branch_policy: policy }: EnvironmentAnswer,
  policiesOf: (name: string) => Promise<readonly BranchPolicy[]>,
): Promise<DeploymentBranches> {
  if (policy === null || policy === undefined) return { kind: 'all' };
  if (!policy.custom_branch_policies) return { kind: 'protected' };
  const policies = await policiesOf(name);
  return {
    kind: 'selected',
    patterns: policies.map((entry) => ({
      type: entry.type === 'tag' ? 'tag' : 'branch',
      name: entry.name ?? '',
    })),
  };
}

function reviewerName({ type, reviewer = {} }: Reviewer): string {
  if (type === 'Team') return `team:${'slug' in reviewer ? String(reviewer.slug) : ''}`;
  return 'login' in reviewer ? String(reviewer.login) : 'somebody';
}
