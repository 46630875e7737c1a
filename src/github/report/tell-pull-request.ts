import type { RunNumber } from '../api/comment-marker.ts';
import { checkSummaryLimit, writeCheck, type CheckOutcome } from '../api/check-run.ts';
import type { CheckConclusion, GitHubApi, PullRequest } from '../api/github-api.ts';
import { splitMarkdown } from '../api/split-markdown.ts';
import { writeStickyComment, type StickyOutcome } from '../api/sticky-comment.ts';
import { headline, planMarkdown, type PlanComment } from '../../report/plan-markdown.ts';
import type { Logger } from '../../runtime/logger.ts';

export interface Telling {
  readonly api: GitHubApi;
  readonly log: Logger;
  readonly pull: PullRequest;
  /** What is told, without a limit. */
  readonly comment: PlanComment;
  readonly conclusion: CheckConclusion;
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

/** Characters of a comment (GitHub's limit), less what the marker takes. */
const commentRoom = 65_536 - 200;
/** Nobody reads more comments than that; the changes are shortened instead. */
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
    run,
  });
  const check = await writeCheck(api, {
    system: comment.system,
    sha: telling.headSha,
    conclusion: telling.conclusion,
    title: headline(comment.entries),
    summary: withinBytes(shown, checkSummaryLimit),
    detailsUrl: telling.runUrl,
    run,
  });
  logOutcomes(log, comment.system, sticky, check);
  return { commentUrl: 'url' in sticky ? sticky.url : '', hasCheck: check.kind !== 'refused' };
}

/** In full over a few comments, else shortened to one. */
export function commentParts(comment: PlanComment): readonly string[] {
  const whole = planMarkdown({ ...comment, limit: commentRoom * mostParts });
  return (
    splitMarkdown(whole, { limit: commentRoom, most: mostParts }) ?? [
      planMarkdown({ ...comment, limit: commentRoom }),
    ]
  );
}

/** As much as fits into so many bytes: characters beyond ASCII take more than one. */
function withinBytes(comment: PlanComment, limit: number): string {
  for (let characters = limit; ; characters = Math.floor(characters * 0.75)) {
    const text = planMarkdown({ ...comment, limit: characters });
    if (Buffer.byteLength(text) <= limit) return text;
  }
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
