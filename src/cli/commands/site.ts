import { randomUUID } from 'node:crypto';
import { withLock } from '../../ledger/with-lock.ts';
import { environmentLedger } from '../../deployment/environment-ledger.ts';
import { lockRequest } from '../../deployment/lock-request.ts';
import { publishSite } from '../../deployment/publish-site.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { short } from '../../runtime/sha256.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { deployedTarget } from '../../deployment/deployed-target.ts';
import { exitCodes } from '../exit-codes.ts';

export const registerSite: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('site <system> <environment>')
      .description(
        'publish again the site of the release that the environment runs: only what differs is written',
      )
      .addHelpText('after', '\nExample:\n  slipway site companycam dev'),
  ).action(action<[string, string], object>(io, finish, site));
};

async function site(
  invocation: Invocation<object>,
  system: string,
  environment: string,
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const session = await makeSession(options, io, root);
  const { target, outputs } = await deployedTarget(root, { system, environment }, session, 'deploy');
  const { release } = target;
  const clients = session.clients(target.environment, 'deploy');
  const ledger = await environmentLedger(target.environment, clients, session);
  const { clock, logger } = session;
  const lock = { ...lockRequest(session, release.id), ledger, clock, logger, signal: session.signal };
  const result = await withLock(lock, (signal) =>
    publishSite(target, { ...session, signal }, outputs, `site-${randomUUID()}`),
  );
  if (result === null)
    throw new UserError('NO_SITE', `${system} has no site: ${target.system.file} names none`);
  const { kind, written, files, invalidation } = result;
  const paths = invalidation.kind === 'none' ? 0 : invalidation.paths.length;
  const did =
    kind === 'unchanged'
      ? 'nothing to write'
      : `${written.length} of ${files} files written, ${paths} paths invalidated`;
  return {
    exitCode: exitCodes.ok,
    result,
    text: ` site  ${system} → ${environment}  release ${short(release.id)}  ${did}, served at the edge`,
  };
}
