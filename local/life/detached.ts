import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../src/errors/slipway-error.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { handleOf, type LocalAws } from '../handle.ts';
import { endProcess, identify, isRunning } from './process-identity.ts';
import { readState, removeState, type LocalAwsState } from './state-file.ts';

export interface DetachedOptions {
  readonly stateDir: string;
  readonly accounts: readonly string[];
  readonly python: string;
  readonly port?: number | undefined;
}

export type LocalAwsStatus =
  | { readonly kind: 'stopped' }
  /** Its files are there, its process is not: it was killed. The next start or stop cleans up. */
  | { readonly kind: 'killed'; readonly state: LocalAwsState }
  | { readonly kind: 'running'; readonly state: LocalAwsState; readonly handle: LocalAws };

/** What the daemon leaves for the one who started it when it can't start. */
export interface StartFailure {
  readonly code: string;
  readonly message: string;
  readonly next?: string | undefined;
}

const daemon = fileURLToPath(new URL('./daemon.ts', import.meta.url));
const startDeadline = 45_000;

export function failureFileOf(stateDir: string): string {
  return join(stateDir, 'start-failure.json');
}

/**
 * Starts a local AWS that goes on after this process. One that already runs in that folder is taken as it is.
 *
 * @throws UserError as `startLocalAws` does
 */
export async function startDetached(options: DetachedOptions): Promise<LocalAws> {
  const stateDir = resolve(options.stateDir);
  const before = await statusOf(stateDir);
  if (before.kind === 'running') return before.handle;
  await stopDetached(stateDir);
  mkdirSync(stateDir, { recursive: true });
  const failureFile = failureFileOf(stateDir);
  await rm(failureFile, { force: true });
  const log = openSync(join(stateDir, 'daemon.log'), 'w');
  const child = spawn(process.execPath, [daemon, JSON.stringify({ ...options, stateDir })], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const deadline = systemClock.now() + startDeadline;
  while (systemClock.now() < deadline) {
    const status = await statusOf(stateDir);
    if (status.kind === 'running') return status.handle;
    if (existsSync(failureFile)) {
      const failure = JSON.parse(readFileSync(failureFile, 'utf8')) as StartFailure;
      throw new UserError(failure.code, failure.message, { next: failure.next });
    }
    if (child.exitCode !== null || child.signalCode !== null) break;
    await systemClock.sleep(50);
  }
  const self = child.pid === undefined ? undefined : identify(child.pid);
  if (self !== undefined)
    await endProcess(self, { group: true, graceMilliseconds: 3000, clock: systemClock });
  throw new UserError(
    'LOCAL_START_FAILED',
    `The local AWS did not start. Its log is ${join(stateDir, 'daemon.log')}.`,
  );
}

/** Ends the local AWS of that folder and whatever a killed one left; `true` when there was something to end. */
export async function stopDetached(stateDir: string): Promise<boolean> {
  const state = await readState(stateDir);
  if (state === undefined) return false;
  const end = { graceMilliseconds: 5000, clock: systemClock };
  await endProcess(state.front, { ...end, group: false });
  await Promise.all(
    state.accounts.map(({ process: identity }) => endProcess(identity, { ...end, group: true })),
  );
  await removeState(stateDir);
  return true;
}

/** Whether a local AWS runs in that folder, and how to use it. */
export async function statusOf(stateDir: string): Promise<LocalAwsStatus> {
  const state = await readState(stateDir);
  if (state === undefined) return { kind: 'stopped' };
  if (!isRunning(state.front)) return { kind: 'killed', state };
  const caFile = join(resolve(stateDir), 'ca.pem');
  const handle = handleOf(
    {
      port: state.port,
      accounts: state.accounts.map(({ account }) => account),
      caFile,
      caCertificate: await readFile(caFile, 'utf8'),
    },
    async () => {
      await stopDetached(stateDir);
    },
  );
  return { kind: 'running', state, handle };
}

/** Throws away all that the local AWS of that folder holds; one that ran runs again, empty, on the same port. */
export async function resetDetached(options: DetachedOptions): Promise<LocalAws | undefined> {
  const status = await statusOf(options.stateDir);
  await stopDetached(options.stateDir);
  await rm(options.stateDir, { recursive: true, force: true });
  return status.kind === 'running' ? startDetached({ ...options, port: status.state.port }) : undefined;
}
