import type { SmokeTarget } from './target.ts';

/** How long a target that was deployed a moment ago may lag behind, in milliseconds. */
const lag = 10_000;
const pause = 500;

export interface Settled<T> {
  readonly value: T;
  readonly tries: number;
  /** Milliseconds from the first try to the end of the last. */
  readonly took: number;
}

/**
 * Tries until `good`, or until the lag that a deployment may have is over; then the last answer stands. A `try` that
 * throws counts as not good; after the deadline its error is thrown.
 */
export async function settle<T>(
  target: Pick<SmokeTarget, 'clock' | 'signal'>,
  attempt: () => Promise<T>,
  good: (value: T) => boolean,
): Promise<Settled<T>> {
  const { clock, signal } = target;
  const started = clock.now();
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    const late = () => clock.now() - started + pause > lag;
    try {
      const value = await attempt();
      if (good(value) || late()) return { value, tries, took: clock.now() - started };
    } catch (error) {
      if (late() || signal.aborted) throw error;
    }
    await clock.sleep(pause, signal);
  }
}

/** What a report says about a target that lagged; `null` when it did not. */
export function lagNote({ tries, took }: Settled<unknown>): string | null {
  return tries === 1 ? null : `answered at try ${tries}, after ${(took / 1000).toFixed(1)} s`;
}
