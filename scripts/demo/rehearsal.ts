import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliIo } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/run.ts';

/** One command as it was played. */
export interface PlayedCommand {
  readonly command: string;
  readonly exitCode: number;
  /** Milliseconds. */
  readonly took: number;
}

/** One thing that had to be so, and whether it was. */
export interface Expectation {
  readonly text: string;
  readonly ok: boolean;
  readonly detail: string | null;
}

export interface PlayedStep {
  readonly number: number;
  readonly title: string;
  readonly ok: boolean;
  /** Milliseconds. */
  readonly took: number;
  readonly commands: readonly PlayedCommand[];
  readonly expectations: readonly Expectation[];
  /** What the commands returned, by name. */
  readonly results: Readonly<Record<string, unknown>>;
}

/** How one step of the rehearsal acts and says what it expects. */
export interface Stage {
  /** Prints and runs `slipway <arguments>` as a user would type it; `save` names its JSON result in the report. */
  readonly slipway: (
    args: readonly string[],
    options?: { readonly save?: string },
  ) => Promise<{ readonly exitCode: number; readonly result: unknown }>;
  readonly expect: (text: string, ok: boolean, detail?: string) => void;
  readonly keep: (name: string, value: unknown) => void;
  readonly say: (line: string) => void;
}

export interface RehearsalOptions {
  readonly folder: string;
  readonly env: CliIo['env'];
  readonly print: (text: string) => void;
  readonly isTerminal: boolean;
  readonly width: number;
  readonly ask: CliIo['ask'];
  readonly signal: AbortSignal;
}

/** Plays steps one after another and remembers what each did. A step that throws is a failed step; later ones still play. */
export class Rehearsal {
  readonly steps: PlayedStep[] = [];
  readonly #options: RehearsalOptions;

  constructor(options: RehearsalOptions) {
    this.#options = options;
  }

  get ok(): boolean {
    return this.steps.every((step) => step.ok);
  }

  async play(title: string, act: (stage: Stage) => Promise<void>): Promise<void> {
    const number = this.steps.length + 1;
    const { print } = this.#options;
    print(`\n── ${number}. ${title} ${'─'.repeat(Math.max(0, 96 - title.length))}\n`);
    const started = performance.now();
    const commands: PlayedCommand[] = [];
    const expectations: Expectation[] = [];
    const results: Record<string, unknown> = {};
    const expect: Stage['expect'] = (text, ok, detail) => {
      expectations.push({ text, ok, detail: detail ?? null });
      print(` ${ok ? '✓' : '✗'} ${text}${ok || detail === undefined ? '' : `\n     ${detail}`}\n`);
    };
    try {
      await act({
        slipway: async (args, options) => {
          const played = await this.#run(args);
          commands.push(played.command);
          if (options?.save !== undefined) results[options.save] = played.result;
          return { exitCode: played.command.exitCode, result: played.result };
        },
        expect,
        keep: (name, value) => {
          results[name] = value;
        },
        say: (line) => {
          print(` ${line}\n`);
        },
      });
    } catch (error) {
      expect(
        'the step runs to its end',
        false,
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
    }
    const took = Math.round(performance.now() - started);
    const ok = expectations.length > 0 && expectations.every((expectation) => expectation.ok);
    this.steps.push({ number, title, ok, took, commands, expectations, results });
    print(` ${ok ? 'as it should be' : 'NOT as it should be'}, ${(took / 1000).toFixed(1)} s\n`);
  }

  /** Runs a command outside any step, just to be looked at; returns what it printed. */
  async show(args: readonly string[]): Promise<string> {
    let printed = '';
    await this.#run(args, (text) => {
      printed += text;
    });
    return printed;
  }

  async #run(
    args: readonly string[],
    also: (text: string) => void = () => undefined,
  ): Promise<{ command: PlayedCommand; result: unknown }> {
    const { folder, env, print, isTerminal, width, ask, signal } = this.#options;
    print(`\n $ slipway ${args.join(' ')}\n`);
    const file = join(folder, '..', 'result.json');
    await rm(file, { force: true });
    const started = performance.now();
    const exitCode = await runCli([...args, '--out', file], {
      cwd: folder,
      env,
      out: (text) => {
        also(text);
        print(text);
      },
      err: print,
      isTerminal,
      width,
      ask,
      signal,
    });
    const took = Math.round(performance.now() - started);
    const text = await readFile(file, 'utf8').catch(() => 'null');
    return {
      command: { command: `slipway ${args.join(' ')}`, exitCode, took },
      result: JSON.parse(text) as unknown,
    };
  }
}
