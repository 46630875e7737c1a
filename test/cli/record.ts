import { runCli } from '../../src/cli/run.ts';
import type { CliIo } from '../../src/cli/io.ts';

/** What one command line left behind. */
export interface Recorded {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `slipway` in a folder, in this process, with nobody watching. */
export async function slipway(
  cwd: string,
  argv: readonly string[],
  more: Partial<CliIo> = {},
): Promise<Recorded> {
  let out = '';
  let err = '';
  const exitCode = await runCli(argv, {
    cwd,
    env: {},
    out: (text) => (out += text),
    err: (text) => (err += text),
    isTerminal: false,
    width: 100,
    ask: null,
    signal: new AbortController().signal,
    ...more,
  });
  return { exitCode, out, err };
}
