import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { findSwitch, turnSwitch } from '../../deployment/turn-switch.ts';
import { short } from '../../runtime/sha256.ts';
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
import { writeAlong } from './switch/write-along.ts';

export const registerSwitch: Register = (program, io, finish) => {
  withOutputOptions(
    withApprovalOptions(
      program
        .command('switch <system> <environment> <switch> <value>')
        .description(
          'in an emergency: deploy what runs there with one switch turned, and nothing else, without the environments before',
        ),
    ).addHelpText(
      'after',
      '\nOnly parameters that system.yml declares as switches. The plan, the gate and, where the environment needs one, the approval\nstay; the ledger says who turned it. params/<system>/<environment>.yml is changed along, for the next release: commit it.\n\nExample:\n  slipway switch leadshop prod SecurityIncident on',
    ),
  ).action(action<[string, string, string, string], DeployOptions>(io, finish, turn));
};

async function turn(
  invocation: Invocation<DeployOptions>,
  systemName: string,
  environmentName: string,
  parameter: string,
  value: string,
): Promise<CommandOutcome> {
  const { io, root, options, talks } = invocation;
  const system = await loadSystem(root, systemName);
  const environment = await loadEnvironment(root, system, environmentName);
  const wish = { parameter, value };
  findSwitch(system, wish);
  const session = await makeSession(options, io, root);
  const { target, definition, base } = await turnSwitch(environment, session, wish);
  const { stack } = definition;
  session.logger.info(
    base.id === target.release.id
      ? `release ${short(base.id)} runs there with ${parameter} ${value} already`
      : `release ${short(target.release.id)} is ${short(base.id)}, which runs there, with ${parameter} ${value}`,
  );
  const result = await deployOne({
    invocation,
    session,
    target,
    kind: 'switch',
    planned: null,
    turned: { stack, parameter, value },
  });
  // what was rolled back is not so in the repository, either
  const file =
    result.outcome === 'deploy-failed'
      ? 'unchanged'
      : await writeAlong(root, system, environment, { ...wish, stack });
  const lines = [
    file === 'changed'
      ? ` file   ${environment.file} says ${parameter} ${value}; commit it, or the next release turns it back`
      : file === 'unchanged'
        ? ''
        : ` file   ${environment.file} could not be changed: ${file}; set ${parameter} to ${value} by hand and commit it`,
    result.outcome === 'smoke-failed'
      ? ` checks  a switch may shut the checks out, too; ${parameter} is ${value}`
      : '',
  ].filter((line) => line !== '');
  if (talks && lines.length > 0) io.err(`${lines.join('\n')}\n`);
  return { exitCode: exitCodeOf(result), result: { ...result, file }, text: '' };
}
