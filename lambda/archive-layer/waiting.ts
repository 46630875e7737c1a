import { setTimeout as sleep } from 'node:timers/promises';
import type { Waiting } from './retry.ts';

/** The machine's clock and chance. */
export const waiting: Waiting = {
  now: () => Date.now(),
  sleep: (milliseconds) => sleep(milliseconds),
  random: () => Math.random(),
};
