import { relative } from 'node:path';
import type { EnvironmentName } from '../../config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { gateStopped } from '../../deployment/check-plan.ts';
import { chooseRelease } from '../../deployment/choose-release.ts';
import { writePlanFile } from '../../deployment/plan-file.ts';
import { planEnvironment } from '../../deployment/plan-environment.ts';
import { readTarget } from '../../deployment/read-target.ts';
import { requireProven } from '../../deployment/require-proven.ts';
import { releaseToRollBackTo } from '../../deployment/rollback.ts';
import type { Session, Target } from '../../deployment/target.ts';
import type { UserError } from '../../errors/slipway-error.ts';
import type { Plan } from '../../plan/plan.ts';
import { driftWord } from '../../report/drift-text.ts';
import { plainPaint } from '../../report/paint.ts';
import { planMarkdown } from '../../report/plan-markdown.ts';
import { planText } from '../../report/plan-terminal.ts';
import type { Release } from '../../release/release.ts';
import type { Action } from '../action.ts';
import { readRun, type WorkflowRun } from '../run.ts';
import { approvalOf, type Approval } from './approval.ts';
import { approvalMarkdown } from './approval-markdown.ts';
import { requireNewestCommit } from './newest-commit.ts';
import { noteUnmatched, overrideWords } from './override-words.ts';
import { writeProblem } from './problem-file.ts';

export interface ChangeSetInputs {
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly release: string | null;
  readonly folder: string | null;
  readonly kind: 'deploy' | 'rollback';
  readonly to: string | null;
  readonly allow: readonly string[];
  readonly approve: string | null;
  /** Whether the plan is to say which of its changes would overwrite drift. */
  readonly drift: boolean;
  /** Absolute. */
  readonly plans: string;
  readonly githubToken: string;
}

export interface Planned {
  readonly plan: Plan;
  /** Relative to the workspace. */
  readonly file: string;
  readonly approval: Approval;
  /** The gate's stop, which fails the job outside pull requests; `null` where it passes. */
  readonly stop: UserError | null;
  /** What it would do to drift, in a word; empty where it was not asked. */
  readonly drift: string;
}

/**
 * Plans one environment for a pull request (as `preview`) or for the run that is to execute the plan (as `plan`), writes
 * the plan file and says in the job's summary what it would do.
 *
 * @throws UserError what choosing the release, planning, proving the environment before and reading its protection throw;
 *   in a pull request it then also leaves `<system>-<environment>.problem.json` beside the plans
 */
export async function changeSet(action: Action, inputs: ChangeSetInputs): Promise<Planned> {
  const run = readRun(action.io.env);
  try {
    return await plan(action, inputs, run);
  } catch (error) {
    if (run.pullRequest !== null && !action.io.signal.aborted) writeProblem(inputs.plans, inputs, error);
    throw error;
  }
}

async function plan(action: Action, inputs: ChangeSetInputs, run: WorkflowRun): Promise<Planned> {
  const session = await action.openSession();
  const release = await releaseToPlan(action, inputs, run, session);
  const target = await readTarget(release, inputs.environment);
  const isRun = run.pullRequest === null;
  // nobody is asked for a release that has not passed before this environment, or was overtaken
  if (isRun && inputs.kind === 'deploy') {
    await requireProven(target, session);
    await requireNewestCommit(action, { ...inputs, target, session, run, role: 'plan' });
  }
  const given = await overrideWords(action, run, inputs);
  const made = await planEnvironment({
    target,
    session,
    purpose:
      run.pullRequest === null ? { kind: 'run' } : { kind: 'pull-request', number: run.pullRequest.number },
    overrides: given.words,
    drift: inputs.drift,
  });
  noteUnmatched(action, given, made);
  const file = relative(action.workspace, await writePlanFile(inputs.plans, made));
  action.log.fold(
    `Plan of ${inputs.system} ${inputs.environment}`,
    planText(made, { paint: plainPaint, width: 120 }),
  );
  const stop = made.gate.verdict === 'stop' ? gateStopped(made, made.gate.stops) : null;
  const approval =
    isRun && stop === null ? await approvalOf(action, { ...inputs, target, plan: made }) : 'none';
  if (approval !== 'none') action.summarize(approvalMarkdown(made, approval, inputs, action.io.env));
  summarize(action, target, made, run);
  return { plan: made, file, approval, stop: isRun ? stop : null, drift: driftWord(made) };
}

async function releaseToPlan(
  action: Action,
  inputs: ChangeSetInputs,
  run: WorkflowRun,
  session: Session,
): Promise<Release> {
  const { root } = action;
  const system = await loadSystem(root, inputs.system);
  const environment = await loadEnvironment(root, system, inputs.environment);
  const role = run.pullRequest === null ? 'plan' : 'preview';
  if (inputs.kind === 'rollback') return releaseToRollBackTo(environment, session, inputs.to, role);
  return chooseRelease({
    root,
    system: system.system,
    wanted: inputs.release ?? undefined,
    environment,
    session,
    role,
    ...(inputs.folder === null ? {} : { folder: inputs.folder }),
  });
}

function summarize(action: Action, target: Target, made: Plan, run: WorkflowRun): void {
  action.summarize(
    planMarkdown({
      system: target.system.system,
      release: made.release,
      commit: run.sha,
      entries: [{ environment: made.environment, plan: made }],
    }),
  );
}
