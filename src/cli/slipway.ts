import { createInterface } from 'node:readline/promises';
import { runCli } from './run.ts';
import { secretInput } from './secret-input.ts';

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupt.abort(new Error(`received ${signal}`));
  });
}

const canAsk = process.stdin.isTTY && process.stderr.isTTY;

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY && process.env['CI'] === undefined,
  width: process.stdout.isTTY ? process.stdout.columns : 100,
  ask: canAsk
    ? async (question) => {
        const prompt = createInterface({ input: process.stdin, output: process.stderr });
        try {
          return await prompt.question(question, { signal: interrupt.signal });
        } finally {
          prompt.close();
        }
      }
    : null,
  signal: interrupt.signal,
  secretInput: secretInput(process.stdin, process.stderr, interrupt.signal),
});
