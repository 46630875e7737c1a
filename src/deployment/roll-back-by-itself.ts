import { readTarget } from './read-target.ts';
import type { DeploymentResult } from './result.ts';
import { releaseToRollBackTo } from './rollback.ts';
import type { Session, Target } from './target.ts';

/**
 * What a deployment whose smoke checks have failed goes back to by itself: where the system says so in
 * `promotion.rollBackOnSmokeFailure` (dev and sit, never prod) and there was something before; `null` otherwise.
 *
 * @throws UserError what `releaseToRollBackTo` throws
 */
export async function targetOfOwnRollback(
  { system, environment }: Target,
  session: Session,
  result: DeploymentResult,
): Promise<Target | null> {
  const { environment: name } = environment;
  const wanted = result.outcome === 'smoke-failed' && system.promotion.rollBackOnSmokeFailure.includes(name);
  if (!wanted || result.plan.baseRelease === null) return null;
  session.logger.info(`${name} rolls back by itself, as ${system.file} says`);
  return readTarget(await releaseToRollBackTo(environment, session, null), name);
}
