import { spawn } from 'node:child_process';

export interface Started {
  readonly code: number | null;
  /** Both streams. */
  readonly output: string;
  /** Milliseconds from the start of the process to its end. */
  readonly took: number;
}

export interface StartOptions {
  /** What Node is given: options, then the file of `dist/`. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Nothing else of this process's environment is handed on. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts Node as GitHub's runner does for a step (`runs.main` of a JavaScript action), and waits for its end. */
export function startNode({ args, cwd, env }: StartOptions): Promise<Started> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output: chunks.join(''), took: performance.now() - started });
    });
  });
}
