import type { FakeGitHub } from '../../../fakes/github/fake-github.ts';
import type { FakePull } from '../../../fakes/github/state.ts';

/** What starts a run: the event's name and payload (Docs, "Webhook events and payloads"), and the commit that it runs. */
export interface Event {
  readonly name: 'push' | 'pull_request' | 'workflow_dispatch' | 'workflow_run' | 'schedule';
  readonly payload: object;
  readonly sha: string;
  readonly isFork?: boolean;
}

const ada = { login: 'ada', type: 'User' };

function repositoryOf(github: FakeGitHub): object {
  const { fullName, id, defaultBranch } = github.state.repository;
  return { id, full_name: fullName, default_branch: defaultBranch };
}

export function pushEvent(github: FakeGitHub, before: string, after: string): Event {
  const payload = {
    ref: 'refs/heads/main',
    before,
    after,
    deleted: false,
    repository: repositoryOf(github),
    sender: ada,
  };
  return { name: 'push', payload, sha: after };
}

export function pullRequestEvent(
  github: FakeGitHub,
  pull: FakePull,
  action: 'opened' | 'synchronize',
  baseSha: string,
): Event {
  const isFork = pull.headRepository !== github.state.repository.fullName;
  const repository = repositoryOf(github);
  const head = isFork ? { full_name: pull.headRepository, fork: true } : repository;
  const payload = {
    action,
    number: pull.number,
    pull_request: {
      number: pull.number,
      title: pull.title,
      state: pull.state,
      labels: pull.labels.map((name) => ({ name })),
      head: { ref: pull.headRef, sha: pull.headSha, repo: head },
      base: { ref: pull.baseRef, sha: baseSha, repo: repository },
      merge_commit_sha: pull.mergeCommitSha,
    },
    repository,
    sender: ada,
  };
  return { name: 'pull_request', payload, sha: pull.mergeCommitSha ?? '', isFork };
}

export function dispatchEvent(
  github: FakeGitHub,
  sha: string,
  inputs: Readonly<Record<string, string>>,
): Event {
  const payload = { ref: 'refs/heads/main', inputs, repository: repositoryOf(github), sender: ada };
  return { name: 'workflow_dispatch', payload, sha };
}

export function scheduleEvent(github: FakeGitHub, sha: string): Event {
  return { name: 'schedule', payload: { schedule: '0 0 * * *', repository: repositoryOf(github) }, sha };
}

/** A run of a pull request's workflow has ended; what comes of it runs on main. */
export function workflowRunEvent(
  github: FakeGitHub,
  run: { readonly id: number; readonly conclusion: string },
  pull: FakePull,
  mainSha: string,
): Event {
  const payload = {
    action: 'completed',
    workflow_run: {
      id: run.id,
      run_attempt: 1,
      event: 'pull_request',
      status: 'completed',
      conclusion: run.conclusion,
      head_sha: pull.headSha,
      head_branch: pull.headRef,
      head_repository: { full_name: pull.headRepository },
      // empty for forks
      pull_requests: [],
    },
    repository: repositoryOf(github),
    sender: ada,
  };
  return { name: 'workflow_run', payload, sha: mainSha };
}
