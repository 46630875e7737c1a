import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional } from '../../src/github/inputs/reader.ts';
import {
  boolean,
  listOf,
  pathInside,
  systemName,
  text,
  wholeNumber,
} from '../../src/github/inputs/readers.ts';
import { requireMain } from '../../src/github/require-main.ts';

/** Deletes what pull requests and runs have left over; on main only. */
export async function main(action: Action): Promise<ActionEnd> {
  const { env, signal } = action.io;
  const inputs = parseInputs(env, action, {
    workingDirectory: optional(pathInside),
    systems: optional(listOf(systemName), []),
    olderThan: optional(wholeNumber(1), 7),
    dryRun: optional(boolean, false),
    githubToken: optional(text, ''),
  });
  requireMain(action.name, env);
  const [{ cleanedEnvironments }, { cleanUp }, { openPullRequests }, comments, texts, { plainPaint }] =
    await Promise.all([
      import('../../src/cleanup/cleaned-environments.ts'),
      import('../../src/cleanup/clean-up.ts'),
      import('../../src/github/api/open-pull-requests.ts'),
      import('../../src/github/api/releases-of-comments.ts'),
      import('../../src/report/cleanup-text.ts'),
      import('../../src/report/paint.ts'),
    ]);
  const cleaned = await cleanedEnvironments(action.root, inputs.systems);
  const github = await action.openGitHub(inputs.githubToken);
  const session = await action.openSession();
  const report = await cleanUp({
    cleaned,
    session: {
      clients: (environment) => session.clients(environment, 'janitor'),
      clock: session.clock,
      logger: action.log,
      runner: session.runner,
      signal,
    },
    olderThanDays: inputs.olderThan,
    openPullRequests: () => openPullRequests(github),
    sweep:
      inputs.systems.length > 0
        ? null
        : { releasesOf: (numbers) => comments.releasesOfComments(github, numbers) },
    isDryRun: inputs.dryRun,
  });
  action.log.text(texts.cleanupText(report, plainPaint));
  action.summarize(texts.cleanupMarkdown(report));
  const swept = (report.sweeps ?? []).reduce((sum, { going }) => sum + going.length, 0);
  action.outputs({ deleted: report.deleted, kept: report.kept, swept });
  return report.failed === 0 ? 'succeeded' : 'failed';
}
