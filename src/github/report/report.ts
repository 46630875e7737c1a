import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../../errors/slipway-error.ts';
import { staticPlans } from '../../source-changes/static-plans.ts';
import type { PlanComment, PlanEntry } from '../../report/plan-markdown.ts';
import { verdictOf } from '../../report/plan-summary.ts';
import type { Action } from '../action.ts';
import type { RunNumber } from '../api/comment-marker.ts';
import { readRun, runUrl, type PullRequestEvent, type WorkflowRun } from '../run.ts';
import { forkReportLimit, parseForkReport, type ForkReport } from './fork-report.ts';
import { pullRequestOf, readForkRun } from './fork-run.ts';
import { environmentsOf, gatherPlans, releaseOf } from './gather-plans.ts';
import { stopAnnotations } from './stop-annotations.ts';
import { tellPullRequest } from './tell-pull-request.ts';
import { reportFolder, writeFiles } from './write-files.ts';

/** What the action does instead, after deployments; from here, so that both share their part of the bundle. */
export { reportDeployments } from './report-deployments.ts';

export interface ReportInputs {
  readonly system: string;
  /** Absolute. */
  readonly plans: string;
  /** The file of a fork's run, absolute; `null`: the plans are reported. */
  readonly data: string | null;
  readonly base: string;
  readonly githubToken: string;
}

/** A report that stands in files and in the summary, and that nobody outside the job has been told of yet. */
export interface WrittenReport {
  readonly verdict: 'pass' | 'stop';
  /** Relative to the workspace. */
  readonly html: string;
  readonly markdown: string;
  /** For a fork's pull request, what main's code reports; else empty. */
  readonly data: string;
  /**
   * Writes comment and check where there is a pull request to write to.
   * @returns the comment's address, empty where there is none, and whether a check tells of the verdict
   */
  readonly tell: () => Promise<{ readonly commentUrl: string; readonly hasCheck: boolean }>;
}

/**
 * Gathers what is to be reported, and writes it to files and to the job's summary.
 * @throws UserError GITHUB_EVENT; of a fork's report FORK_REPORT_EVENT, FORK_REPORT_MISSING, FORK_REPORT_INVALID; its `tell`
 *   the codes of api/github-error.ts
 */
export async function writeReport(action: Action, inputs: ReportInputs): Promise<WrittenReport> {
  const run = readRun(action.io.env);
  if (inputs.data !== null) return reportOfFork(action, inputs, inputs.data);
  if (run.pullRequest?.isFork === true) return reportInFork(action, inputs, run, run.pullRequest);
  return reportOfPlans(action, inputs, run);
}

/** The plans that this run has made. */
async function reportOfPlans(action: Action, inputs: ReportInputs, run: WorkflowRun): Promise<WrittenReport> {
  const entries = await gatherPlans({ folder: inputs.plans, root: action.root, system: inputs.system });
  const { pullRequest } = run;
  const comment: PlanComment = {
    system: inputs.system,
    release: releaseOf(entries),
    commit: pullRequest?.headSha ?? run.sha,
    merge: pullRequest === null ? null : run.sha,
    entries,
    links: links(runUrl(run)),
  };
  const verdict = verdictOfAll(entries);
  action.annotate(...stopAnnotations(entries, (at) => action.place(at)));
  return {
    verdict,
    ...(await writeFiles(action, comment)),
    data: '',
    tell: async () => {
      if (pullRequest === null) return { commentUrl: '', hasCheck: false };
      const api = await action.openGitHub(inputs.githubToken);
      return tellPullRequest({
        api,
        log: action.log,
        pull: await api.getPullRequest(pullRequest.number),
        comment,
        conclusion: verdict === 'stop' ? 'failure' : 'success',
        headSha: pullRequest.headSha,
        run: runNumber(run),
        runUrl: runUrl(run),
      });
    },
  };
}

/** In a fork's own run: the comparison of its sources, for main's code to tell of. */
async function reportInFork(
  action: Action,
  inputs: ReportInputs,
  run: WorkflowRun,
  pullRequest: PullRequestEvent,
): Promise<WrittenReport> {
  const { root } = action;
  const { system, base } = inputs;
  const environments = await environmentsOf(root, system);
  const entries = await staticPlans({ root, system, environments, base });
  const comment: PlanComment = {
    system: inputs.system,
    release: '',
    commit: pullRequest.headSha,
    merge: run.sha,
    entries,
    cautions: [forkCaution],
    links: links(runUrl(run)),
  };
  const file = join(reportFolder(action), `${inputs.system}.fork.json`);
  const text = JSON.stringify({
    schema: 1,
    kind: 'fork-report',
    system: inputs.system,
    entries,
  } satisfies ForkReport);
  const files = await writeFiles(action, comment);
  const isSmall = Buffer.byteLength(text) <= forkReportLimit;
  if (isSmall) await writeFile(file, text);
  else action.log.warn('the comparison is too large to be handed on; it stands in this job’s summary alone');
  action.log.info('a fork’s pull request: main’s code writes the comment, as the workflow fork-comment');
  return {
    verdict: verdictOfAll(entries),
    ...files,
    data: isSmall ? relative(action.workspace, file) : '',
    tell: () => Promise.resolve({ commentUrl: '', hasCheck: true }),
  };
}

/** In the event `workflow_run`: what a fork's run has left. */
async function reportOfFork(action: Action, inputs: ReportInputs, file: string): Promise<WrittenReport> {
  const fork = readForkRun(action.io.env);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UserError(
      'FORK_REPORT_MISSING',
      `there is no file ${relative(action.workspace, file)}, which the fork's run was to leave`,
      { cause },
    );
  });
  const { entries } = parseForkReport(bytes, inputs.system);
  const comment: PlanComment = {
    system: inputs.system,
    release: '',
    commit: fork.headSha,
    entries,
    cautions: [forkCaution],
    links: links(fork.url),
  };
  return {
    verdict: verdictOfAll(entries),
    ...(await writeFiles(action, comment)),
    data: '',
    tell: async () => {
      const api = await action.openGitHub(inputs.githubToken);
      const pull = await pullRequestOf(api, fork);
      if (pull === null) {
        action.log.info(`no open pull request is at commit ${fork.headSha.slice(0, 7)} any more`);
        return { commentUrl: '', hasCheck: true };
      }
      return tellPullRequest({
        api,
        log: action.log,
        pull,
        comment,
        conclusion: 'neutral',
        comparedAt: fork.createdAt,
        headSha: fork.headSha,
        run: fork.run,
        runUrl: fork.url,
      });
    },
  };
}

const forkCaution =
  'From a fork: nothing was planned in an account, and nobody of this repository has made what stands here.';

/** A report without any environment stops, too: nothing tells that all is well. */
function verdictOfAll(entries: readonly PlanEntry[]): 'pass' | 'stop' {
  const isGood = ({ plan }: PlanEntry): boolean =>
    !['missing', 'failed', 'stopped'].includes(verdictOf(plan));
  return entries.length > 0 && entries.every(isGood) ? 'pass' : 'stop';
}

function links(url: string): NonNullable<PlanComment['links']> {
  return [
    { text: 'full report', url: `${url}#artifacts` },
    { text: 'run', url },
  ];
}

const runNumber = ({ id, attempt }: WorkflowRun): RunNumber => ({ id: Number(id), attempt });
