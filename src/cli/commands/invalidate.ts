import { invalidateSite } from '../../deployment/invalidate-site.ts';
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

export const registerInvalidate: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('invalidate <system> <environment> [paths...]')
      .description(
        'let the edge forget paths of the site (default: every page and release.json), and prove what it serves',
      )
      .addHelpText('after', '\nExample:\n  slipway invalidate companycam dev /index.html "/help/*"'),
  ).action(action<[string, string, string[]], object>(io, finish, invalidate));
};

async function invalidate(
  { io, root, options }: Invocation<object>,
  system: string,
  environment: string,
  paths: string[],
): Promise<CommandOutcome> {
  const session = await makeSession(options, io, root);
  const done = await invalidateSite(root, { system, environment }, paths, session);
  return {
    exitCode: exitCodes.ok,
    result: { url: done.url, paths: done.paths, proof: done.proof },
    text: ` invalidated  ${system} → ${environment}  ${done.paths.length} paths, release ${short(done.target.release.id)} served at the edge`,
  };
}
