import type { Clock } from '../../src/runtime/clock.ts';

/**
 * Real time plus what was slept: a short sleep (a retry's pause) is over at once and moves the time, a long one (a
 * deadline) ends when the time has come. Nobody waits.
 */
export function virtualClock(): Clock & { advance(milliseconds: number): void } {
  let ahead = 0;
  const waiting = new Set<{ readonly until: number; readonly end: () => void }>();
  const now = () => Date.now() + ahead;
  const advance = (milliseconds: number) => {
    ahead += milliseconds;
    for (const sleeper of waiting) if (sleeper.until <= now()) sleeper.end();
  };
  return {
    now,
    advance,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (milliseconds <= 1000) {
          advance(milliseconds);
          setImmediate(resolve);
          return;
        }
        const sleeper = {
          until: now() + milliseconds,
          end: () => {
            waiting.delete(sleeper);
            resolve();
          },
        };
        waiting.add(sleeper);
        signal?.addEventListener('abort', () => {
          waiting.delete(sleeper);
          reject(signal.reason as Error);
        });
      }),
  };
}
