import type { Clock } from '../../../src/runtime/clock.ts';
import { pathOf, type FrontRequest, type FrontResponse } from '../message.ts';
import { at, parseXml, textAt } from '../xml.ts';
import type { EdgeCache } from './cache.ts';

/** How long an invalidation takes, in milliseconds (assumed: on AWS it is seconds to minutes). */
const invalidationDelay = 700;

const created = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation$/;
const one = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation\/([^/]+)$/;

/**
 * CloudFront's calls about invalidations. The emulator says `Completed` at once; here an invalidation is `InProgress`
 * for a moment, and the cache is emptied when it ends, not before.
 */
export interface Invalidations {
  isFor(request: FrontRequest): boolean;
  /** Empties the cache of what invalidations that are due name; to be called before every look into it. */
  settle(): void;
  /** The emulator's answer with the true status. */
  answer(request: FrontRequest, answer: FrontResponse): FrontResponse;
}

export function createInvalidations(cache: EdgeCache, clock: Clock): Invalidations {
  const running = new Map<
    string,
    { readonly distribution: string; readonly paths: readonly string[]; readonly ends: number }
  >();

  function settle(): void {
    for (const [id, { distribution, paths, ends }] of running) {
      if (ends > clock.now()) continue;
      cache.invalidate(distribution, paths);
      running.delete(id);
    }
  }

  function withStatus(answer: FrontResponse): FrontResponse {
    const xml = answer.body
      .toString()
      .replaceAll(/<Id>([^<]+)<\/Id>\s*<Status>Completed<\/Status>/g, (whole, id: string) =>
        running.has(id) ? whole.replace('Completed', 'InProgress') : whole,
      );
    return { ...answer, body: Buffer.from(xml) };
  }

  return {
    settle,
    isFor: (request) => created.test(pathOf(request)) || one.test(pathOf(request)),
    answer: (request, answer) => {
      settle();
      const distribution = created.exec(pathOf(request))?.[1];
      if (request.method === 'POST' && distribution !== undefined && answer.status === 201) {
        const invalidation = parseXml(answer.body.toString());
        const id = textAt(invalidation, 'Id') ?? '';
        const paths = (at(invalidation, 'InvalidationBatch', 'Paths', 'Items')?.children ?? []).map(
          ({ text }) => text,
        );
        running.set(id, { distribution, paths, ends: clock.now() + invalidationDelay });
      }
      return answer.status < 300 ? withStatus(answer) : answer;
    },
  };
}
