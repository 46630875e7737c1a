import { spawn } from 'node:child_process';

/** A static check: a command whose exit code 0 means that nothing was found. */
export interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** Part of `npm run test:quick` too. */
  readonly quick: boolean;
}

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  /** Milliseconds. */
  readonly took: number;
  /** What the command printed, both streams. */
  readonly output: string;
}

/** Runs one check from `root`; a command that cannot be started is a failed check. */
export function runCheck(check: Check, root: string): Promise<CheckResult> {
  const started = Date.now();
  const [command = '', ...args] = check.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    const end = (ok: boolean): void => {
      resolve({ name: check.name, ok, took: Date.now() - started, output: chunks.join('') });
    };
    child.on('error', (error) => {
      chunks.push(error.message);
      end(false);
    });
    child.on('close', (code) => {
      end(code === 0);
    });
  });
}
