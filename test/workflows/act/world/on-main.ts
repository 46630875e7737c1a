import { applyEdit, type Edit } from '../../../../scripts/demo/work-copy.ts';
import type { EnvironmentName } from '../../../../src/config/environment-name.ts';
import type { Plan } from '../../../../src/plan/plan.ts';
import type { StepOfRun } from '../runner/runner.ts';
import { pushEvent } from './events.ts';
import type { Pipeline, WorkflowRun } from './pipeline.ts';

export type BeforeStep = (step: StepOfRun) => Promise<void>;

/** Runs what the very first push to main starts: it touches every system. */
export function runFirstPush(pipeline: Pipeline, before?: BeforeStep): Promise<WorkflowRun> {
  const { github, remote } = pipeline;
  const event = pushEvent(github, '0'.repeat(40), remote.head('main'));
  return pipeline.run({ workflow: 'deploy.yml', event, ...(before === undefined ? {} : { before }) });
}

/** Commits an edit to main and runs what the push starts. */
export async function pushToMain(
  pipeline: Pipeline,
  message: string,
  edit: Edit | ((folder: string) => Promise<void>),
  before?: BeforeStep,
): Promise<WorkflowRun> {
  const { github, remote } = pipeline;
  const base = remote.head('main');
  const commit = await remote.commit('main', message, (folder) =>
    typeof edit === 'function' ? edit(folder) : applyEdit(folder, edit),
  );
  const event = pushEvent(github, base, commit);
  return pipeline.run({ workflow: 'deploy.yml', event, ...(before === undefined ? {} : { before }) });
}

/** Something that happens once, after prod was approved and before it is deployed. */
export function afterApproval(happens: () => Promise<void>): BeforeStep {
  let hasHappened = false;
  return async ({ main, environment }) => {
    if (hasHappened || !main.endsWith('/dist/deploy.js') || environment !== 'notes-prod') return;
    hasHappened = true;
    await happens();
  };
}

/** The plan that a run made and hands from job to job. */
export function planOf(run: WorkflowRun, environment: EnvironmentName): Plan {
  return JSON.parse(run.artifact(`plan-notes-${environment}`, `notes-${environment}.json`)) as Plan;
}

/** The ARN of the change set that the application's stack executed last. */
export async function executedChangeSet(
  pipeline: Pipeline,
  environment: EnvironmentName,
): Promise<string | undefined> {
  const client = pipeline.cloudFormation(environment);
  const { Summaries = [] } = await client.listChangeSets({ StackName: `notes-${environment}-app` });
  return Summaries.find(({ ExecutionStatus }) => ExecutionStatus?.startsWith('EXECUTE_'))?.ChangeSetId;
}
