import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Option } from 'commander';
import { cfnLintRunner } from '../../lint/cfn-lint.ts';
import { stops } from '../../lint/finding.ts';
import { findingsMarkdown, findingsText } from '../../report/findings.ts';
import { sarif } from '../../report/sarif.ts';
import { version } from '../../runtime/version.ts';
import { gitPrefix } from '../../source-changes/git.ts';
import { lintChange } from '../../source-changes/lint-change.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeLogger } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { paintFor } from '../paint-for.ts';
import { venvPython } from '../python.ts';

interface LintOptions {
  readonly since?: string;
  readonly sarif?: string;
  readonly strict: boolean;
  readonly format: 'terminal' | 'markdown';
}

export const registerLint: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('lint [systems...]')
      .description('cfn-lint over templates × parameter files, and the wiring of the nested trees')
      .option('--since <commit>', 'only systems that are made of files changed since this commit')
      .option('--sarif <file>', 'write the findings as SARIF 2.1.0, too')
      .option('--strict', 'fail on notes, too', false)
      .addOption(
        new Option('--format <format>', 'how it reads').choices(['terminal', 'markdown']).default('terminal'),
      )
      .addHelpText(
        'after',
        '\nExamples:\n  slipway lint\n  slipway lint "photo-*"\n  slipway lint --since HEAD^1 --sarif out/lint.sarif',
      ),
  ).action(action<[string[]], LintOptions>(io, finish, run));
};

async function run(
  { io, root, options, talks }: Invocation<LintOptions>,
  patterns: string[],
): Promise<CommandOutcome> {
  const logger = makeLogger(options, io);
  const { systems, findings, touched } = await lintChange({
    root,
    patterns,
    since: options.since ?? '',
    runCfnLint: cfnLintRunner(join(dirname(venvPython(root, io)), 'cfn-lint')),
    logger: talks && options.since !== undefined ? logger : { ...logger, info: () => undefined },
  });
  if (options.sarif !== undefined) {
    const file = resolve(io.cwd, options.sarif);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sarif(findings, { version, prefix: await gitPrefix(root) }));
  }
  return {
    exitCode: stops(findings) || (options.strict && findings.length > 0) ? exitCodes.failed : exitCodes.ok,
    result: { systems, findings, ...(options.since !== undefined && { touched }) },
    text: options.format === 'markdown' ? findingsMarkdown(findings, systems) : text(),
  };

  function text(): string {
    if (systems.length === 0 && findings.length === 0)
      return ' lint  the change touches no system: nothing to look at';
    return findingsText(findings, paintFor(io));
  }
}
