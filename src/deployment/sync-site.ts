import { randomUUID } from 'node:crypto';
import { UserError } from '../errors/slipway-error.ts';
import { withLock } from '../ledger/with-lock.ts';
import type { SiteDeployment } from '../site/deploy-site.ts';
import { deployedTarget } from './deployed-target.ts';
import { environmentLedger } from './environment-ledger.ts';
import { lockRequest } from './lock-request.ts';
import { publishSite } from './publish-site.ts';
import { siteUrl } from './site-url.ts';
import type { Session, Target } from './target.ts';

export interface SyncedSite {
  readonly target: Target;
  /** `https://…` of the site. */
  readonly url: string;
  readonly result: SiteDeployment;
}

/**
 * Publishes again the site of the release that an environment runs, under the environment's lock: only what differs is
 * written.
 *
 * @param onLock is told what is about to be locked
 * @throws UserError NO_SITE, LEDGER_LOCKED, and what `deployedTarget` and `publishSite` throw
 */
export async function syncSite(
  root: string,
  names: { readonly system: string; readonly environment: string },
  session: Session,
  onLock: (target: Target) => void = () => undefined,
): Promise<SyncedSite> {
  const { target, outputs } = await deployedTarget(root, names, session, 'deploy');
  const { release } = target;
  const url = siteUrl(target, outputs);
  if (url === null) throw noSite(target);
  const clients = session.clients(target.environment, 'deploy');
  const ledger = await environmentLedger(target.environment, clients, session);
  const { clock, logger } = session;
  const lock = { ...lockRequest(session, release.id), ledger, clock, logger, signal: session.signal };
  onLock(target);
  const result = await withLock(lock, (signal) =>
    publishSite(target, { ...session, signal }, outputs, `site-${randomUUID()}`),
  );
  if (result === null) throw noSite(target);
  return { target, url, result };
}

/** The error for a system without a site. */
export function noSite({ system }: Target): UserError {
  return new UserError('NO_SITE', `${system.system} has no site: ${system.file} names none`);
}
