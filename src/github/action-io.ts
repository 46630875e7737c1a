import type { EnvironmentVariables } from '../runtime/environment-variables.ts';

/** What an action may touch of its surroundings: the process's own in `run-action.ts`, a recorder in tests. */
export interface ActionIo {
  readonly env: EnvironmentVariables;
  /** The job's log, out of which the runner reads workflow commands. */
  readonly write: (text: string) => void;
  /** The script that runs, absolute: what belongs to it is found from there. */
  readonly program: string;
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal;
}
