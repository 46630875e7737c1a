import { runCli } from '../../src/cli/run.ts';
import type { CliIo } from '../../src/cli/io.ts';

/** What one command line left behind. */
export interface Recorded {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Streams with nobody watching, and what was written to them so far. */
export function recordedIo(more: Partial<CliIo> = {}): {
  readonly io: CliIo;
  readonly written: { readonly out: string; readonly err: string };
} {
  const written = { out: '', err: '' };
  const io: CliIo = {
    cwd: '/',
    env: {},
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    isTerminal: false,
    width: 100,
    ask: null,
    signal: new AbortController().signal,
    ...more,
  };
  return { io, written };
}

/** Runs `slipway` in a folder, in this process, with nobody watching. */
export async function slipway(
  cwd: string,
  argv: readonly string[],
  more: Partial<CliIo> = {},
): Promise<Recorded> {
  const { io, written } = recordedIo({ cwd, ...more });
  const exitCode = await runCli(argv, io);
  return { exitCode, ...written };
}
