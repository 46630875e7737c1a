import { Action, type ActionEnd } from './action.ts';
import { openers } from './openers.ts';
import { performAction } from './perform-action.ts';

/**
 * Runs an action in this process: reads the process's environment, writes to its log, sets its exit code. A signal
 * (a job that is cancelled: SIGINT, then SIGTERM after 7.5 s) lets it stop before its next change.
 *
 * @param name as its folder is called
 */
export async function runAction(name: string, main: (action: Action) => Promise<ActionEnd>): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupt.abort(new Error(`received ${signal}`));
    });
  }
  const io = {
    env: process.env,
    program: process.argv[1] ?? '',
    write: (text: string) => void process.stdout.write(text),
    signal: interrupt.signal,
  };
  process.exitCode = await performAction(new Action(name, io, openers), main);
}
