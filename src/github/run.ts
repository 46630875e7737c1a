import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UserError } from '../errors/slipway-error.ts';
import type { EnvironmentVariables } from '../runtime/environment-variables.ts';

/** The pull request that a run is about. */
export interface PullRequestEvent {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** Its head lies in another repository, or in one that is gone: the run has no identity token and may only read. */
  readonly isFork: boolean;
  readonly labels: readonly string[];
}

/** The run of a workflow that an action is part of. */
export interface WorkflowRun {
  /** What started it: `push`, `pull_request`, `workflow_dispatch`, `schedule`, … */
  readonly event: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly id: string;
  readonly attempt: number;
  readonly actor: string;
  /** In a pull request, the merge of its head into its base. */
  readonly sha: string;
  readonly ref: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly pullRequest: PullRequestEvent | null;
}

const repository = v.object({ full_name: v.string() });
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));

/** As much as is read of the payload of `pull_request` (Docs, "Webhook events and payloads"). */
const payload = v.object({
  pull_request: v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    head: v.object({ sha, ref: v.string(), repo: v.nullish(repository) }),
    base: v.object({ sha, ref: v.string(), repo: repository }),
    labels: v.optional(v.array(v.object({ name: v.string() })), []),
  }),
});

/**
 * The run as the runner's variables and the event's payload tell it.
 * @throws UserError GITHUB_EVENT: this is no job of GitHub Actions, or the payload is not what GitHub sends
 */
export function readRun(env: EnvironmentVariables): WorkflowRun {
  const event = variable(env, 'GITHUB_EVENT_NAME');
  return {
    event,
    repository: variable(env, 'GITHUB_REPOSITORY'),
    id: variable(env, 'GITHUB_RUN_ID'),
    attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1'),
    actor: variable(env, 'GITHUB_ACTOR'),
    sha: variable(env, 'GITHUB_SHA'),
    ref: env['GITHUB_REF'] ?? '',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    pullRequest: event === 'pull_request' ? readPullRequest(env) : null,
  };
}

/** The page of the run. */
export function runUrl({ serverUrl, repository, id }: WorkflowRun): string {
  return `${serverUrl}/${repository}/actions/runs/${id}`;
}

function readPullRequest(env: EnvironmentVariables): PullRequestEvent {
  const file = variable(env, 'GITHUB_EVENT_PATH');
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UserError('GITHUB_EVENT', `the event's payload ${file} can't be read as JSON`, { cause });
  }
  const read = v.safeParse(payload, data);
  if (!read.success) {
    const where = read.issues.map((issue) => v.getDotPath(issue) ?? 'the payload').slice(0, 5);
    throw new UserError(
      'GITHUB_EVENT',
      `the payload of the event pull_request is not what GitHub sends; look at ${where.join(', ')}`,
    );
  }
  const { number, head, base, labels } = read.output.pull_request;
  return {
    number,
    headSha: head.sha,
    headRef: head.ref,
    baseSha: base.sha,
    baseRef: base.ref,
    isFork: head.repo?.full_name !== base.repo.full_name,
    labels: labels.map(({ name }) => name),
  };
}

function variable(env: EnvironmentVariables, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new UserError('GITHUB_EVENT', `${name} is not set, so this is no job of GitHub Actions`, {
    next: 'the command line does the same elsewhere: slipway --help',
  });
}
