import { roleArn } from '../aws/identity.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../config/system.ts';
import type { GitHubEnvironment } from './bootstrap.ts';
import { gitHubEnvironmentName } from './plan-accounts.ts';

/** What a person enters at GitHub, environment by environment: what IAM and the approval rely on. */
export function gitHubEnvironments(
  system: SystemDefinition,
  environments: readonly EnvironmentDefinition[],
): readonly GitHubEnvironment[] {
  return environments.map((environment) => ({
    name: gitHubEnvironmentName(environment),
    account: environment.account,
    branches: ['main'],
    needsReviewers: system.promotion.approval.includes(environment.environment),
    roles: {
      preview: roleArn(environment.account, 'preview'),
      plan: roleArn(environment.account, 'plan'),
      deploy: roleArn(environment.account, 'deploy'),
      watch: roleArn(environment.account, 'watch'),
      janitor: roleArn(environment.account, 'janitor'),
    },
  }));
}
