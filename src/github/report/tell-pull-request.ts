import { bodyOverhead } from '../api/comment-body.ts';
import type { RunNumber } from '../api/comment-marker.ts';
import { checkSummaryLimit, writeCheck, type CheckOutcome } from '../api/check-run.ts';
import type { CheckConclusion, GitHubApi, PullRequest } from '../api/github-api.ts';
import { writeStickyComment, type StickyOutcome } from '../api/sticky-comment.ts';
import { headline, planMarkdown, type PlanComment } from '../../report/plan-markdown.ts';
import { planParts } from '../../report/plan-parts.ts';
import type { Logger } from '../../runtime/logger.ts';
import { plannedOf } from './planned.ts';

export interface Telling {
  readonly api: GitHubApi;
  readonly log: Logger;
  readonly pull: PullRequest;
  /** What is told, without a limit. */
  readonly comment: PlanComment;
  readonly conclusion: CheckConclusion;
  /** When a fork's sources were taken, ISO 8601; `null` where they were not, or where GitHub does not say. */
  readonly comparedAt?: string | null;
  /** The commit that the plans are of: the head of the pull request when the run began. */
  readonly headSha: string;
  readonly run: RunNumber;
  readonly runUrl: string;
}

export interface Told {
  /** Empty where there is none. */
  readonly commentUrl: string;
  readonly hasCheck: boolean;
}

/** Characters of a comment (GitHub's limit), less what its first lines take, now or once it is stale. */
const commentRoom = 65_536 - 200 - bodyOverhead;
/** Nobody reads more comments than that; the most important changes are told instead, and the others counted. */
const mostParts = 4;

/** Writes the comment and the check; what the token may not write is said in one warning, and fails nothing. */
export async function tellPullRequest(telling: Telling): Promise<Told> {
  const { api, log, pull, comment, run } = telling;
  const stale = pull.headSha !== telling.headSha;
  const shown: PlanComment = stale
    ? {
        ...comment,
        cautions: [
          ...(comment.cautions ?? []),
          `Stale: the branch stands at ${pull.headSha.slice(0, 7)} by now, and this is about ${telling.headSha.slice(0, 7)}.`,
        ],
      }
    : comment;
  const sticky = await writeStickyComment(api, {
    pullRequest: pull,
    system: comment.system,
    parts: commentParts(shown),
    planned: plannedOf(comment.entries, telling.comparedAt),
    run,
  });
  const check = await writeCheck(api, {
    system: comment.system,
    sha: telling.headSha,
    conclusion: telling.conclusion,
    title: headline(comment.entries),
    summary: planMarkdown({ ...shown, limit: checkSummaryLimit, unit: 'bytes' }),
    detailsUrl: telling.runUrl,
    run,
  });
  logOutcomes(log, comment.system, sticky, check);
  return { commentUrl: 'url' in sticky ? sticky.url : '', hasCheck: check.kind !== 'refused' };
}

/** As much as a few comments hold, the most important first. */
export function commentParts(comment: PlanComment): readonly string[] {
  return planParts({ ...comment, limit: commentRoom }, mostParts);
}

function logOutcomes(log: Logger, system: string, sticky: StickyOutcome, check: CheckOutcome): void {
  switch (sticky.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
      log.info(`comment ${sticky.kind}: ${sticky.url}`);
      break;
    case 'closed':
      log.info('the pull request is closed, so it gets no comment');
      break;
    case 'superseded':
      log.info(`the newer run ${sticky.by.id} has commented already: ${sticky.url}`);
      break;
    case 'refused':
      break;
  }
  const refused = [sticky, check].flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.reason] : []));
  if (check.kind !== 'refused') log.info(`check slipway / ${system} ${check.kind}: ${check.url}`);
  if (refused.length > 0) {
    log.warn(
      `the plans of ${system} stand in this job's summary, not on the pull request: ${refused.join('; ')}`,
    );
  }
}
