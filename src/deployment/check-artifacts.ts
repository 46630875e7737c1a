import type { AwsClients } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import { verifyRelease } from '../release/open-release.ts';
import type { Clock } from '../runtime/clock.ts';
import { artifactStores } from './stores.ts';
import type { Target } from './target.ts';

/**
 * Compares every artifact of the release with its digest, as each bucket of the environment holds it, before anything uses
 * one: a key could have been planted.
 * @throws UserError ARTIFACT_DIGEST; ARTIFACT_MISSING with the command that copies the release there
 */
export async function checkArtifacts(target: Target, clients: AwsClients, clock: Clock): Promise<void> {
  const { release, environment, system } = target;
  const stores = await artifactStores(environment, clients, clock);
  const checks = await Promise.allSettled(
    stores.map(({ store, contents }) => verifyRelease(release.manifest, store, contents)),
  );
  for (const check of checks) {
    if (check.status === 'fulfilled') continue;
    const error: unknown = check.reason;
    if (!(error instanceof UserError) || error.code !== 'ARTIFACT_MISSING') throw error;
    throw new UserError(error.code, error.message, {
      cause: error,
      next: `slipway release ${system.system}   (copies the release to every environment)`,
    });
  }
}
