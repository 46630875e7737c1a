import { dirname, join } from 'node:path';
import { Option } from 'commander';
import { cfnLintRunner } from '../../lint/cfn-lint.ts';
import { lint } from '../../lint/lint.ts';
import { findingsMarkdown, findingsText } from '../../report/findings.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { paintFor } from '../paint-for.ts';
import { venvPython } from '../python.ts';

interface LintOptions {
  readonly format: 'terminal' | 'markdown';
}

export const registerLint: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('lint [systems...]')
      .description('cfn-lint over templates × parameter files, and the wiring of the nested trees')
      .addOption(
        new Option('--format <format>', 'how it reads').choices(['terminal', 'markdown']).default('terminal'),
      )
      .addHelpText('after', '\nExamples:\n  slipway lint\n  slipway lint "photo-*"'),
  ).action(action<[string[]], LintOptions>(io, finish, run));
};

async function run(
  { io, root, options }: Invocation<LintOptions>,
  systems: string[],
): Promise<CommandOutcome> {
  const executable = join(dirname(venvPython(root, io)), 'cfn-lint');
  const findings = await lint(root, systems, cfnLintRunner(executable));
  return {
    exitCode: findings.length === 0 ? exitCodes.ok : exitCodes.failed,
    result: { findings },
    text: options.format === 'markdown' ? findingsMarkdown(findings) : findingsText(findings, paintFor(io)),
  };
}
