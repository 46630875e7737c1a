import type { Waiting } from '../../../lambda/archive-layer/retry.ts';

/** A clock that only moves when somebody sleeps, or a test moves it. */
export interface FakeWaiting extends Waiting {
  time: number;
  chance: number;
  readonly slept: number[];
}

export function fakeWaiting(): FakeWaiting {
  const fake: FakeWaiting = {
    time: Date.parse('2026-11-21T12:00:00Z'),
    chance: 0.5,
    slept: [],
    now: () => fake.time,
    random: () => fake.chance,
    sleep: (milliseconds) => {
      fake.slept.push(milliseconds);
      fake.time += milliseconds;
      return Promise.resolve();
    },
  };
  return fake;
}
