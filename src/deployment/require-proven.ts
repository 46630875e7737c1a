import type { EnvironmentName } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { LedgerHead } from '../ledger/ledger.ts';
import { hasPassed } from '../ledger/head-after.ts';
import { short } from '../runtime/sha256.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import { readTarget } from './read-target.ts';
import { previousEnvironment, type Session, type Target } from './target.ts';

/**
 * A release goes to an environment only after the one before it runs that very release with its smoke checks passed.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT for the environment before; NOT_PROVEN where it has not passed there; SUPERSEDED where a newer release has taken its place
 */
export async function requireProven(target: Target, session: Session): Promise<void> {
  const { release, system, environment } = target;
  const before = previousEnvironment(environment.environment);
  if (before === null) return;
  const { environment: previous } = await readTarget(release, before);
  const clients = session.clients(previous, 'plan');
  await guardTarget({ environment: previous }, clients);
  const ledger = await environmentLedger(previous, clients, session);
  const head = await ledger.readHead();
  if (head.release === release.id && head.goodRelease === release.id && head.state === 'green') return;
  if (head.release !== release.id && head.release !== null) {
    const passed = (await ledger.records({ limit: 100 })).some(
      (record) => record.release === release.id && hasPassed(record),
    );
    if (passed) {
      throw new UserError(
        'SUPERSEDED',
        `${before} runs release ${short(head.release)} by now, so ${short(release.id)} has been overtaken and does not go to ${environment.environment}`,
        { next: `slipway promote ${system.system} --release ${short(head.release)}` },
      );
    }
  }
  throw new UserError(
    'NOT_PROVEN',
    `release ${short(release.id)} can't go to ${environment.environment}: ${whyNot(head, release.id, before)}`,
    { next: `slipway deploy ${system.system} ${before} --release ${short(release.id)}` },
  );
}

function whyNot(head: LedgerHead, release: string, before: EnvironmentName): string {
  if (head.release === null) return `${before} runs nothing yet`;
  if (head.release !== release) return `${before} runs release ${short(head.release)}`;
  return head.goodRelease === release
    ? `${before} is red: a deployment after this one did not end well there`
    : `its smoke checks have not passed in ${before}`;
}
