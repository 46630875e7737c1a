import type { Clock } from '../../../../src/runtime/clock.ts';

/** A clock on which sleeping is what makes time pass: nothing waits for real. */
export class FakeClock implements Clock {
  /** Milliseconds slept so far, one entry a sleep. */
  readonly slept: number[] = [];
  #now: number;

  constructor(start = '2026-11-21T10:00:00Z') {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.slept.push(milliseconds);
    this.#now += milliseconds;
    await Promise.resolve();
    signal?.throwIfAborted();
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
