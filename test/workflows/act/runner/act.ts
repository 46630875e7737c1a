import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobsOfRun, type CalledRepositories } from './jobs-of-run.ts';
import { readLog, type JobResult } from './log.ts';
import { startRunner, tokenOfNobody, type Issuers, type StepOfRun } from './runner.ts';

const root = join(import.meta.dirname, '../../../..');
const act = join(root, '.venv/bin/act');
const standIns = join(import.meta.dirname, 'standins');

/** The actions of others that the workflows use, by the commits that they are pinned to. */
const others = {
  'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd': 'checkout',
  'actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f': 'setup-node',
  'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f': 'upload-artifact',
  'actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131': 'download-artifact',
} as const;

export interface RunOptions {
  /** For what the run leaves: a folder of its own is made in it. */
  readonly base: string;
  /** The commit's files: workflows are read here. */
  readonly folder: string;
  /** `pr.yml` */
  readonly workflow: string;
  readonly event: { readonly name: string; readonly payload: object };
  /** What the runner tells each step: GITHUB_REPOSITORY, GITHUB_RUN_ID, … */
  readonly env: Readonly<Record<string, string>>;
  readonly called?: CalledRepositories;
  readonly isFork?: boolean;
  /** `github.token` may only read, whatever the workflow says: a rule of the organisation, or Dependabot's runs. */
  readonly isReadOnly?: boolean;
  readonly issuers: Issuers;
  readonly before?: (step: StepOfRun) => Promise<void>;
}

export interface Run {
  readonly exitCode: number | null;
  readonly jobs: readonly JobResult[];
  /** Everything that act printed. */
  readonly log: string;
  /** Milliseconds. */
  readonly took: number;
}

/** Runs a workflow for an event; jobs run on this machine, in folders of their own. */
export async function runAct(options: RunOptions): Promise<Run> {
  const started = Date.now();
  const jobs = jobsOfRun(options.folder, options.workflow, options.called);
  const runner = await startRunner({
    jobs,
    isFork: options.isFork ?? false,
    isReadOnly: options.isReadOnly ?? false,
    issuers: options.issuers,
    before: options.before ?? (() => Promise.resolve()),
  });
  const folder = mkdtempSync(join(options.base, 'run-'));
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify(options.event.payload));
  const env = { ...options.env, ACT_RUNNER_URL: runner.url };
  const mapped = [
    ...Object.entries(others).map(([action, name]) => `${action}=${join(standIns, name)}`),
    ...[...(options.called ?? [])].map(([repository, path]) => `${repository}=${path}`),
  ];
  const args = [
    options.event.name,
    ...['--actor', 'ada'],
    ...['--json', '--no-cache-server', '--action-offline-mode', '--no-skip-checkout'],
    ...['--directory', options.folder, '--workflows', join('.github/workflows', options.workflow)],
    ...['--eventpath', event, '--action-cache-path', join(folder, 'cache')],
    ...['ubuntu-latest', 'ubuntu-24.04'].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...['--secret', `GITHUB_TOKEN=${tokenOfNobody}`, '--env-file', '/dev/null', '--secret-file', '/dev/null'],
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...mapped.flatMap((mapping) => ['--local-repository', mapping]),
  ];
  const child = spawn(act, args, {
    env: { PATH: `${nodeFirst(folder)}:${process.env['PATH'] ?? ''}`, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const log = chunks.join('');
    return { exitCode, jobs: readLog(log), log, took: Date.now() - started };
  } finally {
    await runner.close();
  }
}

/** A folder whose `node` asks the runner first, and after it the tools that the machine of a runner has. */
function nodeFirst(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const wrapper = join(import.meta.dirname, 'node.mjs');
  // act asks the first node of the path which file it is, and starts that one from then on;
  // a plain sh would lose INPUT_WORKING-DIRECTORY, whose name is none for it
  const whichNode = 'console.log(process.execPath)';
  writeFileSync(
    join(bin, 'node'),
    `#!/usr/bin/env bash\n[ "$3" = '${whichNode}' ] && echo "$0" && exit\nexec '${process.execPath}' '${wrapper}' "$@"\n`,
  );
  chmodSync(join(bin, 'node'), 0o755);
  return `${bin}:${join(root, '.venv/bin')}`;
}
