import { applyEdit, type Edit } from '../../../../scripts/demo/work-copy.ts';
import type { EnvironmentName } from '../../../../src/config/environment-name.ts';
import type { FakeCheckRun, FakeComment, FakePull } from '../../../fakes/github/state.ts';
import { pullRequestEvent } from './events.ts';
import type { Pipeline, WorkflowRun } from './pipeline.ts';

export interface OpenedPullRequest {
  /** As GitHub has it. */
  readonly pull: FakePull;
  /** Pushes one edit more. */
  push(edit: Edit): Promise<void>;
  /** Runs what its newest commit starts. */
  run(options?: { readonly isReadOnly?: boolean }): Promise<WorkflowRun>;
  comments(): readonly FakeComment[];
  /** The checks of its newest commit. */
  checks(): readonly FakeCheckRun[];
}

/** Opens a pull request with one edit, from a branch or, with another `headRepository`, from a fork. */
export async function openPullRequest(
  pipeline: Pipeline,
  edit: Edit,
  more: Partial<FakePull> = {},
): Promise<OpenedPullRequest> {
  const { github, remote } = pipeline;
  const number = github.state.pulls.length + 7;
  const headRef = `change-${number}`;
  const pull = github.addPull({ number, headRef, ...more });
  let runs = 0;
  const push = async (change: Edit): Promise<void> => {
    pull.headSha = await remote.commit(headRef, 'A change', (folder) => applyEdit(folder, change));
    pull.mergeCommitSha = remote.tryMerge(number, headRef);
  };
  await push(edit);
  return {
    pull,
    push,
    run: async (options = {}) => {
      runs += 1;
      const action = runs === 1 ? 'opened' : 'synchronize';
      const event = pullRequestEvent(github, pull, action, remote.head('main'));
      return pipeline.run({ workflow: 'pr.yml', event, ...options });
    },
    comments: () => github.state.comments.filter((comment) => comment.number === number),
    checks: () => github.state.checkRuns.filter(({ headSha }) => headSha === pull.headSha),
  };
}

/** Names of the change sets that wait on the application's stack. */
export async function waitingChangeSets(
  pipeline: Pipeline,
  environment: EnvironmentName,
): Promise<readonly string[]> {
  const client = pipeline.cloudFormation(environment);
  const { Summaries = [] } = await client.listChangeSets({ StackName: `notes-${environment}-app` });
  return Summaries.flatMap(({ ChangeSetName = '', ExecutionStatus }) =>
    ExecutionStatus === 'AVAILABLE' ? [ChangeSetName] : [],
  );
}
