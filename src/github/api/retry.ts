import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/logger.ts';
import { isRateLimit, type Failure } from './github-error.ts';

/** Milliseconds before each further try of a call that got no answer or one of 500 and above. */
const pauses = [1_000, 3_000, 9_000] as const;
/** Longest wait for a limit to lift: a job waits two minutes, not an hour. */
const longestWait = 120_000;

/**
 * How long to wait before the next try; `null`: there is none. A limit says when it lifts: `retry-after` in seconds, or
 * `x-ratelimit-reset` in seconds since the epoch; a secondary limit without either wants a minute (REST reference, "Best
 * practices for using the REST API", "Handle rate limit errors appropriately").
 *
 * @param tries how often the call was tried already, at least 1
 * @param now milliseconds since the epoch
 */
export function waitBeforeRetry(failure: Failure, tries: number, now: number): number | null {
  const pause = pauses[tries - 1];
  if (pause === undefined) return null;
  if (isRateLimit(failure)) {
    const after = Number(failure.headers['retry-after']);
    const reset = Number(failure.headers['x-ratelimit-reset']);
    const isSpent = String(failure.headers['x-ratelimit-remaining']) === '0';
    const wait = Number.isFinite(after)
      ? after * 1000
      : isSpent && Number.isFinite(reset)
        ? reset * 1000 - now
        : 60_000;
    return wait > longestWait ? null : Math.max(wait, 1_000);
  }
  return failure.status === null || failure.status >= 500 ? pause : null;
}

export interface RetryOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Reads the failure of a call from what it threw; `null`: not one of a call. */
  readonly failureOf: (error: unknown) => Failure | null;
}

/** Calls until there is an answer that trying again would not change. */
export async function withRetries<T>(
  call: () => Promise<T>,
  { clock, logger, signal, failureOf }: RetryOptions,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      const wait = failure === null ? null : waitBeforeRetry(failure, tries, clock.now());
      if (failure === null || wait === null) throw error;
      logger.debug(
        `GitHub answers ${failure.status ?? 'nothing'}; trying again in ${Math.ceil(wait / 1000)} s`,
      );
      await clock.sleep(wait, signal);
    }
  }
}
