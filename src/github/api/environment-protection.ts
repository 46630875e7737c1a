import { UserError } from '../../errors/slipway-error.ts';
import type { DeploymentBranches, GitHubApi } from './github-api.ts';

/** The branch that the bootstrap's roles trust (`templates/bootstrap/`). */
const mainBranch = 'main';

/** What protects a GitHub environment; the roles and the approval rely on it. */
export interface EnvironmentProtection {
  readonly name: string;
  readonly exists: boolean;
  /** Only jobs of `main` reach it, and with them the deploy role. */
  readonly mainOnly: boolean;
  /** Who has to approve, one of them: `ada`, `team:operations`. Empty: nobody has to. */
  readonly reviewers: readonly string[];
  readonly preventsSelfReview: boolean;
  /** Which branches reach it, in the words of the settings page. */
  readonly branches: string;
}

/**
 * Reads what protects an environment. "Protected branches only" does not count as main only: GitHub then admits every
 * branch that a protection rule names, and each one while there is no rule (Docs, "Managing environments for deployment").
 * @throws UserError the codes of github-error.ts
 */
export async function environmentProtection(
  api: Pick<GitHubApi, 'getEnvironment'>,
  name: string,
): Promise<EnvironmentProtection> {
  const environment = await api.getEnvironment(name);
  if (environment === null) {
    return {
      name,
      exists: false,
      mainOnly: false,
      reviewers: [],
      preventsSelfReview: false,
      branches: 'none',
    };
  }
  const { branches, reviewers, preventsSelfReview } = environment;
  return {
    name,
    exists: true,
    mainOnly: isMainOnly(branches),
    reviewers,
    preventsSelfReview,
    branches: branchesText(branches),
  };
}

function isMainOnly(branches: DeploymentBranches): boolean {
  if (branches.kind !== 'selected') return false;
  const [only, ...others] = branches.patterns;
  return only?.type === 'branch' && only.name === mainBranch && others.length === 0;
}

function branchesText(branches: DeploymentBranches): string {
  switch (branches.kind) {
    case 'all':
      return 'all branches and tags';
    case 'protected':
      return 'protected branches';
    case 'selected':
      return branches.patterns.length === 0
        ? 'no branch'
        : branches.patterns.map(({ type, name }) => `${type} "${name}"`).join(', ');
  }
}

/**
 * Insists that only main reaches an environment: whoever reaches it may deploy.
 * @throws UserError ENVIRONMENT_MISSING: GitHub would make it, without any protection, when a job first names it;
 *   ENVIRONMENT_UNPROTECTED: other branches reach it
 */
export function requireMainOnly(
  protection: EnvironmentProtection,
  repository: { readonly owner: string; readonly name: string },
): void {
  const { name, exists, mainOnly, branches } = protection;
  const address = `https://github.com/${repository.owner}/${repository.name}/settings/environments`;
  if (!exists) {
    throw new UserError(
      'ENVIRONMENT_MISSING',
      `${repository.owner}/${repository.name} has no GitHub environment "${name}": GitHub would make one without protection as soon as a job names it`,
      {
        next: `${address}: New environment "${name}", Deployment branches and tags: Selected branches, add "${mainBranch}"`,
      },
    );
  }
  if (!mainOnly) {
    throw new UserError(
      'ENVIRONMENT_UNPROTECTED',
      `the GitHub environment "${name}" admits ${branches}, and whatever reaches it may deploy; only the branch "${mainBranch}" should`,
      {
        next: `${address}: "${name}", Deployment branches and tags: Selected branches, just "${mainBranch}"`,
      },
    );
  }
}
