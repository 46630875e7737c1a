import { SlipwayError } from '../../errors/slipway-error.ts';
import { readBody, withoutMarkerOf, writeBody } from './comment-body.ts';
import { isNewer, readMarker, withoutMarker, type CommentMarker, type RunNumber } from './comment-marker.ts';
import type { PlannedEnvironment } from './comment-plans.ts';
import type { GitHubApi, IssueComment, PullRequest } from './github-api.ts';
import { marksThatHold, withMarks, type StaleMark } from './stale-marks.ts';

export interface StickyComment {
  /** As GitHub has it now. */
  readonly pullRequest: Pick<PullRequest, 'number' | 'state'>;
  readonly system: string;
  /** What it shows, in parts that GitHub takes each (`split-markdown.ts`); at least one. */
  readonly parts: readonly string[];
  /** The plans that it shows, for the runs that deploy after it (`stale-marks.ts`). */
  readonly planned: readonly PlannedEnvironment[];
  readonly run: RunNumber;
}

export type StickyOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  /** Nothing to comment on any more. */
  | { readonly kind: 'closed' }
  /** A newer run has commented already. */
  | { readonly kind: 'superseded'; readonly url: string; readonly by: RunNumber }
  /** The token may not; the reason names the permission. */
  | { readonly kind: 'refused'; readonly reason: string };

type CommentApi = Pick<
  GitHubApi,
  'viewer' | 'listComments' | 'createComment' | 'updateComment' | 'deleteComment'
>;

/** A comment of ours with what its marker says. */
export interface Own extends IssueComment {
  readonly marker: CommentMarker;
}

/**
 * Keeps one comment a system on a pull request; a long one in several parts. Only comments that the token's own account
 * wrote and that begin with the marker are ours. Of doubles, which two runs at once can make, the oldest stays. GitHub has no
 * conditional update: a newer run that writes between this one's look and its write is overwritten, which the turns of the
 * workflow's jobs (`concurrency`) keep from happening.
 *
 * A mark that a deployment has left on the comment goes with the plans that it was about; where it is newer than the plans
 * that are written now, it stays.
 * @throws UserError the codes of github-error.ts, except GITHUB_PERMISSION
 */
export async function writeStickyComment(api: CommentApi, comment: StickyComment): Promise<StickyOutcome> {
  if (comment.pullRequest.state === 'closed') return { kind: 'closed' };
  try {
    const viewer = await api.viewer();
    const found = await ownComments(api, comment, viewer);
    const newer = newest(found);
    if (newer && isNewer(newer.marker.run, comment.run)) {
      return { kind: 'superseded', url: newer.url, by: newer.marker.run };
    }
    return await writeParts({ api, comment, viewer }, found);
  } catch (error) {
    if (isCode(error, 'GITHUB_PERMISSION')) return { kind: 'refused', reason: (error as Error).message };
    throw error;
  }
}

interface Writing {
  readonly api: CommentApi;
  readonly comment: StickyComment;
  readonly viewer: string;
}

async function writeParts(writing: Writing, found: readonly Own[]): Promise<StickyOutcome> {
  const { comment } = writing;
  const kept = contiguous(found);
  const surplus = found.filter((own) => !kept.slice(0, comment.parts.length).includes(own));
  for (const own of surplus) await remove(writing, own.id);

  let first: StickyOutcome = { kind: 'unchanged', url: kept[0]?.url ?? '' };
  let isChanged = surplus.length > 0;
  for (const [index, text] of comment.parts.entries()) {
    const outcome = await writePart(writing, { index, text, own: kept[index], found });
    if (index === 0) first = outcome;
    if (outcome.kind === 'superseded') return outcome;
    isChanged ||= outcome.kind !== 'unchanged';
  }
  return first.kind === 'unchanged' && isChanged ? { kind: 'updated', url: first.url } : first;
}

interface Part {
  readonly index: number;
  readonly text: string;
  readonly own: Own | undefined;
  /** All that were there. */
  readonly found: readonly Own[];
}

async function writePart(writing: Writing, part: Part): Promise<StickyOutcome> {
  const { index, own } = part;
  const { api, comment, viewer } = writing;
  const marker = {
    system: comment.system,
    part: index + 1,
    parts: comment.parts.length,
    run: comment.run,
  };
  const content = contentOf(comment, part);
  const body = writeBody({ marker, ...content }, comment.pullRequest.number);
  if (own) {
    const isSame =
      own.marker.parts === marker.parts &&
      withoutMarker(own.body) === withoutMarkerOf(content, comment.pullRequest.number);
    if (isSame) return { kind: 'unchanged', url: own.url };
    const updated = await update(writing, own.id, body);
    if (updated) return { kind: 'updated', url: updated.url };
  }
  const created = await api.createComment(comment.pullRequest.number, body);
  // Another run may have found none either, and made one: each looks again, and the later one gives way.
  const others = await ownComments(api, comment, viewer);
  const doubles = others.filter((other) => other.marker.part === marker.part);
  const oldest = doubles[0];
  if (!oldest || oldest.id === created.id) return { kind: 'created', url: created.url };
  await remove(writing, created.id);
  if (isNewer(oldest.marker.run, comment.run)) {
    return { kind: 'superseded', url: oldest.url, by: oldest.marker.run };
  }
  const again = writeBody(
    { marker, ...contentOf(comment, { ...part, found: others }) },
    comment.pullRequest.number,
  );
  const updated = await update(writing, oldest.id, again);
  return updated
    ? { kind: 'updated', url: updated.url }
    : { kind: 'created', url: (await api.createComment(comment.pullRequest.number, again)).url };
}

/** What a part holds: the first one says of which plans it is, and keeps the marks that those have not caught up with. */
function contentOf(
  { planned }: StickyComment,
  { index, text, found }: Part,
): {
  readonly planned: readonly PlannedEnvironment[];
  readonly marks: readonly StaleMark[];
  readonly text: string;
} {
  if (index > 0) return { planned: [], marks: [], text };
  const marks = found.flatMap(({ body }) => readBody(body)?.marks ?? []);
  return { planned, marks: marksThatHold(withMarks([], marks), planned), text };
}

/** Ours for the system, oldest first. */
export async function ownComments(
  api: Pick<GitHubApi, 'listComments'>,
  { pullRequest, system }: { readonly pullRequest: { readonly number: number }; readonly system: string },
  viewer: string,
): Promise<readonly Own[]> {
  return (await api.listComments(pullRequest.number))
    .flatMap((comment) => {
      const marker = comment.author === viewer ? readMarker(comment.body) : null;
      return marker?.system === system ? [{ ...comment, marker }] : [];
    })
    .sort((left, right) => left.id - right.id);
}

/** The oldest comment of each part, as long as none is missing and their order is that of the parts. */
function contiguous(found: readonly Own[]): readonly Own[] {
  const kept: Own[] = [];
  for (;;) {
    const after = kept.at(-1)?.id ?? 0;
    const next = found.find((own) => own.marker.part === kept.length + 1 && own.id > after);
    if (!next) return kept;
    kept.push(next);
  }
}

function newest(found: readonly Own[]): Own | undefined {
  return found.reduce<Own | undefined>(
    (best, own) => (best && !isNewer(own.marker.run, best.marker.run) ? best : own),
    undefined,
  );
}

/** `null`: somebody has deleted it meanwhile. */
async function update({ api }: Writing, id: number, body: string): Promise<IssueComment | null> {
  try {
    return await api.updateComment(id, body);
  } catch (error) {
    if (isCode(error, 'GITHUB_NOT_FOUND')) return null;
    throw error;
  }
}

async function remove({ api }: Writing, id: number): Promise<void> {
  try {
    await api.deleteComment(id);
  } catch (error) {
    if (!isCode(error, 'GITHUB_NOT_FOUND')) throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof SlipwayError && error.code === code;
