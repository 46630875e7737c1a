import pLimit from 'p-limit';
import { SlipwayError } from '../../errors/slipway-error.ts';
import type { Clock } from '../../runtime/clock.ts';
import { readBody, writeBody } from '../api/comment-body.ts';
import type { GitHubApi } from '../api/github-api.ts';
import { isStaleBy, withMarks, type Deployed } from '../api/stale-marks.ts';
import { ownComments } from '../api/sticky-comment.ts';

export interface Marking {
  readonly api: Pick<
    GitHubApi,
    'viewer' | 'listPullRequests' | 'listComments' | 'getComment' | 'updateComment'
  >;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignal;
  readonly system: string;
  /** What was deployed of the system. */
  readonly deployed: readonly Deployed[];
}

export interface Marked {
  /** Comments that were marked, or whose mark was brought up to date. */
  readonly marked: readonly { readonly pull: number; readonly url: string }[];
  /** How many stale comments said so already. */
  readonly known: number;
  /** Why comments may be left unmarked, each reason once. */
  readonly problems: readonly string[];
}

/** Pull requests whose comments are read at once. */
const readsAtOnce = 4;
/** Milliseconds between writes (GitHub Docs, "Best practices for using the REST API", "Pause between mutative requests"). */
const pause = 1_000;
/** Characters of a comment (GitHub's limit). */
const commentLimit = 65_536;

/**
 * Marks the comments of open pull requests whose plans deployments have overtaken. Only comments that the token's own
 * account wrote are read, and only their first part changes, at its top. Marking twice is marking once.
 *
 * GitHub has no conditional update, so a comment is read again right before it is written: a report that is written in that
 * very moment is overwritten by the one before it, marked. A pull request whose first report is still under way has no
 * comment that could be marked.
 *
 * @returns what was done; what GitHub refuses is a problem, not an error
 */
export async function markStale(marking: Marking): Promise<Marked> {
  const { api, clock, signal, system, deployed } = marking;
  const troubles = new Troubles();
  const marked: { pull: number; url: string }[] = [];
  let known = 0;

  const viewer = await troubles.spare(() => api.viewer());
  const pulls = viewer === undefined ? [] : ((await troubles.spare(openPulls(api))) ?? []);
  const limit = pLimit(readsAtOnce);
  const unmarked = await limit.map(pulls, async (pullRequest) => {
    const own = await troubles.spare(() => ownComments(api, { pullRequest, system }, viewer ?? ''));
    return (own ?? []).flatMap(({ id, body }) => {
      const stale = staleBody(body, deployed, pullRequest.number);
      if (stale?.isKnown === true) known += 1;
      return stale?.isKnown === false ? [{ id, pull: pullRequest.number }] : [];
    });
  });

  for (const { id, pull } of unmarked.flat()) {
    const written = await troubles.spare(async () => {
      if (marked.length > 0) await clock.sleep(pause, signal);
      const now = await api.getComment(id);
      const change = now === null ? null : staleBody(now.body, deployed, pull);
      if (change?.isKnown !== false) return null;
      if (change.body.length > commentLimit) {
        troubles.add(`the comment of pull request ${pull} has no room for a mark`);
        return null;
      }
      return api.updateComment(id, change.body);
    });
    if (written) {
      marked.push({ pull, url: written.url });
      troubles.haveSuccess();
    }
  }
  return { marked, known, problems: troubles.reasons };
}

const openPulls = (api: Marking['api']) => () => api.listPullRequests({ state: 'open' });

/** What a comment that shows a stale plan should be; it may be that already. */
interface StaleBody {
  readonly body: string;
  readonly isKnown: boolean;
}

/** `null`: nothing that the comment shows is stale. */
function staleBody(body: string, deployed: readonly Deployed[], pull: number): StaleBody | null {
  const comment = readBody(body);
  if (comment === null) return null;
  const added = deployed.filter((one) => comment.planned.some((plan) => isStaleBy(plan, one)));
  if (added.length === 0) return null;
  const next = writeBody({ ...comment, marks: withMarks(comment.marks, added) }, pull);
  return { body: next, isKnown: next === writeBody(comment, pull) };
}

/** After one of these nothing that follows would fare better. */
const hopeless: readonly string[] = ['GITHUB_RATE_LIMIT', 'GITHUB_UNAVAILABLE', 'GITHUB_TOKEN_REFUSED'];
/** After so many refusals and no success the token is one that may not write; before, a conversation may just be locked. */
const enough = 3;

/** What GitHub refused; once it is hopeless, nothing more is asked. */
class Troubles {
  readonly #reasons = new Set<string>();
  #refusals = 0;
  #isHopeless = false;
  #hasSuccess = false;

  get reasons(): readonly string[] {
    return [...this.#reasons];
  }

  add(reason: string): void {
    this.#reasons.add(reason);
  }

  haveSuccess(): void {
    this.#hasSuccess = true;
  }

  /** `undefined`: GitHub refused, or was not asked any more. */
  async spare<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (this.#isHopeless) return undefined;
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof SlipwayError) || !error.code.startsWith('GITHUB_')) throw error;
      this.#refusals += 1;
      this.#isHopeless ||= hopeless.includes(error.code) || (!this.#hasSuccess && this.#refusals >= enough);
      this.add(error.message);
      return undefined;
    }
  }
}
