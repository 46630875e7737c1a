import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { readTarget } from '../../deployment/read-target.ts';
import { releaseToRollBackTo } from '../../deployment/rollback.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { deployOne, exitCodeOf, type DeployOptions } from '../deploy-one.ts';
import { withApprovalOptions } from './deploy.ts';

interface RollbackOptions extends DeployOptions {
  readonly to?: string;
}

export const registerRollback: Register = (program, io, finish) => {
  withOutputOptions(
    withApprovalOptions(
      program
        .command('rollback <system> <environment>')
        .description('go back to an earlier release: stacks and site, planned and gated like any deployment')
        .option('--to <release>', 'the first digits of a release of the ledger (default: the last good one)'),
    ).addHelpText('after', '\nExample:\n  slipway rollback companycam dev --to 5b0e77aa'),
  ).action(action<[string, string], RollbackOptions>(io, finish, rollback));
};

async function rollback(
  invocation: Invocation<RollbackOptions>,
  name: string,
  environmentName: string,
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const system = await loadSystem(root, name);
  const environment = await loadEnvironment(root, system, environmentName);
  const session = await makeSession(options, io, root);
  const release = await releaseToRollBackTo(environment, session, options.to ?? null);
  const target = await readTarget(release, environment.environment);
  const result = await deployOne({ invocation, session, target, kind: 'rollback', planned: null });
  return { exitCode: exitCodeOf(result), result, text: '' };
}
