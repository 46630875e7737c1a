import { environmentNames } from '../../config/environment-name.ts';
import type { StaticEntry } from '../../plan/static-plan.ts';

/** What a fork's change does by its sources alone, for each environment. */
export function forkEntries(): Promise<readonly StaticEntry[]> {
  const problem = 'The sources of a fork are not compared yet.';
  return Promise.resolve(environmentNames.map((environment) => ({ environment, plan: null, problem })));
}
