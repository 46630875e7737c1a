import { isPassing } from './errors.ts';

/** What waiting takes; handed in, so that tests do not wait. */
export interface Waiting {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** At least 0 and less than 1. */
  readonly random: () => number;
}

export interface RetryPolicy {
  /** Tries in all. */
  readonly attempts: number;
  /** Milliseconds: the first wait is below it, each later one below twice the one before. */
  readonly base: number;
  /** Milliseconds that no wait exceeds; where the other side asks for more, the error is thrown at once. */
  readonly longest: number;
}

export const calmly: RetryPolicy = { attempts: 4, base: 250, longest: 20_000 };

/**
 * Works, and after an error that passes (`RateLimited`, `ProviderUnavailable`, …) works again, with exponential back-off and
 * full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"), but never before the time that the other side
 * asked for (`Retry-After`, RFC 9110 section 10.2.3).
 *
 * @throws the last error
 */
export async function retrying<T>(
  work: (attempt: number) => Promise<T>,
  { sleep, random }: Pick<Waiting, 'sleep' | 'random'>,
  { attempts, base, longest }: RetryPolicy = calmly,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) throw error;
      const asked = error.retryAfter ?? 0;
      if (asked > longest) throw error;
      await sleep(Math.max(asked, random() * Math.min(longest, base * 2 ** (attempt - 1))));
    }
  }
}
