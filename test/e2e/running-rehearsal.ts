import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusOf, type LocalAws } from '../../local/local-aws.ts';
import type { LocalAwsState } from '../../local/life/state-file.ts';
import type { PromoteResult } from '../../scripts/demo/acts/results.ts';
import type { PlayedStep } from '../../scripts/demo/rehearsal.ts';
import type { DeploymentResult } from '../../src/deployment/result.ts';

const root = join(import.meta.dirname, '../..');
const staysUp = ' it stays up until Ctrl-C\n';

/** `report.json`, as the rehearsal writes it. */
export interface RehearsalReport {
  readonly schema: number;
  readonly ok: boolean;
  readonly startedAt: string;
  /** Milliseconds. */
  readonly took: number;
  readonly steps: readonly PlayedStep[];
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
}

/** A rehearsal that has been played and stays up. */
export interface RunningRehearsal {
  readonly folder: string;
  readonly report: RehearsalReport;
  readonly html: string;
  readonly local: LocalAws;
  readonly state: LocalAwsState;
  /** All that it printed so far, both streams. */
  printed(): string;
  /** Ctrl-C; how it ended. */
  interrupt(): Promise<{ readonly exitCode: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Removes the folder; ends what is still there. */
  end(): Promise<void>;
}

/** Plays the rehearsal in a folder of its own, as `npm run demo -- --yes --keep` does, and waits until all acts are over. */
export async function playRehearsal(): Promise<RunningRehearsal> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/demo/demo.ts'), '--yes', '--keep', '--out', folder],
    { cwd: root, env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (exitCode, signal) => {
      resolve({ exitCode, signal });
    });
  });
  let text = '';
  const up = new Promise<boolean>((resolve) => {
    const read = (more: string): void => {
      text += more;
      if (text.includes(staysUp)) resolve(true);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
  const end = async (): Promise<void> => {
    if (isAlive(child)) {
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (!(await Promise.race([up, ended.then(() => false)]))) throw new Error(`It did not stay up:\n${text}`);
    const status = await statusOf(join(folder, 'local'));
    if (status.kind !== 'running') throw new Error(`Its local AWS is ${status.kind}.`);
    return {
      folder,
      report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as RehearsalReport,
      html: readFileSync(join(folder, 'report.html'), 'utf8'),
      local: status.handle,
      state: status.state,
      printed: () => text,
      interrupt: () => {
        child.kill('SIGINT');
        return ended;
      },
      end,
    };
  } catch (reason) {
    await end();
    throw reason;
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Every deployment of a rehearsal, in the order in which they were made. */
export function deploymentsOf(report: RehearsalReport): readonly DeploymentResult[] {
  return report.steps.flatMap(({ results }) => [
    ...((results['promote'] as PromoteResult | undefined)?.deployments ?? []),
    ...['deploy', 'rollback'].flatMap((name) => (results[name] as DeploymentResult | undefined) ?? []),
  ]);
}
