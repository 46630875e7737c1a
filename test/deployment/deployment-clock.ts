import type { Clock } from '../../src/runtime/clock.ts';

/** Sleeps shorter than this are pauses between requests; longer ones are deadlines and the lock's renewal. */
const longest = 60_000;

/**
 * A clock on which only pauses make time pass, at once; a deadline ends when the pauses have reached it. So nothing waits
 * for real, and what runs in the background (the lock's renewal) does not drive time itself.
 */
export class DeploymentClock implements Clock {
  #now = Date.parse('2026-11-21T10:00:00Z');
  readonly #sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();

  now(): number {
    return this.#now;
  }

  pass(milliseconds: number): void {
    this.#now += Math.round(milliseconds);
    for (const sleeper of this.#sleepers) if (sleeper.until <= this.#now) sleeper.wake();
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (milliseconds < longest) {
        this.pass(milliseconds);
        setImmediate(() => {
          if (signal?.aborted === true) reject(signal.reason as Error);
          else resolve();
        });
        return;
      }
      const sleeper = {
        until: this.#now + milliseconds,
        wake: () => {
          this.#sleepers.delete(sleeper);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason as Error);
      });
    });
  }
}
