import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { CliIo } from './io.ts';
import { printError } from './print-error.ts';

const exitCodeHelp = `
Exit codes:
  0  done, or nothing to do          3  stopped by the gate, or not approved
  1  it ran and failed               4  the plan is not the approved one any more
  2  the input is wrong              5  overtaken, or locked by another deployment
  70 a mistake of Slipway's own      130 interrupted

Examples:
  slipway lint                                   all systems
  slipway release companycam                     build once; says the release's id
  slipway plan companycam dev sit prod           what would change, everywhere
  slipway promote companycam                     dev, then sit, then prod after a person's approval
  slipway rollback companycam dev                back to the last good release
  slipway status                                 which release is where

More: docs/cli.md, docs/errors.md
`;

/**
 * Runs one command line.
 * @param argv the arguments after `slipway`
 * @returns the exit code (`exit-codes.ts`); never throws
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let code: ExitCode = exitCodes.ok;
  const finish = (value: ExitCode): void => {
    code = value;
  };
  const program = new Command('slipway')
    .description(
      'Takes hand-written CloudFormation and a single-page application from a pull request to production.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
    })
    .showSuggestionAfterError()
    .addHelpText('after', exitCodeHelp);
  for (const register of commands) register(program, io, finish);
  pointToHelp(program, 'slipway');
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.userError;
    return printError(error, io);
  }
}

/** A mistake in a command line is followed by the command that explains it. */
function pointToHelp(command: Command, words: string): void {
  command.showHelpAfterError(`Next: ${words} --help`);
  for (const inner of command.commands) pointToHelp(inner, `${words} ${inner.name()}`);
}
