import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode, type Started } from '../../scripts/bundle/start-action.ts';
import { root } from '../docs/repository-files.ts';

export interface StartedAction extends Started {
  /** What the files hold that the runner hands to a step. */
  readonly outputs: string;
  readonly summary: string;
}

/** The actions as a runner checks them out, with no node_modules anywhere above, and a folder for the repository that uses them. */
export interface DistCheckout extends AsyncDisposable {
  readonly folder: string;
  /** Empty. */
  readonly workspace: string;
  fileOf(name: string): string;
  /** Runs `dist/<name>.js` with these variables and nothing of this process's own but the PATH. */
  start(name: string, env: Readonly<Record<string, string>>): Promise<StartedAction>;
}

export async function checkoutDist(): Promise<DistCheckout> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-dist-'));
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  const fileOf = (name: string): string => join(folder, 'dist', `${name}.js`);
  return {
    folder,
    workspace,
    fileOf,
    start: async (name, env) => {
      const run = await mkdtemp(join(folder, 'run-'));
      const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_STATE: 'state' };
      const paths = Object.entries(files).map(([key, file]) => [key, join(run, file)] as const);
      for (const [, path] of paths) await writeFile(path, '');
      const started = await startNode({
        args: [fileOf(name)],
        cwd: workspace,
        env: {
          PATH: process.env['PATH'] ?? '',
          ...Object.fromEntries(paths),
          GITHUB_WORKSPACE: workspace,
          ...env,
        },
      });
      const outputs = await readFile(join(run, 'output'), 'utf8');
      return { ...started, outputs, summary: await readFile(join(run, 'summary'), 'utf8') };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
