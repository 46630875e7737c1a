import * as v from 'valibot';
import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { siteName } from '../api/comment-plans.ts';
import type { Deployed } from '../api/stale-marks.ts';
import { rememberedDigits } from './planned.ts';

const release = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not 64 lower-case hex digits'));
const moment = v.pipe(v.string(), v.isoTimestamp('is not a time in ISO 8601'));

/** As much as is read of what `deploy` and `rollback` leave (`DeploymentResult`). */
const resultSchema = v.object({
  system: v.string(),
  environment: v.picklist(environmentNames),
  release,
  outcome: v.picklist(['succeeded', 'no-changes', 'deploy-failed', 'site-failed', 'smoke-failed']),
  plan: v.object({
    baseRelease: v.nullable(release),
    stacks: v.array(v.object({ stack: v.string(), outcome: v.picklist(['create', 'change', 'none']) })),
    site: v.nullable(
      v.object({
        added: v.array(v.string()),
        changed: v.array(v.string()),
        removed: v.array(v.string()),
      }),
    ),
  }),
  failure: v.nullable(v.object({ stack: v.string(), rolledBack: v.boolean() })),
  record: v.nullable(v.object({ finishedAt: moment })),
});

type Result = v.InferOutput<typeof resultSchema>;

/** What `deploy` or `rollback` left of one deployment. */
export interface ResultFile {
  /** The deployment that it has to be of. */
  readonly system: string;
  readonly environment: EnvironmentName;
  /** Its path, for messages. */
  readonly file: string;
  readonly text: string;
}

/**
 * What a deployment has changed for plans that were made before it; `null`: nothing. A stack whose update failed and was
 * rolled back is as it was, and so is everything after it.
 *
 * @param pull the pull request that was merged, if one was
 * @throws UserError DEPLOYMENT_RESULT_INVALID
 */
export function deployedBy(from: ResultFile, pull: number | null): Deployed | null {
  const result = parsed(from);
  const { record, outcome, environment, plan } = result;
  if (record === null) return null;
  const arrived = outcome !== 'deploy-failed';
  const changed = changedBy(result);
  const moved = arrived && plan.baseRelease !== result.release;
  if (!moved && changed.length === 0) return null;
  return {
    environment,
    at: new Date(record.finishedAt).toISOString(),
    release: result.release.slice(0, rememberedDigits),
    pull,
    changed,
    arrived,
  };
}

function changedBy({ plan, outcome, failure }: Result): readonly string[] {
  const failed = plan.stacks.findIndex(({ stack }) => stack === failure?.stack);
  const reached = failed < 0 ? plan.stacks : plan.stacks.slice(0, failure?.rolledBack ? failed : failed + 1);
  const stacks = reached.flatMap(({ stack, outcome: planned }) => (planned === 'none' ? [] : [stack]));
  const { site } = plan;
  const publishes =
    outcome !== 'deploy-failed' &&
    site !== null &&
    site.added.length + site.changed.length + site.removed.length > 0;
  return publishes ? [...stacks, siteName] : stacks;
}

function parsed({ system, environment, file, text }: ResultFile): Result {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw invalid(file, 'it is not JSON');
  }
  const read = v.safeParse(resultSchema, data);
  if (!read.success) {
    const [issue] = read.issues;
    throw invalid(file, `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  const { output } = read;
  if (output.system !== system || output.environment !== environment) {
    throw invalid(file, `it is of ${output.system} ${output.environment}`);
  }
  return output;
}

function invalid(file: string, what: string): UserError {
  return new UserError(
    'DEPLOYMENT_RESULT_INVALID',
    `${file} is not the result of that deployment: ${what}; no comment was marked`,
    { next: 'give the folder that holds what the actions deploy and rollback left: their output report' },
  );
}
