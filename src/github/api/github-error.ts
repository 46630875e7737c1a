import { UserError } from '../../errors/slipway-error.ts';
import { visible } from '../../report/visible.ts';

/** What a call does and which permission it needs, for messages. */
export interface Purpose {
  /** `write comments on the pull request`: goes on after "to". */
  readonly to: string;
  /** As a workflow writes it: `pull-requests: write`; `null` where a workflow's own token never may. */
  readonly permission: string | null;
}

/** The parts of a failed call that decide; made from octokit's error, without the request and its token. */
export interface Failure {
  /** `null`: no answer came. */
  readonly status: number | null;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** Whether the answer says that too much was asked (REST reference, "Rate limits for the REST API"). */
export function isRateLimit({ status, message, headers }: Failure): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /secondary rate limit|abuse detection/i.test(message)
  );
}

/**
 * The error that a person gets for a failed call. Codes: `GITHUB_TOKEN_REFUSED` (401), `GITHUB_RATE_LIMIT`,
 * `GITHUB_PERMISSION` (403), `GITHUB_NOT_FOUND` (404, 410), `GITHUB_REFUSED` (other answers of 400 to 499),
 * `GITHUB_UNAVAILABLE` (no answer, or 500 and above, after retries).
 */
export function gitHubError(failure: Failure, { to, permission }: Purpose, repository: string): UserError {
  const { status } = failure;
  const said = visible(failure.message).slice(0, 300);
  const cause = new Error(status === null ? said : `${status} ${said}`);
  const permit =
    permission === null
      ? 'give a token of an administrator of the repository (GITHUB_TOKEN)'
      : `give the job "permissions: ${permission}"`;
  if (status === 401) {
    return new UserError('GITHUB_TOKEN_REFUSED', `GitHub refuses the token that was to ${to}: ${said}`, {
      cause,
      next: 'check github-token, or GITHUB_TOKEN: a workflow’s token ends with its job',
    });
  }
  if (isRateLimit(failure)) {
    return new UserError('GITHUB_RATE_LIMIT', `GitHub takes no more requests for now to ${to}: ${said}`, {
      cause,
      next: 'run the job again later',
    });
  }
  if (status === 403) {
    return new UserError(
      'GITHUB_PERMISSION',
      `the token may not ${to} in ${repository} (GitHub answers 403: ${said})`,
      { cause, next: permit },
    );
  }
  if (status === 404 || status === 410) {
    return new UserError(
      'GITHUB_NOT_FOUND',
      `GitHub finds nothing in ${repository} to ${to} (${status}: ${said}): it is gone, or the token may not see it`,
      { cause, next: permit },
    );
  }
  if (status !== null && status < 500) {
    return new UserError('GITHUB_REFUSED', `GitHub refuses to ${to} in ${repository} (${status}: ${said})`, {
      cause,
    });
  }
  return new UserError(
    'GITHUB_UNAVAILABLE',
    `GitHub does not answer to ${to} in ${repository} (${status === null ? said : `${status}: ${said}`})`,
    {
      cause,
      next: 'run the job again; https://www.githubstatus.com tells whether GitHub knows of a problem',
    },
  );
}
