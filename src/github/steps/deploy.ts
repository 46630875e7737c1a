import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { EnvironmentName } from '../../config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { chooseRelease } from '../../deployment/choose-release.ts';
import { currentOutputs } from '../../deployment/current-outputs.ts';
import { readPlanFile } from '../../deployment/plan-file.ts';
import { publicOutputs } from '../../deployment/public-outputs.ts';
import { readTarget } from '../../deployment/read-target.ts';
import type { DeploymentResult } from '../../deployment/result.ts';
import { targetOfOwnRollback } from '../../deployment/roll-back-by-itself.ts';
import { releaseToRollBackTo } from '../../deployment/rollback.ts';
import { runDeployment } from '../../deployment/run-deployment.ts';
import { siteUrl } from '../../deployment/site-url.ts';
import type { Session, Target } from '../../deployment/target.ts';
import type { StackOutputs } from '../../config/stack-instances.ts';
import type { Plan } from '../../plan/plan.ts';
import { deploymentMarkdown } from '../../report/deployment-markdown.ts';
import { deploymentText } from '../../report/deployment-text.ts';
import { lineView } from '../../report/deployment-view.ts';
import { plainPaint } from '../../report/paint.ts';
import { planMarkdown } from '../../report/plan-markdown.ts';
import { planText } from '../../report/plan-terminal.ts';
import type { Action } from '../action.ts';
import { readRun } from '../run.ts';
import { approvedPlan, requireApproved } from './approved-plan.ts';
import { deploymentAnnotations } from './deployment-annotations.ts';
import { requireNewestCommit } from './newest-commit.ts';
import { noteLock, noteUnlocked } from './held-lock.ts';
import { noteUnmatched, overrideWords, type OverrideWords } from './override-words.ts';

export interface DeployInputs {
  readonly system: string;
  readonly environment: EnvironmentName;
  /** What is deployed, or where a rollback goes: the first digits; `null`: the last good release. */
  readonly wanted:
    | { readonly kind: 'deploy'; readonly release: string }
    | { readonly kind: 'rollback'; readonly to: string | null; readonly reason: string };
  /** The plan's file, absolute. */
  readonly plan: string | null;
  readonly fingerprint: string | null;
  readonly allow: readonly string[];
  readonly githubToken: string;
}

export interface Deployed {
  readonly result: DeploymentResult;
  /** `https://…` of the site; empty without one. */
  readonly siteUrl: string;
  /** Of the stacks, without secrets. */
  readonly outputs: StackOutputs;
  /** The result's file, relative to the workspace. */
  readonly report: string;
}

/**
 * One deployment or rollback as an action: executes a plan that was approved, or plans by itself where nobody has to
 * approve; tells of it in log, annotations and summary; goes back by itself where the system says so.
 *
 * @throws UserError PLAN_WANTED, NOT_APPROVED, and what choosing the release and `runDeployment` throw
 */
export async function deploy(action: Action, inputs: DeployInputs): Promise<Deployed> {
  const run = readRun(action.io.env);
  const session = await action.openSession();
  const planned =
    inputs.plan === null ? null : await readPlanFile(inputs.plan, relative(action.workspace, inputs.plan));
  const approved = approvedPlan(inputs, planned);
  const target = await targetOf(action, inputs, planned, session);
  if (approved === null) requireApproved(target);
  if (inputs.wanted.kind === 'deploy') {
    await requireNewestCommit(action, { ...inputs, target, session, run, role: 'deploy' });
  }
  const words = await overrideWords(action, run, inputs);
  if (inputs.wanted.kind === 'rollback' && inputs.wanted.reason !== '')
    action.log.info(`rolling back, because: ${inputs.wanted.reason}`);

  noteLock(action, target, session);
  try {
    const result = await execute(action, {
      target,
      session,
      kind: inputs.wanted.kind,
      planned,
      words,
      approved,
    });
    const back = await targetOfOwnRollback(target, session, result);
    if (back !== null) {
      noteLock(action, back, session);
      const none = { words: [], givenBy: new Map<string, string>() };
      await execute(action, {
        target: back,
        session,
        kind: 'rollback',
        planned: null,
        words: none,
        approved: null,
      });
    }
    return await told(action, target, result, session);
  } finally {
    noteUnlocked(action);
  }
}

async function targetOf(
  { root }: Action,
  { system: name, environment: environmentName, wanted }: DeployInputs,
  planned: Plan | null,
  session: Session,
): Promise<Target> {
  const system = await loadSystem(root, name);
  const environment = await loadEnvironment(root, system, environmentName);
  if (wanted.kind === 'rollback') {
    return readTarget(await releaseToRollBackTo(environment, session, wanted.to), environmentName);
  }
  // a plan names its release whole
  const isPlanned = planned?.release.startsWith(wanted.release) ?? false;
  const release = await chooseRelease({
    root,
    system: system.system,
    wanted: isPlanned ? planned?.release : wanted.release,
    environment,
    session,
    role: 'deploy',
  });
  return readTarget(release, environmentName);
}

interface Execution {
  readonly target: Target;
  readonly session: Session;
  readonly kind: 'deploy' | 'rollback';
  readonly planned: Plan | null;
  readonly words: OverrideWords;
  /** The fingerprint that was approved. */
  readonly approved: string | null;
}

async function execute(action: Action, execution: Execution): Promise<DeploymentResult> {
  const { target, session, words, approved } = execution;
  const { log } = action;
  const title = `${target.system.system} ${target.environment.environment}`;
  const result = await runDeployment({
    ...execution,
    words: words.words,
    givenBy: words.givenBy,
    show: (plan) => {
      log.fold(`Plan of ${title}`, planText(plan, { paint: plainPaint, width: 120 }));
      noteUnmatched(action, words, plan);
    },
    approve: (plan) => {
      if (plan.fingerprint !== approved) requireApproved(target);
      return Promise.resolve();
    },
    observe: (plan) => {
      const view = lineView({
        plan,
        write: (text) => {
          log.text(text);
        },
        clock: session.clock,
      });
      return { onEvent: view.onEvent.bind(view), logger: session.logger, stop: view.stop.bind(view) };
    },
  });
  log.text(deploymentText(result, plainPaint));
  action.annotate(...deploymentAnnotations(result, (at) => action.place(at)));
  const outputs = await outputsOf(target, result, session);
  action.summarize(deploymentMarkdown(result, siteUrl(target, outputs)));
  const { system, environment, release } = result.plan;
  action.summarize(
    planMarkdown({ system, release, commit: session.commit, entries: [{ environment, plan: result.plan }] }),
  );
  return result;
}

async function told(
  action: Action,
  target: Target,
  result: DeploymentResult,
  session: Session,
): Promise<Deployed> {
  const all = await outputsOf(target, result, session);
  const outputs = await publicOutputs(target, all).catch((error: unknown) => {
    // the deployment is over, whatever can't be told of it
    action.log.warn(`the outputs are left out: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  });
  const folder = join(action.workspace, 'out', 'deployments');
  const file = join(folder, `${result.system}-${result.environment}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...result, outputs }, null, 2)}\n`);
  return { result, siteUrl: siteUrl(target, all) ?? '', outputs, report: relative(action.workspace, file) };
}

/** Where nothing was to do, the outputs are read from the stacks as they are. */
async function outputsOf(target: Target, result: DeploymentResult, session: Session): Promise<StackOutputs> {
  if (Object.keys(result.outputs).length > 0) return result.outputs;
  return currentOutputs(target.instances, session.clients(target.environment, 'deploy'));
}
