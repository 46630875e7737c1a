import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { repositoryRoot, type GlobalOptions } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import type { CliIo } from './io.ts';

/** What a command hands back: its exit code, its result as data, and the same as text. */
export interface CommandOutcome {
  readonly exitCode: ExitCode;
  /** What `--json` prints and `--out` writes. */
  readonly result: unknown;
  /** What a person reads; empty where all was said while it ran. */
  readonly text: string;
}

export interface OutputOptions extends GlobalOptions {
  readonly json?: boolean;
  readonly out?: string;
}

/** Where and how a command runs. */
export interface Invocation<Options> {
  readonly io: CliIo;
  readonly root: string;
  readonly options: Options & OutputOptions;
  /** False with `--json`: then only warnings and errors go to the second stream. */
  readonly talks: boolean;
}

export type Register = (program: Command, io: CliIo, finish: (code: ExitCode) => void) => void;

/** Adds the options that every command takes. */
export function withOutputOptions(command: Command): Command {
  return command
    .addOption(new Option('--root <folder>', 'the repository to work on (default: the current folder)'))
    .addOption(
      new Option('--assume-roles', 'assume the bootstrap’s role for each step from the default credentials'),
    )
    .addOption(
      new Option(
        '--profiles <pattern>',
        'a profile for each step, of {system}, {environment}, {account} and {role} (or SLIPWAY_PROFILES)',
      ),
    )
    .addOption(new Option('--json', 'print the result as JSON'))
    .addOption(new Option('--out <file>', 'write the result as JSON to a file, too'))
    .addOption(new Option('--verbose', 'say more'));
}

/** Turns a function into commander's action: finds the repository, runs, prints text or JSON, writes `--out`, sets the exit code. */
// The arguments' types are those that the command's own usage line makes commander hand over.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function action<Args extends readonly unknown[], Options>(
  io: CliIo,
  finish: (code: ExitCode) => void,
  run: (invocation: Invocation<Options>, ...args: Args) => Promise<CommandOutcome>,
  findRoot: (options: GlobalOptions, io: CliIo) => string = repositoryRoot,
): (...args: unknown[]) => Promise<void> {
  return async (...all) => {
    // commander hands over the arguments, then the options, then the command itself
    const options = all.at(-2) as Options & OutputOptions;
    const args = all.slice(0, -2) as unknown as Args;
    const root = findRoot(options, io);
    const outcome = await run({ io, root, options, talks: options.json !== true }, ...args);
    if (options.json === true) io.out(`${JSON.stringify(outcome.result, null, 2)}\n`);
    else if (outcome.text !== '') io.out(outcome.text.endsWith('\n') ? outcome.text : `${outcome.text}\n`);
    if (options.out !== undefined) {
      const file = resolve(io.cwd, options.out);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(outcome.result, null, 2)}\n`);
    }
    finish(outcome.exitCode);
  };
}
