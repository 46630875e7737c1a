import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../src/errors/slipway-error.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { endProcess, identify, type ProcessIdentity } from '../life/process-identity.ts';

export interface EmulatorOptions {
  readonly account: string;
  /** Python that has ministack: a path or a name on the PATH. */
  readonly python: string;
  /** Folder for its log and temporary files. */
  readonly stateDir: string;
  /** PEM file with the authority that the front's certificates come from. */
  readonly caFile: string;
  /** Port of the front where this account's Lambda functions arrive. */
  readonly lambdaPort: number;
  readonly placeholders: boolean;
  readonly clock: Clock;
}

export interface Emulator {
  readonly account: string;
  readonly port: number;
  readonly process: ProcessIdentity;
  stop(): Promise<void>;
}

const runner = fileURLToPath(new URL('./run_ministack.py', import.meta.url));
const lambdaNetwork = fileURLToPath(new URL('../front/lambda-network.cjs', import.meta.url));
const startDeadline = 30_000;

/**
 * Starts one ministack for one account on a free loopback port and waits until it answers.
 *
 * @throws UserError LOCAL_PYTHON_MISSING, LOCAL_MINISTACK_MISSING, LOCAL_EMULATOR_FAILED
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { account, python, stateDir, clock } = options;
  const temporary = join(stateDir, 'tmp', account);
  mkdirSync(temporary, { recursive: true });
  const logFile = join(stateDir, `ministack-${account}.log`);
  const log = openSync(logFile, 'w');
  const port = await freePort();
  const child = spawn(python, options.placeholders ? [runner] : [runner, '--no-placeholders'], {
    cwd: temporary,
    detached: true,
    stdio: ['pipe', log, log],
    env: environmentOf(options, port, temporary),
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  const failed = once(child, 'error').then(([reason]: unknown[]) => reason);
  const ended = once(child, 'exit').then(([code]: unknown[]) => code);
  const waiting = new AbortController();
  const first = await Promise.race([
    failed,
    ended.then((code) => ({ code: code ?? 'a signal' })),
    healthy(port, clock, waiting.signal),
  ]);
  waiting.abort();
  if (first === true && child.pid !== undefined) {
    const identity = identify(child.pid);
    if (identity !== undefined) {
      return {
        account,
        port,
        process: identity,
        stop: () => endProcess(identity, { group: true, graceMilliseconds: 2000, clock }),
      };
    }
  }
  if (child.pid !== undefined) {
    const identity = identify(child.pid);
    if (identity !== undefined) await endProcess(identity, { group: true, graceMilliseconds: 500, clock });
  }
  throw failureOf(first, options, logFile);
}

function failureOf(first: unknown, { account, python }: EmulatorOptions, logFile: string): UserError {
  const code = codeOf(first);
  if (code === 'ENOENT' || code === 'EACCES') {
    return new UserError('LOCAL_PYTHON_MISSING', `The local AWS needs Python, and ${python} cannot be run.`, {
      next: 'npm run setup',
    });
  }
  if (code === 3) {
    return new UserError(
      'LOCAL_MINISTACK_MISSING',
      `The local AWS needs ministack, and ${python} does not have it.`,
      {
        next: 'npm run setup',
      },
    );
  }
  const why =
    code === undefined ? `it did not answer within ${startDeadline / 1000} s` : `it ended with ${code}`;
  const tail = existsSync(logFile)
    ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n')
    : '';
  return new UserError(
    'LOCAL_EMULATOR_FAILED',
    `The emulator of account ${account} did not start: ${why}. Its log is ${logFile}.${tail === '' ? '' : `\n${tail}`}`,
  );
}

/** The exit code of the process, or the error code of an attempt to start it. */
function codeOf(first: unknown): string | number | undefined {
  const code = typeof first === 'object' && first !== null && 'code' in first ? first.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

function environmentOf(
  { account, caFile, lambdaPort, stateDir }: EmulatorOptions,
  port: number,
  temporary: string,
): NodeJS.ProcessEnv {
  // Only what the emulator needs: credentials, proxies and endpoints of the caller's own must not reach it.
  return {
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    HOME: temporary,
    TMPDIR: temporary,
    LANG: 'C.UTF-8',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
    AUTH: 'true',
    IOT_MTLS_ENABLED: '0',
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_ACCOUNT_ID: account,
    NODE_OPTIONS: `--require ${JSON.stringify(lambdaNetwork)}`,
    NODE_EXTRA_CA_CERTS: caFile,
    SLIPWAY_LOCAL_FRONT_PORT: String(lambdaPort),
    SLIPWAY_LOCAL_STATE: stateDir,
  };
}

async function healthy(port: number, clock: Clock, signal: AbortSignal): Promise<boolean> {
  const deadline = clock.now() + startDeadline;
  while (clock.now() < deadline && !signal.aborted) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/_ministack/health`, {
        signal: AbortSignal.timeout(2000),
      });
      await answer.arrayBuffer();
      if (answer.ok) return true;
    } catch {
      // Not up yet.
    }
    await clock.sleep(50);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
