import type { RoleName } from '../aws/identity.ts';
import type { EnvironmentName } from '../config/environment-name.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { openRelease } from '../release/open-release.ts';
import type { Release } from '../release/release.ts';
import { hasPassed } from '../ledger/head-after.ts';
import { short } from '../runtime/sha256.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import { homeStore } from './stores.ts';
import type { Session } from './target.ts';

/**
 * Finds the release that an environment goes back to and opens it from the environment's own artifacts: the newest good
 * one before what runs now, or the one of its history that `to` begins.
 *
 * @param environment where, from any release or from the repository: only account and regions are taken
 * @param role who reads the ledger and the artifacts: `plan` before an approval, `deploy` in the run that goes back
 * @throws UserError NOTHING_TO_ROLL_BACK, RELEASE_UNKNOWN, RELEASE_AMBIGUOUS, LEDGER_DAMAGED, ARTIFACT_MISSING
 */
export async function releaseToRollBackTo(
  environment: EnvironmentDefinition,
  session: Session,
  to: string | null,
  role: RoleName = 'deploy',
): Promise<Release> {
  const clients = session.clients(environment, role);
  await guardTarget({ environment }, clients);
  const ledger = await environmentLedger(environment, clients, session);
  const store = await homeStore(environment, clients, session.clock);
  if (to !== null) return openRelease((await ledger.findRelease(to)).release, store);
  const head = await ledger.readHead();
  if (head.goodRelease !== null && head.goodRelease !== head.release)
    return openRelease(head.goodRelease, store);
  const records = await ledger.records({ limit: 200 });
  const earlier = records.find((record) => record.release !== head.release && hasPassed(record));
  if (earlier === undefined) throw nothingEarlier(environment.system, environment.environment, head.release);
  return openRelease(earlier.release, store);
}

function nothingEarlier(system: string, environment: EnvironmentName, current: string | null): UserError {
  const runs =
    current === null
      ? 'nothing has been deployed there'
      : `it runs ${short(current)}, and no earlier release has passed its smoke checks there`;
  return new UserError(
    'NOTHING_TO_ROLL_BACK',
    `${system} ${environment} has nothing to go back to: ${runs}`,
    {
      next: `slipway status ${system}`,
    },
  );
}
