import type { Clock } from '../runtime/clock.ts';
import { isTransient } from '../stacks/transient-error.ts';

export interface Patience {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Between 0 and 1; spreads attempts. */
  readonly jitter?: (() => number) | undefined;
}

/** Pauses in milliseconds between attempts, beyond those of the SDK itself. */
const pauses = [1_000, 2_000, 4_000, 8_000, 16_000];

/** Asks again after throttling and lost connections, more slowly each time; rejects with the last error. */
export async function patiently<T>(
  ask: () => Promise<T>,
  { clock, signal, jitter = Math.random }: Patience,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await clock.sleep(Math.round(pause * (0.75 + 0.5 * jitter())), signal);
    }
  }
  return ask();
}
