import type { Dispatcher } from 'undici';
import { UserError } from '../../errors/slipway-error.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { EnvironmentVariables } from '../../runtime/environment-variables.ts';

const audience = 'sts.amazonaws.com';
/** Milliseconds between tries, and for one answer. */
const pauses = [500, 2000, 5000];
const answerWithin = 15_000;

export interface IdentityTokenOptions {
  readonly env: EnvironmentVariables;
  readonly http: Dispatcher;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** True in a pull request from a fork, which gets no token whatever its permissions are. */
  readonly isFork: boolean;
}

/**
 * Asks GitHub for an identity token of this job for AWS (Docs, "OpenID Connect reference", requesting the token by the
 * environment variables).
 * @throws UserError OIDC_ABSENT: the job may not have one; OIDC_FORK; OIDC_REFUSED: GitHub gives none
 */
export async function identityToken(options: IdentityTokenOptions): Promise<string> {
  const { env, clock, signal } = options;
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  if (url === '' || bearer === '') throw absent(options.isFork);
  for (const pause of [...pauses, null]) {
    const answer = await ask(options, url, bearer);
    if ('token' in answer) return answer.token;
    if (pause === null || !answer.mayPass) throw refused(answer.said);
    await clock.sleep(pause, signal);
  }
  throw refused('nothing');
}

type Answer = { readonly token: string } | { readonly said: string; readonly mayPass: boolean };

async function ask({ http, signal }: IdentityTokenOptions, url: string, bearer: string): Promise<Answer> {
  const { request } = await import('undici');
  const address = new URL(url);
  address.searchParams.set('audience', audience);
  try {
    const response = await request(address, {
      dispatcher: http,
      headers: { authorization: `bearer ${bearer}`, accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithin)]),
    });
    const text = await response.body.text();
    if (response.statusCode !== 200) {
      return { said: `status ${response.statusCode}`, mayPass: response.statusCode >= 429 };
    }
    const token = tokenIn(text);
    return token === null ? { said: 'an answer without a token', mayPass: false } : { token };
  } catch (error) {
    signal.throwIfAborted();
    return { said: error instanceof Error ? error.message : String(error), mayPass: true };
  }
}

function tokenIn(text: string): string | null {
  try {
    const data: unknown = JSON.parse(text);
    const value = typeof data === 'object' && data !== null && 'value' in data ? data.value : null;
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

function absent(isFork: boolean): UserError {
  return isFork
    ? new UserError(
        'OIDC_FORK',
        'a pull request from a fork gets no identity token, so it can reach no AWS account',
        {
          next: 'nothing: the workflow for forks compares the sources without an account',
        },
      )
    : new UserError('OIDC_ABSENT', 'this job has no identity token, so it can reach no AWS account', {
        next: 'give the job "permissions: id-token: write"; a reusable workflow has no more than the job that calls it',
      });
}

function refused(said: string): UserError {
  return new UserError('OIDC_REFUSED', `GitHub gives this job no identity token: ${said}`, {
    next: 'run the job again; https://www.githubstatus.com tells whether GitHub knows of a problem',
  });
}

/** What a token says of its job, for messages; nothing that would let anybody use it. */
export function subjectOf(token: string): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? claims.sub : null;
    return typeof subject === 'string' ? subject : null;
  } catch {
    return null;
  }
}
