import { Option } from 'commander';
import { runSmokeChecks } from '../../deployment/run-smoke-checks.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { smokeJunit } from '../../report/smoke-junit.ts';
import { smokeMarkdown, smokeText } from '../../report/smoke-text.ts';
import { smokeGroups } from '../../smoke/report.ts';
import type { SmokeGroup, SmokeReport } from '../../smoke/report.ts';
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
import { paintFor } from '../paint-for.ts';

interface SmokeOptions {
  readonly format: 'terminal' | 'markdown' | 'junit';
  readonly groups?: readonly SmokeGroup[];
}

export const registerSmoke: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('smoke <system> <environment>')
      .description('run the smoke profile of the release that the environment runs')
      .addOption(
        new Option('--format <format>', 'how it reads')
          .choices(['terminal', 'markdown', 'junit'])
          .default('terminal'),
      )
      .addOption(
        new Option(
          '--groups <group...>',
          'only these groups of checks; rate-limit sends load and runs only when it is named',
        ).choices([...smokeGroups]),
      )
      .addHelpText('after', '\nExample:\n  slipway smoke companycam dev --format junit > out/smoke.xml'),
  ).action(action<[string, string], SmokeOptions>(io, finish, smoke));
};

async function smoke(
  invocation: Invocation<SmokeOptions>,
  system: string,
  environment: string,
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const session = await makeSession(options, io, root);
  const { target, outputs } = await deployedTarget(root, { system, environment }, session, 'deploy');
  const report = await runSmokeChecks(target, session, outputs, { groups: options.groups });
  if (report === null) {
    throw new UserError(
      'NO_SMOKE_PROFILE',
      `${system} has no smoke profile: ${target.system.file} names none`,
    );
  }
  return {
    exitCode: report.failed === 0 ? exitCodes.ok : exitCodes.failed,
    result: report,
    text: render(report, invocation),
  };
}

function render(report: SmokeReport, { io, options }: Invocation<SmokeOptions>): string {
  switch (options.format) {
    case 'terminal':
      return smokeText(report, paintFor(io));
    case 'markdown':
      return smokeMarkdown(report);
    case 'junit':
      return smokeJunit(report);
  }
}
