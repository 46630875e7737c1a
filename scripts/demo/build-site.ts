import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds the sample application of a work copy, as the job of a workflow would: no identity is at hand. */
export async function buildSite(
  { root, work }: { readonly root: string; readonly work: string },
  say: (line: string) => void,
): Promise<void> {
  const started = performance.now();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', 'site', '--outDir', 'dist', '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: work,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    },
  );
  say(`site built by Vite in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
