import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../src/errors/slipway-error.ts';
import { systemClock } from '../src/runtime/clock.ts';
import type { Logger } from '../src/runtime/logger.ts';
import { startEmulator, type Emulator } from './emulator/ministack.ts';
import { createAuthority } from './front/certificates.ts';
import { recreationBeside } from './front/cloudformation/recreation.ts';
import { emulatorsOn } from './front/emulators.ts';
import { createFront, type Front } from './front/front.ts';
import { createIssuers } from './front/issuers.ts';
import { listen, type Answers, type Listener } from './front/listener.ts';
import { readPlaceholders } from './front/placeholders.ts';
import { handleOf, type LocalAws } from './handle.ts';
import { endProcess, identify, isRunning } from './life/process-identity.ts';
import { openRequestLog } from './life/request-log.ts';
import { readState, removeState, writeState } from './life/state-file.ts';

export type { LocalAws } from './handle.ts';
export { resetDetached, startDetached, statusOf, stopDetached } from './life/detached.ts';
export type { DetachedOptions, LocalAwsStatus } from './life/detached.ts';

export interface LocalAwsOptions {
  /** Folder of this local AWS; two with different folders never meet. */
  readonly stateDir: string;
  /** 12-digit account ids, one emulator each. */
  readonly accounts: readonly string[];
  /** Python that has ministack. */
  readonly python: string;
  /** Loopback port of the front; any free one when it is left out. */
  readonly port?: number | undefined;
  /** Whether types of the closed list become inert resources instead of being refused; yes unless told otherwise. */
  readonly placeholders?: boolean | undefined;
  readonly logger: Logger;
}

/**
 * Starts a local AWS inside this process: the front here, one emulator process an account. What an earlier run with
 * the same folder left behind is ended first. The emulators end with this process, however it ends.
 *
 * @throws UserError LOCAL_PORT_TAKEN, LOCAL_ALREADY_RUNNING, LOCAL_PYTHON_MISSING, LOCAL_MINISTACK_MISSING,
 *   LOCAL_EMULATOR_FAILED
 */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  const clock = systemClock;
  const { accounts, python, logger } = options;
  const stateDir = resolve(options.stateDir);
  mkdirSync(stateDir, { recursive: true });
  await endLeftovers(stateDir);
  for (const old of ['tmp', 'placeholders.jsonl'])
    await rm(join(stateDir, old), { recursive: true, force: true });
  // The emulator runs functions below here through a CommonJS wrapper: no package.json further up may say otherwise.
  mkdirSync(join(stateDir, 'tmp'));
  writeFileSync(join(stateDir, 'tmp', 'package.json'), '{ "type": "commonjs" }\n');

  const authority = await createAuthority(clock.now());
  const caFile = join(stateDir, 'ca.pem');
  writeFileSync(caFile, authority.certificate);

  let front: Front | undefined;
  const started = (): Front => {
    if (front === undefined) throw new Error('The local AWS is still starting.');
    return front;
  };
  const answers = (account?: string): Answers => ({
    answer: async (request) => started().answer(request, account),
    routeSocket: async (request) => started().routeSocket(request),
  });
  const log = openRequestLog(join(stateDir, 'front.log'), clock);
  const listeners: Listener[] = [];
  const emulators: Emulator[] = [];
  async function stop(): Promise<void> {
    await Promise.all(listeners.map((listener) => listener.close()));
    await Promise.all(emulators.map((emulator) => emulator.stop()));
    await removeState(stateDir);
    await log.close();
  }

  try {
    const main = await listen(options.port ?? 0, authority, answers()).catch((reason: unknown) => {
      throw portFailure(reason, options.port);
    });
    listeners.push(main);
    const starts = await Promise.allSettled(
      accounts.map(async (account) => {
        const lambdas = await listen(0, authority, answers(account));
        listeners.push(lambdas);
        const emulator = await startEmulator({
          account,
          python,
          stateDir,
          caFile,
          lambdaPort: lambdas.port,
          placeholders: options.placeholders ?? true,
          clock,
        });
        emulators.push(emulator);
      }),
    );
    const failure = starts.find((one) => one.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
    const clients = emulatorsOn(new Map(emulators.map(({ account, port }) => [account, port])));
    front = createFront({
      emulators: clients,
      issuers: createIssuers(() => clock.now()),
      recreation: recreationBeside(python),
      placeholders: () => readPlaceholders(stateDir),
      clock,
      log: (text) => {
        log.line(text);
      },
    });
    const self = identify(process.pid);
    if (self === undefined) throw new Error('This process cannot tell when it started.');
    await writeState(stateDir, {
      version: 1,
      front: self,
      port: main.port,
      accounts: emulators.map(({ account, port, process: identity }) => ({
        account,
        port,
        process: identity,
      })),
      startedAt: new Date(clock.now()).toISOString(),
    });
    logger.debug(`The local AWS listens on 127.0.0.1:${main.port}.`);
    return handleOf({ port: main.port, accounts, caFile, caCertificate: authority.certificate }, async () => {
      clients.close();
      await stop();
    });
  } catch (reason) {
    await stop();
    throw reason;
  }
}

/**
 * Ends what a run that was killed left behind.
 *
 * @throws UserError LOCAL_ALREADY_RUNNING when the local AWS of that folder is alive in another process
 */
async function endLeftovers(stateDir: string): Promise<void> {
  const state = await readState(stateDir);
  if (state === undefined) return;
  if (isRunning(state.front)) {
    throw new UserError(
      'LOCAL_ALREADY_RUNNING',
      `The local AWS of ${stateDir} already runs on port ${state.port}.`,
      {
        next: 'npm run slipway -- local stop',
      },
    );
  }
  await Promise.all(
    state.accounts.map(({ process: identity }) =>
      endProcess(identity, { group: true, graceMilliseconds: 2000, clock: systemClock }),
    ),
  );
  await removeState(stateDir);
}

function portFailure(reason: unknown, port: number | undefined): unknown {
  const code = reason instanceof Error && 'code' in reason ? reason.code : undefined;
  if (port === undefined || (code !== 'EADDRINUSE' && code !== 'EACCES')) return reason;
  return new UserError('LOCAL_PORT_TAKEN', `Port ${port} of the loopback address is taken.`, {
    next: `Name another port with --port, or leave it out and a free one is chosen.`,
    cause: reason,
  });
}
