import type { Clock } from '../runtime/clock.ts';

export interface Pacer {
  /** Waits until the next round. `moved`: the last round brought something; `stacks`: how many are being polled. */
  rest(round: { readonly moved: boolean; readonly stacks: number }): Promise<void>;
  /** Waits longer than before, after a throttled or failed round. */
  backOff(): Promise<void>;
}

const shortest = 400;
const longest = 5_000;
const longestBackOff = 30_000;
/** So that ten nested stacks are not asked for more often than about ten calls a second (*assumed*: no limit is published). */
const perStack = 100;

/**
 * How often to ask: often while things move, seldom while nothing does, much less often once throttled; each wait is
 * moved by up to a fifth, so that many runs do not ask in step.
 * @param random a number in [0, 1)
 */
export function createPacer(options: {
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}): Pacer {
  const { clock, random, signal } = options;
  let interval = shortest;
  let penalty = 1;
  const wait = (milliseconds: number): Promise<void> =>
    clock.sleep(Math.round(milliseconds * (0.8 + 0.4 * random())), signal);
  return {
    rest: async ({ moved, stacks }) => {
      interval = moved ? shortest : Math.min(interval * 1.5, longest);
      penalty = Math.max(1, penalty * 0.8);
      await wait(Math.min(Math.max(interval, perStack * stacks) * penalty, longestBackOff));
    },
    backOff: async () => {
      penalty = Math.min(penalty * 2, longestBackOff / shortest);
      await wait(Math.min(Math.max(interval, 1_000) * penalty, longestBackOff));
    },
  };
}
