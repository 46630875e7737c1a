import { Option } from 'commander';
import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { readTarget } from '../../deployment/read-target.ts';
import type { DeploymentResult } from '../../deployment/result.ts';
import { targetOfOwnRollback } from '../../deployment/roll-back-by-itself.ts';
import { chooseRelease } from '../../deployment/choose-release.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { deployOne, exitCodeOf, type DeployOptions } from '../deploy-one.ts';
import { exitCodes } from '../exit-codes.ts';
import { withApprovalOptions } from './deploy.ts';

interface PromoteOptions extends DeployOptions {
  readonly release?: string;
  readonly to: EnvironmentName;
}

export const registerPromote: Register = (program, io, finish) => {
  withOutputOptions(
    withApprovalOptions(
      program
        .command('promote <system>')
        .description(
          'take one release through dev, sit and prod, each once the one before has passed its smoke checks',
        )
        .option('--release <id>', 'the first digits of a release (default: the newest built here)')
        .addOption(
          new Option('--to <environment>', 'where to stop').choices(environmentNames).default('prod'),
        ),
    ).addHelpText('after', '\nExample:\n  slipway promote companycam --to sit'),
  ).action(action<[string], PromoteOptions>(io, finish, promote));
};

async function promote(invocation: Invocation<PromoteOptions>, name: string): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const system = await loadSystem(root, name);
  const session = await makeSession(options, io, root);
  const first = await loadEnvironment(root, system, 'dev');
  const release = await chooseRelease({
    root,
    system: system.system,
    wanted: options.release,
    environment: first,
    session,
  });
  const deployments: DeploymentResult[] = [];
  for (const environment of environmentNames.slice(0, environmentNames.indexOf(options.to) + 1)) {
    const target = await readTarget(release, environment);
    const result = await deployOne({ invocation, session, target, kind: 'deploy', planned: null });
    deployments.push(result);
    if (exitCodeOf(result) === exitCodes.ok) continue;
    const back = await targetOfOwnRollback(target, session, result);
    if (back !== null) {
      deployments.push(
        await deployOne({ invocation, session, target: back, kind: 'rollback', planned: null }),
      );
    }
    return { exitCode: exitCodes.failed, result: { release: release.id, deployments }, text: '' };
  }
  return { exitCode: exitCodes.ok, result: { release: release.id, deployments }, text: '' };
}
