import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadedBy } from '../scripts/bundle/loaded-by.ts';
import { startNode } from '../scripts/bundle/start-action.ts';
import { wrongInputs } from '../scripts/bundle/wrong-inputs.ts';
import { actionNames, readAction } from '../scripts/docs/actions/action-file.ts';

/**
 * `npm run bench:start`: how large each action is, and how long it takes to fail on a missing input, beside a bare
 * `node -e 0` in the same rounds. Fails where one takes longer than 1.5 times the bare one and 60 ms.
 */
const root = join(import.meta.dirname, '..');
const rounds = 10;
const [factor, allowance] = [1.5, 60];

interface Measured {
  readonly name: string;
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly took: number[];
}

const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-'));
try {
  await bench();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const actions: Measured[] = [];
  for (const name of await actionNames(root)) {
    const inputs = wrongInputs(await readAction(root, name));
    actions.push({
      name,
      file: join(root, 'dist', `${name}.js`),
      env: { ...inputs, GITHUB_WORKSPACE: folder },
      took: [],
    });
  }
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await startNode({ args: ['-e', '0'], cwd: folder, env: {} })).took);
    for (const action of actions) {
      const { code, output, took } = await startNode({ args: [action.file], cwd: folder, env: action.env });
      if (code !== 1 || !output.includes('::error '))
        throw new Error(
          `${action.name} ended with ${String(code)} and did not name a wrong input:\n${output}`,
        );
      action.took.push(took);
    }
  }
  const limit = factor * median(bare) + allowance;
  say(
    `node -e 0: ${ms(median(bare))}, so an action may take ${ms(limit)} (median of ${rounds} rounds each)\n`,
  );
  say(row(['action', 'starter', 'loads', 'files', 'start', 'ratio', '']));
  for (const action of actions) {
    const loaded = await loadedBy({ args: [action.file], cwd: folder, env: action.env });
    const took = median(action.took);
    const holds = took <= limit;
    if (!holds) process.exitCode = 1;
    say(
      row([
        action.name,
        kB((await stat(action.file)).size),
        kB(loaded.bytes),
        String(loaded.files),
        ms(took),
        (took / median(bare)).toFixed(2),
        holds ? 'ok' : 'TOO SLOW',
      ]),
    );
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

function row([name = '', ...cells]: readonly string[]): string {
  return ` ${name.padEnd(12)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
