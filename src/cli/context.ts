import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Identity } from '../aws/identity.ts';
import type { Session } from '../deployment/target.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Logger } from '../runtime/logger.ts';
import { headCommit, makeSession as sessionOf } from '../session/make-session.ts';
import type { CliIo } from './io.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly root?: string;
  readonly assumeRoles?: boolean;
  readonly profiles?: string;
  readonly verbose?: boolean;
}

/** The repository that commands work on: `--root`, or the current folder; it must hold `params/`. */
export function repositoryRoot(options: GlobalOptions, io: CliIo): string {
  const root = options.root ?? io.cwd;
  if (existsSync(join(root, 'params'))) return root;
  throw new UserError(
    'NOT_A_REPOSITORY',
    `${root} holds no params/ folder, so there is no system to work on`,
    {
      next: 'go to the repository that holds templates/ and params/, or name it with --root',
    },
  );
}

export function makeLogger(options: GlobalOptions, io: CliIo): Logger {
  return {
    info: (line) => {
      io.err(` ${line}\n`);
    },
    warn: (line) => {
      io.err(` warning  ${line}\n`);
    },
    debug: (line) => {
      if (options.verbose === true) io.err(` debug    ${line}\n`);
    },
  };
}

/**
 * How commands come by credentials: a profile for each step (`--profiles`, SLIPWAY_PROFILES), the bootstrap's roles assumed
 * from the default chain (`--assume-roles`), or the default chain as it is.
 * @throws UserError IDENTITY_TWICE
 */
export function identityOf(options: GlobalOptions, io: CliIo): Identity {
  const pattern = options.profiles ?? (options.assumeRoles === true ? undefined : io.env['SLIPWAY_PROFILES']);
  if (pattern !== undefined && options.assumeRoles === true) {
    throw new UserError(
      'IDENTITY_TWICE',
      '--profiles and --assume-roles are two ways to come by credentials; give one of them',
    );
  }
  if (pattern !== undefined) return { kind: 'profiles', pattern };
  return options.assumeRoles === true ? { kind: 'assume' } : { kind: 'ambient' };
}

/** What the steps of a deployment act with, from the surroundings of the command. */
export async function makeSession(options: GlobalOptions, io: CliIo, root: string): Promise<Session> {
  return sessionOf({
    identity: identityOf(options, io),
    env: io.env,
    logger: makeLogger(options, io),
    signal: io.signal,
    by: io.env['GITHUB_ACTOR'] ?? io.env['USER'] ?? null,
    runner: runnerOf(io),
    commit: io.env['GITHUB_SHA'] ?? (await headCommit(root)),
  });
}

function runnerOf({ env }: CliIo): string {
  const run = env['GITHUB_RUN_ID'];
  return run === undefined ? `${env['USER'] ?? 'somebody'}@${hostname()}` : `run ${run}`;
}
