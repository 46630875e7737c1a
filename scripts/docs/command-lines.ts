import { Command, CommanderError } from 'commander';
import { commands } from '../../src/cli/commands/index.ts';
import type { CliIo } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/run.ts';
import { codeTexts } from './markdown.ts';

const nothing = (): void => undefined;

function silentIo(out: CliIo['out'] = nothing): CliIo {
  return {
    cwd: '.',
    env: {},
    out,
    err: nothing,
    isTerminal: false,
    width: 100,
    ask: null,
    signal: new AbortController().signal,
  };
}

/** The command line as it is, except that its commands do nothing. */
function idleProgram(): Command {
  const program = new Command('slipway')
    .exitOverride()
    .configureOutput({ writeOut: nothing, writeErr: nothing });
  for (const register of commands) register(program, silentIo(), nothing);
  for (const command of leaves(program)) command.action(nothing);
  return program;
}

function leaves(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

/** Every command as its words, groups before what is in them: `['local']`, `['local', 'start']`. */
export function commandNames(): readonly (readonly string[])[] {
  const below = (command: Command, path: readonly string[]): (readonly string[])[] =>
    command.commands.flatMap((child) => {
      const name = [...path, child.name()];
      return [name, ...below(child, name)];
    });
  return below(idleProgram(), []);
}

/** What `slipway <words> --help` prints, 100 columns wide. */
export async function helpText(words: readonly string[]): Promise<string> {
  let text = '';
  await runCli(
    [...words, '--help'],
    silentIo((part) => (text += part)),
  );
  return text.trimEnd();
}

/**
 * Whether the command line takes these words: the command and its options exist, and its arguments are there.
 * @returns what is wrong, or `null`
 */
export async function problemOf(words: readonly string[]): Promise<string | null> {
  try {
    await idleProgram().parseAsync([...words], { from: 'user' });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? null : error.message;
  }
}

/**
 * The `slipway …` commands in a Markdown text's code, as words without `slipway`. What a shell would not hand over is left
 * out: a prompt, a comment, a redirection, a pipe, and what stands two or more spaces further to the right.
 */
export function slipwayCommands(markdown: string): readonly (readonly string[])[] {
  return codeTexts(markdown)
    .flatMap((text) => text.replaceAll('\\\n', ' ').split('\n'))
    .flatMap((line) => {
      const match = /^\s*(?:\$ )?(?:npm run slipway --|slipway) (?<rest>[a-z-].*)$/.exec(line);
      const rest = match?.groups?.['rest'];
      if (rest === undefined) return [];
      const [command = ''] = rest.split(/\s{2,}|\s(?:#|>{1,2}|\||&&)\s/);
      return [
        (command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2')),
      ];
    });
}
