import type { Session } from '../../deployment/target.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { systemClock } from '../../runtime/clock.ts';
import { makeDispatcher } from '../../session/http.ts';
import { makeSession } from '../../session/make-session.ts';
import type { Action } from '../action.ts';
import { readRun, type WorkflowRun } from '../run.ts';
import { identityToken, subjectOf } from './identity-token.ts';
import { maskCredentials, maskedSession } from './masked-session.ts';
import { roleRefused } from './role-refused.ts';

/**
 * What the steps of a deployment act with, as the job that runs: its identity token becomes the role of the bootstrap that
 * a step needs, when it needs it, and each credential is masked before anything else can print it.
 *
 * @throws UserError GITHUB_EVENT, PULL_REQUEST_TARGET, PROXY_INVALID, CA_UNREADABLE; its clients' calls also OIDC_ABSENT,
 *   OIDC_FORK, OIDC_REFUSED, ROLE_REFUSED
 */
export async function openSession(action: Action): Promise<Session> {
  const run = readRun(action.io.env);
  if (run.event === 'pull_request_target') {
    throw new UserError(
      'PULL_REQUEST_TARGET',
      'the event pull_request_target gives what a pull request brings the rights of main; Slipway takes no credentials there',
      { next: 'start the workflow on pull_request' },
    );
  }
  const { env, signal } = action.io;
  const http = makeDispatcher(env);
  const isFork = run.pullRequest?.isFork ?? false;
  let subject: string | null = null;
  const session = makeSession({
    identity: {
      kind: 'web-identity',
      token: async () => {
        const token = await identityToken({ env, http, clock: systemClock, signal, isFork });
        action.masks.add(token);
        subject = subjectOf(token);
        return token;
      },
      sessionName: sessionName(run),
    },
    guard: (provider, target) => async () => {
      try {
        const credentials = await provider();
        maskCredentials(credentials, action.masks);
        return credentials;
      } catch (error) {
        throw roleRefused(error, target, { subject, repository: run.repository });
      }
    },
    env,
    logger: action.log,
    signal,
    by: run.actor,
    runner: runnerOf(run),
    commit: run.sha,
  });
  return Promise.resolve(maskedSession(session, action.masks));
}

/** The same when the run is started again. */
export function runnerOf({ id }: WorkflowRun): string {
  return `run ${id}`;
}

/** What CloudTrail shows: 2 to 64 of `[\w+=,.@-]`. */
function sessionName({ id, attempt }: WorkflowRun): string {
  return `slipway-${id}-${attempt}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
