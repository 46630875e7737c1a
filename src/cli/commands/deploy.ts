import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { readTarget } from '../../deployment/read-target.ts';
import { chooseRelease } from '../../deployment/choose-release.ts';
import { readPlanFile } from '../../deployment/plan-file.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { deployOne, exitCodeOf, type DeployOptions } from '../deploy-one.ts';
import { collectWords, fingerprintOption } from './options.ts';

interface DeployCommandOptions extends DeployOptions {
  readonly release?: string;
  readonly plan?: string;
}

export const registerDeploy: Register = (program, io, finish) => {
  withOutputOptions(
    withApprovalOptions(
      program
        .command('deploy <system> <environment>')
        .description(
          'plan one environment, pass the gate, execute, publish, prove, check, and write the ledger',
        )
        .option('--release <id>', 'the first digits of a release (default: the newest built here)')
        .option(
          '--plan <file>',
          'execute this plan (from slipway plan --save-plans) if it still holds; prod wants --approve, too',
        ),
    ).addHelpText(
      'after',
      '\nExample:\n  slipway deploy companycam prod --plan out/plans/companycam-prod.json --approve 7f3ad210',
    ),
  ).action(action<[string, string], DeployCommandOptions>(io, finish, deploy));
};

/** The options of every command that may have to ask a person. */
export function withApprovalOptions(command: Command): Command {
  return command
    .option('--yes', 'approve without asking, and say so')
    .option(
      '--approve <fingerprint>',
      'approve the plan that has this fingerprint (8 digits or more)',
      fingerprintOption,
    )
    .option('--allow <word>', 'let one stop of the gate through (repeatable)', collectWords);
}

async function deploy(
  invocation: Invocation<DeployCommandOptions>,
  name: string,
  environmentName: string,
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const system = await loadSystem(root, name);
  const environment = await loadEnvironment(root, system, environmentName);
  const session = await makeSession(options, io, root);
  const planned =
    options.plan === undefined ? null : await readPlanFile(resolve(io.cwd, options.plan), options.plan);
  const wanted = options.release ?? planned?.release;
  const release = await chooseRelease({ root, system: system.system, wanted, environment, session });
  const target = await readTarget(release, environment.environment);
  const result = await deployOne({ invocation, session, target, kind: 'deploy', planned });
  return { exitCode: exitCodeOf(result), result, text: '' };
}
