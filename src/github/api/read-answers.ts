import type { CheckRun, IssueComment, PullRequest } from './github-api.ts';

/** GitHub's answers, as far as they are used, in our words. */

export function readComment(comment: {
  readonly id: number | bigint;
  readonly body?: string | undefined;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
}): IssueComment {
  return {
    id: Number(comment.id),
    body: comment.body ?? '',
    author: comment.user?.login ?? 'ghost',
    url: comment.html_url,
  };
}

export function readPullRequest(pull: {
  readonly number: number;
  readonly state: string;
  readonly html_url: string;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
  readonly labels: readonly { readonly name?: string }[];
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly full_name: string } | null;
  };
  readonly base: { readonly ref: string };
}): PullRequest {
  return {
    number: pull.number,
    state: pull.state === 'open' ? 'open' : 'closed',
    isMerged: pull.merged_at !== null,
    url: pull.html_url,
    labels: pull.labels.flatMap(({ name }) => name ?? []),
    headSha: pull.head.sha,
    headRef: pull.head.ref,
    headRepository: pull.head.repo?.full_name ?? null,
    baseRef: pull.base.ref,
    mergeSha: pull.merge_commit_sha,
  };
}

export function readCheckRun(check: {
  readonly id: number | bigint;
  readonly name: string;
  readonly conclusion: string | null;
  readonly external_id: string | null;
  readonly html_url: string | null;
}): CheckRun {
  return {
    id: Number(check.id),
    name: check.name,
    conclusion: check.conclusion,
    externalId: check.external_id ?? '',
    url: check.html_url ?? '',
  };
}
