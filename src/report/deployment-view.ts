import { createLogUpdate } from 'log-update';
import type { DeploymentEvent } from '../deployment/progress.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock } from '../runtime/clock.ts';
import { deploymentLine } from './deployment-lines.ts';
import { deploymentFrame } from './deployment-live.ts';
import { advance, startOf } from './deployment-state.ts';
import type { Paint } from './paint.ts';
import { tellingEvents } from './telling-events.ts';

/** Follows a deployment on the screen. */
export interface DeploymentView {
  onEvent(event: DeploymentEvent): void;
  /** A line that is no event (a warning, say), above what is drawn in place. */
  say(line: string): void;
  /** Leaves the last frame standing; nothing moves any more. */
  stop(): void;
}

export interface ViewOptions {
  /** What is going to be deployed. */
  readonly plan: Plan;
  readonly write: (text: string) => void;
  readonly clock: Pick<Clock, 'now'>;
}

/** One line an event that tells something: CI, pipes, and whoever asked for no progress. */
export function lineView({ plan, write, clock }: ViewOptions): DeploymentView {
  const started = clock.now();
  const isTelling = tellingEvents(plan);
  return {
    onEvent: (event) => {
      const line = isTelling(event) ? deploymentLine(event, { started, now: clock.now() }) : null;
      if (line !== null) write(`${line}\n`);
    },
    say: (line) => {
      write(`${line}\n`);
    },
    stop: () => undefined,
  };
}

/** Milliseconds between frames where nothing happens: the clocks in it run on. */
const beat = 250;

/** A tree that is drawn again in place. The timer that lets its clocks run keeps no process alive. */
export function liveView({
  plan,
  write,
  clock,
  paint,
  width,
}: ViewOptions & { readonly paint: Paint; readonly width: number }): DeploymentView {
  let state = startOf(plan, clock.now());
  const stream = { write, columns: width, isTTY: true } as unknown as NodeJS.WritableStream;
  const show = createLogUpdate(stream, { showCursor: true, defaultWidth: width, defaultHeight: 40 });
  const draw = (): void => {
    show(deploymentFrame(state, { paint, width: width - 1, now: clock.now() }));
  };
  const timer = setInterval(draw, beat);
  timer.unref();
  draw();
  return {
    onEvent: (event) => {
      state = advance(state, event, clock.now());
      draw();
    },
    say: (line) => {
      show.persist(`${line}\n`);
      draw();
    },
    stop: () => {
      clearInterval(timer);
      draw();
      show.done();
    },
  };
}
