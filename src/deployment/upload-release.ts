import type { RoleName } from '../aws/identity.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import { copyRelease, type CopyResult } from '../release/copy-release.ts';
import type { Release } from '../release/release.ts';
import { guardTarget } from './guard-target.ts';
import { artifactStores } from './stores.ts';
import type { Session } from './target.ts';

/**
 * Copies a release to the artifact buckets of environments: only what is missing there is sent.
 *
 * @param role who writes: `preview` in a pull request, `plan` on main
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, and what `copyRelease` throws
 */
export async function uploadRelease(
  release: Release,
  environments: readonly EnvironmentDefinition[],
  session: Session,
  role: RoleName,
): Promise<readonly CopyResult[]> {
  const copies: CopyResult[] = [];
  for (const environment of environments) {
    const clients = session.clients(environment, role);
    await guardTarget({ environment }, clients);
    const stores = await artifactStores(environment, clients, session.clock);
    copies.push(...(await copyRelease(release, stores, { logger: session.logger })));
  }
  return copies;
}
