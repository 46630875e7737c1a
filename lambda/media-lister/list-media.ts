import { createHash } from 'node:crypto';
import * as v from 'valibot';
import {
  ArchiveError,
  isWanted,
  type CloudProvider,
  type MediaItem,
  type MediaPage,
  type Tracker,
  type WithAccessToken,
} from '../archive-layer/index.ts';

export interface ListerOptions {
  readonly provider: CloudProvider;
  readonly tracker: Pick<Tracker, 'findAll'>;
  readonly withToken: WithAccessToken;
  readonly now: () => number;
  readonly pageSize: number;
  /** Media in one answer: an execution's payload is at most 256 KiB (Step Functions Developer Guide, "Quotas"). */
  readonly mostItems: number;
  /** Media in all the answers of one execution. */
  readonly mostItemsPerRun: number;
  readonly mostAttempts: number;
  /** Told when the provider gives the same page again. */
  readonly onRepeatedPage: () => void;
}

export interface ListRequest {
  readonly cursor: string | null;
  readonly dryRun: boolean;
  /** Milliseconds since the epoch after which no further page is asked for. */
  readonly deadline: number;
}

export interface Listing {
  readonly items: readonly MediaItem[];
  readonly cursor: string | null;
  readonly more: boolean;
  /** Media that the provider listed in this answer's pages, and those of them that are wanted. */
  readonly listed: number;
  readonly wanted: number;
}

/** Where a listing goes on; `done`: media that this execution was already given. */
const placeSchema = v.strictObject({
  page: v.nullable(v.string()),
  skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
  done: v.pipe(v.number(), v.integer(), v.minValue(0)),
  last: v.nullable(v.string()),
});
type Place = v.InferOutput<typeof placeSchema>;

/**
 * Lists media that are wanted: those that the table does not know, and those that failed with hope. Bounded in each answer
 * and in each execution; the next scheduled execution goes on, since what is stored is wanted no more.
 *
 * @throws ArchiveError `InvalidInput` for a cursor that is none, and what provider, token and table throw
 */
export function mediaLister(options: ListerOptions): (request: ListRequest) => Promise<Listing> {
  const { provider, tracker, withToken, now, mostItems, mostItemsPerRun, mostAttempts } = options;

  async function wantedOf(media: readonly MediaItem[]): Promise<readonly MediaItem[]> {
    const known = await tracker.findAll(media.map(({ mediaId }) => mediaId));
    return media.filter(({ mediaId }) => isWanted(known.get(mediaId), { now: now(), mostAttempts }));
  }

  return async ({ cursor, dryRun, deadline }) => {
    let place: Place | null = readCursor(cursor);
    const room = Math.min(mostItems, mostItemsPerRun - place.done);
    const items: MediaItem[] = [];
    const seen = new Set<string>();
    let listed = 0;
    while (place !== null && items.length < room) {
      const at: Place = place;
      const page: MediaPage = await withToken((token) => provider.list(token, at.page, options.pageSize));
      const print = fingerprint(page);
      if (print === at.last) {
        // A provider that repeats itself would be asked for ever.
        options.onRepeatedPage();
        place = null;
        break;
      }
      const media = page.items.slice(at.skip).filter(({ mediaId }) => !seen.has(mediaId));
      for (const { mediaId } of media) seen.add(mediaId);
      listed += media.length;
      const wanted = (await wantedOf(media)).slice(0, room - items.length);
      items.push(...wanted);
      const rest = items.length < room ? null : wanted.at(-1);
      const skip = rest === null ? 0 : page.items.findIndex((each) => each.mediaId === rest?.mediaId) + 1;
      const isWhole = skip === 0 || skip >= page.items.length;
      place = isWhole
        ? page.next === null
          ? null
          : { page: page.next, skip: 0, done: at.done, last: print }
        : { page: at.page, skip, done: at.done, last: at.last };
      if (dryRun || now() >= deadline) break;
    }
    if (dryRun) return { items: [], cursor: null, more: false, listed, wanted: items.length };
    const done = (place?.done ?? 0) + items.length;
    const more = place !== null && done < mostItemsPerRun;
    return {
      items,
      cursor: place !== null && more ? writeCursor({ ...place, done }) : null,
      more,
      listed,
      wanted: items.length,
    };
  };
}

const fingerprint = ({ items }: MediaPage): string | null =>
  items.length === 0
    ? null
    : createHash('sha256')
        .update(items.map(({ mediaId }) => mediaId).join(' '))
        .digest('base64url')
        .slice(0, 16);

const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function readCursor(cursor: string | null): Place {
  if (cursor === null) return { page: null, skip: 0, done: 0, last: null };
  try {
    return v.parse(placeSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new ArchiveError('InvalidInput', 'cursor is none that this function gave');
  }
}
