import { UserError } from '../errors/slipway-error.ts';
import type { EnvironmentVariables } from '../runtime/environment-variables.ts';

const main = 'refs/heads/main';

/**
 * Stops what may run on the main branch only, before AWS refuses the role for the same reason.
 * @param env the runner's variables: GITHUB_REF
 * @throws UserError NOT_MAIN
 */
export function requireMain(action: string, env: EnvironmentVariables): void {
  const ref = env['GITHUB_REF'] ?? '';
  if (ref === main) return;
  throw new UserError('NOT_MAIN', `${action} runs on main only, and this job runs on ${ref || 'no branch'}`, {
    next: 'start the workflow on main, by its schedule or: gh workflow run cleanup.yml --ref main',
  });
}
