import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UserError } from '../../errors/slipway-error.ts';
import type { EnvironmentVariables } from '../../runtime/environment-variables.ts';
import type { RunNumber } from '../api/comment-marker.ts';
import type { GitHubApi, PullRequest } from '../api/github-api.ts';

/** The run of a fork's pull request, as GitHub names it in the event `workflow_run`. */
export interface ForkRun {
  readonly run: RunNumber;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name` */
  readonly headRepository: string;
  readonly url: string;
  /** When the pull request's commit came, and with it the base that it was compared with; ISO 8601. */
  readonly createdAt: string | null;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

/** As much as is read of the payload of `workflow_run` (Docs, "Webhook events and payloads"). */
const payload = v.object({
  workflow_run: v.object({
    id: whole,
    run_attempt: whole,
    event: v.string(),
    head_sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
    head_branch: v.string(),
    head_repository: v.object({ full_name: v.string() }),
    // of the run's first attempt: a further one compares the same two commits
    created_at: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  }),
});

/**
 * The run that the event `workflow_run` tells of. Nothing of it is the fork's word but the name of the branch.
 * @throws UserError FORK_REPORT_EVENT: another event, a run of something else than a pull request, or one of this repository
 */
export function readForkRun(env: EnvironmentVariables): ForkRun {
  if (env['GITHUB_EVENT_NAME'] !== 'workflow_run') {
    throw wrongEvent(`started by ${env['GITHUB_EVENT_NAME'] ?? 'nothing'}`);
  }
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch (cause) {
    throw wrongEvent('the payload of its event can’t be read', cause);
  }
  const read = v.safeParse(payload, data);
  if (!read.success) {
    const [issue] = read.issues;
    throw wrongEvent(
      `the payload of its event is not what GitHub sends; look at ${v.getDotPath(issue) ?? 'it'}`,
    );
  }
  const { id, run_attempt, event, head_sha, head_branch, head_repository, created_at } =
    read.output.workflow_run;
  if (event !== 'pull_request') throw wrongEvent(`the run ${id} was started by ${event}`);
  const own = env['GITHUB_REPOSITORY'] ?? '';
  if (head_repository.full_name.toLowerCase() === own.toLowerCase()) {
    throw wrongEvent(`the run ${id} is of this repository, which reports by itself`);
  }
  return {
    run: { id, attempt: run_attempt },
    headSha: head_sha,
    headBranch: head_branch,
    headRepository: head_repository.full_name,
    url: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${own}/actions/runs/${id}`,
    createdAt: created_at ?? null,
  };
}

function wrongEvent(why: string, cause?: unknown): UserError {
  return new UserError(
    'FORK_REPORT_EVENT',
    `the input data belongs to the event workflow_run of a fork's pull request: ${why}`,
    { cause, next: 'leave the input data out: the plans are reported' },
  );
}

/**
 * The open pull request whose head is still the commit of the run; `null` where there is none any more. Branch and
 * repository only narrow the search: what counts is what GitHub says of each.
 */
export async function pullRequestOf(
  api: Pick<GitHubApi, 'listPullRequests'>,
  { headSha, headBranch, headRepository }: ForkRun,
): Promise<PullRequest | null> {
  const owner = headRepository.split('/')[0] ?? '';
  const pulls = await api.listPullRequests({ state: 'open', head: `${owner}:${headBranch}` });
  const own = pulls.filter(
    (pull) =>
      pull.state === 'open' &&
      pull.headSha === headSha &&
      pull.headRepository?.toLowerCase() === headRepository.toLowerCase(),
  );
  return own.find(({ baseRef }) => baseRef === 'main') ?? own[0] ?? null;
}
