/**
 * `npm run conformance -- --profile <profile>`: plays the scenarios on a real account and prints each difference from what
 * the local AWS does. docs/conformance.md says what is made, and what each rule's source is.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { runConformance } from './command.ts';

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.stderr.write(' interrupted: removing what was made (once more ends at once, and leaves it)\n');
    interrupt.abort(new Error(`received ${signal}`));
  });
}

process.exitCode = await runConformance(process.argv.slice(2), {
  root: join(import.meta.dirname, '../..'),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  ask:
    process.stdin.isTTY && process.stderr.isTTY
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
});
