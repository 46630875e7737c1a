import { InvalidArgumentError, Option } from 'commander';
import { cleanUp } from '../../cleanup/clean-up.ts';
import type { CleanupReport } from '../../cleanup/cleanup.ts';
import { cleanedEnvironments } from '../../cleanup/cleaned-environments.ts';
import type { Session } from '../../deployment/target.ts';
import { cleanupText } from '../../report/cleanup-text.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { paintFor } from '../paint-for.ts';

interface CleanupCommandOptions {
  /** Days. */
  readonly olderThan: number;
  readonly delete?: boolean;
  readonly repository?: string;
}

export const registerCleanup: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('cleanup [systems...]')
      .description(
        'say what pull requests and runs have left, change sets, stacks that never came to be and artifacts that nothing needs; with --delete, delete it',
      )
      .addOption(
        new Option('--older-than <days>', 'after so many days what a run has left goes')
          .argParser(days)
          .default(7),
      )
      .option('--delete', 'delete what is left over; without it, it is only said')
      .option(
        '--repository <owner/name>',
        'ask GitHub which pull requests are open, with GITHUB_TOKEN (or GITHUB_REPOSITORY)',
      )
      .addHelpText(
        'after',
        '\nNo system named: all, and artifacts, which all systems share. Without a repository, change sets of pull requests and all artifacts are kept.\n\nExamples:\n  slipway cleanup companycam --repository example/photo-platform\n  slipway cleanup companycam --repository example/photo-platform --delete',
      ),
  ).action(action<[readonly string[]], CleanupCommandOptions>(io, finish, cleanup));
};

async function cleanup(
  invocation: Invocation<CleanupCommandOptions>,
  names: readonly string[],
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const cleaned = await cleanedEnvironments(root, names);
  const session = await makeSession(options, io, root);
  const { clock, logger, runner, signal } = session;
  const github = askGitHub(invocation, session);
  const report = await cleanUp({
    cleaned,
    session: {
      clients: (environment) => session.clients(environment, 'janitor'),
      clock,
      logger,
      runner,
      signal,
    },
    olderThanDays: options.olderThan,
    openPullRequests: github && (async () => (await github()).openPullRequests()),
    // artifacts are shared by all systems
    sweep:
      names.length > 0
        ? null
        : { releasesOf: github && (async (numbers) => (await github()).releasesOf(numbers)) },
    isDryRun: options.delete !== true,
  });
  return {
    exitCode: report.failed === 0 ? exitCodes.ok : exitCodes.failed,
    result: report,
    text: [cleanupText(report, paintFor(io)), ...hint(report)].join('\n'),
  };
}

/** A dry run that found something says how it goes. */
function hint({ isDryRun, deleted, sweeps }: CleanupReport): readonly string[] {
  const isIdle = deleted === 0 && (sweeps ?? []).every(({ going }) => going.length === 0);
  return isDryRun && !isIdle ? [' nothing was deleted; the same command with --delete does it'] : [];
}

interface GitHubQuestions {
  openPullRequests(): Promise<readonly number[]>;
  releasesOf(pullRequests: readonly number[]): Promise<ReadonlySet<string>>;
}

/** `null` where no repository is named, or none that could be asked. */
function askGitHub(
  { io, options }: Invocation<CleanupCommandOptions>,
  { clock, logger, signal }: Session,
): (() => Promise<GitHubQuestions>) | null {
  const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY: surrounding, GITHUB_API_URL: apiUrl } = io.env;
  const repository = options.repository ?? (token === '' ? undefined : surrounding);
  if (repository === undefined) return null;
  return async () => {
    const [{ openGitHub }, { openPullRequests }, { releasesOfComments }] = await Promise.all([
      import('../../github/api/open-github.ts'),
      import('../../github/api/open-pull-requests.ts'),
      import('../../github/api/releases-of-comments.ts'),
    ]);
    const api = openGitHub({
      token,
      repository,
      apiUrl: apiUrl ?? 'https://api.github.com',
      clock,
      logger,
      signal,
    });
    return {
      openPullRequests: () => openPullRequests(api),
      releasesOf: (pullRequests) => releasesOfComments(api, pullRequests),
    };
  };
}

function days(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 365) return Number(text);
  throw new InvalidArgumentError(`"${text}" is not a number of days from 1 to 365.`);
}
