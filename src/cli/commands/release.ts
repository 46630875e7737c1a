import { loadEnvironments, loadSystem } from '../../config/load.ts';
import { uploadRelease } from '../../deployment/upload-release.ts';
import { webOf } from '../../session/web.ts';
import { short } from '../../runtime/sha256.ts';
import { buildHere } from '../../deployment/choose-release.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeLogger, makeSession } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

interface ReleaseOptions {
  readonly upload: boolean;
}

export const registerRelease: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('release <system>')
      .description(
        'build once: package templates, functions, parameters and site, and copy them to every environment',
      )
      .option('--no-upload', 'build only; needs no credentials')
      .addHelpText('after', '\nExample:\n  slipway release companycam --no-upload'),
  ).action(action<[string], ReleaseOptions>(io, finish, release));
};

async function release(invocation: Invocation<ReleaseOptions>, name: string): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const system = await loadSystem(root, name);
  const environments = await loadEnvironments(root, system);
  const logger = makeLogger(options, io);
  const built = await buildHere(root, system, { logger, web: webOf(io.env, io.signal) });
  const copies = options.upload
    ? await uploadRelease(built, environments, await makeSession(options, io, root), 'preview')
    : [];
  const { manifest } = built;
  return {
    exitCode: exitCodes.ok,
    result: { release: built.id, manifest, copies },
    text: ` release  ${system.system} ${short(built.id)}   ${built.id}`,
  };
}
