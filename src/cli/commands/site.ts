import { syncSite } from '../../deployment/sync-site.ts';
import { short } from '../../runtime/sha256.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
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
  const { target, result } = await syncSite(root, { system, environment }, session);
  const { kind, written, files, invalidation } = result;
  const paths = invalidation.kind === 'none' ? 0 : invalidation.paths.length;
  const did =
    kind === 'unchanged'
      ? 'nothing to write'
      : `${written.length} of ${files} files written, ${paths} paths invalidated`;
  return {
    exitCode: exitCodes.ok,
    result,
    text: ` site  ${system} → ${environment}  release ${short(target.release.id)}  ${did}, served at the edge`,
  };
}
