import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Identity } from '../aws/identity.ts';
import type { Session } from '../deployment/target.ts';
import { systemClock } from '../runtime/clock.ts';
import type { EnvironmentVariables } from '../runtime/environment-variables.ts';
import type { Logger } from '../runtime/logger.ts';
import { clientsBy, type CredentialsGuard } from './clients-by.ts';
import { makeDispatcher, makeTls } from './http.ts';

export interface SessionOptions {
  readonly identity: Identity;
  /** Looks after the credentials that the identity gives. */
  readonly guard?: CredentialsGuard;
  /** Proxy, extra certificates. */
  readonly env: EnvironmentVariables;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly by: string | null;
  /** The same when the run is started again: `run 1234` at GitHub, `ada@laptop` at a desk. */
  readonly runner: string;
  readonly commit: string | null;
}

/**
 * What the steps of a deployment act with, made from the surroundings of a process.
 * @throws UserError PROXY_INVALID, CA_UNREADABLE
 */
export function makeSession({ identity, guard, env, ...rest }: SessionOptions): Session {
  return {
    ...rest,
    clients: clientsBy(identity, guard),
    http: makeDispatcher(env),
    tls: makeTls(env),
    clock: systemClock,
  };
}

/** The commit that is checked out, or `null` outside a git checkout. */
export async function headCommit(root: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', root, 'rev-parse', 'HEAD']);
    return stdout.trim();
  } catch {
    return null;
  }
}
