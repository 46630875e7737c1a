import type { SecretInput } from './secret-input.ts';
import type { EnvironmentVariables } from '../runtime/environment-variables.ts';

/** What a command may touch of its surroundings; the process's own in `slipway.ts`, a recorder in tests and the rehearsal. */
export interface CliIo {
  readonly cwd: string;
  readonly env: EnvironmentVariables;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress, warnings and errors. */
  readonly err: (text: string) => void;
  /** True where a person watches: colours, live progress and questions are for them. */
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Asks a person; `null` where nobody can answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly signal: AbortSignal;
  /** Where values come from that must not be shown; none where neither a terminal nor standard input is at hand. */
  readonly secretInput?: SecretInput | undefined;
}
