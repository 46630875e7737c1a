import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { parseEnvironmentName } from '../../config/parse-environment.ts';
import type { SystemDefinition } from '../../config/system.ts';
import { planEnvironment, type PlanPurpose } from '../../deployment/plan-environment.ts';
import { writePlanFile } from '../../deployment/plan-file.ts';
import { readTarget } from '../../deployment/read-target.ts';
import type { Session } from '../../deployment/target.ts';
import { SlipwayError } from '../../errors/slipway-error.ts';
import { requireMatched } from '../../plan/gate-override.ts';
import type { Plan } from '../../plan/plan.ts';
import { reportPage } from '../../report/html/report-page.ts';
import { headline, planMarkdown, type PlanComment, type PlanEntry } from '../../report/plan-markdown.ts';
import { planText } from '../../report/plan-terminal.ts';
import { short } from '../../runtime/sha256.ts';
import { chooseRelease } from '../../deployment/choose-release.ts';
import { headCommit } from '../../session/make-session.ts';
import { staticPlans } from '../../source-changes/static-plans.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { paintFor } from '../paint-for.ts';
import { collectWords } from './options.ts';

interface PlanOptions {
  readonly release?: string;
  readonly pullRequest?: number;
  readonly allow?: readonly string[];
  readonly format: 'terminal' | 'markdown' | 'html';
  readonly savePlans?: string;
  readonly static?: string;
  readonly drift?: boolean;
}

export const registerPlan: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('plan <system> [environments...]')
      .description('show what a release would change, down to the property in the deepest nested stack')
      .option('--release <id>', 'the first digits of a release (default: the newest built here)')
      .option(
        '--pull-request <number>',
        'plan for a pull request: its role, its change set names',
        pullRequestNumber,
      )
      .option('--allow <word>', 'let one stop of the gate through (repeatable)', collectWords)
      .option(
        '--drift',
        'say which changes would overwrite what was changed by hand (for a pull request: as the last detection found it)',
      )
      .addOption(
        new Option('--format <format>', 'how it reads')
          .choices(['terminal', 'markdown', 'html'])
          .default('terminal'),
      )
      .option(
        '--save-plans <folder>',
        'write each plan to <folder>/<system>-<environment>.json, for deploy --plan',
      )
      .addOption(
        new Option(
          '--static <commit>',
          'compare the sources with those at a commit instead of with what runs; needs no credentials',
        ).conflicts(['release', 'pullRequest', 'allow', 'savePlans', 'drift']),
      )
      .addHelpText(
        'after',
        '\nExamples:\n  slipway plan companycam\n  slipway plan companycam prod --save-plans out/plans\n  slipway plan companycam prod --drift\n  slipway plan companycam --format html > plan.html\n  slipway plan companycam --static HEAD^1',
      ),
  ).action(action<[string, string[]], PlanOptions>(io, finish, plan));
};

async function plan(
  invocation: Invocation<PlanOptions>,
  name: string,
  words: string[],
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const wanted = words.length === 0 ? environmentNames : words.map(parseEnvironmentName);
  if (options.static !== undefined) return planStatic(invocation, name, wanted, options.static);
  const allowed = options.allow ?? [];
  const system = await loadSystem(root, name);
  const session = await makeSession(options, io, root);
  const entries: PlanEntry[] = [];
  const plans: Plan[] = [];
  const errors: SlipwayError[] = [];
  for (const environment of wanted) {
    try {
      const made = await planOne(invocation, { session, system, allowed }, environment);
      plans.push(made);
      entries.push({ environment, plan: made });
    } catch (error) {
      // one environment that can't be planned hides nothing of the others
      if (!(error instanceof SlipwayError) || wanted.length === 1) throw error;
      errors.push(error);
      entries.push({ environment, plan: null, problem: error.message });
    }
  }
  const [first] = plans;
  const [error] = errors;
  if (first === undefined && error !== undefined) throw error;
  // a word for an environment that could not be planned may be right
  if (errors.length === 0) {
    requireMatched(
      allowed,
      plans.map((one) => one.gate),
    );
  }
  if (options.savePlans !== undefined) {
    for (const one of plans) await writePlanFile(resolve(io.cwd, options.savePlans), one);
  }
  const text = render(invocation, {
    system: system.system,
    release: first?.release ?? '',
    commit: session.commit,
    entries,
  });
  return {
    exitCode: exitCode(plans, errors.length),
    result: { schema: 1, system: system.system, entries },
    text,
  };
}

/** Without credentials: what the templates and parameter files tell. */
async function planStatic(
  invocation: Invocation<PlanOptions>,
  system: string,
  environments: readonly EnvironmentName[],
  base: string,
): Promise<CommandOutcome> {
  const { root } = invocation;
  const entries = await staticPlans({ root, system, environments, base });
  const commit = await headCommit(root);
  const isUnread = entries.some(({ plan: one }) => one === null);
  const isStopped = entries.some(({ plan: one }) => one?.gate.verdict === 'stop');
  return {
    exitCode: isUnread ? exitCodes.failed : isStopped ? exitCodes.stopped : exitCodes.ok,
    result: { schema: 1, system, entries },
    text: render(invocation, { system, release: '', commit, entries }),
  };
}

async function planOne(
  { root, options }: Invocation<PlanOptions>,
  {
    session,
    system,
    allowed,
  }: {
    readonly session: Session;
    readonly system: SystemDefinition;
    readonly allowed: readonly string[];
  },
  name: EnvironmentName,
): Promise<Plan> {
  const environment = await loadEnvironment(root, system, name);
  const release = await chooseRelease({
    root,
    system: system.system,
    wanted: options.release,
    environment,
    session,
  });
  const target = await readTarget(release, name);
  const purpose: PlanPurpose =
    options.pullRequest === undefined
      ? { kind: 'run' }
      : { kind: 'pull-request', number: options.pullRequest };
  return planEnvironment({ target, session, purpose, overrides: allowed, drift: options.drift === true });
}

function render(invocation: Invocation<PlanOptions>, comment: PlanComment): string {
  const { system, release, commit, entries } = comment;
  switch (invocation.options.format) {
    case 'terminal':
      return entries.map((entry) => terminal(entry, invocation)).join('\n\n');
    case 'markdown':
      return planMarkdown(comment);
    case 'html':
      return reportPage({
        title: `${system}: ${headline(entries)}`,
        subtitle: [
          release === '' ? 'sources compared, nothing planned' : `release ${short(release)}`,
          ...(commit === null ? [] : [`commit ${commit.slice(0, 12)}`]),
        ].join(' · '),
        sections: entries.map(({ environment, plan: one, problem }) =>
          one === null
            ? { kind: 'text', title: `Plan: ${system} → ${environment}`, text: problem ?? 'no plan' }
            : { kind: 'plan', plan: one },
        ),
      });
  }
}

function terminal(entry: PlanEntry, { io }: Invocation<PlanOptions>): string {
  if (entry.plan === null) return ` ${entry.environment}  no plan: ${entry.problem ?? 'unknown'}`;
  return planText(entry.plan, { paint: paintFor(io), width: io.width });
}

function exitCode(plans: readonly Plan[], failed: number): ExitCode {
  if (failed > 0) return exitCodes.failed;
  return plans.some((one) => one.gate.verdict === 'stop') ? exitCodes.stopped : exitCodes.ok;
}

function pullRequestNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new InvalidArgumentError(`"${text}" is not the number of a pull request.`);
  return Number(text);
}
